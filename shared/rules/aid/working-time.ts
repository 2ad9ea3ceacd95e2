import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { Day } from '#shared/kernel/day.ts';
import { met, notMet, type Verdict } from '../kernel/index.ts';
import { ParameterReader, reason } from './conditions.ts';
import { fullTimeHours, halfTimeHours } from './parameters-eligibility.ts';
import { OPTION_LABELS, type AidOption } from './rule-sets.ts';

/** Shares of a full time, exact. */
const SHARES = {
  ETP_1_3: { of: 1, in: 3 },
  ETP_1_2: { of: 1, in: 2 },
  ETP_1: { of: 1, in: 1 },
  ETP_1_5: { of: 3, in: 2 },
  ETP_2: { of: 2, in: 1 },
} as const satisfies Readonly<Record<AidOption, { of: number; in: number }>>;

/** Whether the weekly hours employed for this doctor cover the option, several assistants added together. */
export function workingTime(
  { option, weeklyHours }: { readonly option: AidOption; readonly weeklyHours: number },
  day: Day,
): Verdict {
  const reader = new ParameterReader(day);
  const full = reader.read(fullTimeHours) ?? 0;
  const share = SHARES[option];
  const asked = option === 'ETP_1_2' ? (reader.read(halfTimeHours) ?? 0) : (full * share.of) / share.in;
  const hours = `${formatNumber(weeklyHours)}${NBSP}h par semaine`;
  const limit = `${formatNumber(asked, Number.isInteger(asked * 2) ? undefined : 2)}${NBSP}h`;
  // Compared as products: a third of 35 has no exact writing.
  const enough = option === 'ETP_1_2' ? weeklyHours >= asked : weeklyHours * share.in >= full * share.of;
  const label = OPTION_LABELS[option];
  return enough
    ? met([reason('hours_reached', `${hours}${NBSP}: couvre ${label} (${limit}).`)], reader.uses)
    : notMet([reason('hours_below', `${hours}${NBSP}: il en faut ${limit} pour ${label}.`)], reader.uses);
}
