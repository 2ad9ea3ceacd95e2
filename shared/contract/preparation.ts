import { z } from 'zod';
import { lineCodes, ObservationContext, typedLines, type TypedLine } from '#shared/domain/observation.ts';
import { DayValue, Id, InstantValue, MinuteOfDay, Trace } from '#shared/domain/values.ts';
import { ALERT_LEVELS, NOT_DONE_REASONS, type NotDoneReason } from '#shared/rules/vital-signs/index.ts';
import { command, query } from './procedure.ts';
import { AlertLine, StageValue, VisitPatient } from './visits.ts';

const Level = z.enum(ALERT_LEVELS);
const Line = z.enum(lineCodes);
const Typed = z.enum(typedLines as [TypedLine, ...TypedLine[]]);
const ReadingNumber = z.number().int().min(1).max(3);
const notDoneReasons = Object.keys(NOT_DONE_REASONS) as [NotDoneReason, ...NotDoneReason[]];

/** One reading: a figure (two for blood pressure: `value` systolic, `second` diastolic), or not done and why. */
export const MeasureReading = z.object({
  /** Send it back as `base` when the reading is corrected, not done or cleared. */
  id: Id,
  reading: ReadingNumber,
  /** « 152/91 », « 80,4 », « non fait ». */
  text: z.string(),
  value: z.number().nullable(),
  second: z.number().nullable(),
  notDone: z.object({ reason: z.enum(notDoneReasons), label: z.string(), detail: z.string().nullable() }).nullable(),
  context: ObservationContext,
  level: Level,
  words: z.string(),
  /** Accepted after a second look. */
  confirmed: z.boolean(),
  by: z.string(),
  at: InstantValue,
});

/** One line of the constantes: what was measured in this visit, what was known before. */
export const MeasureLine = z.object({
  code: Line,
  label: z.string(),
  unit: z.string(),
  decimals: z.number().int(),
  /** Counted in the progress. */
  expected: z.boolean(),
  editable: z.boolean(),
  /** Why it is not: « avec le médecin », « calculé ». */
  why: z.string().nullable(),
  maxReadings: z.number().int(),
  /** Readings still asked by the protocol; 0 when none. */
  remainingReadings: z.number().int(),
  readings: z.array(MeasureReading),
  /** Figure kept for the visit, in words: « 150/91 mmHg, moyenne 2-3 »; null before that. */
  retained: z
    .object({ text: z.string(), value: z.number(), second: z.number().nullable(), words: z.string() })
    .nullable(),
  /** Highest level of the line and its words for the result column. */
  level: Level,
  words: z.string(),
  /** Earlier visits, oldest first. */
  history: z.array(z.object({ day: DayValue, text: z.string(), value: z.number(), second: z.number().nullable() })),
  /** Thresholds of the practice, for the dashed lines of the curve. */
  marks: z.array(z.number()),
});
export type MeasureLine = z.infer<typeof MeasureLine>;
export type MeasureReading = z.infer<typeof MeasureReading>;

/** Raw text not accepted as a measure: kept for its author only, in no summary. */
export const MeasureDraft = z.object({
  code: Typed,
  reading: ReadingNumber,
  raw: z.string(),
  state: z.enum(['open', 'to_correct']),
  words: z.string().nullable(),
});

const Told = z.object({ code: z.string(), level: Level, words: z.string() });

export const PreparationView = z.object({
  visit: z.object({
    id: Id,
    stage: StageValue,
    day: DayValue,
    doctorId: Id,
    reasonId: Id.nullable(),
    startMinute: MinuteOfDay.nullable(),
    walkIn: z.boolean(),
    urgent: z.boolean(),
    roomId: Id.nullable(),
    settled: z.boolean(),
    note: z.string().nullable(),
    arrivedAt: InstantValue.nullable(),
    arrivedMinute: MinuteOfDay.nullable(),
    preparationAt: InstantValue.nullable(),
    readyAt: InstantValue.nullable(),
    preparedBy: z.string().nullable(),
  }),
  patient: VisitPatient.extend({
    givenNames: z.string().nullable(),
    birthPlaceCode: z.string().nullable(),
    birthPlaceText: z.string().nullable(),
    matricule: z.string().nullable(),
    phoneMobile: z.string().nullable(),
    gpKind: z.string().nullable(),
    gpDoctorId: Id.nullable(),
    gpName: z.string().nullable(),
    ald: z.string().nullable(),
    aldUntil: z.string().nullable(),
  }),
  nowMinute: MinuteOfDay,
  alerts: z.array(AlertLine.extend({ source: z.string(), statedOn: z.string() })),
  lines: z.array(MeasureLine),
  drafts: z.array(MeasureDraft),
  protocol: z.enum(['always_three', 'above_threshold']),
  message: z.object({ text: z.string(), ...Trace.shape }).nullable(),
  /** « lu » by the doctor; `stale` when words or measures came after. */
  read: z.object({ ...Trace.shape, stale: z.boolean() }).nullable(),
  progress: z.object({ done: z.number().int(), expected: z.number().int() }),
  /** « Sera signalé au médecin »: exactly what the doctor's panel lists first. */
  told: z.array(Told),
  /** « Il manque » : never blocks. */
  missing: z.array(z.string()),
  previousVisitDay: DayValue.nullable(),
});
export type PreparationView = z.infer<typeof PreparationView>;

const Likely = z.array(z.object({ value: z.number(), text: z.string(), readAs: z.string().nullable() }));
/**
 * - recorded: the line as it now stands;
 * - needs_confirmation: unusual; send again with `confirmed: true`, the raw text is kept as a draft meanwhile;
 * - to_correct: refused with the words of the rule; only a draft is kept;
 * - reason_needed: « - » was typed, ask why it is not done;
 * - empty: nothing typed, the draft is removed.
 */
export const RecordAnswer = z.discriminatedUnion('status', [
  z.object({ status: z.literal('recorded'), line: MeasureLine }),
  z.object({ status: z.literal('needs_confirmation'), words: z.string(), likely: Likely }),
  z.object({ status: z.literal('to_correct'), words: z.string(), likely: Likely }),
  z.object({ status: z.literal('reason_needed') }),
  z.object({ status: z.literal('empty') }),
]);
export type RecordAnswer = z.infer<typeof RecordAnswer>;

const write = (label: string) =>
  ({ permission: 'clinical.record', undo: 'inverse', topics: ['preparation', 'board', 'drafts'], label }) as const;
const at = { visitId: Id, code: Typed, reading: ReadingNumber, base: Id.nullable() };
const line = z.object({ line: MeasureLine });
const moved = z.object({ stage: StageValue, stageAt: InstantValue });

export const preparationContract = {
  get: query({ permission: 'clinical.read', opens: 'patient' }, { patientId: Id, visitId: Id }, PreparationView),
  /** Plain text in a fixed order, for « Copier le résumé ». */
  summary: query(
    { permission: 'clinical.read', opens: 'patient' },
    { patientId: Id, visitId: Id },
    z.object({ text: z.string() }),
  ),
  /** Blood pressure is typed as one text, `152/91`. `base`: id of the reading replaced, null when there was none. */
  record: command(
    write('Saisie d’une mesure'),
    { ...at, raw: z.string().max(40), context: ObservationContext, confirmed: z.boolean().optional() },
    RecordAnswer,
  ),
  notDone: command(
    write('Mesure non faite'),
    { ...at, reason: z.enum(notDoneReasons), detail: z.string().trim().max(200).nullable() },
    line,
  ),
  clearMeasure: command(write('Mesure retirée'), at, line),
  saveMessage: command(
    write('Message au médecin'),
    { visitId: Id, base: z.string().nullable(), value: z.string().trim().max(4000).nullable() },
    z.object({ value: z.string().nullable(), merged: z.boolean() }),
  ),
  ready: command(write('Prêt pour le médecin'), { visitId: Id }, moved.extend({ missing: z.array(z.string()) })),
  backToWaiting: command(write('Remise en attente'), { visitId: Id }, moved),
  markRead: command(
    {
      permission: 'clinical.validate',
      undo: { none: 'Une lecture par le médecin reste inscrite.' },
      topics: ['preparation', 'board'],
      label: 'Préparation lue',
    },
    { visitId: Id },
    z.object({ read: Trace }),
  ),
};
