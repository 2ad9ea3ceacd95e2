import { createHash } from 'node:crypto';
import { contract } from '#shared/contract/contract.ts';
import type { ProcedureMeta } from '#shared/contract/procedure.ts';
import type { Client, TestPractice } from '../support/practice.ts';

export type CommandMeta = Extract<ProcedureMeta, { kind: 'command' }>;

/** One procedure of the contract, as it is declared. */
export interface Declared {
  path: string;
  meta: ProcedureMeta;
  /** Names of the input's fields. */
  fields: string[];
}

interface Raw {
  '~orpc': { meta: ProcedureMeta; inputSchema: { _zod: { def: { shape: Record<string, unknown> } } } };
}

/** Every procedure, area by area: a new one is walked without being named here. */
export const procedures: Declared[] = Object.entries(
  contract as unknown as Record<string, Record<string, Raw>>,
).flatMap(([area, own]) =>
  Object.entries(own).map(([name, { '~orpc': raw }]) => ({
    path: `${area}.${name}`,
    meta: raw.meta,
    fields: Object.keys(raw.inputSchema._zod.def.shape),
  })),
);

/** Calls a procedure by its path, whatever it is. */
export async function callOf(client: Client, path: string, input: unknown): Promise<unknown> {
  const [area = '', name = ''] = path.split('.');
  const own = (client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[area]?.[name];
  if (own === undefined) throw new Error(`no such procedure: ${path}`);
  return own(input);
}

const notBusiness = [
  'journal',
  'journal_value',
  'journal_head',
  'undo_state',
  'idempotency',
  'schema_migration',
  'patient_key',
  'post',
];

/** Every business row, in order, without versions, instants, journal nor idempotency (settled point 11). */
export function digestOf({ core }: TestPractice): Map<string, string> {
  const { raw } = core.practice.requireOpen().writing;
  const tables = raw
    .prepare<[], { name: string }>(
      `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
    )
    .all();
  const digests = new Map<string, string>();
  for (const { name } of tables.filter((table) => !notBusiness.includes(table.name))) {
    const columns = raw.prepare<[], { name: string }>(`select name from pragma_table_info('${name}')`).all();
    // Of an instant, only whether there is one.
    const kept = columns.flatMap(({ name: column }) =>
      column === 'version' ? [] : column.endsWith('_at') ? [`${column} is null`] : [column],
    );
    const rows = raw
      .prepare(`select ${kept.join(', ')} from ${name}`)
      .raw()
      .all()
      .map((row) => JSON.stringify(row));
    digests.set(
      name,
      rows.length === 0 ? 'vide' : createHash('sha256').update(rows.toSorted().join('\n')).digest('hex'),
    );
  }
  return digests;
}

/** Entries of the journal, newest last. */
export function journalOf({ core }: TestPractice): { seq: number; procedure: string; account_id: string }[] {
  return core.practice
    .requireOpen()
    .writing.raw.prepare<[], { seq: number; procedure: string; account_id: string }>(
      'select seq, procedure, account_id from journal order by seq',
    )
    .all();
}
