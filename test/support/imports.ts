import {
  defaultImportChoices,
  type ImportAnalysis,
  type ImportChoices,
  type ImportStatus,
} from '#shared/contract/imports.ts';
import type { ImportMapping } from '#shared/domain/import-mapping.ts';
import type { Client } from './practice.ts';

/** Sends a file as a screen does, a piece at a time. @returns its identifier */
export async function upload(client: Client, content: string | Uint8Array, fileName = 'patients.csv'): Promise<string> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const { id, chunkBytes, chunks } = await client.imports.begin({ fileName, size: bytes.length });
  for (let index = 0; index < chunks; index += 1) {
    await client.imports.chunk({
      id,
      index,
      base64: bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes).toString('base64'),
    });
  }
  return id;
}

/** The mapping a person validates without changing anything. */
export const proposed = ({ columns }: ImportAnalysis): ImportMapping =>
  columns.flatMap(({ index, field, dates }) =>
    field === null ? [] : [{ column: index, field, ...(dates === null ? {} : { dateOrder: dates.order }) }],
  );

/** Waits for a phase by looking at the status, as a screen does between two notices. */
export async function until(client: Client, wanted: ImportStatus['phase'], seconds = 15): Promise<ImportStatus> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end;) {
    const status = await client.imports.status({});
    if (status?.phase === wanted) return status;
    if (status?.phase === 'failed') throw new Error(`import failed: ${status.message ?? ''}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`import never ${wanted}`);
}

/** Upload, analysis and dry run with the proposed columns. */
export async function checkFile(client: Client, content: string | Uint8Array, choices: Partial<ImportChoices> = {}) {
  const id = await upload(client, content);
  const analysis = await client.imports.analyse({ id });
  await client.imports.check({ id, mapping: proposed(analysis), choices: { ...defaultImportChoices, ...choices } });
  const checked = await until(client, 'checked');
  const report = await client.imports.report({ id, outcomes: [], offset: 0, limit: 2000 });
  return { id, analysis, counts: checked.counts, lines: report.lines };
}

/** The whole way to the published import. */
export async function importFile(client: Client, content: string | Uint8Array, choices: Partial<ImportChoices> = {}) {
  const checked = await checkFile(client, content, choices);
  await client.imports.start({ id: checked.id });
  return { ...checked, status: await until(client, 'published', 60) };
}
