import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { valueOn, type ParameterUse, type Reason } from '../kernel/index.ts';
import { collectiveTable, REVALUED_TABLES, SIGNED_TABLES } from './amount-tables.ts';
import { reason } from './amount-words.ts';
import type { ContractDays } from './contract-years.ts';
import { CONTRACT_OPTION_LABELS, kindOf } from './contract-terms.ts';
import type { AmountRow } from './data/amount-rows.ts';
import { OPTION_OPENINGS } from './parameters-eligibility.ts';
import {
  legacyRevaluation,
  RULE_SET_LABELS,
  ruleSetUse,
  type AidTier,
  type RuleSetId,
  type SignedRuleSetId,
} from './rule-sets.ts';

/** The text a contract was signed under and whether its option was open that day. */
export type SignedText =
  | { readonly ok: true; readonly ruleSet: SignedRuleSetId; readonly parameters: readonly ParameterUse[] }
  | { readonly ok: false; readonly reasons: readonly Reason[]; readonly parameters: readonly ParameterUse[] };

/** Not ok before the first text of that kind of contract, or for an option closed to new contracts. */
export function signedText({ signatureDay, option }: Pick<ContractDays, 'signatureDay' | 'option'>): SignedText {
  const ruleSet = ruleSetUse(signatureDay, kindOf(option));
  const open = option === 'PER_ETP' ? null : valueOn(OPTION_OPENINGS[option], signatureDay);
  const parameters = [ruleSet, open].filter((use) => use !== null);
  const label = CONTRACT_OPTION_LABELS[option];
  if (ruleSet?.value == null || (open === null && option !== 'PER_ETP')) {
    const words = `Option ${label}${NBSP}: aucun texte au ${formatDay(signatureDay)}. Vérifier la date de signature.`;
    return { ok: false, reasons: [reason('no_rule_set', words)], parameters };
  }
  if (open?.value === false) {
    const words = `Option ${label} fermée aux nouveaux contrats${open.from === null ? '' : ` depuis le ${formatDay(open.from)}`}${NBSP}: saisir le montant de votre contrat.`;
    return { ok: false, reasons: [reason('option_closed', words)], parameters };
  }
  return { ok: true, ruleSet: ruleSet.value, parameters };
}

export interface GoverningTable {
  /** The text whose table pays the year. */
  readonly table: RuleSetId;
  readonly row: ParameterUse<AmountRow> | null;
  readonly parameters: readonly ParameterUse[];
  readonly reason: Reason;
}

/**
 * The table that pays a year starting on `startsOn`. A contract signed before the convention of 2024 takes its raised
 * amounts from the first anniversary on or after that day; year 1 never does, whenever it starts.
 */
export function governingTable(
  contract: ContractDays,
  tier: AidTier,
  ruleSet: SignedRuleSetId,
  contractYear: number,
  startsOn: Day,
): GoverningTable {
  const { signatureDay, option } = contract;
  const signedOn = reason(
    'signed_table',
    `${RULE_SET_LABELS[ruleSet]}${NBSP}: contrat signé le ${formatDay(signatureDay)}.`,
  );
  if (option === 'PER_ETP') {
    return { table: ruleSet, row: valueOn(collectiveTable, signatureDay), parameters: [], reason: signedOn };
  }
  const raised = REVALUED_TABLES[option]?.[tier];
  const revaluation = valueOn(legacyRevaluation, startsOn);
  const earlier = ruleSet === 'AV7-2019' || ruleSet === 'RA-2023';
  if (!earlier || contractYear < 2 || raised === undefined || revaluation?.value == null) {
    return {
      table: ruleSet,
      row: valueOn(SIGNED_TABLES[option][tier], signatureDay),
      parameters: [],
      reason: signedOn,
    };
  }
  const words = `Montants relevés${NBSP}: contrat signé avant le ${formatDay(revaluation.from ?? startsOn)}, année commencée le ${formatDay(startsOn)}.`;
  return {
    table: revaluation.value,
    row: valueOn(raised, startsOn),
    parameters: [revaluation],
    reason: reason('revalued_table', words),
  };
}
