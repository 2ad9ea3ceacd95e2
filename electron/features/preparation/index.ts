export { readCards } from './card.ts';
export { preparationHandlers } from './preparation.handlers.ts';
