export { countersHandlers } from './counters.handlers.ts';
export { createPastVisitDesk } from './past-desk.ts';
export { counterForecast, type CounterForecast } from './ground.ts';
