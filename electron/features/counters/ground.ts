import type { CounterCurve, CounterView, OfficialCount } from '#shared/contract/counter-views.ts';
import type { CounterMetric } from '#shared/domain/counters.ts';
import { addMonths, addYears, type Day } from '#shared/kernel/day.ts';
import {
  coverage,
  fileActive,
  historyMonths,
  MINOR_AGE,
  monthEnd,
  ownPmt,
  projection,
  seenStages,
  slidingWindow,
  type CounterPoint,
  type ProjectionSituation,
} from '#shared/rules/counters/index.ts';
import { statementUnit, unitReason } from '#shared/rules/aid/index.ts';
import { valueOn, type Overrides, type Reason } from '#shared/rules/kernel/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { declarationsOf } from './gap-counts.ts';
import { objectiveOn, type FollowedObjective } from './objective.ts';
import { readOfficials } from './official.repository.ts';
import { requireDoctor } from './official.ts';
import { countByMonth, countSeen, recordedPeriods, type RecordedPeriod } from './own-count.ts';

export interface Asked {
  doctorId: string;
  metric: CounterMetric;
}

/** What both the card and the curve start from. */
export interface Ground extends Asked {
  call: QueryCall;
  today: Day;
  overrides: Overrides;
  stages: readonly string[];
  periods: readonly RecordedPeriod[];
}

/** @throws NOT_FOUND (doctor) */
export async function groundOf(call: QueryCall, asked: Asked): Promise<Ground> {
  await requireDoctor(call, asked.doctorId);
  const today = call.clock.today();
  const overrides = await readOverrides(call.db, today);
  const { stages } = seenStages(today, overrides);
  const periods = asked.metric === 'FA' ? await recordedPeriods(call.db, asked.doctorId, today, stages) : [];
  const { doctorId, metric } = asked;
  return { doctorId, metric, call, today, overrides, stages, periods };
}

/** Born after this day: a minor of avenant 7 on `day`. */
export const minorsAfter = (day: Day): Day => addYears(day, -(valueOn(MINOR_AGE, day)?.value ?? 0));

/** Whom the objective counts: adults alone under avenant 7. */
export const adultsOnly = (objective: FollowedObjective | null): boolean => objective?.metric === 'PMT_ADULT';

/** Our own count on a day, with its explanation. `adults`: those of 16 and over alone. */
export async function ownOn(ground: Ground, day: Day, adults: boolean): Promise<CounterView['own']> {
  const { call, doctorId, metric, today, overrides, stages, periods } = ground;
  if (metric === 'PMT') {
    const declared = await declarationsOf(call.db, doctorId, minorsAfter(day));
    return ownPmt({ ...declared, readOn: today, adultsOnly: adults }, day);
  }
  const { from, to } = slidingWindow(day, overrides);
  const counts = await countSeen(call.db, doctorId, from, to, stages);
  return fileActive({ ...counts, periods, overrides }, day);
}

export interface Standing {
  objective: FollowedObjective | null;
  official: OfficialCount | null;
  /** Told of the statement: it counts other patients than the objective, or does not say whom. */
  unit: Reason | null;
  own: CounterView['own'];
  /** The statement is what the Assurance Maladie pays on; our count stands in for it until one can be compared. */
  start: CounterPoint | null;
  reference: CounterView['reference'];
  situation: ProjectionSituation;
}

/** Where the counter stands on a day: objective, statement, own count, and what a projection would start from. */
export async function standingOn(ground: Ground, day: Day): Promise<Standing> {
  const { call, doctorId, metric, overrides } = ground;
  const objective = await objectiveOn(call.db, doctorId, metric, day);
  const officials = await readOfficials(call.db, { doctorId, metric, to: day });
  const counts = ({ population }: OfficialCount) =>
    objective === null || statementUnit(objective.metric, population) !== 'other';
  const compared = officials.find(counts) ?? null;
  const official = compared ?? officials[0] ?? null;
  const own = await ownOn(ground, day, adultsOnly(objective));
  const ours = own.value === null ? null : { day, value: own.value };
  const start = compared === null ? ours : { day: compared.onDay, value: compared.value };
  const dueOn = objective?.view.dueOn ?? null;
  const known = start !== null && dueOn !== null && dueOn > start.day;
  const points = known ? await completePoints(ground, day) : [];
  return {
    objective,
    official,
    unit: objective === null || official === null ? null : unitReason(objective.metric, official),
    own,
    start,
    reference: start === null ? null : compared === null ? 'own' : 'official',
    situation: { start, points, dueOn, overrides },
  };
}

/** Where a counter would be on a later day: the projection of its card, to that day. */
export interface CounterForecast {
  /** Day of the statement it starts from; null when it starts from our own count of today, or from nothing. */
  readonly statedOn: Day | null;
  readonly at: (on: Day) => ReturnType<typeof projection>;
}

/** The projection of one counter from today, by the median of its own months. @throws NOT_FOUND (doctor) */
export async function counterForecast(call: QueryCall, asked: Asked): Promise<CounterForecast> {
  const ground = await groundOf(call, asked);
  const { today, overrides } = ground;
  const { start, reference } = await standingOn(ground, today);
  const points = start === null ? [] : await completePoints(ground, today);
  return {
    statedOn: reference === 'official' ? (start?.day ?? null) : null,
    at: (on) => projection({ start, points, dueOn: on, overrides }, today),
  };
}

/** Gains come from our own complete months: statements are too few to tell a pace. */
async function completePoints(ground: Ground, day: Day): Promise<CounterPoint[]> {
  // Declarations are known as they stand today alone.
  if (ground.metric === 'PMT') return [];
  const month = day.slice(0, 7);
  const last = monthEnd(month) === day ? month : monthPlus(month, -1);
  const points = await monthlyPoints(ground, monthPlus(last, -historyMonths(day, ground.overrides)), last);
  return points.flatMap(({ day: on, counted, complete }) => (complete ? [{ day: on, value: counted }] : []));
}

const monthPlus = (month: string, months: number): string => addMonths(`${month}-01`, months).slice(0, 7);

/** The months from one to another, both included. */
function monthsFrom(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthPlus(month, 1)) months.push(month);
  return months;
}

/** Own file active at the end of each month, today for the current one; nothing before the first recorded passage. */
export async function monthlyPoints(ground: Ground, from: string, to: string): Promise<CounterCurve['points']> {
  const { call, doctorId, overrides, stages, periods, today } = ground;
  const { months: span } = slidingWindow(today, overrides);
  const begun = periods[0]?.from.slice(0, 7);
  if (begun === undefined || begun > to || from > to) return [];
  const shown = monthsFrom(from > begun ? from : begun, to);
  const read = monthsFrom(monthPlus(shown[0] ?? to, 1 - span), to);
  const days = read.map((month) => ({ from: `${month}-01`, to: monthEnd(month) }));
  const counts = await countByMonth(call.db, doctorId, days, span, stages);
  const points: CounterCurve['points'] = [];
  for (const [index, month] of shown.entries()) {
    const day = monthEnd(month) < today ? monthEnd(month) : today;
    const { state, coveredMonths, window } = coverage(day, periods, overrides);
    const whole = counts[read.length - shown.length + index] ?? 0;
    // A month under way is no whole month: its sliding year is counted by itself.
    const counted =
      day === monthEnd(month) ? whole : (await countSeen(call.db, doctorId, window.from, day, stages)).counted;
    points.push({ month, day, counted, complete: state === 'covered', coveredMonths });
  }
  return points;
}
