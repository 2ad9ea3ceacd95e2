export {
  THEMES,
  unchangedArticles,
  versionOn,
  type Article,
  type ArticleVersion,
  type Dispute,
  type RuleSet,
  type Theme,
  type Unknown,
} from './book.ts';
export type { Citation, Citations } from './citation.ts';
export {
  computed,
  notComputed,
  withGiven,
  type Alternative,
  type Computed,
  type Given,
  type Step,
} from './computed.ts';
export {
  centsSchema,
  countSchema,
  daySchema,
  percentSchema,
  ruleEntry,
  type Refusal,
  type Refused,
  type RuleEntry,
} from './entry.ts';
export type { JsonValue } from './json.ts';
export {
  parameter,
  valueOn,
  type Confidence,
  type Editable,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type Signature,
  type ValueOrigin,
  type WrittenDay,
} from './parameter.ts';
export { CONFIDENCE_WORDS, citationWords, euros, valueWords } from './words.ts';
export { met, notMet, undetermined, type Reason, type Verdict } from './verdict.ts';
