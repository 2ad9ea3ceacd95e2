export { deadlinesHandlers } from './deadlines.handlers.ts';
export { listDeadlines } from './list-deadlines.ts';
