export { flag, minute, patientLine, type Card, type CardPerson, type CardReader } from './board.ts';
export { homonymSignalled, patientColumns } from './board.repository.ts';
export { patchedText } from './free-text.ts';
export { moveVisit } from './stage-move.ts';
export { lastChange, localMinute, requireVisit, type VisitRow } from './visit.repository.ts';
export { visitsHandlers } from './visits.handlers.ts';
