import { addDays, addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { objectivesOf, reachedShare } from './aid-rows.ts';
import type { EmployerContext, EmployerRows } from './invent-employer.ts';

/** Statements of the Assurance Maladie, for the proofs. */
export interface InventedCounts {
  rows: EmployerRows;
  statements: { id: string; words: string; on: Day }[];
}

/** Months after the start of the contract, and the part of the gain to the objective reached by then, in percent. */
const courses = {
  lemoine: {
    PMT: [
      [0, 0],
      [6, 12],
      [12, 26],
      [18, 42],
      [24, 57],
      [27, 65],
      [30.87, reachedShare],
    ],
    FA: [
      [0, 0],
      [12, 31],
      [24, 66],
      [30.87, 83],
    ],
  },
  benali: {
    PMT: [
      [0, 0],
      [12, 28],
      [24, 55],
      [33, 78],
      [36.87, 84],
    ],
    FA: [
      [0, 0],
      [24, 51],
      [36.87, 79],
    ],
  },
} as const;

const metrics = ['PMT', 'FA'] as const;

/** Official counts over time, rising towards the objectives without reaching them. */
export function inventCounts({ days, staff, id }: EmployerContext): InventedCounts {
  const statements: InventedCounts['statements'] = [];
  const rows: NonNullable<EmployerRows['official_count']> = [];
  const [lemoine, benali, garnier] = staff.doctors;
  const write = (doctorId: string, metric: string, on: Day, value: number) => {
    if (on >= days.today) return;
    const population = metric === 'PMT' ? 'ADULT_AND_CHILD' : null;
    const row = { id: id(on), doctor_id: doctorId, metric, on_day: on, value, population, version: 1 };
    rows.push(row);
    statements.push({ id: row.id, words: `${metric} au ${formatDay(on)} : ${value} patients`, on });
  };
  for (const [who, doctor] of [
    ['lemoine', lemoine],
    ['benali', benali],
  ] as const) {
    if (doctor === undefined) continue;
    for (const metric of metrics) {
      const [start, target] = objectivesOf[who][metric];
      for (const [months, percent] of courses[who][metric]) {
        const whole = Math.floor(months);
        const on = addDays(addMonths(days[who], whole), Math.round((months - whole) * 30));
        write(doctor.id, metric, on, start + Math.round(((target - start) * percent) / 100));
      }
    }
  }
  if (garnier !== undefined) write(garnier.id, 'PMT', addDays(days.lemoine, 940), 141);
  return { rows: { official_count: rows }, statements };
}
