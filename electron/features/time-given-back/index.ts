export { timeHandlers } from './time.handlers.ts';
export { timeReadings } from './time-readings.ts';
