import type { Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  euros,
  notComputed,
  valueOn,
  type Alternative,
  type Computed,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type Reason,
  type Step,
} from '../kernel/index.ts';
import { CENTS, centsOf, centsStep, percentOf, reason, yearWords } from './amount-words.ts';
import type { ContractOption } from './contract-terms.ts';
import { givenAmount, type GivenAmounts } from './given-amounts.ts';
import {
  collectiveFirstYear,
  collectiveFormula,
  collectivePolicy,
  collectiveTolerance,
  measurementDate,
  MODULATION_POLICIES,
  modulationFirstYear,
  modulationPolicy,
  POLICIES,
  PRORATA_POLICIES,
  toleranceMargin,
  type ModulationPolicy,
} from './modulation-figures.ts';
import { gainShare, sharePaid } from './modulation-share.ts';
import { collectiveGain, gpCumulative } from './objective-figures.ts';
import { METRIC_LABELS, type Metric, type Population } from './objective-words.ts';
import { cite } from './sources.ts';

export interface MetricResult {
  readonly metric: Metric;
  /** Patients at the start, asked for, and counted. */
  readonly start: number;
  readonly objective: number;
  readonly achieved?: number;
}

type MeasuredMetric = MetricResult & { readonly achieved: number };

export interface ModulationSituation extends Pick<GivenAmounts, 'notified'> {
  readonly signatureDay: Day;
  readonly option: ContractOption;
  readonly contractYear: number;
  /** Full amount of the year, in cents. */
  readonly fullAmount: number;
  readonly population?: Population;
  readonly metrics: readonly MetricResult[];
  /** The rule written in the contract, or told by the CPAM. */
  readonly policy?: ModulationPolicy;
  /** Both figures asked for by the contract, or one being enough. */
  readonly cumulative?: boolean;
  readonly overrides?: Overrides;
}

/**
 * Amount due for a contract year, in cents, after the effect of the objectives. Years before the third are paid in
 * full. From the third, the rule is the contract's or the practice's; when nobody knows it, the answer is undetermined
 * with the amount of each rule beside, unless all of them agree. A notified amount wins.
 */
export function modulatedAmount(situation: ModulationSituation): Computed {
  return givenAmount(
    amountByResults(situation),
    situation.notified === undefined ? {} : { notified: situation.notified },
  );
}

function amountByResults(situation: ModulationSituation): Computed {
  const { signatureDay, option, contractYear, fullAmount, metrics } = situation;
  const collective = option === 'PER_ETP';
  const first = valueOn(collective ? collectiveFirstYear : modulationFirstYear, signatureDay);
  const full = centsStep('Montant entier', yearWords(contractYear), fullAmount);
  if (first?.value == null) {
    return notComputed(CENTS, ['notified'], {
      reasons: [reason('no_rule_set', 'Aucun texte à la date de signature.')],
    });
  }
  if (contractYear < first.value) {
    const paid = reason(
      'paid_in_full',
      `${yearWords(contractYear)}${NBSP}: montant entier, quels que soient les résultats.`,
    );
    return computed(fullAmount, CENTS, { steps: [full], reasons: [paid], parameters: [first] });
  }
  const measured = metrics.filter((one): one is MeasuredMetric => one.achieved !== undefined);
  const missing = metrics.flatMap(({ achieved }, index) =>
    achieved === undefined ? [`metrics.${index}.achieved`] : [],
  );
  if (metrics.length === 0) missing.push('metrics');
  if (missing.length > 0) {
    const asked = reason('result_missing', 'Résultat de chaque indicateur à saisir.');
    return notComputed(CENTS, missing, { steps: [full], reasons: [asked], parameters: [first] });
  }
  return byPolicy(situation, measured, [full, ...measured.map(gainStep)], [first, ...unknownsOf(situation)]);
}

function byPolicy(
  situation: ModulationSituation,
  measured: readonly MeasuredMetric[],
  steps: readonly Step[],
  known: readonly ParameterUse[],
): Computed {
  const { fullAmount } = situation;
  const choice = policyOf(situation);
  const cumulative = cumulativeOf(situation);
  const parameters = [...known, ...choice.parameters, ...cumulative.parameters];
  const outcome = (policy: ModulationPolicy) => sharePaid(policy, measured, cumulative.value);
  const answers = choice.possible.map((policy) => ({ policy, answer: outcome(policy) }));
  const amounts = new Set(
    answers.map(({ answer }) => (answer.share === null ? null : centsOf(fullAmount, answer.share))),
  );
  const [first] = answers;
  const reasons: Reason[] = [estimate];
  if (first?.answer.share != null && amounts.size === 1) {
    const { share } = first.answer;
    const amount = centsOf(fullAmount, share);
    const label = answers.length === 1 ? MODULATION_POLICIES[first.policy] : 'Toutes les règles possibles';
    const words = `${formatNumber(percentOf(share))}${NBSP}% de ${euros(fullAmount)}`;
    return computed(amount, CENTS, { steps: [...steps, centsStep(label, words, amount)], reasons, parameters });
  }
  const asks = answers.flatMap(({ answer }) => (answer.ask === null ? [] : [answer.ask]));
  if (choice.possible.length > 1) reasons.unshift(policyUnknown);
  if (asks.includes('cumulative')) reasons.unshift(cumulativeUnknown);
  if (asks.includes('zero_gain_loss')) reasons.unshift(lossWithoutGain);
  const missing = [
    ...(choice.possible.length > 1 ? ['policy'] : []),
    ...(asks.includes('cumulative') ? ['cumulative'] : []),
    ...(asks.includes('zero_gain_loss') ? ['notified'] : []),
  ];
  const alternatives = answers.map(({ policy, answer }): Alternative<number> => ({
    value: answer.share === null ? null : centsOf(fullAmount, answer.share),
    words: MODULATION_POLICIES[policy],
    sources: policy === 'ALL_OR_NOTHING' ? cite('S30', 'S31') : cite('S36'),
  }));
  return notComputed(CENTS, missing, { steps, reasons, parameters, alternatives });
}

const estimate = reason(
  'estimate',
  `Estimation${NBSP}: la marge de tolérance et la date de mesure ne sont pas connues.`,
);
const policyUnknown = reason(
  'policy_unknown',
  `Règle de calcul inconnue${NBSP}: saisir celle de votre contrat ou le montant notifié.`,
);
const cumulativeUnknown = reason(
  'cumulative_unknown',
  `Un indicateur est atteint, pas l’autre${NBSP}: le contrat demande-t-il les deux${NBSP}?`,
);
const lossWithoutGain = reason(
  'zero_gain_loss',
  `Objectif sans hausse et patientèle en baisse${NBSP}: le prorata ne se calcule pas. Demander à la CPAM.`,
);

function gainStep(one: MeasuredMetric): Step {
  const share = gainShare(one);
  const figures = `de ${formatNumber(one.start)} à ${formatNumber(one.achieved)} pour un objectif de ${formatNumber(one.objective)}`;
  return {
    label: METRIC_LABELS[one.metric],
    words: figures,
    value: share === null ? null : percentOf(share),
    unit: '%',
  };
}

/** What the rule depends on and nobody could read. */
function unknownsOf({ option, signatureDay, overrides }: ModulationSituation): readonly ParameterUse[] {
  const figures: readonly Parameter[] =
    option === 'PER_ETP' ? [collectiveTolerance] : [toleranceMargin, measurementDate];
  return figures.map((one) => valueOn(one, signatureDay, overrides)).filter((use) => use !== null);
}

/** The contract's rule, else the practice's, else all those a contract of that kind may follow. */
function policyOf({ option, policy, signatureDay, overrides }: ModulationSituation): {
  readonly possible: readonly ModulationPolicy[];
  readonly parameters: readonly ParameterUse[];
} {
  const collective = option === 'PER_ETP';
  const rule = collective ? valueOn(collectivePolicy, signatureDay) : null;
  const formula = valueOn(collective ? collectiveFormula : modulationPolicy, signatureDay, overrides);
  const parameters = [rule, formula].filter((use) => use !== null);
  const chosen = policy ?? POLICIES.find((one) => one === formula?.value);
  if (chosen !== undefined) return { possible: [chosen], parameters };
  return { possible: collective ? PRORATA_POLICIES : POLICIES, parameters };
}

/** Null: nobody could read whether both figures are asked for. One metric alone never needs the answer. */
function cumulativeOf({ cumulative, population, option, signatureDay, overrides }: ModulationSituation): {
  readonly value: boolean | null;
  readonly parameters: readonly ParameterUse[];
} {
  if (cumulative !== undefined) return { value: cumulative, parameters: [] };
  if (option === 'PER_ETP') {
    // The source adds the two gains with « et », and prorates an objective that is not fully reached.
    const gain = valueOn(collectiveGain, signatureDay);
    return { value: true, parameters: gain === null ? [] : [gain] };
  }
  if (population !== 'GP') return { value: null, parameters: [] };
  const use = valueOn(gpCumulative, signatureDay, overrides);
  return { value: use?.value ?? null, parameters: use === null ? [] : [use] };
}
