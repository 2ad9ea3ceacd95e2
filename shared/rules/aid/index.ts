// Who may sign, options, tier, collective contract, life of the contract.
export { aidCollectiveRuleSet, aidEligibilityRuleSet, aidLifeRuleSet } from './book-eligibility.ts';
export {
  AID_OPTIONS,
  AID_TIERS,
  CONTRACT_KINDS,
  FIRST_OPTIONS,
  governingRuleSet,
  OPTION_LABELS,
  RULE_SET_LABELS,
  RULE_SET_PERIODS,
  SECOND_OPTIONS,
  SIGNED_RULE_SETS,
  TIER_LABELS,
  type AidOption,
  type AidTier,
  type ContractKind,
  type RuleSetId,
  type SignedRuleSetId,
} from './rule-sets.ts';
export { SECTORS, SPECIALITIES, ZONES, type Sector, type Speciality, type Zone } from './parameters-eligibility.ts';
export {
  ADAPTED_SITUATIONS,
  COORDINATED_PRACTICES,
  type AdaptedSituation,
  type CoordinatedPractice,
  type EligibilitySituation,
} from './eligibility-situation.ts';
export { eligibility, ELIGIBILITY_CONDITIONS, type EligibilityCondition } from './eligibility.ts';
export type { GatheredVerdict } from './conditions.ts';
export { openOptions, type OptionVerdicts } from './options.ts';
export {
  secondAssistant,
  SECOND_ASSISTANT_CONDITIONS,
  type SecondAssistantCondition,
  type SecondAssistantSituation,
} from './second-assistant.ts';
export { tier, type TierSituation } from './tier.ts';
export { PERCENTILE_TABLES, percentilePosition, type PercentileRange, type PositionSituation } from './position.ts';
export { employment, EMPLOYMENT_KINDS, type EmploymentCondition, type EmploymentSituation } from './employment.ts';
export { workingTime } from './working-time.ts';
export {
  collectiveEligibility,
  COLLECTIVE_CONDITIONS,
  type CollectiveCondition,
  type CollectiveVerdict,
} from './collective-eligibility.ts';
export {
  COMPANY_FORMS,
  type CollectiveMember,
  type CollectiveSituation,
  type CompanyForm,
} from './collective-situation.ts';
export { etpCap, type EtpCapSituation } from './collective-cap.ts';
export {
  collectiveContinuation,
  collectiveDocuments,
  COLLECTIVE_DOCUMENTS,
  memberChange,
  type CollectiveDocument,
  type CollectiveFile,
  type MemberChange,
} from './collective-life.ts';
export { waitingEnds } from './collective-waiting.ts';
export { absence, ABSENCE_ACTIONS, type AbsenceAction, type AbsenceAnswer, type AbsenceSituation } from './absence.ts';
export {
  departure,
  DEPARTURE_ACTIONS,
  doctorChange,
  moveToCollective,
  noticeEnd,
  renewal,
  type DepartureAction,
  type MoveToCollective,
  type OlderContract,
} from './contract-events.ts';
// Amounts, objectives, calendar and payments.
export { aidAmountsRuleSet } from './book-amounts.ts';
export { aidCalendarRuleSet } from './book-calendar.ts';
export { aidObjectivesRuleSet } from './book-objectives.ts';
export { CONTRACT_OPTION_LABELS, CONTRACT_OPTIONS, kindOf, type ContractOption } from './contract-terms.ts';
export type { ContractDays } from './contract-years.ts';
export { contractAmount } from './amount.ts';
export { contractCalendar, type ContractCalendar } from './calendar.ts';
export { MODULATION_POLICIES, type ModulationPolicy } from './modulation-figures.ts';
export { modulatedAmount, type MetricResult } from './modulation.ts';
export { contractObjectives, type ObjectiveSituation } from './objectives.ts';
export {
  BANDS,
  METRIC_LABELS,
  METRICS,
  POPULATION_LABELS,
  POPULATIONS,
  type Band,
  type Metric,
  type Population,
} from './objective-words.ts';
export { yearPayments } from './payments.ts';
export {
  contractSchedule,
  type ContractSchedule,
  type ScheduledYear,
  type ScheduleSituation,
  type ScheduleYear,
} from './schedule.ts';
export {
  amountEntry,
  calendarEntry,
  modulationEntry,
  objectiveEntry,
  paymentsEntry,
  scheduleEntry,
} from './entries-amounts.ts';
export { bandOf } from './band.ts';
export type { RenewedFrom } from './renewed-contract.ts';
export { textDay } from './text-day.ts';
export { entryThreshold } from './entry-threshold.ts';
export { givenFor, givenTarget } from './given-amounts.ts';
export { pmtMetricOn, statementUnit, unitReason } from './statement-unit.ts';
export { yearlyReview } from './yearly-review.ts';
