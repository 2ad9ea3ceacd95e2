export { screeningRuleSet } from './book.ts';
export { evaluateScreening } from './evaluate.ts';
export { PROGRAMMES, RECORDED_ANSWERS, SCREENING_STATES, TEST_RESULTS, type ScreeningSituation } from './types.ts';
