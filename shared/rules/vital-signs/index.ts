import type { Parameter } from '../kernel/index.ts';
import { STANDING_PARAMETERS } from './blood-pressure.ts';
import { CHILD_REFERENCES, CHILD_SATURATION } from './child-references.ts';
import {
  BMI_HEIGHT_MONTHS,
  CONFIRM_FROM_AGE,
  HEAD_UNTIL_AGE,
  LIMITS,
  PRESSURE_MIN_GAP,
  WEIGHT_CHECK_MONTHS,
  WEIGHT_CHECK_PERCENT,
} from './limits.ts';
import { ALERT_RULES, ALERTS_FROM_AGE } from './thresholds.ts';

export {
  evaluateBloodPressure,
  PRESSURE_PROTOCOLS,
  retainedPressure,
  standingDrop,
  type PressureProtocol,
  type PressureReading,
} from './blood-pressure.ts';
export { computeBmi } from './bmi.ts';
export { thresholdProblem, thresholdRule } from './coherence.ts';
export { childReference } from './child-references.ts';
export { NOT_DONE_REASONS, VITAL_SIGNS, type NotDoneReason } from './definitions.ts';
export { evaluate } from './evaluate.ts';
export { parseMeasure } from './parse.ts';
export {
  ALERT_LEVELS,
  VITAL_SIGN_CODES,
  type AlertLevel,
  type Evaluation,
  type LikelyValue,
  type MeasureValue,
  type MeasuredPatient,
  type PastMeasure,
  type VitalSignCode,
} from './types.ts';
export { VITAL_WORDS } from './wording.ts';

/** Every figure of the rule set: what the settings screen lists and the practice may change, by id. */
export const VITAL_PARAMETERS: readonly Parameter<number>[] = [
  ...Object.values(LIMITS).flatMap((limit) => [limit.hardMin, limit.hardMax, limit.confirmMin, limit.confirmMax]),
  ...[CONFIRM_FROM_AGE, PRESSURE_MIN_GAP, WEIGHT_CHECK_PERCENT, WEIGHT_CHECK_MONTHS, BMI_HEIGHT_MONTHS, HEAD_UNTIL_AGE],
  ...Object.values(ALERTS_FROM_AGE).filter((age) => age !== null),
  ...ALERT_RULES.map((rule) => rule.threshold),
  ...new Map(
    ALERT_RULES.flatMap((rule) => [
      ...('windowDays' in rule ? [rule.windowDays] : []),
      ...[rule.ageFrom, rule.ageBelow, rule.monthsBelow].filter((age) => age !== undefined),
    ]).map((parameter) => [parameter.id, parameter] as const),
  ).values(),
  ...STANDING_PARAMETERS,
  ...CHILD_REFERENCES.FC.map((band) => band.mean),
  ...CHILD_REFERENCES.FR.map((band) => band.mean),
  CHILD_SATURATION,
];
