// The bare side: a connection with the product's PRAGMAs on the same encrypted file, and statements prepared once.
import type { Core } from '../../electron/core/create-core.ts';
import { openSqlite, type SqliteBase } from '../../electron/storage/engines/sqlite.ts';

export type Parameter = string | number | null | Uint8Array;
export type BareRow = Record<string, Parameter>;

export interface Bare {
  base: SqliteBase;
  all(sql: string, ...values: Parameter[]): BareRow[];
  run(sql: string, ...values: Parameter[]): void;
  /** Every statement run so far, once each, then forgotten: what the report prints. */
  texts(): string[];
}

export function openBare(core: Core, readonly: boolean): Bare {
  return bareOn(openSqlite({ ...core.practice.workerAccess(), readonly }));
}

export function bareOn(base: SqliteBase): Bare {
  const prepared = new Map<string, ReturnType<typeof base.raw.prepare>>();
  const seen = new Set<string>();
  const statement = (sql: string) => {
    seen.add(sql);
    const known = prepared.get(sql) ?? base.raw.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    base,
    all: (sql, ...values) => statement(sql).all(...values) as BareRow[],
    run: (sql, ...values) => void statement(sql).run(...values),
    texts() {
      // Statements that differ only by their number of parameters are one.
      const texts = new Set(
        [...seen].map((sql) =>
          sql
            .replace(/\s+/g, ' ')
            .replace(/\((?:\?,)+\?\)/g, '(?…)')
            .trim(),
        ),
      );
      seen.clear();
      return [...texts];
    },
  };
}

const holders = (count: number) => Array.from({ length: count }, () => '?').join(',');
const visible = `(not exists (select 1 from import_run r join patient h on h.import_id = r.id where r.published = 0)
  or not exists (select 1 from patient h join import_run r on r.id = h.import_id and r.published = 0 where h.number = t.number))`;
const homonym = (
  alias: string,
) => `exists (select 1 from patient_block b join patient_block o on o.key = b.key and o.number <> b.number
  where b.number = ${alias}.number and b.key >= 'h:' and b.key < 'h;' and (not exists (select 1 from import_run r join patient h on h.import_id = r.id where r.published = 0)
    or exists (select 1 from visible_patient q where q.number = o.number)))`;

/** What a search term asks: ranges of the index, or a list of words that resemble. */
export interface BareTerm {
  ranges: readonly (readonly [string, string])[];
  words: readonly string[];
}

const matches = (alias: string, { ranges, words }: BareTerm) =>
  `(${[...ranges.map(() => `(${alias}.token >= ? and ${alias}.token < ?)`), ...(words.length === 0 ? [] : [`${alias}.token in (${holders(words.length)})`])].join(' or ')})`;
const valuesOf = ({ ranges, words }: BareTerm): string[] => [...ranges.flat(), ...words];

/** Lines of the index that begin with every term, in the order of the leading one. */
export function bareBeginning(bare: Bare, [lead, ...others]: readonly BareTerm[]): BareRow[] {
  if (lead === undefined) return [];
  const rest = others
    .map((other) => ` and exists (select 1 from patient_token x where x.number = t.number and ${matches('x', other)})`)
    .join('');
  const sql = `select t.number from patient_token t where ${matches('t', lead)}${rest} and ${visible} order by t.token, t.kind, t.sort, t.number limit 60`;
  return bare.all(sql, ...valuesOf(lead), ...others.flatMap(valuesOf));
}

/** Words in use that hold these letters, or sound like them. */
export const bareWords = (bare: Bare, letters: string, sound: string): BareRow[] =>
  bare.all(
    `select * from (select word from patient_word where kind = 'x' and fragment >= ? and fragment < ? limit 20) i
     union all select * from (select word from patient_word where kind = 's' and fragment = ? limit 20) s`,
    letters,
    `${letters}\u{10FFFF}`,
    sound,
  );

export function bareResembling(bare: Bare, [lead, ...others]: readonly BareTerm[]): BareRow[] {
  if (lead === undefined) return [];
  const rest = others
    .map((other) => ` and exists (select 1 from patient_token x where x.number = t.number and ${matches('x', other)})`)
    .join('');
  const sql = `select distinct t.number from (select number from patient_token t where ${matches('t', lead)} and ${visible} limit 300) t where true${rest} order by t.number limit 60`;
  return bare.all(sql, ...valuesOf(lead), ...others.flatMap(valuesOf));
}

/** What a list shows of these files. */
export function bareLines(bare: Bare, numbers: readonly number[], today: string): BareRow[] {
  if (numbers.length === 0) return [];
  const rows = bare.all(
    `select p.id, p.number, p.birth_name, p.first_given_name, p.used_name, p.used_given_name, p.sex, p.birth_day, p.birth_precision, p.identity_status,
       p.city, p.phone_mobile, p.phone_other, p.gp_kind, p.gp_doctor_id, ${homonym('p')} as homonym, v.id as visit_id, v.stage, v.doctor_id, v.start_minute, v.stage_at
     from visible_patient p left join visit v on v.id = (select w.id from visit w where w.patient_id = p.id and w.day = ?
       order by case when w.left_at is null then 0 else 1 end, w.start_minute, w.id limit 1)
     where p.number in (${holders(numbers.length)})`,
    today,
    ...numbers,
  );
  const byNumber = new Map(rows.map((row) => [Number(row['number']), row]));
  return numbers.map((number) => byNumber.get(number)).filter((row) => row !== undefined);
}

/** Everything the board of a day is made of. */
export function bareBoard(bare: Bare, day: string, yearBefore: string) {
  const visits = bare.all(
    `select v.id, v.patient_id, v.doctor_id, v.reason_id, v.start_minute, v.end_minute, v.walk_in, v.confirmed, v.stage, v.urgent, v.room_id, v.settled, v.note, v.outcome_reason,
       v.arrived_at, v.preparation_at, v.ready_at, v.consultation_at, v.finalise_at, v.left_at, v.stage_at, v.version, p.civility, p.birth_name, p.first_given_name, p.used_name, p.used_given_name, p.sex, p.birth_day, p.birth_precision, p.identity_status,
       p.homonym, p.doubtful, p.fictitious, p.interpreter, p.reduced_mobility, p.ald, a.initials, n.message, n.message_at, n.read_at, ${homonym('p')} as homonym_signalled,
       exists (select 1 from visit e where e.patient_id = v.patient_id and e.day < v.day and e.stage in ('consultation', 'finalise', 'left')) as seen_before
     from visit v join visible_patient p on p.id = v.patient_id left join account a on a.id = v.prepared_by left join preparation n on n.visit_id = v.id
     where v.day = ? order by coalesce(v.start_minute, 1441), v.id`,
    day,
  );
  const alerts = bare.all(
    `select id, patient_id, kind, label, none_known, confirmed_at from alert_item where patient_id in (select patient_id from visit where day = ?) and removed_at is null order by patient_id, id`,
    day,
  );
  const items = bare.all(
    'select f.id, f.visit_id, f.label, f.done_at from visit v join finalise_item f on f.visit_id = v.id where v.day = ? and f.done_at is null order by f.visit_id, f.id',
    day,
  );
  const settings = bare.all(`select value from setting where id = 'practice'`);
  const figures = bare.all(
    `select o.id, o.visit_id, o.code, o.reading, o.value, o.decimals, o.context, o.not_done_reason, o.not_done_detail, o.measured_at, o.confirmed_out_of_range
     from visit v join observation o on o.visit_id = v.id where v.day = ? and o.superseded = 0 order by o.visit_id, o.code, o.reading`,
    day,
  );
  const weights = figures.some((row) => row['code'] === 'POIDS')
    ? bare.all(
        `select o.patient_id, o.code, o.value, o.decimals, o.measured_at from visit v join observation w on w.visit_id = v.id and w.code = 'POIDS' and w.superseded = 0 and w.value is not null
         join observation o on o.patient_id = w.patient_id and o.code in ('POIDS', 'TAILLE') and o.measured_at >= ? and o.measured_at < ? where v.day = ? and o.superseded = 0 and o.value is not null`,
        yearBefore,
        day,
        day,
      )
    : [];
  return { visits, alerts, items, settings, figures, weights };
}

/** Everything a file is made of: identity, homonyms, alert row, last 20 visits, constantes, merges, my corrections. */
export function bareFile(bare: Bare, patientId: string, today: string, accountId: string) {
  const row = bare.all('select * from visible_patient where id = ?', patientId)[0];
  if (row === undefined) throw new Error('no such file');
  const number = Number(row['number']);
  const doctor = bare.all('select * from doctor where id = ?', row['gp_doctor_id'] ?? null);
  const seenBy = bare.all(
    'select civility, given_name, family_name from account where id = ?',
    row['document_seen_by'] ?? null,
  );
  const homonyms = bare
    .all(
      `select distinct o.number from patient_block b join patient_block o on o.key = b.key and o.number <> b.number join visible_patient q on q.number = o.number
     where b.number = ? and b.key >= 'h:' and b.key < 'h;' order by o.number`,
      number,
    )
    .map((one) => Number(one['number']));
  const lines = bareLines(bare, [number, ...homonyms.slice(0, 10)], today);
  const alerts = bare.all(
    `select i.*, a.civility, a.given_name, a.family_name, c.civility as c_civility, c.given_name as c_given, c.family_name as c_family
     from alert_item i left join account a on a.id = i.account_id left join account c on c.id = i.confirmed_by where i.patient_id = ? and i.removed_at is null order by i.id`,
    patientId,
  );
  const visits = bare.all(
    `select v.id, v.day, v.start_minute, v.doctor_id, r.label, v.stage, v.walk_in, a.given_name, a.family_name, v.outcome_reason, count(*) over () as count
     from visit v left join reason r on r.id = v.reason_id left join account a on a.id = v.prepared_by where v.patient_id = ? order by v.day desc, v.start_minute desc, v.id desc limit 20`,
    patientId,
  );
  const points = bare.all(
    `select * from (select id, code, unit, value, decimals, measured_at, visit_id, row_number() over (partition by code order by measured_at desc, reading desc, id desc) as place
       from observation where patient_id = ? and superseded = 0 and value is not null) o where place <= 12 order by code, place desc`,
    patientId,
  );
  const merged = bare.all(
    'select p.number, m.id from patient p join merge_record m on m.merged_id = p.id and m.split_at is null where p.merged_into = ?',
    patientId,
  );
  const corrections = bare.all(
    `select field, raw from draft where account_id = ? and subject = 'patient' and subject_id = ? and state = 'to_correct' order by id`,
    accountId,
    patientId,
  );
  return { row, doctor, seenBy, homonyms, lines, alerts, visits, points, merged, corrections };
}
