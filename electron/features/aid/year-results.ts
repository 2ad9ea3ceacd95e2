import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { Metric, MetricResult } from '#shared/rules/aid/index.ts';
import { computed, notComputed, type Computed, type Reason, type Step } from '#shared/rules/kernel/index.ts';
import { countFact, unitTold, type AidFacts } from './facts.ts';
import type { Objective } from './objectives.ts';
import { doctorsOf } from './situation.ts';
import type { StoredContract } from './stored.ts';

export interface YearResult {
  metric: Metric;
  label: string;
  start: number | null;
  objective: number | null;
  achieved: number | null;
  on: Day | null;
  origin: 'statement' | 'projection' | 'none';
  low: number | null;
  high: number | null;
  counted: Computed;
}

const PATIENTS = 'patients';
type Found = Pick<YearResult, 'achieved' | 'on' | 'origin' | 'low' | 'high' | 'counted'>;

interface Asked {
  contract: StoredContract;
  facts: AidFacts;
  objective: Objective;
  /** Days of the statements that speak of the year: from the year before to its last day. */
  between: { from: Day; to: Day };
  /** First day of a statement a projection may start from. */
  since: Day;
}

/**
 * What is counted for a year. Over: the last statement up to its end, no older than the year before. Not over yet: the
 * projection of the counter at its last day when there is one, else that last statement; which of the two is always
 * told. No projection starts from a statement before `since`. The texts do not say on which day the objectives are
 * measured. A group adds its doctors, all of them or nothing.
 */
export function yearResults(
  contract: StoredContract,
  facts: AidFacts,
  metrics: readonly Objective[],
  { between, since }: Pick<Asked, 'between' | 'since'>,
): YearResult[] {
  return metrics.map((objective): YearResult => {
    const { metric, label, stored, target } = objective;
    const asked = { contract, facts, objective, between, since };
    const found = projectedAt(asked) ?? statedBy(asked);
    return { metric, label, start: stored?.start ?? null, objective: target.value, ...found };
  });
}

const names = ({ doctors }: AidFacts, ids: readonly string[], id: string): string =>
  ids.length > 1 ? (doctors.get(id) ?? '') : '';

/** Null unless the counter of every doctor can be projected to the last day of a year not over. */
function projectedAt({ contract, facts, objective, between: { to }, since }: Asked): Found | null {
  if (objective.metric !== 'FILE_ACTIVE' || to <= facts.today) return null;
  const ids = doctorsOf(contract, facts.today);
  const old = ids.some((id) => {
    const statedOn = facts.forecasts.get(id)?.statedOn ?? null;
    return statedOn !== null && statedOn < since;
  });
  if (old) return null;
  const answers = ids.map((id) => ({ who: names(facts, ids, id), answer: facts.forecasts.get(id)?.at(to) }));
  const [first] = answers;
  if (first?.answer === undefined || answers.some(({ answer }) => answer?.value == null)) return null;
  const sum = (of: 'low' | 'middle' | 'high') =>
    answers.reduce((total, { answer }) => total + (answer?.value?.[of] ?? 0), 0);
  const [low, middle, high] = [sum('low'), sum('middle'), sum('high')];
  const steps = answers.flatMap(({ who, answer }): Step[] =>
    (answer?.steps ?? []).map((step) => (who === '' ? step : { ...step, label: `${who}, ${step.label}` })),
  );
  const words = `Projection au ${formatDay(to)}${NBSP}: ${formatNumber(middle)} patients, entre ${formatNumber(low)} et ${formatNumber(high)}. Médiane des gains nets des derniers mois, bornes aux premier et troisième quartiles.`;
  const counted = computed(middle, PATIENTS, {
    steps,
    parameters: first.answer.parameters,
    reasons: [{ code: 'projection', words }, ...first.answer.reasons],
  });
  return { achieved: middle, on: to, origin: 'projection', low, high, counted };
}

function statedBy({ contract, facts, objective, between }: Asked): Found {
  const { metric } = objective;
  const on = between.to < facts.today ? between.to : facts.today;
  const ids = doctorsOf(contract, on);
  const found = ids.map((id) => ({ who: names(facts, ids, id), fact: countFact(facts, id, metric, between) }));
  const told = ids
    .flatMap((id) => unitTold(facts, id, metric, between) ?? [])
    .map(({ code, words }) => ({ code, words }));
  const facing = found.flatMap(({ who, fact }) => (fact === null ? [] : [{ who, fact }]));
  const common = { low: null, high: null } as const;
  if (facing.length === 0 || facing.length < found.length) {
    const words = 'Aucun relevé pour cette année.';
    const reasons = told.length > 0 ? told : [{ code: 'statement_missing', words }];
    const counted = notComputed(PATIENTS, ['official'], { reasons });
    return { ...common, achieved: null, on: null, origin: 'none', counted };
  }
  const achieved = facing.reduce((sum, { fact }) => sum + fact.value, 0);
  const days = facing.map(({ fact }) => fact.onDay).toSorted();
  const steps = facing.map(({ who, fact }): Step => ({
    label: who === '' ? 'Relevé' : `Relevé, ${who}`,
    words: `Au ${formatDay(fact.onDay)}`,
    value: fact.value,
    unit: PATIENTS,
  }));
  const reasons = [...told, ...(between.to > facts.today ? [withoutProjection(facts, ids, metric, between.to)] : [])];
  const counted = computed(achieved, PATIENTS, { steps, reasons });
  return { ...common, achieved, on: days[0] ?? null, origin: 'statement', counted };
}

/** Why a year to come rests on a statement. */
function withoutProjection({ forecasts }: AidFacts, ids: readonly string[], metric: Metric, to: Day): Reason {
  const refusal =
    metric === 'FILE_ACTIVE'
      ? ids.flatMap((id) => forecasts.get(id)?.at(to) ?? []).find(({ value }) => value === null)
      : undefined;
  const why =
    metric === 'FILE_ACTIVE'
      ? (refusal?.reasons[0]?.words ?? 'Aucun gain mensuel connu.')
      : 'Les déclarations passées ne sont pas connues.';
  return { code: 'statement_without_projection', words: `Dernier relevé retenu, faute de projection. ${why}` };
}

/** Results as the rules take them; none at all while a start or an objective is not known: nothing is invented. */
export function metricResults(results: readonly YearResult[], bound?: 'low' | 'high'): MetricResult[] {
  const complete = results.flatMap(({ metric, start, objective, achieved, ...band }) => {
    const value = bound === undefined ? achieved : (band[bound] ?? achieved);
    return start === null || objective === null
      ? []
      : [{ metric, start, objective, ...(value === null ? {} : { achieved: value }) }];
  });
  return complete.length === results.length ? complete : [];
}

/** Why the results cannot be used, in words, one by figure to type. */
export function unknownFigures(results: readonly YearResult[]): Reason[] {
  return results.flatMap(({ metric, label, start, objective }) => [
    ...(objective === null
      ? [{ code: `objective_${metric}`, words: `${label}${NBSP}: objectif inconnu, à saisir d’après le contrat.` }]
      : []),
    ...(start === null
      ? [{ code: `start_${metric}`, words: `${label}${NBSP}: nombre de départ inconnu, à saisir d’après le contrat.` }]
      : []),
  ]);
}

/** Which count an estimated amount rests on, counter by counter, with what is to be told of it. */
export function basisOf(results: readonly YearResult[]): Reason[] {
  return results.flatMap(({ metric, label, origin, on, counted }) => {
    const told = counted.reasons
      .filter(({ code }) => code !== 'IF_MONTHS_GO_ON')
      .map(({ code, words }) => ({ code: `${code}_${metric}`, words: `${label}${NBSP}: ${words}` }));
    if (origin !== 'statement' || on === null) return told;
    return [{ code: `statement_${metric}`, words: `${label}${NBSP}: relevé du ${formatDay(on)}.` }, ...told];
  });
}
