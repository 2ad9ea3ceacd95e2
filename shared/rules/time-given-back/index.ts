export { timeGivenBackRuleSet } from './book.ts';
export { COMPARED, KEPT, MINUTES } from './parameters.ts';
export { midnightOf, millisOf, type Times } from './durations.ts';
export { openTimeCount, timeGivenBack, type TimeCount } from './time-given-back.ts';
export {
  FAMILIES,
  families,
  STEPS,
  timeSteps,
  type BeforeAfter,
  type ComparedSide,
  type Family,
  type FamilyTime,
  type StepTime,
  type TimeAnswer,
  type TimedVisit,
  type TimeSituation,
  type TimeStep,
  type WeekTime,
} from './types.ts';
export { mondayOf } from './weeks.ts';
