import { formatDay, type Day } from '#shared/kernel/day.ts';
import type { ContractAnswer } from './readings.ts';

/** What the file is about: one year of the contract, or the whole of it at its term. */
export interface Scope {
  readonly contractYear: number | null;
  /** Null while a suspension leaves a doubt: nothing that depends on it is counted. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly today: Day;
  /** Last day counted: the end of the period, or today before. Null without a period. */
  readonly until: Day | null;
  readonly title: string;
  readonly subtitle: string;
}

/** Days a statement of the Assurance Maladie may come after the year it closes. Choice of Prélude. */
export const statementDelay = 92;

export type YearState = 'past' | 'running' | 'future' | 'unknown';

/** Where a year stands on a day. */
export function yearState(from: Day | null, to: Day | null, today: Day): YearState {
  if (from === null || to === null) return 'unknown';
  return today > to ? 'past' : today < from ? 'future' : 'running';
}

/** Null when the contract has no such year. */
export function scopeOf(contract: ContractAnswer, contractYear: number | null, today: Day): Scope | null {
  const year = contract.years.find((one) => one.contractYear === contractYear);
  if (contractYear !== null && year === undefined) return null;
  const from = year === undefined ? contract.fields.startsOn : year.start.value;
  const to = year === undefined ? (contract.ended?.on ?? contract.term.value) : year.end.value;
  const until = from === null || to === null ? null : to < today ? to : today;
  const period = from === null || to === null ? 'dates à préciser' : `du ${formatDay(from)} au ${formatDay(to)}`;
  return {
    contractYear,
    from,
    to,
    today,
    until: until !== null && from !== null && until < from ? null : until,
    title:
      contractYear === null
        ? 'Dossier de renouvellement de l’aide à l’emploi d’un assistant médical'
        : 'Bilan annuel de l’aide à l’emploi d’un assistant médical',
    subtitle:
      contractYear === null
        ? `Contrat entier, ${period}`
        : `${contractYear === 1 ? '1re' : `${contractYear}e`} année, ${period}`,
  };
}

/** Does something that lasts from `start` to `end` touch the period? Without a period, it does. */
export const touches = ({ from, to }: Scope, start: Day, end: Day | null): boolean =>
  (to === null || start <= to) && (from === null || end === null || end >= from);
