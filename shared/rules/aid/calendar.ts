import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Computed, type ParameterUse, type Reason } from '../kernel/index.ts';
import { governingTable, signedText } from './amount-table-of-year.ts';
import { reason, yearWords } from './amount-words.ts';
import { collectiveDuration, contractDuration, contractRenewable } from './contract-terms.ts';
import { DAY, possibleStarts, yearEnd, yearStart, type ContractDays } from './contract-years.ts';
import { RULE_SET_LABELS, type RuleSetId, type SignedRuleSetId } from './rule-sets.ts';

export interface ContractYear {
  readonly contractYear: number;
  readonly start: Computed<Day>;
  readonly end: Computed<Day>;
  /** The text whose table pays the year. */
  readonly table: Computed<RuleSetId>;
}

export interface ContractCalendar {
  readonly ruleSet: SignedRuleSetId | null;
  readonly years: readonly ContractYear[];
  /** Last day of the contract. */
  readonly term: Computed<Day>;
  /** The contract year running on the day asked: 0 before the start. */
  readonly currentYear: Computed;
  /** First day of the next contract year. */
  readonly nextAnniversary: Computed<Day>;
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
}

const YEAR = 'année de contrat';
/** No contract is renewed for longer: keeps a mistyped day from being counted year by year. */
const MOST_YEARS = 100;

/**
 * The calendar of a contract: its years, the text that pays each of them, its term, and where `day` falls. Before the
 * first text, or for an option closed that day, the dates are given but no table.
 */
export function contractCalendar(contract: ContractDays, day: Day): ContractCalendar {
  const text = signedText(contract);
  const collective = contract.option === 'PER_ETP';
  const duration = valueOn(collective ? collectiveDuration : contractDuration, contract.signatureDay);
  const renewable = collective ? null : valueOn(contractRenewable, contract.signatureDay);
  const ruleSet = text.ok ? text.ruleSet : null;
  const length = duration?.value ?? 0;
  const years = Array.from({ length }, (_, index) => contractYearOf(contract, index + 1, ruleSet));
  const reasons: Reason[] = text.ok ? [] : [...text.reasons];
  if (contract.startDay < contract.signatureDay) {
    reasons.push(
      reason('start_before_signature', `Début du contrat avant sa signature${NBSP}: vérifier les deux dates.`),
    );
  }
  return {
    ruleSet,
    years,
    term: duration === null ? notComputed<Day>(DAY, [], { reasons }) : withUse(yearEnd(contract, length), duration),
    currentYear: yearOn(contract, day),
    nextAnniversary: nextStart(contract, day),
    reasons,
    parameters: [...text.parameters, ...[duration, renewable].filter((use) => use !== null)],
  };
}

function withUse<Value extends string | number>(answer: Computed<Value>, use: ParameterUse): Computed<Value> {
  return { ...answer, parameters: [...answer.parameters, use] };
}

function contractYearOf(contract: ContractDays, contractYear: number, ruleSet: SignedRuleSetId | null): ContractYear {
  const start = yearStart(contract, contractYear);
  return {
    contractYear,
    start,
    end: yearEnd(contract, contractYear),
    table: tableOf(contract, contractYear, ruleSet, start),
  };
}

/** Any tier answers alike: the table follows the days alone. */
function tableOf(
  contract: ContractDays,
  contractYear: number,
  ruleSet: SignedRuleSetId | null,
  start: Computed<Day>,
): Computed<RuleSetId> {
  if (ruleSet === null) {
    const words = 'Aucun texte ne fixe le montant de ce contrat.';
    return notComputed<RuleSetId>('texte', ['typed'], { reasons: [reason('no_rule_set', words)] });
  }
  const answers = possibleStarts(start).map((day) => governingTable(contract, 'STANDARD', ruleSet, contractYear, day));
  const [first, second] = answers;
  if (first === undefined || (second !== undefined && second.table !== first.table)) {
    const alternatives = answers.map(({ table, reason: why, row }) => ({
      value: table,
      words: why.words,
      sources: row?.sources ?? [],
    }));
    return notComputed<RuleSetId>('texte', ['typedStarts'], { reasons: start.reasons, alternatives });
  }
  const steps = [
    { label: yearWords(contractYear), words: RULE_SET_LABELS[first.table], value: first.table, unit: 'texte' },
  ];
  return computed(first.table, 'texte', { steps, reasons: [first.reason], parameters: first.parameters });
}

/** The number of starts that are past; when suspensions leave a doubt, both numbers are shown. */
function yearOn(contract: ContractDays, day: Day): Computed {
  if (day < contract.startDay) {
    const words = `Le contrat commence le ${formatDay(contract.startDay)}.`;
    return computed(0, YEAR, { reasons: [reason('not_started', words)] });
  }
  const last = Math.min(MOST_YEARS, Number(day.slice(0, 4)) - Number(contract.startDay.slice(0, 4)) + 1);
  const starts = Array.from({ length: last }, (_, index) => yearStart(contract, index + 1));
  const sure = starts.findLastIndex((start) => surelyPast(start, day)) + 1;
  const perhaps = starts.findLastIndex((start) => possibleStarts(start).some((one) => one <= day)) + 1;
  const parameters = starts[sure - 1]?.parameters ?? [];
  if (sure === perhaps) return computed(sure, YEAR, { parameters });
  const alternatives = [
    { value: perhaps, words: 'Sans report', sources: [] },
    { value: sure, words: 'Avec report de la durée suspendue', sources: [] },
  ];
  return notComputed(YEAR, ['typedStarts'], { reasons: starts[perhaps - 1]?.reasons ?? [], parameters, alternatives });
}

/** Past whatever the effect of the suspensions. */
function surelyPast(start: Computed<Day>, day: Day): boolean {
  if (start.value !== null) return start.value <= day;
  return start.alternatives.every(({ value }) => value !== null && value <= day);
}

function nextStart(contract: ContractDays, day: Day): Computed<Day> {
  if (day < contract.startDay) return yearStart(contract, 1);
  const current = yearOn(contract, day);
  const year = current.value ?? Math.max(...current.alternatives.map(({ value }) => value ?? 1));
  return yearStart(contract, year + 1);
}
