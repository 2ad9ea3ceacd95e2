import { sql, type Kysely } from 'kysely';
import type { Schema } from '#electron/storage/schema.ts';

/** Stages that prove an earlier visit took place: somebody seen before is not new. */
const seenStages = ['consultation', 'finalise', 'left'] as const;

/** The patient columns of a card or of the identity band's first line. */
export const patientColumns = [
  ...([
    'p.civility',
    'p.birth_name',
    'p.first_given_name',
    'p.used_name',
    'p.used_given_name',
    'p.sex',
    'p.birth_day',
  ] as const),
  ...([
    'p.birth_precision',
    'p.identity_status',
    'p.homonym',
    'p.doubtful',
    'p.fictitious',
    'p.interpreter',
    'p.reduced_mobility',
  ] as const),
] as const;

/**
 * True (1) when another visible file shares a name key (`h:…`) with this one: « homonymie signalée ». Merged files have
 * no key; the other file itself is read only while an unpublished import is there, for its keys are.
 */
export const homonymSignalled = sql<number>`exists (select 1 from patient_block mine join patient_block other on other.key = mine.key and other.number <> mine.number
  where mine.number = p.number and mine.key >= 'h:' and mine.key < 'h;'
    and (not exists (select 1 from import_run r join patient h on h.import_id = r.id where r.published = 0)
      or exists (select 1 from visible_patient o where o.number = other.number)))`;

/** The visits of one day with their patients, in the order of the appointments; walk-ins last. */
export function visitsOf(db: Kysely<Schema>, day: string) {
  return db
    .selectFrom('visit as v')
    .innerJoin('visible_patient as p', 'p.id', 'v.patient_id')
    .leftJoin('account as a', 'a.id', 'v.prepared_by')
    .leftJoin('preparation as n', 'n.visit_id', 'v.id')
    .select([
      'v.id',
      'v.patient_id',
      'v.doctor_id',
      'v.reason_id',
      'v.start_minute',
      'v.end_minute',
      'v.walk_in',
      'v.confirmed',
      'v.stage',
      'v.urgent',
    ])
    .select([
      'v.room_id',
      'v.settled',
      'v.note',
      'v.outcome_reason',
      'v.arrived_at',
      'v.preparation_at',
      'v.ready_at',
      'v.consultation_at',
    ])
    .select(['v.finalise_at', 'v.left_at', 'v.stage_at', 'v.version'])
    .select([...patientColumns, 'p.ald'])
    .select(['a.initials as prepared_initials', 'n.message', 'n.message_at', 'n.read_at'])
    .select([
      homonymSignalled.as('homonym_signalled'),
      sql<number>`exists (select 1 from visit e where e.patient_id = v.patient_id and e.day < v.day and e.stage in (${sql.join(seenStages.map((stage) => sql.lit(stage)))}))`.as(
        'seen_before',
      ),
    ])
    .where('v.day', '=', day)
    .orderBy(sql`coalesce(v.start_minute, 1441)`)
    .orderBy('v.id')
    .execute();
}
export type BoardRow = Awaited<ReturnType<typeof visitsOf>>[number];

/** Alert lines of everybody of the day, of the kinds the role sees. */
export function alertsOf(db: Kysely<Schema>, day: string, kinds: readonly string[]) {
  return db
    .selectFrom('alert_item as i')
    .select(['i.id', 'i.patient_id', 'i.kind', 'i.label', 'i.none_known', 'i.confirmed_at'])
    .where('i.patient_id', 'in', (eb) => eb.selectFrom('visit').select('patient_id').where('day', '=', day))
    .where('i.removed_at', 'is', null)
    .where('i.kind', 'in', [...kinds])
    .orderBy('i.patient_id')
    .orderBy('i.id')
    .execute();
}

/** What remains to do for the visits of the day. */
export function openItemsOf(db: Kysely<Schema>, day: string) {
  return db
    .selectFrom('visit as v')
    .innerJoin('finalise_item as f', 'f.visit_id', 'v.id')
    .select(['f.id', 'f.visit_id', 'f.label', 'f.done_at'])
    .where('v.day', '=', day)
    .where('f.done_at', 'is', null)
    .orderBy('f.visit_id')
    .orderBy('f.id')
    .execute();
}
