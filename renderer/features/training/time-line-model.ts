import type { AssistantTraining } from '#shared/contract/training.ts';
import { daysBetween, formatDay, type Day } from '#shared/kernel/day.ts';
import type { WatchedDate } from '#shared/rules/training/index.ts';

export type PointTone = 'primary' | 'ok' | 'warn' | 'bad' | 'neutral';

/** One mark of the line: a circle for what happens, a diamond for a legal date. */
export interface Point {
  readonly shape: 'circle' | 'diamond';
  readonly day: Day;
  readonly label: string;
  /** Under the label: the date, and what became of it. */
  readonly detail: string;
  readonly filled: boolean;
  readonly tone: PointTone;
}

/** A point with its place: share of the width, and how far its label stands from the line. */
export interface PlacedPoint extends Point {
  readonly x: number;
  readonly level: number;
  /** Where the label holds: centred on its mark, or kept inside the two ends of the line. */
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface TimeLineModel {
  readonly from: Day;
  readonly to: Day;
  readonly points: readonly Point[];
}

/** Marks of one assistant's line, from the hire to the last date; null without a hire day. */
export function timeLineOf(view: AssistantTraining, today: Day): TimeLineModel | null {
  const { hiredOn } = view;
  if (hiredOn === null) return null;
  const points = [...eventsOf(view, hiredOn, today), ...view.answers.watch.dates.map(deadlineOf(view))].filter(
    ({ day }) => day >= hiredOn,
  );
  const last =
    points
      .map(({ day }) => day)
      .sort()
      .at(-1) ?? today;
  const to = last > today ? last : today;
  return {
    from: hiredOn,
    to: to > hiredOn ? to : hiredOn,
    points: points.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  };
}

function eventsOf({ training, answers }: AssistantTraining, hiredOn: Day, today: Day): Point[] {
  const circle = (day: Day | null | undefined, label: string, tone: PointTone = 'primary'): Point[] =>
    day == null
      ? []
      : [
          {
            shape: 'circle',
            day,
            label,
            detail: formatDay(day),
            filled: day <= today,
            tone: day <= today ? tone : 'neutral',
          },
        ];
  const facts = training?.facts;
  const begun =
    facts != null && (facts.registeredOn !== null || facts.startedOn !== null || facts.certifiedOn !== null);
  const enrolBy = answers.deadlines.enrolBy.value;
  const closed = answers.route.route === 'CERTIFIED';
  const over = facts?.certifiedOn != null || facts?.abandonedOn != null;
  return [
    ...circle(hiredOn, 'Embauche'),
    ...circle(facts?.registeredOn, 'Inscription'),
    ...circle(
      facts?.startedOn,
      facts?.startedOn != null && facts.startedOn > today ? 'Début prévu' : 'Formation engagée',
      'ok',
    ),
    ...modulesOf(training).flatMap(({ day, label }) => circle(day, label)),
    ...circle(facts?.examOn, 'Épreuve'),
    ...(over ? [] : circle(facts?.plannedEnd, 'Fin prévue')),
    ...circle(facts?.certifiedOn, 'Qualification obtenue', 'ok'),
    ...circle(facts?.abandonedOn, 'Abandon', 'warn'),
    ...(begun || closed || enrolBy === null
      ? []
      : [{ ...enrolPoint(enrolBy), tone: enrolBy < today ? ('bad' as const) : ('warn' as const) }]),
  ];
}

const enrolPoint = (day: Day): Omit<Point, 'tone'> => ({
  shape: 'circle',
  day,
  label: 'S’inscrire au plus tard',
  detail: formatDay(day),
  filled: false,
});

/** Modules validated the same day share one mark. */
function modulesOf(training: AssistantTraining['training']): { day: Day; label: string }[] {
  const byDay = new Map<Day, string[]>();
  for (const { module, facts } of training?.modules ?? []) {
    if (facts.validatedOn === null) continue;
    byDay.set(facts.validatedOn, [...(byDay.get(facts.validatedOn) ?? []), module]);
  }
  return [...byDay].map(([day, modules]) => ({ day, label: modulesWords(modules) }));
}

function modulesWords(modules: readonly string[]): string {
  if (modules.some((one) => !/^\d$/u.test(one)))
    return modules.length === 1 ? 'Module validé' : `${modules.length} modules`;
  const sorted = modules.toSorted();
  if (sorted.length === 1) return `Module ${sorted[0]}`;
  return `Modules ${sorted.slice(0, -1).join(', ')} et ${sorted.at(-1)}`;
}

const TONES: Readonly<Record<WatchedDate['state'], PointTone>> = {
  kept: 'ok',
  kept_late: 'warn',
  late: 'bad',
  due: 'warn',
  ahead: 'neutral',
};

function deadlineOf({ answers }: AssistantTraining): (date: WatchedDate) => Point {
  return ({ kind, day, followed, state }) => {
    const { origin } = answers.deadlines[kind];
    const met = state === 'kept' || state === 'kept_late';
    const others = answers.watch.dates.some((one) => one.kind === kind && one.day !== day);
    const standing = followed
      ? { kept: 'respecté', kept_late: 'tenu en retard', late: 'dépassé', due: '', ahead: '' }[state]
      : 'autre lecture';
    const source =
      followed && origin !== 'computed' ? 'date du courrier' : followed && others && !met ? 'date retenue' : '';
    return {
      shape: 'diamond',
      day,
      label: kind === 'start' ? 'Engager' : 'Obtenir',
      detail: [formatDay(day), standing, source].filter(Boolean).join(' · '),
      filled: met,
      tone: followed || met ? TONES[state] : 'neutral',
    };
  };
}

/** Where a day falls, from 0 (hire) to 1 (last date). */
export function shareOf({ from, to }: TimeLineModel, day: Day): number {
  const whole = daysBetween(from, to);
  return whole === 0 ? 0 : Math.min(1, Math.max(0, daysBetween(from, day) / whole));
}

const CHARACTER = 6.6;
const GAP = 12;

/**
 * Labels beside each other never overlap: one that would stands one level farther from the line.
 * @param width of the line, in pixels
 */
export function placed(model: TimeLineModel, shape: Point['shape'], width: number): PlacedPoint[] {
  const ends: number[] = [];
  return model.points
    .filter((point) => point.shape === shape)
    .map((point) => {
      const x = shareOf(model, point.day);
      const size = Math.max(point.label.length, point.detail.length) * CHARACTER;
      const anchor = x * width < size / 2 ? 'start' : x * width + size / 2 > width ? 'end' : 'middle';
      const left = { start: 0, middle: x * width - size / 2, end: width - size }[anchor];
      let level = ends.findIndex((end) => end + GAP <= left);
      if (level === -1) level = ends.length;
      ends[level] = left + size;
      return { ...point, x, level, anchor };
    });
}

/** The line in words: its accessible name. */
export function timeLineWords({ points }: TimeLineModel, today: Day): string {
  const words = points.map(
    ({ shape, label, detail }) => `${shape === 'diamond' ? 'Échéance, ' : ''}${label}\u00a0: ${detail}.`,
  );
  const before = points.filter(({ day }) => day <= today).length;
  return [
    'Ligne de temps.',
    ...words.slice(0, before),
    `Aujourd’hui\u00a0: ${formatDay(today)}.`,
    ...words.slice(before),
  ].join(' ');
}
