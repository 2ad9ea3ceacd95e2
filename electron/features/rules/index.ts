export { readOverrides } from './rule-choices.repository.ts';
export { rulesHandlers } from './rules.handlers.ts';
