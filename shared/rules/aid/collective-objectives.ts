import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Computed, type ParameterUse, type Reason } from '../kernel/index.ts';
import { reason } from './amount-words.ts';
import { givenFor, givenTarget } from './given-amounts.ts';
import { collectiveGain, collectiveNewlyInstalled, collectiveReduction, collectiveYears } from './objective-figures.ts';
import { METRIC_LABELS } from './objective-words.ts';
import type { MetricObjective, Objectives, ObjectiveSituation } from './objectives.ts';

const PATIENTS = 'patients';
type CollectiveMetric = 'PMT_ADULT_AND_CHILD' | 'FILE_ACTIVE';
const COLLECTIVE_METRICS: readonly CollectiveMetric[] = ['PMT_ADULT_AND_CHILD', 'FILE_ACTIVE'];

/**
 * Objectives of a collective contract: so many patients more for each full-time equivalent, in two years. Gains of
 * the members' former contracts lower them in a way nobody could read. A doctor settled for less than 12 months has
 * a number of his or her own.
 */
export function collectiveTargets(situation: ObjectiveSituation, known: readonly ParameterUse[]): Objectives {
  const day = situation.signatureDay;
  const gain = valueOn(collectiveGain, day, situation.overrides);
  const years = valueOn(collectiveYears, day);
  const newly = valueOn(collectiveNewlyInstalled, day);
  const answers = COLLECTIVE_METRICS.map((metric): MetricObjective => {
    const target = situation.newlyInstalled === true ? centileOf(metric, newly) : gainTarget(metric, situation, gain);
    const given = givenTarget(target, givenFor(situation, metric));
    return { metric, label: METRIC_LABELS[metric], increase: null, target: given };
  });
  const span = situation.newlyInstalled === true ? (newly?.value?.withinYears ?? null) : (years?.value ?? null);
  const uses = [years, newly].filter((use) => use !== null);
  return {
    ruleSet: 'COLL-2026',
    metrics: answers,
    cumulative: computed(true, 'oui/non', { parameters: gain === null ? [] : [gain] }),
    dueYear:
      span === null
        ? notComputed('année de contrat', [], { reasons: [] })
        : computed(span, 'année de contrat', { parameters: uses }),
    reasons: span === null ? [] : [within(span)],
    parameters: [...known, ...(gain === null ? [] : [gain]), ...uses],
    missing: [...new Set(answers.flatMap(({ target }) => target.missing))],
  };
}

function within(years: number): Reason {
  return reason('within_years', `À atteindre en ${years}${NBSP}ans.`);
}

function centileOf(metric: CollectiveMetric, use: ParameterUse<Record<CollectiveMetric, number>> | null): Computed {
  const value = use?.value?.[metric];
  if (use === null || value === undefined) return notComputed(PATIENTS, [`typed.${metric}`], { reasons: [] });
  const steps = [{ label: 'Objectif', words: '50e centile de la profession', value, unit: PATIENTS }];
  return computed(value, PATIENTS, { steps, parameters: [use] });
}

function gainTarget(
  metric: CollectiveMetric,
  situation: ObjectiveSituation,
  use: ParameterUse<Readonly<Record<CollectiveMetric, number>>> | null,
): Computed {
  const perEtp = use?.value?.[metric];
  const { fundedEtp } = situation;
  const start = situation.starts?.[metric];
  const former = situation.formerGains?.[metric];
  const missing = [
    ...(fundedEtp === undefined ? ['fundedEtp'] : []),
    ...(start === undefined ? [`starts.${metric}`] : []),
    ...(former === undefined ? [`formerGains.${metric}`] : []),
  ];
  const parameters = use === null ? [] : [use];
  if (perEtp === undefined || fundedEtp === undefined || start === undefined || former === undefined) {
    const words = `À saisir${NBSP}: ETP financés, patients au départ, gains des anciens contrats (0 s’il n’y en a pas).`;
    return notComputed(PATIENTS, missing, { reasons: [reason('inputs_missing', words)], parameters });
  }
  const gain = perEtp * fundedEtp;
  const words = `${formatNumber(start)} + ${formatNumber(perEtp)} × ${formatNumber(fundedEtp)}${NBSP}ETP`;
  const steps = [{ label: 'Objectif du groupe', words, value: start + gain, unit: PATIENTS }];
  if (former === 0) return computed(start + gain, PATIENTS, { steps, parameters });
  const formula = valueOn(collectiveReduction, situation.signatureDay);
  const asks = `Objectif baissé des gains déjà obtenus, d’une façon inconnue${NBSP}: saisir l’objectif notifié.`;
  return notComputed(PATIENTS, [`typed.${metric}`], {
    steps,
    reasons: [reason('reduction_unknown', asks)],
    parameters: formula === null ? parameters : [...parameters, formula],
    alternatives: [{ value: start + gain, words: 'Au plus, avant la baisse', sources: use?.sources ?? [] }],
  });
}
