import { NBSP } from '#shared/kernel/format.ts';
import type { Parameter } from '../kernel/index.ts';
import { COLLECTIVE_ROW, REVALUED_ROWS, SIGNED_ROWS, type AmountReadings, type AmountRow } from './data/amount-rows.ts';
import { datedFigure } from './dated-figure.ts';
import { OPTION_LABELS, TIER_LABELS, type AidOption, type AidTier } from './rule-sets.ts';

export type AmountTable = Parameter<AmountRow>;
type TierTables = Readonly<Record<AidTier, AmountTable>>;

function tierTables(
  prefix: string,
  label: string,
  option: AidOption,
  rows: Readonly<Record<AidTier, AmountReadings>>,
): TierTables {
  const table = (tier: AidTier): AmountTable =>
    datedFigure(
      `${prefix}.${option}.${tier}`,
      `${label}, ${OPTION_LABELS[option]}, ${TIER_LABELS[tier]}`,
      'EUR_CENTS',
      rows[tier],
    );
  return { STANDARD: table('STANDARD'), P90_P94: table('P90_P94'), P95_PLUS: table('P95_PLUS') };
}

const signed = (option: AidOption): TierTables =>
  tierTables('aid.amount', 'Montant par année de contrat', option, SIGNED_ROWS[option]);
const revalued = (option: keyof typeof REVALUED_ROWS): TierTables =>
  tierTables('aid.amount.revalued', 'Montant relevé par année de contrat', option, REVALUED_ROWS[option]);

/** Amounts by the text a contract is signed under: read on the day of signature. */
export const SIGNED_TABLES: Readonly<Record<AidOption, TierTables>> = {
  ETP_1_3: signed('ETP_1_3'),
  ETP_1_2: signed('ETP_1_2'),
  ETP_1: signed('ETP_1'),
  ETP_1_5: signed('ETP_1_5'),
  ETP_2: signed('ETP_2'),
};

/** Amounts of a contract signed before 22 June 2024: read on the anniversary the year starts on. */
export const REVALUED_TABLES: Readonly<Partial<Record<AidOption, TierTables>>> = {
  ETP_1_3: revalued('ETP_1_3'),
  ETP_1_2: revalued('ETP_1_2'),
  ETP_1: revalued('ETP_1'),
};

export const collectiveTable: AmountTable = datedFigure(
  'aid.amount.collective',
  `Contrat collectif${NBSP}: montant par ETP et par année de contrat`,
  'EUR_CENTS',
  COLLECTIVE_ROW,
);
