export { readTrainings } from './read-trainings.ts';
export { trainingHandlers } from './training.handlers.ts';
