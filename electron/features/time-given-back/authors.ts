import type { SqliteBase } from '#electron/storage/engines/sqlite.ts';
import type { Range } from './messages.ts';
import { ofDoctors } from './time-facts.ts';

/**
 * What of a visit `v` counts as one account's own, one mark for the account in each. A measure counts only where no
 * preparation was timed, as in the figures: who measured beside a timed colleague adds nothing to them.
 */
const gestures = [
  `v.prepared_by = ? and v.preparation_at is not null and v.ready_at is not null`,
  `exists (select 1 from stage_passage p where p.visit_id = v.id and p.account_id = ?
     and ((p.stage = 'waiting' and p.kind in ('forward', 'booked')) or (p.stage = 'expected' and p.kind = 'booked')))`,
  `exists (select 1 from observation o where o.visit_id = v.id and o.account_id = ?
     and o.superseded = 0 and o.value is not null)
     and (v.preparation_at is null or v.ready_at is null
       or not exists (select 1 from account a where a.id = v.prepared_by and a.role = 'assistant'))`,
  `exists (select 1 from finalise_item f
     join journal j on j.seq = (select max(jv.seq) from journal_value jv where jv.record_id = f.id)
     where f.visit_id = v.id and f.done_at is not null and j.account_id = ?)`,
];

/**
 * Which of these accounts the figures of a period come from: with one alone, what is said of everybody is said of that
 * person (settled point 31), however many accounts the practice has or had.
 */
export function readAuthors(
  raw: SqliteBase['raw'],
  { from, to }: Range,
  accounts: readonly string[],
  doctorIds: readonly string[] | null,
): string[] {
  const acted = raw
    .prepare(
      `select 1 from visit v where v.day >= ? and v.day <= ?${ofDoctors(doctorIds)}
         and (${gestures.map((one) => `(${one})`).join(' or ')}) limit 1`,
    )
    .pluck();
  return accounts.filter(
    (account) => acted.get(from, to, ...(doctorIds ?? []), ...gestures.map(() => account)) !== undefined,
  );
}
