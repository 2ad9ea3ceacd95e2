import { z } from 'zod';
import {
  absenceFields,
  Assistant,
  assistantFields,
  employmentFields,
  SharePart,
  WeeklyMinutes,
  WorkDay,
  workTimeFields,
} from '#shared/domain/employer-record.ts';
import { ASSISTANT_PROFILES, END_REASONS, type EndReason } from '#shared/domain/employer.ts';
import { DayValue, Id } from '#shared/domain/values.ts';
import { ABSENCE_ACTIONS, AID_OPTIONS, DEPARTURE_ACTIONS } from '#shared/rules/aid/index.ts';
import type { AbsenceAction, DepartureAction } from '#shared/rules/aid/index.ts';
import { DoctorProfile, profileFields } from './doctor-profile.ts';
import { computedView, GatheredView, ReasonView, VerdictView } from './explained.ts';
import { command, query } from './procedure.ts';

const ComputedDay = computedView(z.string());
const codes = <Code extends string>(labels: Readonly<Record<Code, string>>) => z.enum(Object.keys(labels) as Code[]);
const { employerKind, employerName, contractKind, startDay, endDay, endReason, remoteShare } = employmentFields;
const ownEmploymentFields = { employerKind, employerName, contractKind, startDay, endDay, endReason, remoteShare };
const { kind, fromDay, toDay } = absenceFields;
const ownAbsenceFields = { kind, fromDay, toDay };

/** What the rules say of an employment, as they answered. */
export const EmployerTold = z.object({
  /** Limits of the post of the contract running, or of the last one; null without any contract. */
  post: z
    .object({
      outcome: z.enum(['met', 'not_met', 'undetermined']),
      limits: z.array(z.object({ id: z.string(), label: z.string(), verdict: VerdictView })),
      /** Day by which a former secretary must be replaced. */
      replacementDue: ComputedDay.nullable(),
      statements: z.array(ReasonView).readonly(),
    })
    .nullable(),
  contract: GatheredView.nullable(),
  absences: z.array(
    z.object({
      absenceId: Id,
      action: computedView(codes<AbsenceAction>(ABSENCE_ACTIONS)),
      length: computedView(z.number()),
      tellFrom: ComputedDay,
      suspensionFrom: ComputedDay,
    }),
  ),
  departures: z.array(z.object({ employmentId: Id, action: computedView(codes<DepartureAction>(DEPARTURE_ACTIONS)) })),
  /** Hours of all the assistants of a contract of aid against its option, today and from each later change. */
  workTimes: z.array(
    z.object({
      contractId: Id,
      /** Null for a collective contract. */
      doctorId: Id.nullable(),
      option: z.enum(AID_OPTIONS),
      fromDay: DayValue,
      weeklyMinutes: z.number(),
      verdict: VerdictView,
    }),
  ),
});
export type EmployerTold = z.infer<typeof EmployerTold>;

export const AssistantView = Assistant.extend({
  accountName: z.string().nullable(),
  /** Facts already stored that cannot both be true, in words. */
  contradictions: z.array(z.string()),
  told: EmployerTold,
});
export type AssistantView = z.infer<typeof AssistantView>;

/**
 * One's own record: the contract, the hours, the absences. Neither what the rules say of the aid, nor the split between
 * doctors, nor who takes the post next, nor the notes of the employer.
 */
const OwnRecord = z.object({
  profile: codes(ASSISTANT_PROFILES),
  employments: z.array(
    z.object({
      id: Id,
      ...ownEmploymentFields,
      workTimes: z.array(z.object({ fromDay: DayValue, weeklyMinutes: z.number() })),
    }),
  ),
  absences: z.array(z.object({ id: Id, ...ownAbsenceFields })),
});
export type OwnRecord = z.infer<typeof OwnRecord>;

export const DoctorProfiles = z.object({
  doctorId: Id,
  /** In the order of their days. */
  lines: z.array(DoctorProfile),
  /** Under the text of the day asked, with the last official counts known then. */
  eligibility: z.array(z.object({ option: z.enum(AID_OPTIONS), verdict: GatheredView })),
});
export type DoctorProfiles = z.infer<typeof DoctorProfiles>;

const manage = (label: string) =>
  ({ permission: 'employer.manage', undo: 'inverse', topics: ['employer'], label }) as const;
const created = z.object({ id: Id });
const done = z.object({});
/** Fields as the person saw them, and as they become. Another value stored meanwhile: EDIT_CONFLICT, field by field. */
const correction = <F extends z.ZodRawShape>(fields: F) => ({
  id: Id,
  base: z.strictObject(fields).partial(),
  change: z.strictObject(fields).partial(),
});

export const employerContract = {
  /** Every assistant, the archived ones included, with what the rules say of them on a day. */
  assistants: query(
    { permission: 'employer.read' },
    { day: DayValue },
    z.object({
      assistants: z.array(AssistantView),
      /** Accounts of assistants that can be linked. */
      accounts: z.array(z.object({ id: Id, name: z.string() })),
    }),
  ),
  /** What the person asking may read of themselves; null when no record in use is linked to the account. */
  own: query({ permission: 'employer.own' }, {}, z.object({ record: OwnRecord.nullable() })),
  /** Profile of each doctor by date; `day` is the day a contract would be signed. */
  profiles: query({ permission: 'employer.read' }, { day: DayValue }, z.object({ doctors: z.array(DoctorProfiles) })),

  /** Refusals: NOT_FOUND, INVALID (a line already starts that day). */
  addProfile: command(manage('Profil d’un médecin'), { doctorId: Id, ...profileFields }, created),
  /** Refusals: NOT_FOUND, INVALID, EDIT_CONFLICT. */
  correctProfile: command(manage('Correction du profil d’un médecin'), correction(profileFields), done),
  removeProfile: command(manage('Retrait d’une ligne de profil'), { id: Id }, done),

  /** Refusals: INVALID (account of another role, or already linked). */
  addAssistant: command(manage('Ajout d’un assistant'), assistantFields, created),
  correctAssistant: command(manage('Modification d’un assistant'), correction(assistantFields), done),
  /** No longer shown first; the past keeps the record. IN_USE while a contract of employment runs. */
  archiveAssistant: command(manage('Archivage d’un assistant'), { id: Id, archived: z.boolean() }, done),

  /** With the hours of its first day. Refusals: NOT_FOUND, INVALID (overlap, end before start). */
  startEmployment: command(
    manage('Contrat de travail'),
    { assistantId: Id, ...employmentFields, weeklyMinutes: WeeklyMinutes },
    created,
  ),
  correctEmployment: command(manage('Correction d’un contrat de travail'), correction(employmentFields), done),
  endEmployment: command(
    manage('Fin d’un contrat de travail'),
    {
      id: Id,
      endDay: WorkDay,
      endReason: z.enum(Object.keys(END_REASONS) as EndReason[]),
      nextHire: employmentFields.nextHire,
    },
    done,
  ),
  /** A contract typed by mistake, with its hours and its split. IN_USE while a proof or a contract of aid needs it. */
  removeEmployment: command(manage('Retrait d’un contrat de travail'), { id: Id }, done),

  addWorkTime: command(manage('Durée de travail'), { employmentId: Id, ...workTimeFields }, created),
  correctWorkTime: command(manage('Correction d’une durée de travail'), correction(workTimeFields), done),
  /** Refusals: INVALID for the last line of a contract: a contract without hours says nothing. */
  removeWorkTime: command(manage('Retrait d’une durée de travail'), { id: Id }, done),

  /**
   * The whole split of the post from a day on; an empty list removes the split of that day. `base`: what the person saw
   * starting that day, null for a new one; a part nobody touched here stays as it is stored. Refusals: INVALID (over
   * 100 %, same doctor twice, day taken), EDIT_CONFLICT (by doctor).
   */
  setShares: command(
    manage('Répartition entre médecins'),
    { employmentId: Id, fromDay: WorkDay, base: z.array(SharePart).nullable(), parts: z.array(SharePart).max(50) },
    done,
  ),

  addAbsence: command(manage('Absence d’un assistant'), { assistantId: Id, ...absenceFields }, created),
  correctAbsence: command(manage('Modification d’une absence'), correction(absenceFields), done),
  removeAbsence: command(manage('Retrait d’une absence'), { id: Id }, done),
};
