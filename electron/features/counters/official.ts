import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import { COUNTER_METRICS, OFFICIAL_FIELDS, officialLimit, pmtPopulations } from '#shared/domain/counters.ts';
import type { CounterMetric, OfficialField, PmtPopulation } from '#shared/domain/counters.ts';
import { formatDay, isDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { lastWriter } from '#electron/audit/correct-row.ts';
import type { CommandCall, QueryCall } from '#electron/security/call.ts';

const invalid = (field: string, message: string) => new DomainError('INVALID', { problems: [{ field, message }] });
const nb = '\u00a0';

/** @throws NOT_FOUND */
export async function requireDoctor({ db }: Pick<QueryCall, 'db'>, doctorId: string): Promise<void> {
  const row = await db.selectFrom('doctor').select('id').where('id', '=', doctorId).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'doctor' });
}

interface Statement {
  doctorId: string;
  metric: CounterMetric;
  onDay: string;
  value: number;
  population: PmtPopulation | null;
}

/** A statement stands alone on its day for the patients it counts: two would leave nobody able to tell which one holds. */
async function checkStatement(call: CommandCall, one: Statement, exceptId: string | null): Promise<void> {
  if (one.onDay > call.clock.today()) throw invalid('onDay', 'Cette date est dans le futur. Saisir la date du relevé.');
  if (one.metric === 'FA' && one.population !== null)
    throw invalid('population', `La file active compte tous les âges${nb}: ne pas choisir de patients.`);
  const sameDay = await call.uow.db
    .selectFrom('official_count')
    .select(['id', 'value', 'population'])
    .where('doctor_id', '=', one.doctorId)
    .where('metric', '=', one.metric)
    .where('on_day', '=', one.onDay)
    .where('id', '<>', exceptId ?? '')
    .execute();
  const twin = sameDay.find(
    ({ population }) => population === null || one.population === null || population === one.population,
  );
  if (twin !== undefined)
    throw invalid(
      'onDay',
      `Un relevé du ${formatDay(one.onDay)} existe déjà (${COUNTER_METRICS[one.metric]}${nb}: ${formatNumber(Number(twin.value))}). Le corriger, ou vérifier la date.`,
    );
}

export async function addOfficial(call: CommandCall, statement: Statement): Promise<{ id: string }> {
  await requireDoctor(call, statement.doctorId);
  await checkStatement(call, statement, null);
  const id = call.newId();
  const { doctorId, metric, onDay, value, population } = statement;
  const columns = { doctor_id: doctorId, metric, on_day: onDay, value, population };
  await call.uow.insert('official_count', { id, ...columns, version: 1 });
  call.about({ recordId: id });
  return { id };
}

interface Patch {
  field: OfficialField;
  base: string | null;
  value: string | null;
}

function readValue(field: OfficialField, raw: string | null): string | null {
  const text = (raw ?? '').replace(/[\s\u00a0\u202f]/gu, '');
  if (field === 'population') {
    const known = pmtPopulations.find((one) => one === text);
    if (text !== '' && known === undefined) throw invalid(field, 'Patients comptés inconnus.');
    return known ?? null;
  }
  if (text === '') throw invalid(field, `${OFFICIAL_FIELDS[field]}${nb}: à renseigner.`);
  if (field === 'onDay' && !isDay(text)) throw invalid(field, 'Cette date n’existe pas.');
  if (field === 'value' && (!/^\d+$/u.test(text) || Number(text) > officialLimit))
    throw invalid(field, `Nombre entier attendu, de 0 à ${formatNumber(officialLimit)}.`);
  return field === 'value' ? String(Number(text)) : text;
}

const COLUMNS = { onDay: 'on_day', value: 'value', population: 'population' } as const;

/** Patches of a statement: only a field that both changed is a conflict. */
export async function correctOfficial(
  call: CommandCall,
  { id, patches }: { id: string; patches: Patch[] },
): Promise<{ version: number }> {
  const { uow } = call;
  const row = await uow.db.selectFrom('official_count').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'official_count' });
  const stored: Record<OfficialField, string | null> = {
    onDay: row.on_day,
    value: String(row.value),
    population: row.population,
  };
  const next = { ...stored };
  const conflicts: Patch[] = [];
  for (const patch of patches) {
    const wanted = readValue(patch.field, patch.value);
    if (patch.base !== stored[patch.field] && wanted !== stored[patch.field]) conflicts.push(patch);
    next[patch.field] = wanted;
  }
  if (conflicts.length > 0) {
    const told: ErrorDataOf<'EDIT_CONFLICT'>['conflicts'] = [];
    for (const { field, value } of conflicts) {
      const writer = await lastWriter(uow.db, 'official_count', id, COLUMNS[field]);
      told.push({ field, mine: value, theirs: stored[field], ...writer });
    }
    throw new DomainError('EDIT_CONFLICT', { conflicts: told });
  }
  const statement = {
    doctorId: row.doctor_id,
    metric: row.metric as CounterMetric,
    onDay: next.onDay ?? row.on_day,
    value: Number(next.value),
    population: next.population as PmtPopulation | null,
  };
  await checkStatement(call, statement, id);
  const { onDay, value, population } = statement;
  const changed = await uow.update('official_count', id, { on_day: onDay, value, population });
  call.about({ recordId: id });
  return { version: Number(row.version) + (changed ? 1 : 0) };
}

/** A statement leaves with its proofs: undoing puts all of them back. */
export async function removeOfficial({ uow, about }: CommandCall, id: string): Promise<void> {
  const row = await uow.db.selectFrom('official_count').select('id').where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'official_count' });
  const proofs = await uow.db
    .selectFrom('document')
    .select('id')
    .where('about_kind', '=', 'official_count')
    .where('about_id', '=', id)
    .orderBy('id')
    .execute();
  for (const proof of proofs) await uow.remove('document', proof.id);
  await uow.remove('official_count', id);
  about({ recordId: id });
}
