export { trainingRuleSet } from './book.ts';
export { certification, type CertificationAnswer, type CertificationSituation } from './certification.ts';
export { trainingDeadlines, type TrainingDeadlines } from './deadlines.ts';
export { MODULE_NUMBERS, MODULE_TITLES, type CertificateCode, type ModuleNumber } from './figures.ts';
export { functionHolder } from './function-holder.ts';
export { nextSteps, STEPS, type NextStep, type NextSteps, type StepCode } from './next-steps.ts';
export {
  trainingProgress,
  type HoursLine,
  type ModuleHours,
  type ProgressSituation,
  type TrainingProgress,
} from './progress.ts';
export { profileOf, qualificationOn, type Qualification } from './qualification.ts';
export { ROUTES, trainingRoute, type Route, type RouteAnswer } from './route.ts';
export { TRAINING_ENTRIES } from './situation.ts';
export {
  DIPLOMAS,
  PROFILES,
  TEXTS,
  type DeadlineKind,
  type Diploma,
  type Profile,
  type RequiredTraining,
  type TextCode,
  type TrainingFile,
} from './types.ts';
export { vae, type VaeAnswer, type VaeApplication, type VaeSituation } from './vae.ts';
export {
  trainingWarnings,
  type DateState,
  type TrainingWarning,
  type TrainingWatch,
  type WatchedDate,
} from './warnings.ts';
export { SHARES, workingTime, type ShareOption, type WorkingTimeSituation } from './working-time.ts';
export { DEADLINE_NAMES, TRAINING_NAMES } from './wording.ts';
