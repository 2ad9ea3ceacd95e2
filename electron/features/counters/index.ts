export { countersHandlers } from './counters.handlers.ts';
export { createPastVisitDesk } from './past-desk.ts';
