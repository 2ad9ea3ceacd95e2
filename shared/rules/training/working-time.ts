import type { Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, valueOn, type ParameterUse, type Verdict } from '../kernel/index.ts';
import { WORKING_TIME } from './figures.ts';
import { hoursWords, reason } from './wording.ts';

/** Time funded by each option, as a share of a full time. */
export const SHARES = {
  ETP_1_3: [1, 3],
  ETP_1_2: [1, 2],
  ETP_1: [1, 1],
  ETP_1_5: [3, 2],
  ETP_2: [2, 1],
} as const;
export type ShareOption = keyof typeof SHARES;

export interface WorkingTimeSituation {
  readonly option?: ShareOption;
  /** Weekly hours of the assistant, or of all the assistants of the contract for more than one full time. */
  readonly hoursPerWeek?: number;
}

/** Do the weekly hours reach the share funded by the option? Half a time has its own published figure. */
export function workingTime({ option, hoursPerWeek }: WorkingTimeSituation, day: Day): Verdict {
  const use = valueOn(option === 'ETP_1_2' ? WORKING_TIME.half : WORKING_TIME.full, day);
  const parameters: ParameterUse[] = use === null ? [] : [use];
  const missing = [
    ...(option === undefined ? ['option'] : []),
    ...(hoursPerWeek === undefined ? ['hoursPerWeek'] : []),
  ];
  if (option === undefined || hoursPerWeek === undefined || use === null || use.value === null) {
    const words = 'Option du contrat d’aide et heures par semaine à saisir.';
    return undetermined(missing, [reason('hours_missing', words)], parameters);
  }
  const [over, under] = option === 'ETP_1_2' ? [1, 1] : SHARES[option];
  const share = option === 'ETP_1_2' ? '1/2' : under === 1 ? String(over) : `${over}/${under}`;
  const asked = (use.value * over) / under;
  const shown = Number.isInteger(asked * 2) ? hoursWords(asked) : `${formatNumber(asked, 2)} h`;
  const words = `${hoursWords(hoursPerWeek)} par semaine, pour ${shown} demandées (${share} ETP).`;
  return hoursPerWeek * under >= use.value * over
    ? met([reason('hours_reached', words)], parameters)
    : notMet([reason('hours_short', words)], parameters);
}
