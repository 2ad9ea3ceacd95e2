export type { RenewalReadings } from './gather/readings.ts';
export { createRenewal } from './renewal.handlers.ts';
