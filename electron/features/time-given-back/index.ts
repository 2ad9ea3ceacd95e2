export { timeHandlers } from './time.handlers.ts';
