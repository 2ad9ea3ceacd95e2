export { personTime, practiceTime } from './count-time.ts';
export { readInformed } from './information.ts';
export { timeHandlers } from './time.handlers.ts';
