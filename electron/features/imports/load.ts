import { indexRowsOf, type NewPatientRow } from '#electron/features/patients/index.ts';
import type { BulkWriter, Value } from '#electron/storage/bulk.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { LoadOrder } from '#electron/exchange/import/messages.ts';
import { inBatches, type Turns } from '#electron/exchange/import/turns.ts';
import type { Breath } from '#electron/exchange/import/worker-host.ts';
import { countsOf, isImported, type CheckedLine } from './check.ts';

/** Files whose derived rows are kept in memory at once. */
const portion = 20_000;

/**
 * Writes the lines of a check as files that no query shows (`published` = 0), in short batches: files first, then
 * their search words and keys in the order of their index, which writes each page of it few times.
 */
export async function loadLines(
  lines: readonly CheckedLine[],
  order: LoadOrder,
  bulk: BulkWriter,
  turns: Turns,
  breath: Breath,
): Promise<void> {
  const counts = countsOf(lines);
  const run = bulk.inserter('import_run', [
    'id',
    'account_id',
    'file_name',
    'state',
    'published',
    'total',
    'created',
    'duplicates',
    'invalid',
    'started_at',
    'ended_at',
  ]);
  const created = counts.new + counts.toCorrect + counts.possible;
  await turns.take(() =>
    bulk.transaction(() =>
      run([
        order.runId,
        order.accountId,
        order.fileName,
        'importing',
        0,
        lines.length,
        created,
        counts.duplicate,
        counts.invalid,
        order.now,
        null,
      ]),
    ),
  );
  const reportLine = bulk.inserter('import_line', ['id', 'import_id', 'line', 'outcome', 'patient_id', 'detail']);
  const report = (line: CheckedLine, patientId: string | null) =>
    reportLine([
      `${order.runId}:${line.line}`,
      order.runId,
      line.line,
      line.outcome,
      patientId,
      JSON.stringify({ reasons: line.reasons, looksLike: line.looksLike }),
    ]);

  const loading = lines.flatMap((line) => (line.row !== null && isImported(line) ? [{ line, row: line.row }] : []));
  const [first] = loading;
  if (first !== undefined) {
    const columns = Object.keys(first.row) as (keyof Schema['patient'])[];
    const insert = bulk.inserter('patient', columns);
    const seen = new Set<string>();
    for (let at = 0; at < loading.length; at += portion) {
      const some = loading.slice(at, at + portion);
      let number = 0;
      const lastNumber = () =>
        void (number = bulk.all<{ last: number | null }>('select max(number) as last from patient')[0]?.last ?? 0);
      const insertOne = ({ line, row }: { line: CheckedLine; row: NewPatientRow }) => {
        number += 1;
        row.number = number;
        insert(columns.map((column) => row[column] as Value));
        report(line, row.id);
      };
      // Two fifths of the work is the files, the rest their words and keys.
      await inBatches(some, bulk, turns, insertOne, (done) => breath(at + Math.round(done * 0.4)), lastNumber);
      await loadIndex(
        some.map(({ row }) => row),
        seen,
        bulk,
        turns,
        (share) => breath(at + Math.round(some.length * (0.4 + share * 0.6))),
      );
    }
  }
  const others = lines.filter((line) => !isImported(line));
  await inBatches(
    others,
    bulk,
    turns,
    (line) => report(line, null),
    (done) => breath(loading.length + done),
  );
  await turns.take(() => bulk.checkpoint());
}

type Token = Schema['patient_token'];
type Block = Schema['patient_block'];

async function loadIndex(
  rows: readonly NewPatientRow[],
  seen: Set<string>,
  bulk: BulkWriter,
  turns: Turns,
  progress: (share: number) => Promise<void>,
): Promise<void> {
  const tokens: Token[] = [];
  const blocks: Block[] = [];
  const words: Schema['patient_word'][] = [];
  for (const [index, row] of rows.entries()) {
    const derived = indexRowsOf(row);
    tokens.push(...derived.tokens);
    blocks.push(...derived.blocks);
    for (const word of derived.words) {
      const key = `${word.kind} ${word.fragment} ${word.word}`;
      if (seen.has(key)) continue;
      seen.add(key);
      words.push(word);
    }
    if (index % 500 === 499) await progress(0);
  }
  const insertToken = bulk.inserter('patient_token', ['token', 'kind', 'sort', 'number'], 'orIgnore');
  const insertBlock = bulk.inserter('patient_block', ['key', 'number'], 'orIgnore');
  const insertWord = bulk.inserter('patient_word', ['kind', 'fragment', 'word'], 'orIgnore');
  const total = tokens.length + blocks.length + words.length;
  const told = (before: number) => (done: number) => progress((before + done) / total);
  tokens.sort((a, b) => (a.token < b.token ? -1 : a.token > b.token ? 1 : 0));
  await inBatches(
    tokens,
    bulk,
    turns,
    ({ token, kind, sort, number }) => insertToken([token, kind, sort, number]),
    told(0),
  );
  blocks.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  await inBatches(blocks, bulk, turns, ({ key, number }) => insertBlock([key, number]), told(tokens.length));
  // Words last: a removal under way leaves a word alone once one of its search words is there.
  await inBatches(
    words,
    bulk,
    turns,
    ({ kind, fragment, word }) => insertWord([kind, fragment, word]),
    told(tokens.length + blocks.length),
  );
}
