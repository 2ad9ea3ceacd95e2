import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import { readChanges } from '#electron/audit/journal.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { columnOf } from './training-rows.ts';

type Conflict = ErrorDataOf<'EDIT_CONFLICT'>['conflicts'][number];

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

/** @throws EDIT_CONFLICT when a field changed here has changed since it was read, with both values and the author */
export async function conflictsBetween<T extends object>(
  call: CommandCall,
  table: 'training' | 'training_module',
  id: string,
  { stored, base, value }: Versions<T>,
): Promise<void> {
  const fields = (Object.keys(value) as (keyof T & string)[]).filter((field) => {
    const [mine, seen, now] = [written(value[field]), written(base[field]), written(stored[field])];
    return mine !== seen && now !== seen && now !== mine;
  });
  if (fields.length === 0) return;
  const conflicts: Conflict[] = [];
  for (const field of fields) {
    const last = await lastWriter(call, table, id, field);
    conflicts.push({ field, mine: written(value[field]), theirs: written(stored[field]), ...last });
  }
  throw new DomainError('EDIT_CONFLICT', { conflicts });
}

const LOOKED_BACK = 50;

async function lastWriter(call: CommandCall, table: string, id: string, field: string) {
  const entries = await call.uow.db
    .selectFrom('journal_value')
    .select('seq')
    .where('record_id', '=', id)
    .where('table_name', '=', table)
    .orderBy('seq', 'desc')
    .limit(LOOKED_BACK)
    .execute();
  for (const { seq } of entries) {
    const changes = await readChanges(call.uow.db, Number(seq));
    if (changes?.some((one) => one.id === id && one.after !== null && columnOf(field) in one.after) !== true) continue;
    const entry = await call.uow.db
      .selectFrom('journal as j')
      .leftJoin('account as a', 'a.id', 'j.account_id')
      .select(['j.at', 'a.given_name', 'a.family_name'])
      .where('j.seq', '=', seq)
      .executeTakeFirstOrThrow();
    return { by: [entry.given_name, entry.family_name].filter(Boolean).join(' '), at: entry.at };
  }
  return { by: '', at: '' };
}
