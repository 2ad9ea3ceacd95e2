import { z } from 'zod';
import { alertKinds, alertSources, patientFieldNames } from '#shared/domain/patient.ts';
import { Id } from '#shared/domain/values.ts';
import {
  IDENTITY_ATTRIBUTES,
  IDENTITY_CHANNELS,
  IDENTITY_DOCUMENTS,
  IDENTITY_STATUSES,
} from '#shared/rules/identity/index.ts';

const keysOf = <K extends string>(record: Record<K, unknown>) => Object.keys(record) as [K, ...K[]];
const text = z.string().nullable();
const Field = z.enum(patientFieldNames);

/** One line of a list: enough to recognise a person, nothing clinical. */
export const PatientLine = z.object({
  id: Id,
  /** Number of the file, « dossier 2 118 ». */
  number: z.number().int(),
  birthName: z.string(),
  firstGivenName: z.string(),
  usedName: text,
  usedGivenName: text,
  sex: z.enum(['M', 'F']),
  birthDay: z.string(),
  /** day, month, year or lunar: what is really known of the birth day. */
  birthPrecision: z.string(),
  status: z.enum(keysOf(IDENTITY_STATUSES)),
  /** Another file bears the same name and first given name (« homonymie signalée », derived). */
  homonym: z.boolean(),
  city: text,
  phone: text,
  /** Doctor of the practice declared as médecin traitant. */
  doctorId: Id.nullable(),
  /** Where the person is today. */
  today: z
    .object({
      visitId: Id,
      stage: z.string(),
      doctorId: Id,
      startMinute: z.number().int().nullable(),
      stageAt: z.string(),
    })
    .nullable(),
});
export type PatientLine = z.infer<typeof PatientLine>;

/** A typed value that is no fact yet, with the way out. Kept as a draft « à corriger » of the person who typed it. */
export const ToCorrect = z.object({ field: Field, raw: z.string(), message: z.string() });
export type ToCorrect = z.infer<typeof ToCorrect>;

/** A place of birth. `label` e.g. « BRIEY (54) »; `former`: code no longer in use. */
export const PlaceView = z.object({
  code: z.string(),
  label: z.string(),
  department: text,
  postcodes: z.array(z.string()),
  kind: z.enum(['commune', 'pays', 'inconnu', 'non_verifie']),
  former: z.boolean(),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const AlertView = z.object({
  id: Id,
  kind: z.enum(alertKinds),
  /** In words; for `noneKnown`, « Aucune allergie connue ». */
  label: z.string(),
  noneKnown: z.boolean(),
  source: z.enum(alertSources),
  statedOn: z.string(),
  by: z.string(),
  confirmedBy: text,
  confirmedAt: text,
});
export type AlertView = z.infer<typeof AlertView>;

export const FileVisit = z.object({
  id: Id,
  day: z.string(),
  startMinute: z.number().int().nullable(),
  doctorId: Id,
  reasonLabel: text,
  stage: z.string(),
  walkIn: z.boolean(),
  preparedBy: text,
  outcomeReason: text,
});
export type FileVisit = z.infer<typeof FileVisit>;

/** Last values of one measure, oldest first, at most twelve. `value` in the unit: 80.4 for 804 with one decimal. */
export const MeasureSeries = z.object({
  code: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  points: z.array(z.object({ id: Id, value: z.number(), at: z.string(), visitId: Id.nullable() })),
});
export type MeasureSeries = z.infer<typeof MeasureSeries>;

export const FileView = z.object({
  id: Id,
  number: z.number().int(),
  /** Numbers of the files merged into this one. */
  oldNumbers: z.array(z.number().int()),
  /** Kept values by field: what a form starts from and gives back as `base`. */
  fields: z.record(Field, text),
  identity: z.object({
    status: z.enum(keysOf(IDENTITY_STATUSES)),
    attributes: z.array(z.enum(keysOf(IDENTITY_ATTRIBUTES))),
    birthDay: z.string(),
    birthPrecision: z.string(),
    /** Label of the place of birth, with the state of its code; `texte` = in no table. */
    birthPlace: z.object({ label: z.string(), state: z.enum(['commune', 'pays', 'inconnu', 'non_verifie', 'texte']) }),
    channel: z.enum(keysOf(IDENTITY_CHANNELS)).nullable(),
    document: z.object({ code: z.enum(keysOf(IDENTITY_DOCUMENTS)), seenOn: z.string(), by: z.string() }).nullable(),
    /** Shown only when the identity is qualified. */
    matricule: text,
    attested: z.object({ on: z.string(), software: z.string() }).nullable(),
  }),
  doctor: z.object({ id: Id, name: z.string(), monogram: z.string(), hue: z.number().int() }).nullable(),
  homonyms: z.array(PatientLine),
  homonymCount: z.number().int(),
  alerts: z.array(AlertView),
  /** Alert kinds this role does not see are not in `alerts`: do not read their absence as « non renseigné ». */
  alertKindsSeen: z.array(z.enum(alertKinds)),
  visits: z.array(FileVisit),
  visitCount: z.number().int(),
  today: PatientLine.shape.today,
  clinical: z.object({ measures: z.array(MeasureSeries) }).nullable(),
  /** My fields to correct on this file. */
  toCorrect: z.array(ToCorrect),
  merges: z.array(
    z.object({
      mergeId: Id,
      number: z.number().int(),
      mergedOn: z.string(),
      by: z.string(),
      splitUntil: z.string(),
      canSplit: z.boolean(),
    }),
  ),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type FileView = z.infer<typeof FileView>;

export const MergePreview = z.object({
  kept: PatientLine,
  merged: PatientLine,
  /** Why these two files cannot be merged, in words; null when they can. */
  refusal: text,
  reasons: z.array(z.string()),
  /** Fields whose values differ; `suggested` = the one the merge would keep when nothing is chosen. */
  differences: z.array(
    z.object({ field: Field, label: z.string(), kept: text, merged: text, suggested: z.enum(['kept', 'merged']) }),
  ),
  moves: z.object({ visits: z.number().int(), measures: z.number().int(), alerts: z.number().int() }),
});
export type MergePreview = z.infer<typeof MergePreview>;
