export { deadlinesHandlers } from './deadlines.handlers.ts';
