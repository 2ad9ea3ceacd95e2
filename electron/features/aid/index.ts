export { aidHandlers } from './aid.handlers.ts';
export { readFacts } from './facts.ts';
export { contractView } from './view.ts';
