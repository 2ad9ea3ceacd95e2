import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  contractObjectives,
  METRIC_LABELS,
  type Metric,
  type MetricResult,
  type ObjectiveSituation,
} from '#shared/rules/aid/index.ts';
import { notComputed, withGiven, type Computed, type Reason } from '#shared/rules/kernel/index.ts';
import { countFact, type AidFacts } from './facts.ts';
import type { StoredContract, StoredObjective } from './stored.ts';
import { doctorsOf, populationOf, startBand, startingPoint, tierOf, type StartingPoint } from './situation.ts';

/** A counter the contract follows: what was typed of it, and what is to be reached. */
export interface Objective {
  metric: Metric;
  label: string;
  stored: StoredObjective | null;
  increase: Computed | null;
  target: Computed;
}
export interface ContractObjectives {
  metrics: Objective[];
  cumulative: Computed<boolean>;
  dueYear: Computed;
  reasons: readonly Reason[];
}

/** Objectives of a contract: typed, else by the text, else asked. */
export function objectivesOf(contract: StoredContract, facts: AidFacts): ContractObjectives {
  const { fields } = contract;
  const followed = objectivesAt(startingPoint(contract, facts), contract.objectives, fields.fundedEtp);
  const given =
    fields.cumulative === null ? null : { value: fields.cumulative, origin: 'typed' as const, on: fields.signedOn };
  return { ...followed, cumulative: withGiven(followed.cumulative, given) };
}

/** The same for a doctor at a starting point, signed or imagined. */
export function objectivesAt(
  point: StartingPoint,
  typed: readonly StoredObjective[],
  fundedEtp: number | null,
): ContractObjectives {
  const { signatureDay, option, newlyInstalled, starts, typedOn, overrides } = point;
  const population = populationOf(point.profile);
  const band = startBand(point, tierOf(point)?.value ?? null);
  const situation: ObjectiveSituation = {
    signatureDay,
    option,
    starts,
    overrides,
    typed: Object.fromEntries(
      typed.flatMap(({ metric, target }) => (target === null ? [] : [[metric, { value: target, on: typedOn }]])),
    ),
    formerGains: Object.fromEntries(
      typed.flatMap(({ metric, formerGain }) => (formerGain === null ? [] : [[metric, formerGain]])),
    ),
    ...(option === 'PER_ETP' && fundedEtp !== null ? { fundedEtp } : {}),
    ...(population === undefined ? {} : { population }),
    ...(band === undefined ? {} : { band }),
    // A collective contract counts the group, never one doctor who has just settled.
    ...(newlyInstalled === undefined || option === 'PER_ETP' ? {} : { newlyInstalled }),
  };
  const answer = contractObjectives(situation);
  const asked = answer.metrics.map(({ metric, label, increase, target }): Objective => ({
    metric,
    label,
    stored: typed.find((one) => one.metric === metric) ?? null,
    increase,
    target,
  }));
  const others = typed
    .filter(({ metric }) => !asked.some((one) => one.metric === metric))
    .map((stored): Objective => ({ ...typedAlone(stored, typedOn), stored }));
  const { cumulative, dueYear, reasons } = answer;
  return { metrics: [...asked, ...others], cumulative, dueYear, reasons };
}

/** A counter written in the contract which the text does not name, or while the speciality is not said. */
function typedAlone({ metric, target }: StoredObjective, on: Day | null): Omit<Objective, 'stored'> {
  const label = METRIC_LABELS[metric];
  const words = `${label}${NBSP}: objectif à saisir, il est écrit dans le contrat.`;
  const asked = notComputed('patients', [`typed.${metric}`], { reasons: [{ code: 'type_objective', words }] });
  const given = target === null ? null : { value: target, origin: 'typed' as const, on };
  return { metric, label, increase: null, target: withGiven(asked, given) };
}

export interface YearResult {
  metric: Metric;
  label: string;
  start: number | null;
  objective: number | null;
  achieved: number | null;
  on: Day | null;
  origin: 'statement' | 'projection' | 'none';
}

/**
 * What was counted for a year: the last statement up to its end, no older than the year before. The texts do not say
 * on which day the objectives are measured; the day of the statement is always shown. A group adds its doctors, all
 * of them or nothing.
 */
export function yearResults(
  contract: StoredContract,
  facts: AidFacts,
  metrics: readonly Objective[],
  between: { from: Day; to: Day },
): YearResult[] {
  return metrics.map(({ metric, label, stored, target }): YearResult => {
    const common = { metric, label, start: stored?.start ?? null, objective: target.value };
    const on = between.to < facts.today ? between.to : facts.today;
    const found = doctorsOf(contract, on).map((doctorId) => countFact(facts, doctorId, metric, between));
    const known = found.filter((one) => one !== null);
    const days = known.map(({ onDay }) => onDay).toSorted();
    if (known.length === 0 || known.length < found.length) {
      return { ...common, achieved: null, on: null, origin: 'none' };
    }
    const achieved = known.reduce((sum, { value }) => sum + value, 0);
    return { ...common, achieved, on: days[0] ?? null, origin: 'statement' };
  });
}

/** Results as the rules take them; none at all while a start or an objective is not known: nothing is invented. */
export function metricResults(results: readonly YearResult[]): MetricResult[] {
  const complete = results.flatMap(({ metric, start, objective, achieved }) =>
    start === null || objective === null
      ? []
      : [{ metric, start, objective, ...(achieved === null ? {} : { achieved }) }],
  );
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
