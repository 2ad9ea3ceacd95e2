export { alertsOf, kindsSeenBy } from './alerts.ts';
export { comparedOfRow, patientRowFrom, type NewPatientRow, type PlaceOfRow } from './patient-row.ts';
export { linesOfIds } from './patient-lines.ts';
export { patientsHandlers } from './patients.handlers.ts';
export { placeOf } from './places.ts';
export { requirePatient } from './require-patient.ts';
export { indexRowsOf, nextNumber, pruneWords, reindexPatient, type IndexRows } from './search-index.ts';
export { candidatesFor } from './duplicates.ts';
