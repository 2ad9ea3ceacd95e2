import { addDays, addMonths, weekdayOf, type Day } from '#shared/kernel/day.ts';
import { isHoliday } from '#shared/rules/calendar/index.ts';

/** Days the employer's side is built on: they follow the day of the demonstration, whose contract is in its third year. */
export interface EmployerDays {
  today: Day;
  /** Signature and start of Dr Lemoine's contract, and hire of Nadia Ferrand. */
  lemoine: Day;
  /** The same for Dr Benali and the assistant who left since, under the règlement arbitral of 2023. */
  benali: Day;
  left: Day;
  /** Hire of Julien Thévenin. */
  julien: Day;
  /** Training days of Nadia Ferrand: those followed, then the two still to come. */
  followed: Day[];
  toCome: [Day, Day];
}

export const hoursOfTrainingDay = 7;
const followedDays = 14;
/** Dr Benali signs before the text of 2024, even when the present day is far from it. */
const latestBenali = '2024-05-27';

/** This day, or the working day before it. */
export function workingDay(day: Day): Day {
  let on = day;
  while (weekdayOf(on) > 5 || isHoliday({ territory: 'metropole' }, on).outcome === 'met') on = addDays(on, -1);
  return on;
}

export function employerDays(today: Day): EmployerDays {
  const lemoine = addDays(addMonths(`${today.slice(0, 7)}-01`, -32), 3);
  const benali = addMonths(lemoine, -6);
  const julien = addDays(addMonths(lemoine, 18), -2);
  const nextWeek = addDays(today, 7);
  const friday = addDays(nextWeek, (5 - weekdayOf(nextWeek) + 7) % 7);
  return {
    today,
    lemoine,
    benali: benali < latestBenali ? benali : latestBenali,
    left: addDays(julien, -33),
    julien,
    followed: Array.from({ length: followedDays }, (_, index) =>
      workingDay(addDays(friday, -21 * (followedDays - index))),
    ),
    toCome: [workingDay(friday), workingDay(addDays(friday, 14))],
  };
}
