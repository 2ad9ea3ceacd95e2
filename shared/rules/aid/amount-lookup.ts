import type { Day } from '#shared/kernel/day.ts';
import { roundHalfUp } from '#shared/kernel/format.ts';
import type { Computed, ParameterUse } from '../kernel/index.ts';
import type { GoverningTable } from './amount-table-of-year.ts';
import { possibleStarts, type ContractDays } from './contract-years.ts';
import type { AmountRow } from './data/amount-rows.ts';
import type { GivenAmounts } from './given-amounts.ts';
import { legacyRevaluation, type AidTier } from './rule-sets.ts';

export interface AmountSituation extends ContractDays, GivenAmounts {
  /** The position at the start of the contract, written in it. A collective contract has none. */
  readonly tier?: AidTier;
  /** Full-time equivalents funded, for a collective contract. */
  readonly fundedEtp?: number;
  readonly contractYear: number;
}

/** A figure of a table, with the table. */
export type Found = { readonly value: number | null; readonly governing: GoverningTable };

/** Cents of a year in a table; years after the fifth have no line. */
export function amountFrom(governing: GoverningTable, contractYear: number): Found {
  const row = governing.row?.value ?? null;
  return { governing, value: row === null ? null : (row[String(contractYear) as keyof AmountRow] ?? null) };
}

/** What « Pourquoi ? » shows of a table. */
export function usesOf({ row, parameters }: GoverningTable): readonly ParameterUse[] {
  return row === null ? parameters : [...parameters, row];
}

/** A collective amount is given for one full-time equivalent. */
export function timesEtp(value: number | null, { option, fundedEtp }: AmountSituation): number | null {
  return value === null || option !== 'PER_ETP' || fundedEtp === undefined ? value : roundHalfUp(value * fundedEtp, 0);
}

/** While a suspension runs, the year may start as late as one likes: the raised amounts are tried too. */
export function daysToTry(start: Computed<Day>): readonly Day[] {
  const days = possibleStarts(start);
  const raisedFrom = legacyRevaluation.values[0].from;
  const open = start.value === null && start.alternatives.some(({ value }) => value === null);
  return open && raisedFrom !== null && days.every((day) => day < raisedFrom) ? [...days, raisedFrom] : days;
}
