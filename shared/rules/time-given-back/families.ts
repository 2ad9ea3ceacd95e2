import type { Day } from '#shared/kernel/day.ts';
import { formatNumber, frenchTypography, roundHalfUp } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  type Computed,
  type Parameter,
  type ParameterUse,
  type Reason,
  type Step,
} from '../kernel/index.ts';
import { isKept, stepMinutes } from './durations.ts';
import { KEPT, MINUTES } from './parameters.ts';
import { families, type Family, type FamilyTime, type NotedVisit } from './types.ts';
import { counted, REASONS } from './wording.ts';

/** Figures of the chapter in force, each null when the practice switched it off. */
export interface Figures {
  readonly minutes: Readonly<Record<keyof typeof MINUTES, number | null>>;
  readonly kept: Readonly<Record<keyof typeof KEPT, number | null>>;
  readonly uses: Readonly<Record<string, ParameterUse>>;
}

/** What assistants did, added up over a week or a period. Times are exact, not rounded. */
export interface Gestures {
  arrivals: number;
  bookings: number;
  items: number;
  /** Preparations timed on the board, and their milliseconds: whole, so that no order of adding changes the sum. */
  timed: number;
  timedMillis: number;
  /** Preparations timed, and set aside. */
  setAside: number;
  /** Measures of the visits whose preparation has no time. */
  measures: number;
}

export const noGesture = (): Gestures => ({
  arrivals: 0,
  bookings: 0,
  items: 0,
  timed: 0,
  timedMillis: 0,
  setAside: 0,
  measures: 0,
});

/** Adds one visit. A preparation counts by its own time; without one, by its measures. */
export function addVisit(sum: Gestures, visit: NotedVisit, longest: number | null): void {
  if (visit.arrivalNoted) sum.arrivals += 1;
  if (visit.booked) sum.bookings += 1;
  sum.items += visit.items;
  const time = visit.prepared ? stepMinutes(visit.times, 'preparation') : null;
  if (time === null) sum.measures += visit.measures();
  else if (longest !== null && isKept(time, longest)) {
    sum.timed += 1;
    sum.timedMillis += Math.round(time * 60_000);
  } else {
    sum.setAside += 1;
    sum.measures += visit.measures();
  }
}

/** The gestures of several weeks together. */
export function together(sums: Iterable<Gestures>): Gestures {
  const all = noGesture();
  for (const sum of sums) {
    for (const name of Object.keys(all) as (keyof Gestures)[]) all[name] += sum[name];
  }
  return all;
}

const timedMinutes = ({ timedMillis }: Gestures): number => timedMillis / 60_000;

/** Minutes of each family; an assumption switched off leaves its gestures out. */
export function minutesOf(sum: Gestures, { minutes }: Figures): Record<Family, number> {
  const whole = (value: number) => roundHalfUp(value, 0);
  return {
    reception: whole(sum.arrivals * (minutes.arrival ?? 0)),
    preparation: whole(timedMinutes(sum) + sum.measures * (minutes.measure ?? 0)),
    organisation: whole(sum.bookings * (minutes.booking ?? 0) + sum.items * (minutes.item ?? 0)),
  };
}

interface Line {
  readonly count: number;
  readonly words: readonly [string, string];
  readonly figure: Parameter<number>;
  readonly each: number | null;
}

/** The three families of the period, each with its calculation. */
export function familyTimes(sum: Gestures, figures: Figures, unattributed: number): FamilyTime[] {
  const { minutes, kept, uses } = figures;
  const lines: Readonly<Record<Family, readonly Line[]>> = {
    reception: [
      {
        count: sum.arrivals,
        words: ['arrivée notée', 'arrivées notées'],
        figure: MINUTES.arrival,
        each: minutes.arrival,
      },
    ],
    preparation: [
      {
        count: sum.measures,
        words: ['mesure hors chronomètre', 'mesures hors chronomètre'],
        figure: MINUTES.measure,
        each: minutes.measure,
      },
    ],
    organisation: [
      {
        count: sum.bookings,
        words: ['rendez-vous pris', 'rendez-vous pris'],
        figure: MINUTES.booking,
        each: minutes.booking,
      },
      { count: sum.items, words: ['action finalisée', 'actions finalisées'], figure: MINUTES.item, each: minutes.item },
    ],
  };
  const totals = minutesOf(sum, figures);
  return families.map((family) => {
    const timedUse = family === 'preparation' ? uses[KEPT.preparation.id] : undefined;
    const parameters = [...lines[family].map(({ figure }) => uses[figure.id]), timedUse].filter(
      (use) => use !== undefined,
    );
    const off = lines[family].filter(({ count, each }) => count > 0 && each === null);
    const reasons: Reason[] = off.map(({ figure }) => REASONS.switchedOff(figure.label));
    if (family === 'preparation' && sum.setAside > 0)
      reasons.push(REASONS.setAside(sum.setAside, kept.preparation ?? 0));
    if (family === 'organisation' && unattributed > 0) reasons.push(REASONS.unattributed(unattributed));
    const measured = family === 'preparation' ? roundHalfUp(timedMinutes(sum), 0) : 0;
    const steps: Step[] = [
      ...(family === 'preparation'
        ? [
            {
              label: 'Au tableau',
              words: counted(sum.timed, 'préparation chronométrée', 'préparations chronométrées'),
              value: measured,
              unit: 'min',
            },
          ]
        : []),
      ...lines[family].filter(({ each }) => each !== null).map(stepOf),
    ];
    const minutesAnswer: Computed =
      off.length > 0
        ? notComputed(
            'min',
            off.map(({ figure }) => figure.id),
            { steps, reasons, parameters },
          )
        : computed(totals[family], 'min', { steps, reasons, parameters });
    return { family, minutes: minutesAnswer, measured: computed(measured, 'min') };
  });
}

function stepOf({ count, words, figure, each }: Line): Step {
  return {
    label: figure.label,
    words: frenchTypography(`${counted(count, ...words)} × ${formatNumber(each ?? 0)} min`),
    value: roundHalfUp(count * (each ?? 0), 0),
    unit: 'min',
  };
}

/** Sum of the families; undetermined as soon as one is. */
export function totalTime(times: readonly FamilyTime[], labels: Readonly<Record<Family, string>>): Computed {
  const unknown = times.filter(({ minutes }) => minutes.value === null);
  const steps = times
    .filter(({ minutes }) => minutes.value !== null)
    .map(({ family, minutes }) => ({ label: labels[family], words: '', value: minutes.value ?? 0, unit: 'min' }));
  if (unknown.length > 0) {
    return notComputed(
      'min',
      unknown.flatMap(({ minutes }) => minutes.missing),
      { steps, reasons: unknown.flatMap(({ minutes }) => minutes.reasons) },
    );
  }
  return computed(
    steps.reduce((sum, { value }) => sum + value, 0),
    'min',
    { steps },
  );
}

export const withinPeriod = (day: Day, from: Day, to: Day): boolean => from <= day && day <= to;
