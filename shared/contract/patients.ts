import { z } from 'zod';
import { alertKinds, alertSources, matchKinds, patientFieldNames, SEARCH_LIMIT } from '#shared/domain/patient.ts';
import { DayValue, Id, patchOf, ShortText } from '#shared/domain/values.ts';
import {
  DUPLICATE_LEVELS,
  IDENTITY_ATTRIBUTES,
  IDENTITY_CHANNELS,
  IDENTITY_DOCUMENTS,
  IDENTITY_STATUSES,
  STRICT_TRAITS,
} from '#shared/rules/identity/index.ts';
import { FileView, MergePreview, PatientLine, PlaceView, ToCorrect } from './patient-views.ts';
import { command, query } from './procedure.ts';

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]];
const Field = z.enum(patientFieldNames);
/** Raw texts by field, as typed. A field left out or empty is « non renseigné ». */
const TypedFields = z.partialRecord(Field, z.string().max(4000));
const Reason = z.string().trim().min(3, 'Dire pourquoi, en quelques mots.').max(300);
const patient = { patientId: Id };
const topics = ['patients', 'board'] as const;
/** Status of the identity after a gesture, and the sentence to show. */
const statusAnswer = z.object({ status: z.enum(keysOf(IDENTITY_STATUSES)), words: z.string() });

/** A document shown at the desk. `country`: ISO code of an identity card, French when null. */
export const SeenDocument = z.strictObject({
  code: z.enum(keysOf(IDENTITY_DOCUMENTS)),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  parentDocumentSeen: z.boolean().nullable(),
  enteringEhpad: z.boolean().nullable(),
});
export type SeenDocument = z.infer<typeof SeenDocument>;

/** One existing file that resembles what is being typed, best first. */
export const DuplicateView = z.object({
  patient: PatientLine,
  level: z.enum(DUPLICATE_LEVELS),
  /** Twins: never a duplicate; to be marked homonyme. */
  twins: z.boolean(),
  reasons: z.array(z.string()),
  traits: z.array(
    z.object({
      trait: z.string(),
      label: z.string(),
      typed: z.string(),
      existing: z.string(),
      result: z.enum(['same', 'different', 'unknown']),
    }),
  ),
  visitCount: z.number().int(),
  lastVisit: z.object({ day: z.string(), doctorId: Id }).nullable(),
});
export type DuplicateView = z.infer<typeof DuplicateView>;

const alertWords = {
  label: z.string().trim().max(120),
  noneKnown: z.boolean(),
  source: z.enum(alertSources),
  statedOn: DayValue,
};
const changing = (label: string) => ({ permission: 'patient.edit', undo: 'inverse', topics, label }) as const;
const onAlert = (label: string) => ({ permission: 'clinical.record', undo: 'inverse', topics, label }) as const;

/**
 * Patients: search, file, identity, duplicates, merge, alert row, places.
 * Refusals: INVALID (with a sentence per field), EDIT_CONFLICT, DUPLICATE_TO_ANSWER, PATIENT_MERGED (data.patientId =
 * the file that holds everything now), NOT_FOUND, NOT_ALLOWED.
 */
export const patientsContract = {
  /**
   * Words in any order, birth date in French habits, telephone, NIR. `total` counts what every typed word begins, up
   * to a ceiling (`more` = beyond it). Resembling lines (`match` infix, sound) only fill a short list and follow.
   */
  search: query(
    { permission: 'patient.read' },
    { text: z.string().max(120), limit: z.number().int().min(1).max(50).default(SEARCH_LIMIT) },
    z.object({
      total: z.number().int(),
      more: z.boolean(),
      results: z.array(PatientLine.extend({ match: z.enum(matchKinds) })),
    }),
  ),
  /** Today's patients in their order, then the files this person opened last. */
  recent: query(
    { permission: 'patient.read' },
    {},
    z.object({ today: z.array(PatientLine), opened: z.array(PatientLine) }),
  ),
  /** The whole file. `clinical` is null for who may not see it. */
  get: query({ permission: 'patient.read', opens: 'patient' }, patient, FileView),
  /** While typing: candidates from the third strict trait on, birth date first; empty before. */
  duplicates: query(
    { permission: 'patient.create' },
    { fields: TypedFields, exceptId: Id.nullable() },
    z.object({ searched: z.boolean(), candidates: z.array(DuplicateView) }),
  ),
  /**
   * Valid fields become the file, the others stay drafts « à corriger » (`toCorrect`). Only a missing or invalid
   * strict trait refuses (INVALID). A very probable duplicate refuses (DUPLICATE_TO_ANSWER) until `notSame` answers
   * for it. `draftId`: subject_id of the form's drafts (subject `new_patient`), discarded with the creation.
   */
  create: command(
    { permission: 'patient.create', undo: 'inverse', topics: ['patients', 'drafts'], label: 'Création d’un dossier' },
    {
      fields: TypedFields,
      document: SeenDocument.nullable(),
      notSame: z.array(z.strictObject({ patientId: Id, reason: Reason })).max(20),
      draftId: z.string().max(60).nullable(),
    },
    z.object({ id: Id, number: z.number().int(), status: statusAnswer, toCorrect: z.array(ToCorrect) }),
  ),
  /**
   * Patches against the values the person started from (those of `get().fields`). Disjoint edits merge; the same
   * field changed twice is EDIT_CONFLICT; notes merge word by word (`merged` gives the text kept).
   */
  edit: command(
    {
      permission: 'patient.edit',
      undo: 'inverse',
      topics: ['patients', 'board', 'drafts'],
      label: 'Modification d’un dossier',
    },
    { ...patient, patches: z.array(patchOf(Field)).min(1).max(60) },
    z.object({
      written: z.array(Field),
      merged: z.array(z.object({ field: Field, value: z.string() })),
      toCorrect: z.array(ToCorrect),
      /** Sentence when a strict trait changed the status. */
      status: statusAnswer,
    }),
  ),
  recordDocument: command(
    changing('Pièce d’identité vue'),
    { ...patient, document: SeenDocument, seenOn: DayValue },
    statusAnswer,
  ),
  /** `homonyme`, `douteuse`, `fictive`; the two last bring the identity back to provisoire and exclude each other. */
  setAttribute: command(
    changing('Attribut d’identité'),
    { ...patient, attribute: z.enum(keysOf(IDENTITY_ATTRIBUTES)), on: z.boolean() },
    statusAnswer,
  ),
  /** What the doctor's software shows, copied after a second reading of the five traits and of the matricule. */
  attest: command(
    { permission: 'identity.attest', undo: 'inverse', topics, label: 'Statut constaté dans le logiciel du médecin' },
    {
      ...patient,
      status: z.enum(['RECUP', 'QUAL']),
      software: ShortText,
      channel: z.enum(keysOf(IDENTITY_CHANNELS)),
      day: DayValue,
      matricule: z.string().max(30),
      oid: z.string().max(30),
      secondReading: z.strictObject({
        ...(Object.fromEntries(keysOf(STRICT_TRAITS).map((trait) => [trait, z.string().max(120)])) as Record<
          keyof typeof STRICT_TRAITS,
          z.ZodString
        >),
        matricule: z.string().max(30),
      }),
    },
    statusAnswer,
  ),
  /** An assistant records what is declared; `document` and `medecin` are the doctor's. */
  addAlert: command(
    onAlert('Ajout à la ligne d’alerte'),
    { ...patient, kind: z.enum(alertKinds), ...alertWords },
    z.object({ id: Id }),
  ),
  editAlert: command(
    onAlert('Modification de la ligne d’alerte'),
    { alertId: Id, patches: z.array(patchOf(z.enum(['label', 'statedOn']))).min(1) },
    z.object({}),
  ),
  confirmAlert: command(
    { permission: 'clinical.validate', undo: 'inverse', topics, label: 'Confirmation d’une alerte' },
    { alertId: Id },
    z.object({}),
  ),
  removeAlert: command(onAlert('Retrait de la ligne d’alerte'), { alertId: Id, reason: Reason }, z.object({})),
  /** Two files side by side before merging them; `refusal` says why it cannot be done. */
  mergePreview: query({ permission: 'identity.merge', opens: 'patient' }, { ...patient, mergedId: Id }, MergePreview),
  /** `patientId` is kept. `take`: fields whose value comes from the merged file. */
  merge: command(
    { permission: 'identity.merge', undo: 'inverse', topics, label: 'Fusion de deux dossiers' },
    { ...patient, mergedId: Id, take: z.array(Field), reason: Reason },
    z.object({ mergeId: Id, splitUntil: z.string() }),
  ),
  /** Within 30 days: both files as they were; what was edited since the merge stays on the kept one. */
  split: command(
    { permission: 'identity.merge', undo: 'inverse', topics, label: 'Séparation de deux dossiers' },
    { mergeId: Id, reason: Reason },
    z.object({ patientId: Id, mergedId: Id }),
  ),
  /** Communes (former codes too) and countries by name, postcode or code. A well-formed unlisted code answers `non_verifie`. */
  searchPlaces: query({ permission: 'patient.read' }, { text: z.string().max(80) }, z.array(PlaceView)),
};
