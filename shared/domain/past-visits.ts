import { z } from 'zod';
import { dateOrders } from './import-fields.ts';

/** What a column of a list of past visits can become. */
export const PAST_VISIT_FIELDS = {
  day: 'Date du passage',
  patientName: 'Patient (nom et prénom ensemble)',
  familyName: 'Nom du patient',
  givenName: 'Prénom du patient',
  birthDay: 'Date de naissance du patient',
  patientNumber: 'Numéro de dossier dans l’ancien logiciel',
  doctor: 'Médecin',
  status: 'État du rendez-vous (honoré, annulé, absent)',
} as const;
export type PastVisitField = keyof typeof PAST_VISIT_FIELDS;
export const pastVisitFields = Object.keys(PAST_VISIT_FIELDS) as [PastVisitField, ...PastVisitField[]];

/**
 * What becomes of a line.
 * - matched: counted, joined to a file; unmatched: counted under a keyed digest, no file found;
 * - unknown_doctor: waits for an answer, not imported; duplicate: already counted;
 * - left_out: not counted (cancelled, absent, doctor or person left out); invalid: cannot be read.
 */
export const PAST_VISIT_OUTCOMES = {
  matched: 'Rattaché à un dossier',
  unmatched: 'Patient sans dossier, compté',
  unknown_doctor: 'Médecin à préciser',
  duplicate: 'Déjà compté',
  left_out: 'Laissé de côté',
  invalid: 'Illisible',
} as const;
export type PastVisitOutcome = keyof typeof PAST_VISIT_OUTCOMES;
export const pastVisitOutcomes = Object.keys(PAST_VISIT_OUTCOMES) as [PastVisitOutcome, ...PastVisitOutcome[]];

/** Ten years of a practice of three doctors fit. */
export const pastVisitLimits = { bytes: 50 * 2 ** 20, lines: 300_000 } as const;

/** Which column feeds which field; a field is fed by one column at most. */
export const PastVisitMapping = z
  .array(
    z.strictObject({
      column: z.number().int().min(0),
      field: z.enum(pastVisitFields),
      dateOrder: z.enum(dateOrders).exactOptional(),
    }),
  )
  .max(pastVisitFields.length);
export type PastVisitMapping = z.infer<typeof PastVisitMapping>;
