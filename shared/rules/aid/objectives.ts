import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  valueOn,
  type Computed,
  type Overrides,
  type ParameterUse,
  type Reason,
} from '../kernel/index.ts';
import { signedText } from './amount-table-of-year.ts';
import { reason } from './amount-words.ts';
import { collectiveTargets } from './collective-objectives.ts';
import type { ContractOption } from './contract-terms.ts';
import type { GivenFigure } from './given-amounts.ts';
import {
  dueYear,
  gpCumulative,
  gpMetrics,
  newlyInstalledObjective,
  otherMetrics,
  paediatricianMetrics,
} from './objective-figures.ts';
import { individualTarget } from './objective-target.ts';
import { METRICS, type Band, type Metric, type Population } from './objective-words.ts';
import type { RuleSetId } from './rule-sets.ts';

export interface ObjectiveSituation {
  readonly signatureDay: Day;
  readonly option: ContractOption;
  readonly population?: Population;
  /** Position at the start of the contract. */
  readonly band?: Band;
  readonly newlyInstalled?: boolean;
  /** Patients counted at the start, by metric. */
  readonly starts?: Readonly<Partial<Record<Metric, number>>>;
  /** Objectives written in the contract: they always win. */
  readonly typed?: Readonly<Partial<Record<Metric, GivenFigure>>>;
  /** Objectives a letter of the CPAM gave to this doctor: they win over those of the contract. */
  readonly notified?: Readonly<Partial<Record<Metric, GivenFigure>>>;
  /** Collective contract: full-time equivalents funded. */
  readonly fundedEtp?: number;
  /** Collective contract: what the members had already gained under their former contracts. */
  readonly formerGains?: Readonly<Partial<Record<Metric, number>>>;
  readonly overrides?: Overrides;
}

export interface MetricObjective {
  readonly metric: Metric;
  readonly label: string;
  /** Percent of the start, null when the objective is not a percentage or is not known. */
  readonly increase: Computed | null;
  /** Number of patients to reach. */
  readonly target: Computed;
}

export interface Objectives {
  readonly ruleSet: RuleSetId | null;
  readonly metrics: readonly MetricObjective[];
  /** Whether every metric must be reached. */
  readonly cumulative: Computed<boolean>;
  /** Contract year by which they must be. */
  readonly dueYear: Computed;
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

const YEAR = 'année de contrat';
const YES_NO = 'oui/non';

/**
 * What a contract asks for, metric by metric. A number typed from the contract always wins; unknown percentages ask
 * for it. Nothing is answered before the first text, nor for an option closed that day, except what was typed.
 */
export function contractObjectives(situation: ObjectiveSituation): Objectives {
  const text = signedText(situation);
  if (!text.ok) return { ...nothing, reasons: text.reasons, parameters: text.parameters };
  if (situation.option === 'PER_ETP') return collectiveTargets(situation, text.parameters);
  if (situation.population === undefined) {
    const asked = reason('population_missing', `Spécialité à préciser${NBSP}: généraliste, pédiatre ou autre.`);
    return {
      ...nothing,
      ruleSet: text.ruleSet,
      reasons: [asked],
      parameters: text.parameters,
      missing: ['population'],
    };
  }
  // The metrics of a second assistant's contract are those of the convention it belongs to.
  const metrics = metricsOf(situation.population, situation.signatureDay);
  const parameters = [...text.parameters, ...(metrics === null ? [] : [metrics])];
  const due = valueOn(dueYear, situation.signatureDay);
  const common = { ruleSet: text.ruleSet, dueYear: whole(due) };
  if (metrics?.value == null) {
    const words = `Indicateurs d’un pédiatre inconnus pour ce texte${NBSP}: saisir ceux de votre contrat.`;
    const answers = METRICS.filter((metric) => [situation.typed, situation.notified].some((one) => one?.[metric])).map(
      (metric) => individualTarget(metric, situation, text.ruleSet),
    );
    return {
      ...common,
      metrics: answers,
      cumulative: cumulative(situation, answers.length),
      reasons: [reason('metrics_unknown', words)],
      parameters,
      missing: answers.length > 0 ? [] : ['typed'],
    };
  }
  const answers = metrics.value.map((metric) => individualTarget(metric, situation, text.ruleSet));
  return {
    ...common,
    metrics: answers,
    cumulative: cumulative(situation, answers.length),
    reasons: [],
    parameters,
    missing: [...new Set(answers.flatMap(({ target }) => target.missing))],
  };
}

const nothing: Objectives = {
  ruleSet: null,
  metrics: [],
  cumulative: notComputed<boolean>(YES_NO, [], { reasons: [] }),
  dueYear: notComputed(YEAR, [], { reasons: [] }),
  reasons: [],
  parameters: [],
  missing: ['typed'],
};

function metricsOf(population: Population, day: Day): ParameterUse<readonly Metric[]> | null {
  if (population === 'GP') return valueOn(gpMetrics, day);
  // Before the règlement arbitral nothing sets paediatricians apart from the other specialities.
  return (population === 'PAEDIATRICIAN' ? valueOn(paediatricianMetrics, day) : null) ?? valueOn(otherMetrics, day);
}

function whole(use: ParameterUse<number> | null): Computed {
  return use?.value == null ? notComputed(YEAR, [], { reasons: [] }) : computed(use.value, YEAR, { parameters: [use] });
}

function cumulative(situation: ObjectiveSituation, metrics: number): Computed<boolean> {
  const { population, signatureDay, newlyInstalled, overrides } = situation;
  if (metrics === 1) return computed(true, YES_NO, { reasons: [reason('one_metric', 'Un seul indicateur.')] });
  const settled = newlyInstalled === true ? valueOn(newlyInstalledObjective, signatureDay) : null;
  if (settled?.value != null) return computed(settled.value.cumulative, YES_NO, { parameters: [settled] });
  const use = population === 'GP' && newlyInstalled !== true ? valueOn(gpCumulative, signatureDay, overrides) : settled;
  const parameters = use === null ? [] : [use];
  if (typeof use?.value === 'boolean') return computed(use.value, YES_NO, { parameters });
  const words = `Un indicateur ou les deux${NBSP}: à lire dans votre contrat.`;
  return notComputed<boolean>(YES_NO, ['cumulative'], { reasons: [reason('cumulative_unknown', words)], parameters });
}
