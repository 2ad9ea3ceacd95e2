import type { Day } from '#shared/kernel/day.ts';
import type { TimedVisit, TimeSituation } from '#shared/rules/time-given-back/index.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';

interface VisitRow {
  id: string;
  day: string;
  prepared_by: string | null;
  arrived_at: string | null;
  preparation_at: string | null;
  ready_at: string | null;
  consultation_at: string | null;
  finalise_at: string | null;
  left_at: string | null;
}

interface Counted {
  visit_id: string;
  count: number;
}

interface Range {
  readonly from: Day;
  readonly to: Day;
}

const inRange = 'v.day >= ? and v.day <= ?';

/**
 * Visits of a range of days with their instants and what these accounts did of them. An action finalised belongs to the
 * last person who wrote it in the journal; once the journal is pruned nobody knows, and it is counted apart.
 */
export function readVisits(
  base: BulkWriter,
  { from, to }: Range,
  accounts: readonly string[],
): { visits: TimedVisit[]; unattributedItems: number } {
  const marks = accounts.map(() => '?').join(',') || 'null';
  const counts = (sql: string, ...values: string[]) =>
    new Map(base.all<Counted>(sql, ...values).map((row) => [row.visit_id, Number(row.count)]));
  const passages = (which: string) =>
    counts(
      `select p.visit_id, count(*) as count from stage_passage p join visit v on v.id = p.visit_id
       where ${inRange} and ${which} and p.account_id in (${marks}) group by p.visit_id`,
      from,
      to,
      ...accounts,
    );
  const arrivals = passages(`p.stage = 'waiting' and p.kind in ('forward', 'booked')`);
  const bookings = passages(`p.stage = 'expected' and p.kind = 'booked'`);
  const measures = counts(
    `select o.visit_id, count(*) as count from observation o join visit v on v.id = o.visit_id
     where ${inRange} and o.superseded = 0 and o.value is not null and o.account_id in (${marks}) group by o.visit_id`,
    from,
    to,
    ...accounts,
  );
  const authors = base.all<{ visit_id: string; account_id: string | null }>(
    `select f.visit_id, j.account_id from finalise_item f join visit v on v.id = f.visit_id
     left join journal j on j.seq = (select max(jv.seq) from journal_value jv where jv.record_id = f.id)
     where ${inRange} and f.done_at is not null`,
    from,
    to,
  );
  const own = new Set(accounts);
  const items = new Map<string, number>();
  for (const { visit_id: id, account_id: by } of authors) {
    if (by !== null && own.has(by)) items.set(id, (items.get(id) ?? 0) + 1);
  }
  const rows = base.all<VisitRow>(
    `select v.id, v.day, v.prepared_by, v.arrived_at, v.preparation_at, v.ready_at, v.consultation_at, v.finalise_at,
     v.left_at from visit v where ${inRange} order by v.day, v.id`,
    from,
    to,
  );
  const visits = rows.map((row) => ({
    day: row.day,
    ...known({
      arrivedAt: row.arrived_at,
      preparationAt: row.preparation_at,
      readyAt: row.ready_at,
      consultationAt: row.consultation_at,
      finaliseAt: row.finalise_at,
      leftAt: row.left_at,
    }),
    arrivalNoted: arrivals.has(row.id),
    booked: bookings.has(row.id),
    prepared: row.prepared_by !== null && own.has(row.prepared_by),
    measures: measures.get(row.id) ?? 0,
    items: items.get(row.id) ?? 0,
  }));
  return { visits, unattributedItems: authors.filter((one) => one.account_id === null).length };
}

/** Patients seen day by day by another software: one patient a day, whoever saw them. */
export function readPastSeen(base: BulkWriter, { from, to }: Range): NonNullable<TimeSituation['pastSeen']> {
  return base
    .all<{ day: string; patients: number }>(
      `select v.day, count(distinct v.patient_key) as patients from past_visit v
       join past_visit_import i on i.id = v.import_id
       where ${inRange} and i.state = 'published' group by v.day order by v.day`,
      from,
      to,
    )
    .map(({ day, patients }) => ({ day, patients: Number(patients) }));
}

function known<Instants extends Record<string, string | null>>(
  instants: Instants,
): { [Name in keyof Instants]?: string } {
  return Object.fromEntries(Object.entries(instants).filter(([, value]) => value !== null)) as {
    [Name in keyof Instants]?: string;
  };
}
