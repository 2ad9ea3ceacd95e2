import { DomainError } from '#shared/contract/errors.ts';
import type { CounterCurve, CounterView, GapView, OfficialCount } from '#shared/contract/counter-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import {
  coverage,
  gapLines,
  neededPerMonth,
  projectedMonths,
  projection,
  remaining,
  slidingWindow,
} from '#shared/rules/counters/index.ts';
import { statementUnit } from '#shared/rules/aid/index.ts';
import type { Reason } from '#shared/rules/kernel/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { gapCounts } from './gap-counts.ts';
import {
  adultsOnly,
  groundOf,
  minorsAfter,
  monthlyPoints,
  ownOn,
  standingOn,
  type Asked,
  type Ground,
} from './ground.ts';
import type { FollowedObjective } from './objective.ts';
import { readOfficials } from './official.repository.ts';

const mostMonths = 120;
const invalid = (field: string, message: string) => new DomainError('INVALID', { problems: [{ field, message }] });

async function gapOn(
  ground: Ground,
  view: { day: Day; objective: FollowedObjective | null },
  official: OfficialCount,
): Promise<GapView> {
  const { call, doctorId, metric, overrides, stages } = ground;
  const day = official.onDay;
  const { from, to } = slidingWindow(day, overrides);
  const counts = await gapCounts(call.db, metric, { doctorId, from, to, stages, minorsAfter: minorsAfter(day) });
  // Ours is counted as the statement is: the patients of the objective only when it does not say whom it counts.
  const adults = official.population === null ? adultsOnly(view.objective) : official.population === 'ADULT';
  // Passages are counted as on the day of the statement. Declarations are only known as they stand today: the later
  // ones are a line of the explanation.
  const ours = (await ownOn(ground, metric === 'PMT' ? view.day : day, adults)).value;
  const { minors = 0, ...others } = counts;
  const said = adults ? others : { ...others, minors };
  const gap = gapLines({ metric, ours, theirs: official.value, counts: said });
  return { ...gap, lines: [...gap.lines] };
}

function coverageOn({ metric, periods, overrides }: Ground, day: Day): CounterView['coverage'] {
  if (metric === 'PMT') return null;
  const { state, window, coveredMonths, words } = coverage(day, periods, overrides);
  return {
    state,
    from: window.from,
    to: window.to,
    coveredMonths,
    months: window.months,
    words,
    periods: [...periods],
  };
}

/** One counter of one doctor on a day, today at the latest. @throws NOT_FOUND, INVALID */
export async function counterView(call: QueryCall, asked: Asked & { day: Day | null }): Promise<CounterView> {
  const ground = await groundOf(call, asked);
  const day = asked.day ?? ground.today;
  if (day > ground.today) throw invalid('day', 'Cette date est dans le futur. Choisir une date passée.');
  const { objective, official, unit, own, start, reference, situation } = await standingOn(ground, day);
  const progress = {
    current: start?.value ?? null,
    target: objective?.view.targetValue ?? null,
    dueOn: objective?.view.dueOn ?? null,
  };
  /** A figure that rests on the statement, or waits for another one, says which patients it counts. */
  const told = <Answer extends { readonly reasons: readonly Reason[] }>(answer: Answer): Answer =>
    unit === null ? answer : { ...answer, reasons: [unit, ...answer.reasons] };
  return {
    doctorId: ground.doctorId,
    metric: ground.metric,
    day,
    official,
    unit,
    own,
    coverage: coverageOn(ground, day),
    gap: official === null ? null : await gapOn(ground, { day, objective }, official),
    objective: objective?.view ?? null,
    reference,
    remaining: told(remaining(progress)),
    perMonth: told(neededPerMonth(progress, day)),
    projection: told(projection(situation, day)),
  };
}

const monthCount = (from: string, to: string) =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1;

/** The curve, month by month, with the statements, the target line and the projection. @throws NOT_FOUND, INVALID */
export async function counterCurve(
  call: QueryCall,
  asked: Asked & { from: string; to: string },
): Promise<CounterCurve> {
  const { from } = asked;
  if (from > asked.to) throw invalid('to', 'Le dernier mois précède le premier.');
  if (monthCount(from, asked.to) > mostMonths) throw invalid('from', 'Dix ans au plus. Choisir un mois plus tardif.');
  const ground = await groundOf(call, asked);
  const { today, overrides, doctorId, metric } = ground;
  const to = asked.to < today.slice(0, 7) ? asked.to : today.slice(0, 7);
  const { objective, situation } = await standingOn(ground, today);
  const { startValue = null, targetValue = null, startsOn = today, dueOn = null } = objective?.view ?? {};
  return {
    points: metric === 'FA' ? await monthlyPoints(ground, from, to) : [],
    months: slidingWindow(today, overrides).months,
    officials: comparableOnes(await readOfficials(call.db, { doctorId, metric }), objective),
    target: {
      from: startValue === null ? null : { day: startsOn, value: startValue },
      to: targetValue === null || dueOn === null ? null : { day: dueOn, value: targetValue },
    },
    projection: projectedMonths(situation, today),
  };
}

/** Statements that count the patients of the objective; without one, those of the latest statement that says whom. */
function comparableOnes(
  officials: readonly OfficialCount[],
  objective: FollowedObjective | null,
): CounterCurve['officials'] {
  const said = officials.find(({ population }) => population !== null)?.population ?? null;
  return officials.map((one) => ({
    ...one,
    comparable:
      objective === null
        ? one.population === null || one.population === said
        : statementUnit(objective.metric, one.population) !== 'other',
  }));
}
