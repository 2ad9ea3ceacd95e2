export { comparedOfRow, patientRowFrom, type NewPatientRow } from './patient-row.ts';
export { patientsHandlers } from './patients.handlers.ts';
export { placeOf } from './places.ts';
export { indexRowsOf, reindexPatient } from './search-index.ts';
