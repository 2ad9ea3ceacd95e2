export type { Act } from './act.ts';
export { actsRuleSet } from './book.ts';
export { POST_LIMITS, postLimits, type PostAnswer, type PostLimit, type PostSituation } from './post-limits.ts';
export { ACT_ENTRIES, actCatalogue } from './situation.ts';
export {
  ACT_FAMILIES,
  ACT_VERDICTS,
  DEVICES,
  KIT_ANSWERS,
  type ActCondition,
  type ActFamily,
  type ActVerdict,
  type Device,
  type KitAnswers,
} from './types.ts';
export { ACTS, actVerdict, type ActAnswer, type ActCode, type ActSituation } from './verdict.ts';
