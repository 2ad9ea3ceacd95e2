import { z } from 'zod';
import { Id, ShortText } from '#shared/domain/values.ts';
import { command, query } from './procedure.ts';

const optionalText = (max: number) => z.string().trim().max(max).nullable();

export const practiceFields = {
  name: ShortText,
  address: optionalText(200),
  postcode: optionalText(10),
  city: optionalText(100),
  phone: optionalText(30),
  finess: optionalText(9),
};
export const doctorFields = {
  civility: optionalText(10),
  givenName: ShortText,
  familyName: ShortText,
  monogram: z
    .string()
    .trim()
    .regex(/^\p{Lu}{2}$/u, 'Deux lettres majuscules.'),
  rpps: z
    .string()
    .regex(/^\d{11}$/, 'Le numéro RPPS compte 11 chiffres.')
    .nullable(),
};
export const reasonFields = {
  label: ShortText,
  shortLabel: z.string().trim().min(1).max(18, 'Dix-huit signes au plus.'),
  code: z.string().trim().min(1).max(5),
  durationMinutes: z.number().int().min(5).max(240).multipleOf(5, 'Durée par pas de 5 minutes.'),
  preparationMinutes: z.number().int().min(0).max(120).multipleOf(5, 'Durée par pas de 5 minutes.'),
};

/** Practice choices. Values of the rule book are chosen through the rules area. */
export const SettingsValue = z.object({
  waitWarnMinutes: z.number().int().min(1).max(240),
  waitBadMinutes: z.number().int().min(1).max(240),
  lateMinutes: z.number().int().min(0).max(120),
  lockMinutes: z.number().int().min(1).max(60),
  receptionLockMinutes: z.number().int().min(1).max(60),
  /** Keep the key in memory this long with no active session. */
  keyMinutes: z.number().int().min(1).max(720),
  bloodPressureProtocol: z.enum(['always_three', 'above_threshold']),
});
export type SettingsValue = z.infer<typeof SettingsValue>;

/** Defaults of ui.md §9 and §17 and of settled point 27. */
export const defaultSettings: SettingsValue = {
  waitWarnMinutes: 10,
  waitBadMinutes: 20,
  lateMinutes: 5,
  lockMinutes: 5,
  receptionLockMinutes: 2,
  keyMinutes: 30,
  bloodPressureProtocol: 'always_three',
};

const entity = { id: Id, archivedAt: z.string().nullable(), position: z.number().int() };
export const DoctorView = z.object({ ...entity, ...doctorFields, hue: z.number().int(), displayName: z.string() });
export const RoomView = z.object({ ...entity, label: z.string() });
export const ReasonView = z.object({ ...entity, ...reasonFields });
export const PracticeView = z.object({
  practice: z.object({ id: Id, ...practiceFields }),
  doctors: z.array(DoctorView),
  rooms: z.array(RoomView),
  reasons: z.array(ReasonView),
  settings: SettingsValue,
});
export type PracticeView = z.infer<typeof PracticeView>;
export type DoctorView = z.infer<typeof DoctorView>;

const manage = (label: string) =>
  ({ permission: 'practice.manage', undo: 'inverse', topics: ['practice'], label }) as const;
const created = z.object({ id: Id });
const done = z.object({});

export const practiceContract = {
  get: query({ permission: 'practice.read' }, {}, PracticeView),
  update: command(manage('Modification du cabinet'), practiceFields, done),
  addDoctor: command(manage('Ajout d’un médecin'), doctorFields, created),
  updateDoctor: command(manage('Modification d’un médecin'), { id: Id, ...doctorFields }, done),
  addRoom: command(manage('Ajout d’une salle'), { label: ShortText }, created),
  updateRoom: command(manage('Modification d’une salle'), { id: Id, label: ShortText }, done),
  addReason: command(manage('Ajout d’un motif'), reasonFields, created),
  updateReason: command(manage('Modification d’un motif'), { id: Id, ...reasonFields }, done),
  /** A doctor, room or reason no longer proposed; the past keeps it. IN_USE while visits of today or to come need it. */
  archive: command(
    manage('Retrait'),
    { kind: z.enum(['doctor', 'room', 'reason']), id: Id, archived: z.boolean() },
    done,
  ),
  updateSettings: command(manage('Modification des réglages'), { patch: SettingsValue.partial() }, done),
};
