export { firstReasons } from './first-reasons.ts';
export { practiceHandlers } from './practice.handlers.ts';
export { readSettings } from './practice.repository.ts';
