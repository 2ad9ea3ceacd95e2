export { createRenewal } from './renewal.handlers.ts';
