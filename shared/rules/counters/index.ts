export { countersRuleSet } from './book.ts';
export { coverage, type Coverage, type Period } from './coverage.ts';
export { ownPmt, type DeclarationsSituation } from './declarations.ts';
export { fileActive, type FileActiveSituation } from './file-active.ts';
export { gapLines, type Gap, type GapSituation } from './gap.ts';
export { historyMonths, MINOR_AGE, SEEN_RULES, seenStages, type SeenRule } from './parameters.ts';
export { monthsBetween, neededPerMonth, remaining, type ProgressSituation } from './progress.ts';
export {
  projectedMonths,
  projection,
  type CounterPoint,
  type Projected,
  type ProjectionSituation,
} from './projection.ts';
export { monthEnd, slidingWindow, type SlidingWindow } from './window.ts';
