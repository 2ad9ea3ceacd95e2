import { addDays, addMonths } from '#shared/kernel/day.ts';
import {
  midnightOf,
  millisOf,
  type TimeCount,
  type Times,
  type TimeSituation,
} from '#shared/rules/time-given-back/index.ts';
import type { SqliteBase } from '#electron/storage/engines/sqlite.ts';
import type { Range } from './messages.ts';

type Raw = SqliteBase['raw'];
/** Row number, day, prepared by one of them, 1 for an arrival and 2 for a booking, actions finalised, instants. */
type VisitRow = readonly [
  row: number,
  day: string,
  prepared: 0 | 1 | null,
  passages: number | null,
  items: number,
  instants: string,
];

/** Instants in one text, in the order of `names`, each on its own line: reading six columns apart is twice as long. */
const columns = ['arrived_at', 'preparation_at', 'ready_at', 'consultation_at', 'finalise_at', 'left_at'];
const names = [
  'arrived',
  'preparation',
  'ready',
  'consultation',
  'finalise',
  'left',
] as const satisfies (keyof Times)[];

/** Visits `v` of these doctors; null: of the practice. */
export const ofDoctors = (doctorIds: readonly string[] | null): string =>
  doctorIds === null ? '' : ` and v.doctor_id in (${doctorIds.map(() => '?').join(',') || 'null'})`;

/**
 * Visits of a range of days with their instants and what these accounts did of them, one after the other: years of them
 * are never held together. An action finalised belongs to the last person who wrote it in the journal; once the journal
 * is pruned nobody knows, and it is counted apart.
 */
export function createVisitReader(raw: Raw, accounts: readonly string[], doctorIds: readonly string[] | null) {
  const marks = accounts.map(() => '?').join(',') || 'null';
  const visits = raw
    .prepare(
      `select v.rowid, v.day, v.prepared_by in (${marks}),
         (select max(p.stage = 'waiting' and p.kind in ('forward', 'booked'))
             + 2 * max(p.stage = 'expected' and p.kind = 'booked')
           from stage_passage p where p.visit_id = v.id and p.account_id in (${marks})),
         (select count(*) from finalise_item f where f.visit_id = v.id and f.done_at is not null),
         ${columns.map((name) => `coalesce(v.${name}, '')`).join(` || char(10) || `)}
       from visit v where v.day >= ? and v.day <= ?${ofDoctors(doctorIds)}`,
    )
    .raw();
  const measures = raw
    .prepare(
      `select count(*) from observation o where o.visit_id = (select id from visit where rowid = ?)
         and o.superseded = 0 and o.value is not null and o.account_id in (${marks})`,
    )
    .pluck();
  const authors = raw
    .prepare(
      `select j.account_id from finalise_item f
       left join journal j on j.seq = (select max(jv.seq) from journal_value jv where jv.record_id = f.id)
       where f.visit_id = (select id from visit where rowid = ?) and f.done_at is not null`,
    )
    .pluck();
  const own = new Set<unknown>(accounts);
  return {
    /** Hands each visit over; answers how many actions finalised have no author any more. */
    read(range: Range, { add }: Pick<TimeCount, 'add'>): number {
      let unattributed = 0;
      let row = 0;
      let midnight = 0;
      const times: Times = {
        arrived: null,
        preparation: null,
        ready: null,
        consultation: null,
        finalise: null,
        left: null,
      };
      const visit = {
        ...{ day: '', times, arrivalNoted: false, booked: false, prepared: false, items: 0 },
        measures: () => Number(measures.get(row, ...accounts)),
      };
      for (const { from, to } of monthsOf(range)) {
        const rows = visits.all(...accounts, ...accounts, from, to, ...(doctorIds ?? [])) as VisitRow[];
        for (const [number, day, prepared, passages, items, instants] of rows) {
          row = number;
          const by = items === 0 ? [] : authors.all(row);
          if (items > 0) unattributed += by.filter((one) => one === null).length;
          visit.arrivalNoted = ((passages ?? 0) & 1) !== 0;
          visit.booked = ((passages ?? 0) & 2) !== 0;
          visit.prepared = prepared === 1;
          visit.items = items === 0 ? 0 : by.filter((one) => own.has(one)).length;
          if (day !== visit.day) midnight = midnightOf(day);
          visit.day = day;
          readTimes(times, instants, day, midnight);
          add(visit);
        }
      }
      return unattributed;
    },
  };
}

/** A month at a time: rows are read together without holding years of them. */
function monthsOf({ from, to }: Range): Range[] {
  const months: Range[] = [];
  for (let first = from; first <= to; first = addMonths(`${first.slice(0, 7)}-01`, 1)) {
    const last = addDays(addMonths(`${first.slice(0, 7)}-01`, 1), -1);
    months.push({ from: first, to: last < to ? last : to });
  }
  return months;
}

/** Instants of one text, read where they are. */
function readTimes(times: Times, instants: string, day: string, midnight: number): void {
  let at = 0;
  for (const name of names) {
    const end = instants.indexOf('\n', at);
    const length = (end === -1 ? instants.length : end) - at;
    times[name] = length === 0 ? null : millisOf(instants, at, length, day, midnight);
    at += length + 1;
  }
}

/** Patients seen day by day by another software: one patient a day, whoever saw them. */
export function readPastSeen(
  raw: Raw,
  { from, to }: Range,
  doctorIds: readonly string[] | null,
): NonNullable<TimeSituation['pastSeen']> {
  const rows = raw
    .prepare(
      `select v.day, count(distinct v.patient_key) as patients from past_visit v
       join past_visit_import i on i.id = v.import_id
       where v.day >= ? and v.day <= ?${ofDoctors(doctorIds)} and i.state = 'published' group by v.day order by v.day`,
    )
    .all(from, to, ...(doctorIds ?? [])) as { day: string; patients: number }[];
  return rows.map(({ day, patients }) => ({ day, patients: Number(patients) }));
}
