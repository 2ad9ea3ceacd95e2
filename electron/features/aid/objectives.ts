import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  contractObjectives,
  entryThreshold,
  givenFor,
  givenTarget,
  METRIC_LABELS,
  type Metric,
  type ObjectiveSituation,
} from '#shared/rules/aid/index.ts';
import { notComputed, withGiven, type Computed, type Reason } from '#shared/rules/kernel/index.ts';
import type { AidFacts } from './facts.ts';
import type { StoredContract, StoredObjective } from './stored.ts';
import { populationOf, startBand, startingPoint, tierOf, type StartingPoint } from './situation.ts';

/** A counter the contract follows: what was typed of it, and what is to be reached. */
export interface Objective {
  metric: Metric;
  label: string;
  stored: StoredObjective | null;
  increase: Computed | null;
  target: Computed;
  /** Minimum patientèle to sign; null when neither the text nor the CPAM says any. */
  threshold: Computed | null;
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
    ...givenTargets(typed, typedOn),
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
  const storedOf = (metric: Metric) => typed.find((one) => one.metric === metric) ?? null;
  const asked = answer.metrics.map(({ metric, label, increase, target }): Objective => {
    const stored = storedOf(metric);
    return { metric, label, stored, increase, target, threshold: thresholdOf(metric, stored, point) };
  });
  const others = typed
    .filter(({ metric }) => !asked.some((one) => one.metric === metric))
    .map((stored): Objective => typedAlone(stored, point));
  const { cumulative, dueYear, reasons } = answer;
  return { metrics: [...asked, ...others], cumulative, dueYear, reasons };
}

/** Objectives written in the contract, and those of a letter, as the rules take them. */
function givenTargets(typed: readonly StoredObjective[], typedOn: Day | null) {
  return {
    typed: Object.fromEntries(
      typed.flatMap(({ metric, target }) => (target === null ? [] : [[metric, { value: target, on: typedOn }]])),
    ),
    notified: Object.fromEntries(
      typed.flatMap(({ metric, notified, notifiedOn }) =>
        notified === null ? [] : [[metric, { value: notified, on: notifiedOn }]],
      ),
    ),
  };
}

/** Minimum patientèle of one metric: the text's, or the one the CPAM wrote for this doctor. A group has its own mean. */
function thresholdOf(metric: Metric, stored: StoredObjective | null, point: StartingPoint): Computed | null {
  const { signatureDay, option, profile, overrides } = point;
  if (option === 'PER_ETP') return null;
  const population = populationOf(profile);
  return entryThreshold({
    signatureDay,
    metric,
    overrides,
    ...(population === undefined ? {} : { population }),
    ...(profile?.mep == null ? {} : { particularPractice: profile.mep }),
    ...(stored?.threshold == null ? {} : { given: { value: stored.threshold, on: stored.thresholdOn } }),
  });
}

/** A counter written in the contract which the text does not name, or while the speciality is not said. */
function typedAlone(stored: StoredObjective, point: StartingPoint): Objective {
  const { metric } = stored;
  const label = METRIC_LABELS[metric];
  const words = `${label}${NBSP}: objectif à saisir, il est écrit dans le contrat.`;
  const asked = notComputed('patients', [`typed.${metric}`], { reasons: [{ code: 'type_objective', words }] });
  const target = givenTarget(asked, givenFor(givenTargets([stored], point.typedOn), metric));
  return { metric, label, stored, increase: null, target, threshold: thresholdOf(metric, stored, point) };
}
