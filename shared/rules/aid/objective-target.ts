import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  valueOn,
  type Alternative,
  type Citation,
  type Computed,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type Step,
} from '../kernel/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { reason, typeYourFigure } from './amount-words.ts';
import { givenFor, givenTarget } from './given-amounts.ts';
import {
  bandLimits,
  highPatienteleMaintains,
  newlyInstalledObjective,
  objectiveRounding,
  ROUNDINGS,
  secondAssistantObjective,
} from './objective-figures.ts';
import { INCREASES } from './objective-increases.ts';
import { BAND_LABELS, METRIC_LABELS, type Metric, type Population } from './objective-words.ts';
import type { MetricObjective, ObjectiveSituation } from './objectives.ts';
import { FILE_ACTIVE_PERCENTILES, OTHER_FILE_ACTIVE_PERCENTILES, PMT_PERCENTILES } from './percentiles.ts';
import type { RuleSetId } from './rule-sets.ts';
import { cite } from './sources.ts';

const PATIENTS = 'patients';
type Target = Pick<MetricObjective, 'increase' | 'target'>;

/** The objective of one metric of an individual contract. The letter of the CPAM wins, then the contract. */
export function individualTarget(metric: Metric, situation: ObjectiveSituation, ruleSet: RuleSetId): MetricObjective {
  const { increase, target } = targetByText(metric, situation, ruleSet);
  return { metric, label: METRIC_LABELS[metric], increase, target: givenTarget(target, givenFor(situation, metric)) };
}

function targetByText(metric: Metric, situation: ObjectiveSituation, ruleSet: RuleSetId): Target {
  const { signatureDay, option, band, starts, newlyInstalled, overrides } = situation;
  if (option === 'PER_ETP') return asked(metric, []);
  if (ruleSet === 'CONV-2024-SECOND-AM') return asked(metric, usesOf(valueOn(secondAssistantObjective, signatureDay)));
  if (newlyInstalled === true) return newlyInstalledTarget(metric, situation);
  if (band === undefined) {
    const words = `Tranche de départ à saisir${NBSP}: elle est écrite dans le contrat.`;
    return { increase: null, target: notComputed(PATIENTS, ['band'], { reasons: [reason('band_missing', words)] }) };
  }
  const start = starts?.[metric];
  const limits = usesOf(valueOn(bandLimits, signatureDay));
  const kept = band === 'P90_P95' || band === 'P95_PLUS' ? valueOn(highPatienteleMaintains, signatureDay) : null;
  const figure = INCREASES[option]?.[band];
  const use = figure === undefined ? null : valueOn(figure, signatureDay, overrides);
  const uses = [...limits, ...usesOf(use), ...usesOf(kept)];
  if (use?.value == null && kept?.value === true) return maintained(metric, start, uses);
  if (figure === undefined || use?.value == null) return asked(metric, uses);
  const disputed = use.origin === 'default' ? disputedOn(figure, use) : [];
  const increase = computed(use.value, '%', {
    steps: [{ label: 'Hausse demandée', words: `Départ ${BAND_LABELS[band]}`, value: use.value, unit: '%' }],
    parameters: uses,
    alternatives: disputed.map(({ value, sources }) => ({ value, words: 'Autre lecture', sources })),
  });
  if (start === undefined) return { increase, target: startAsked(metric, uses) };
  const others = disputed.flatMap(({ value, sources }) => (value === null ? [] : roundedWays(start, value, sources)));
  return {
    increase,
    target: raised(start, use.value, others, { signatureDay, uses, ...(overrides === undefined ? {} : { overrides }) }),
  };
}

interface RaiseContext {
  readonly signatureDay: Day;
  readonly uses: readonly ParameterUse[];
  readonly overrides?: Overrides;
}

/** Start plus the percentage. The rounding is unknown (U05): when it matters, both numbers are shown. */
function raised(
  start: number,
  percent: number,
  others: readonly Alternative<number>[],
  context: RaiseContext,
): Computed {
  const { signatureDay, uses, overrides } = context;
  const ways = roundedWays(start, percent, []);
  const exact = exactTarget(start, percent);
  const words = `${formatNumber(start)} + ${formatNumber(percent)}${NBSP}%`;
  const steps: Step[] = [{ label: 'Objectif', words, value: exact, unit: PATIENTS }];
  const rounding = valueOn(objectiveRounding, signatureDay, overrides);
  const parameters = [...uses, ...usesOf(rounding)];
  const [only, second] = ways;
  if (only !== undefined && second === undefined)
    return computed(only.value ?? exact, PATIENTS, { steps, parameters, alternatives: others });
  const chosen = ways.find(({ way }) => way === rounding?.value);
  if (chosen !== undefined)
    return computed(chosen.value ?? exact, PATIENTS, { steps, parameters, alternatives: others });
  const asks = `Arrondi inconnu${NBSP}: saisir l’objectif écrit dans votre contrat.`;
  return notComputed(PATIENTS, ['typed'], {
    steps,
    parameters,
    reasons: [reason('rounding_unknown', asks)],
    alternatives: [
      ...ways.map(({ value, words: label }) => ({ value, words: label, sources: rounding?.sources ?? [] })),
      ...others,
    ],
  });
}

type RoundedWay = Alternative<number> & { readonly way: keyof typeof ROUNDINGS };

/** One way when both roundings give the same number, else two. */
function roundedWays(start: number, percent: number, sources: readonly Citation[]): readonly RoundedWay[] {
  const tenths = start * (1000 + Math.round(percent * 10));
  const truncated = Math.floor(tenths / 1000);
  const nearest = Math.floor((tenths + 500) / 1000);
  const at = `${formatNumber(percent)}${NBSP}%`;
  const low: RoundedWay = { way: 'TRUNCATED', value: truncated, words: `${ROUNDINGS.TRUNCATED} (${at})`, sources };
  const near: RoundedWay = { way: 'HALF_UP', value: nearest, words: `${ROUNDINGS.HALF_UP} (${at})`, sources };
  return truncated === nearest ? [low] : [low, near];
}

function exactTarget(start: number, percent: number): number {
  return (start * (1000 + Math.round(percent * 10))) / 1000;
}

/** The objective of a doctor with many patients under the règlement arbitral: keep them. */
function maintained(metric: Metric, start: number | undefined, parameters: readonly ParameterUse[]): Target {
  const increase = computed(0, '%', { parameters });
  if (start === undefined) return { increase, target: startAsked(metric, parameters) };
  const words = 'Garder la patientèle de départ';
  const check = reason('to_verify', `Objectif égal au départ${NBSP}: à vérifier dans votre contrat.`);
  const steps = [{ label: 'Objectif', words, value: start, unit: PATIENTS }];
  return { increase, target: computed(start, PATIENTS, { steps, parameters, reasons: [check] }) };
}

/**
 * A doctor who has just settled: a centile of the profession, whatever the start. Since 2023 nobody could read whether
 * the rule was kept: the same centile is only shown beside.
 */
function newlyInstalledTarget(metric: Metric, { signatureDay, population, overrides }: ObjectiveSituation): Target {
  const rule = valueOn(newlyInstalledObjective, signatureDay);
  const centile = valueOn(medianOf(metric, population), signatureDay, overrides);
  const parameters = [...usesOf(rule), ...usesOf(centile)];
  const answer = asked(metric, parameters);
  if (centile?.value == null) return answer;
  if (rule?.value == null) {
    const words = `50e centile, si la règle de l’avenant${NBSP}7 a été gardée`;
    const alternatives = [{ value: centile.value, words, sources: [...cite('S13'), ...centile.sources] }];
    return { ...answer, target: { ...answer.target, alternatives } };
  }
  const words = `${rule.value.percentile}e centile, dans les ${rule.value.withinYears}${NBSP}ans`;
  const steps = [{ label: 'Objectif', words, value: centile.value, unit: PATIENTS }];
  return { increase: null, target: computed(centile.value, PATIENTS, { steps, parameters }) };
}

function medianOf(metric: Metric, population: Population | undefined): Parameter<number> {
  if (metric !== 'FILE_ACTIVE') return PMT_PERCENTILES.p50;
  return population === 'GP' ? FILE_ACTIVE_PERCENTILES.p50 : OTHER_FILE_ACTIVE_PERCENTILES.p50;
}

function asked(metric: Metric, parameters: readonly ParameterUse[]): Target {
  const target = notComputed(PATIENTS, [`typed.${metric}`], { reasons: [typeYourFigure], parameters });
  return { increase: null, target };
}

function startAsked(metric: Metric, parameters: readonly ParameterUse[]): Computed {
  const words = `${METRIC_LABELS[metric]}${NBSP}: nombre de départ à saisir.`;
  return notComputed(PATIENTS, [`starts.${metric}`], { reasons: [reason('start_missing', words)], parameters });
}

function usesOf(use: ParameterUse | null): readonly ParameterUse[] {
  return use === null ? [] : [use];
}

function disputedOn(
  figure: Parameter<number>,
  use: ParameterUse,
): readonly { readonly value: number | null; readonly sources: readonly Citation[] }[] {
  return figure.values.find(({ from }) => from === use.from)?.disputed ?? [];
}
