import type { Day } from '#shared/kernel/day.ts';
import type { Overrides, ParameterUse } from '../kernel/index.ts';
import { yearStart } from './contract-years.ts';

/** Whether `day` starts a new year of a contract begun on `startDay`, with what was read for a 29 February. */
export function anniversaryOn(
  startDay: Day,
  day: Day,
  overrides?: Overrides,
): { readonly is: boolean; readonly uses: readonly ParameterUse[] } {
  const years = Number(day.slice(0, 4)) - Number(startDay.slice(0, 4));
  if (years < 1) return { is: false, uses: [] };
  const contract = {
    signatureDay: startDay,
    startDay,
    option: 'PER_ETP',
    ...(overrides === undefined ? {} : { overrides }),
  } as const;
  const { value, parameters } = yearStart(contract, years + 1);
  return { is: value === day, uses: parameters };
}
