import { ageOn, isDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP, roundHalfUp } from '#shared/kernel/format.ts';
import { valueOn, type Overrides, type ParameterUse } from '../kernel/index.ts';
import { evaluate } from './evaluate.ts';
import { figure } from './limits.ts';
import { ALERT_RULES, ALERTS_FROM_AGE } from './thresholds.ts';
import { ALERT_LEVELS, type AlertLevel, type Evaluation, type MeasuredPatient } from './types.ts';
import { thresholdOwner } from './wording.ts';

export interface PressureReading {
  readonly systolic: number;
  readonly diastolic: number;
}

/** `always_three` is the default of the practice; `above_threshold` asks for more only from the threshold on. */
export const PRESSURE_PROTOCOLS = {
  always_three: 'Toujours trois mesures',
  above_threshold: 'Trois mesures à partir du seuil',
} as const;
export type PressureProtocol = keyof typeof PRESSURE_PROTOCOLS;

export interface PressureSituation {
  readonly patient: MeasuredPatient;
  readonly day: Day;
  readonly overrides?: Overrides;
}

export type RetainedPressure =
  | { readonly state: 'more_readings'; readonly remaining: number; readonly words: string }
  /** `from` holds the numbers (1 to 3) of the readings the figures come from. */
  | {
      readonly state: 'retained';
      readonly systolic: number;
      readonly diastolic: number;
      readonly from: readonly number[];
      readonly words: string;
    };

/**
 * Figure retained from the readings of one visit: mean of the last two of three, rounded half up; with
 * `above_threshold`, the first reading alone when it is under both thresholds (or when none applies at this age).
 * Source: protocol of the ESH/SFHTA 2021 recommendations (README.md).
 */
export function retainedPressure(
  readings: readonly PressureReading[],
  protocol: PressureProtocol,
  situation: PressureSituation,
): RetainedPressure {
  const [first] = readings;
  if (
    first !== undefined &&
    readings.length < 3 &&
    protocol === 'above_threshold' &&
    !reachesThreshold(first, situation)
  ) {
    return { state: 'retained', ...first, from: [1], words: `${pairWords(first)}, une mesure` };
  }
  const last = readings.at(-1);
  const before = readings.at(-2);
  if (readings.length < 3 || last === undefined || before === undefined) {
    const remaining = 3 - readings.length;
    return { state: 'more_readings', remaining, words: 'on retient la moyenne 2-3' };
  }
  const mean = {
    systolic: roundHalfUp((before.systolic + last.systolic) / 2, 0),
    diastolic: roundHalfUp((before.diastolic + last.diastolic) / 2, 0),
  };
  const from = [readings.length - 1, readings.length];
  return { state: 'retained', ...mean, from, words: `${pairWords(mean)}, moyenne ${from.join('-')}` };
}

function pairWords(reading: PressureReading): string {
  return `${formatNumber(reading.systolic)}/${formatNumber(reading.diastolic)}${NBSP}mmHg`;
}

function reachesThreshold(reading: PressureReading, situation: PressureSituation): boolean {
  const adultAge = ALERTS_FROM_AGE.PAS;
  const { birthDate } = situation.patient;
  const age = isDay(birthDate) && isDay(situation.day) ? ageOn(birthDate, situation.day) : null;
  const from = adultAge === null ? null : (valueOn(adultAge, situation.day, situation.overrides)?.value ?? null);
  if (age !== null && from !== null && age.years < from) return false;
  const reached = (code: 'PAS' | 'PAD', value: number): boolean => {
    const rule = ALERT_RULES.find((candidate) => candidate.threshold.id === `vital.${code}.notify_high`);
    const limit =
      rule === undefined ? null : (valueOn(rule.threshold, situation.day, situation.overrides)?.value ?? null);
    return limit !== null && value >= limit;
  };
  return reached('PAS', reading.systolic) || reached('PAD', reading.diastolic);
}

export interface PressureEvaluation {
  readonly systolic: Evaluation;
  readonly diastolic: Evaluation;
  readonly level: AlertLevel;
  /** One line for both figures: that of the higher level, the systolic first. */
  readonly words: string;
}

/** Both figures of one reading, each checked against the other. */
export function evaluateBloodPressure(reading: PressureReading, situation: PressureSituation): PressureEvaluation {
  const { patient, day, overrides } = situation;
  const shared = { patient, day, ...(overrides === undefined ? {} : { overrides }) };
  const systolic = evaluate({
    ...shared,
    code: 'PAS',
    value: reading.systolic,
    context: { paired: reading.diastolic },
  });
  const diastolic = evaluate({
    ...shared,
    code: 'PAD',
    value: reading.diastolic,
    context: { paired: reading.systolic },
  });
  const leading = weight(diastolic) > weight(systolic) ? diastolic : systolic;
  return { systolic, diastolic, level: leading.level, words: leading.words };
}

function weight(evaluation: Evaluation): number {
  return evaluation.status === 'refused' ? ALERT_LEVELS.length : ALERT_LEVELS.indexOf(evaluation.level);
}

const STANDING_SYSTOLIC = figure(
  'standing_drop_systolic',
  'Baisse debout, systolique',
  'mmHg',
  20,
  ['T1', 'T2'],
  'multiple_secondary',
);
const STANDING_DIASTOLIC = figure(
  'standing_drop_diastolic',
  'Baisse debout, diastolique',
  'mmHg',
  10,
  ['T1', 'T2'],
  'multiple_secondary',
);
export const STANDING_PARAMETERS = [STANDING_SYSTOLIC, STANDING_DIASTOLIC] as const;

export interface StandingDrop {
  readonly level: 'none' | 'notify';
  readonly systolic: number;
  readonly diastolic: number;
  readonly words: string;
  readonly parameters: readonly ParameterUse[];
}

/** Fall between the resting and the standing reading (after 1 or 3 minutes), notified from the threshold on. */
export function standingDrop(
  resting: PressureReading,
  standing: PressureReading,
  situation: Pick<PressureSituation, 'day' | 'overrides'>,
): StandingDrop {
  const uses = STANDING_PARAMETERS.map((definition) => valueOn(definition, situation.day, situation.overrides));
  const [systolicUse, diastolicUse] = uses;
  const systolic = resting.systolic - standing.systolic;
  const diastolic = resting.diastolic - standing.diastolic;
  const reached = (use: ParameterUse<number> | null | undefined, drop: number): boolean =>
    use?.value !== null && use?.value !== undefined && drop >= use.value;
  const notify = reached(systolicUse, systolic) || reached(diastolicUse, diastolic);
  const origin = uses.find((use) => use !== null && use.origin !== 'default')?.origin ?? 'default';
  const limit = uses.map((use) => (use?.value == null ? '–' : formatNumber(use.value))).join('/');
  return {
    level: notify ? 'notify' : 'none',
    systolic,
    diastolic,
    words: notify ? `baisse de ${limit} ou plus debout, ${thresholdOwner(origin)}` : 'dans les limites',
    parameters: uses.filter((use) => use !== null),
  };
}
