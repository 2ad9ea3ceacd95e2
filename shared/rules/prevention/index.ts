export { preventionRuleSet } from './book.ts';
export { DECISION_TABLE } from './decision-table.ts';
export { decisionOn, preventionLabel, type PreventionDecision, type PreventionLine } from './label.ts';
export { DECISIONS, PREVENTION_GROUPS, RECORDED_DECISIONS, STATES_OF, type RecordedDecision } from './types.ts';
