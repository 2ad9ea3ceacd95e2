import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { TrainingFacts } from '#shared/domain/training.ts';
import { lastWriter } from '#electron/audit/correct-row.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { columnOf } from './training-rows.ts';

type Conflict = ErrorDataOf<'EDIT_CONFLICT'>['conflicts'][number];
type Applications = TrainingFacts['vaeApplications'];

interface Versions<T extends object> {
  readonly stored: T;
  readonly base: T;
  readonly value: T;
}

const written = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** What the person changed, over what is stored now: disjoint fields of two people both stay. */
export function mergedOver<T extends object>(stored: T, base: T, value: T): T {
  const changed = Object.entries(value).filter(([field, one]) => written(one) !== written(base[field as keyof T]));
  return { ...stored, ...Object.fromEntries(changed) };
}

/** The same for a training, whose letters merge one by one and whose applications add up. */
export function mergedTraining({ stored, base, value }: Versions<TrainingFacts>): TrainingFacts {
  return {
    ...mergedOver(stored, base, value),
    given: mergedOver(stored.given, base.given, value.given),
    vaeApplications: mergedApplications(stored.vaeApplications, base.vaeApplications, value.vaeApplications),
  };
}

/** Those stored, less what was withdrawn here, with what was added here: a list of dated lines has no conflict. */
function mergedApplications(stored: Applications, base: Applications, value: Applications): Applications {
  const within = (list: Applications) => {
    const known = new Set(list.map(written));
    return (one: Applications[number]) => known.has(written(one));
  };
  const [seen, mine, kept] = [within(base), within(value), within(stored)];
  return [...stored.filter((one) => !seen(one) || mine(one)), ...value.filter((one) => !seen(one) && !kept(one))];
}

/** Fields of a training as a person reads them: each letter is one of its own. */
export function readFields({ given, ...facts }: TrainingFacts): Record<string, unknown> {
  const fields = Object.entries(facts).filter(([field]) => field !== 'vaeApplications');
  return { ...Object.fromEntries(fields), 'given.start': given.start, 'given.complete': given.complete };
}

/** @throws EDIT_CONFLICT when a field changed here has changed since it was read, with both values and the author */
export async function conflictsBetween<T extends object>(
  call: CommandCall,
  table: 'training' | 'training_module',
  id: string,
  { stored, base, value }: Versions<T>,
): Promise<void> {
  const conflicts: Conflict[] = [];
  for (const field of Object.keys(value) as (keyof T & string)[]) {
    const [mine, seen, theirs] = [written(value[field]), written(base[field]), written(stored[field])];
    if (mine === seen || theirs === seen || theirs === mine) continue;
    const [column = ''] = columnOf(field).split('.');
    conflicts.push({ field, mine, theirs, ...(await lastWriter(call.uow.db, table, id, column)) });
  }
  if (conflicts.length > 0) throw new DomainError('EDIT_CONFLICT', { conflicts });
}
