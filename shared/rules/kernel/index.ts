export type { Citation, Citations } from './citation.ts';
export type { JsonValue } from './json.ts';
export {
  CONFIDENCES,
  CONFIDENCE_LABELS,
  parameter,
  valueOn,
  type Confidence,
  type DatedValue,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type ValueOrigin,
  type WrittenDay,
} from './parameter.ts';
export { met, notMet, undetermined, type Reason, type Verdict } from './verdict.ts';
