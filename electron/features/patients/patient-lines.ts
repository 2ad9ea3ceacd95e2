import { sql, type Kysely } from 'kysely';
import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { Schema } from '#electron/storage/schema.ts';

interface LineRow {
  id: string;
  number: number;
  birth_name: string;
  first_given_name: string;
  used_name: string | null;
  used_given_name: string | null;
  sex: string;
  birth_day: string;
  birth_precision: string;
  identity_status: string;
  city: string | null;
  phone_mobile: string | null;
  phone_other: string | null;
  gp_kind: string | null;
  gp_doctor_id: string | null;
  homonym: number;
  visit_id: string | null;
  stage: string | null;
  visit_doctor: string | null;
  start_minute: number | null;
  stage_at: string | null;
}

/** Numbers are padded to a few lengths so that few statements are prepared. */
const lengths = [1, 20, 50];

function padded(numbers: readonly number[]): readonly number[] {
  const length = lengths.find((one) => one >= numbers.length) ?? numbers.length;
  const last = numbers.at(-1) ?? 0;
  return [...numbers, ...Array.from({ length: length - numbers.length }, () => last)];
}

/**
 * Another visible file bears the same name and first given name. Also true of a name in use. Merged files have no key;
 * the other file is read only while an unpublished import is there.
 */
const homonymOfP = sql<number>`exists (select 1 from patient_block b join patient_block o on o.key = b.key and o.number <> b.number
  where b.number = p.number and b.key >= 'h:' and b.key < 'h;'
    and (not exists (select 1 from import_run r join patient h on h.import_id = r.id where r.published = 0)
      or exists (select 1 from visible_patient q where q.number = o.number)))`;

/** The visible files of these numbers as lines, in the order asked; what is not visible is left out. */
export async function linesOf(db: Kysely<Schema>, numbers: readonly number[], today: string): Promise<PatientLine[]> {
  if (numbers.length === 0) return [];
  const { rows } =
    await sql<LineRow>`select p.id, p.number, p.birth_name, p.first_given_name, p.used_name, p.used_given_name, p.sex, p.birth_day,
      p.birth_precision, p.identity_status, p.city, p.phone_mobile, p.phone_other, p.gp_kind, p.gp_doctor_id,
      case when ${homonymOfP} then 1 else 0 end as homonym,
      v.id as visit_id, v.stage, v.doctor_id as visit_doctor, v.start_minute, v.stage_at
    from visible_patient p
    left join visit v on v.id = (select w.id from visit w where w.patient_id = p.id and w.day = ${today}
      order by case when w.left_at is null then 0 else 1 end, w.start_minute, w.id limit 1)
    where p.number in (${sql.join(padded(numbers))})`.execute(db);
  const byNumber = new Map(rows.map((row) => [Number(row.number), row]));
  return numbers.flatMap((number) => {
    const row = byNumber.get(number);
    return row === undefined ? [] : [lineOf(row)];
  });
}

function lineOf(row: LineRow): PatientLine {
  const { visit_id: visitId, stage, visit_doctor: doctorId, stage_at: stageAt } = row;
  return {
    id: row.id,
    number: Number(row.number),
    birthName: row.birth_name,
    firstGivenName: row.first_given_name,
    usedName: row.used_name,
    usedGivenName: row.used_given_name,
    sex: row.sex === 'F' ? 'F' : 'M',
    birthDay: row.birth_day,
    birthPrecision: row.birth_precision,
    status: row.identity_status as PatientLine['status'],
    homonym: Number(row.homonym) === 1,
    city: row.city,
    phone: row.phone_mobile ?? row.phone_other,
    doctorId: row.gp_kind === 'cabinet' ? row.gp_doctor_id : null,
    today:
      visitId === null || stage === null || doctorId === null || stageAt === null
        ? null
        : {
            visitId,
            stage,
            doctorId,
            startMinute: row.start_minute === null ? null : Number(row.start_minute),
            stageAt,
          },
  };
}

/** Lines by file identifier. */
export async function linesOfIds(db: Kysely<Schema>, ids: readonly string[], today: string): Promise<PatientLine[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('visible_patient').select(['id', 'number']).where('id', 'in', ids).execute();
  const numberOf = new Map(rows.map((row) => [row.id, Number(row.number)]));
  return linesOf(
    db,
    ids.flatMap((id) => numberOf.get(id) ?? []),
    today,
  );
}
