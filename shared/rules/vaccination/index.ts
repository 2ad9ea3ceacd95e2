import type { Parameter } from '../kernel/index.ts';
import { vaccinationRuleSet } from './book.ts';

export { vaccinationRuleSet } from './book.ts';
export { evaluateVaccination, evaluateVaccinationRule } from './evaluate.ts';
export { mandatoryVaccinations } from './mandatory.ts';
export {
  ANTIGENS,
  CONDITIONS,
  EVENTS,
  SEASONS,
  VACCINATION_STATES,
  type Antigen,
  type Condition,
  type SeasonKey,
  type SeasonWindow,
  type VaccinationAnswer,
  type VaccinationEvent,
  type VaccinationPatient,
  type VaccinationState,
  type VaccineDose,
} from './model.ts';
export { prepareVaccination, type PreparedVaccination } from './prepare.ts';
export { PRODUCT_NAMES } from './products.ts';
export type { ProductAnswer, VaccinationAnswers } from './situation.ts';

/** Every figure of the chapter: what the settings list and the practice may change, by id. */
export const VACCINATION_PARAMETERS: readonly Parameter[] = vaccinationRuleSet.articles.flatMap(
  ({ parameters }) => parameters,
);
