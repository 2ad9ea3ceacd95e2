export type { Citation, Citations } from './citation.ts';
export {
  parameter,
  valueOn,
  type Confidence,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type ValueOrigin,
} from './parameter.ts';
export { met, notMet, undetermined, type Reason, type Verdict } from './verdict.ts';
