export { sessionHandlers } from './session.handlers.ts';
