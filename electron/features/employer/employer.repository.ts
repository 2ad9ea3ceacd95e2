import type { Kysely } from 'kysely';
import type { DoctorProfile } from '#shared/contract/doctor-profile.ts';
import type { Absence, Assistant, Employment, ShareSplit, WorkTime } from '#shared/domain/employer-record.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Stored } from '#electron/storage/unit-of-work.ts';

const flag = (stored: number | null): boolean | null => (stored === null ? null : Number(stored) === 1);
const figure = (stored: number | null): number | null => (stored === null ? null : Number(stored));

const employmentOf = (
  row: Stored<'employment'>,
  workTimes: readonly Stored<'work_time'>[],
  shares: readonly Stored<'employment_share'>[],
): Employment => ({
  id: row.id,
  assistantId: row.assistant_id,
  employerKind: row.employer_kind as Employment['employerKind'],
  employerName: row.employer_name,
  contractKind: row.contract_kind as Employment['contractKind'],
  cddGround: row.cdd_ground as Employment['cddGround'],
  renewals: figure(row.renewals),
  startDay: row.start_day,
  endDay: row.end_day,
  endReason: row.end_reason as Employment['endReason'],
  nextHire: row.next_hire,
  remoteShare: figure(row.remote_share),
  remoteTasks: row.remote_tasks as Employment['remoteTasks'],
  homeOnly: flag(row.home_only),
  mileage: flag(row.mileage),
  replacesOther: flag(row.replaces_other),
  newPost: flag(row.new_post),
  workTimes: workTimes
    .filter((line) => line.employment_id === row.id)
    .map((line): WorkTime => ({ id: line.id, fromDay: line.from_day, weeklyMinutes: Number(line.weekly_minutes) })),
  splits: splitsOf(shares.filter((line) => line.employment_id === row.id)),
});

function splitsOf(rows: readonly Stored<'employment_share'>[]): ShareSplit[] {
  const byDay = Map.groupBy(rows, (row) => row.from_day);
  return [...byDay].map(([fromDay, own]) => ({
    fromDay,
    parts: own.map((row) => ({ doctorId: row.doctor_id, share: Number(row.share) })),
  }));
}

const absenceOf = (row: Stored<'absence'>): Absence => ({
  id: row.id,
  assistantId: row.assistant_id,
  kind: row.kind as Absence['kind'],
  fromDay: row.from_day,
  toDay: row.to_day,
  replaced: flag(row.replaced),
  note: row.note,
});

/** Contracts of employment, with their hours and splits, in the order of their first day; of one assistant or of all. */
export async function employmentsOf(db: Kysely<Schema>, assistantId: string | null = null): Promise<Employment[]> {
  let query = db.selectFrom('employment').selectAll();
  if (assistantId !== null) query = query.where('assistant_id', '=', assistantId);
  const rows = await query.orderBy('start_day').orderBy('id').execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const workTimes = await db
    .selectFrom('work_time')
    .selectAll()
    .where('employment_id', 'in', ids)
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  const shares = await db
    .selectFrom('employment_share')
    .selectAll()
    .where('employment_id', 'in', ids)
    .orderBy('from_day')
    .orderBy('doctor_id')
    .execute();
  return rows.map((row) => employmentOf(row, workTimes, shares));
}

/** Absences in the order of their first day; of one assistant or of all. */
export async function absencesOf(db: Kysely<Schema>, assistantId: string | null = null): Promise<Absence[]> {
  let query = db.selectFrom('absence').selectAll();
  if (assistantId !== null) query = query.where('assistant_id', '=', assistantId);
  return (await query.orderBy('from_day').orderBy('id').execute()).map(absenceOf);
}

/** Every assistant with contracts and absences, the archived ones included, by name. */
export async function readAssistants(db: Kysely<Schema>): Promise<Assistant[]> {
  const rows = await db
    .selectFrom('assistant')
    .selectAll()
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .execute();
  const [employments, absences] = [await employmentsOf(db), await absencesOf(db)];
  return rows.map((row) => ({
    id: row.id,
    givenName: row.given_name,
    familyName: row.family_name,
    profile: row.profile as Assistant['profile'],
    accountId: row.account_id,
    formerSecretary: flag(row.former_secretary),
    secretaryReplacedOn: row.secretary_replaced_on,
    archivedAt: row.archived_at,
    employments: employments.filter((one) => one.assistantId === row.id),
    absences: absences.filter((one) => one.assistantId === row.id),
  }));
}

/** One assistant, or null. */
export async function readAssistant(db: Kysely<Schema>, id: string): Promise<Assistant | null> {
  return (await readAssistants(db)).find((one) => one.id === id) ?? null;
}

/** Lines of the profile of one doctor or of all, in the order of their days. */
export async function doctorProfiles(db: Kysely<Schema>, doctorId: string | null = null): Promise<DoctorProfile[]> {
  let query = db.selectFrom('doctor_profile').selectAll();
  if (doctorId !== null) query = query.where('doctor_id', '=', doctorId);
  const rows = await query.orderBy('from_day').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    doctorId: row.doctor_id,
    fromDay: row.from_day,
    sector: row.sector as DoctorProfile['sector'],
    speciality: row.speciality as DoctorProfile['speciality'],
    mep: flag(row.mep),
    zone: row.zone as DoctorProfile['zone'],
    installedOn: row.installed_on,
    newlyInstalled: flag(row.newly_installed),
    specialityListed: flag(row.speciality_listed),
    adaptedSituation: row.adapted_situation as DoctorProfile['adaptedSituation'],
    doctorsInPractice: figure(row.doctors_in_practice),
    coordinatedPractice: row.coordinated_practice as DoctorProfile['coordinatedPractice'],
    joinBy: row.join_by,
    childrenShare: figure(row.children_share),
    technicalShare: figure(row.technical_share),
  }));
}
