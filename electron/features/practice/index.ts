export { practiceHandlers } from './practice.handlers.ts';
export { readSettings } from './practice.repository.ts';
