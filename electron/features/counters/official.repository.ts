import type { Kysely } from 'kysely';
import type { OfficialCount } from '#shared/contract/counter-views.ts';
import type { CounterMetric } from '#shared/domain/counters.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** Statements of one doctor or of all, of one counter or of both, latest first, with how many proofs each has. */
export async function readOfficials(
  db: Kysely<Schema>,
  { doctorId, metric, to }: { doctorId: string | null; metric: CounterMetric | null; to?: string },
): Promise<OfficialCount[]> {
  let wanted = db
    .selectFrom('official_count as o')
    .selectAll('o')
    .select((eb) =>
      eb
        .selectFrom('document as d')
        .select(({ fn }) => fn.countAll().as('proofs'))
        .where('d.about_kind', '=', 'official_count')
        .whereRef('d.about_id', '=', 'o.id')
        .as('proofs'),
    );
  if (doctorId !== null) wanted = wanted.where('o.doctor_id', '=', doctorId);
  if (metric !== null) wanted = wanted.where('o.metric', '=', metric);
  if (to !== undefined) wanted = wanted.where('o.on_day', '<=', to);
  const rows = await wanted.orderBy('o.on_day', 'desc').orderBy('o.id', 'desc').execute();
  return rows.map((row) => ({
    id: row.id,
    doctorId: row.doctor_id,
    metric: row.metric as CounterMetric,
    onDay: row.on_day,
    value: Number(row.value),
    population: row.population as OfficialCount['population'],
    proofs: Number(row.proofs),
    version: Number(row.version),
  }));
}
