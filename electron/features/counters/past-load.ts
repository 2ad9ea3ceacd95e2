import type { LoadOrder } from '#electron/exchange/import/messages.ts';
import { inBatches, type Turns } from '#electron/exchange/import/turns.ts';
import type { Breath } from '#electron/exchange/import/worker-host.ts';
import { newId } from '#electron/platform/ids.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import { pastResultOf } from './past-check.ts';
import type { PastLine } from './past-import.ts';

const isCounted = ({ outcome }: PastLine): boolean => outcome === 'matched' || outcome === 'unmatched';

/** First and last day of each doctor: what the import covers. */
function periodsOf(lines: readonly PastLine[]): { doctorId: string; from: string; to: string }[] {
  const periods = new Map<string, { doctorId: string; from: string; to: string }>();
  for (const { doctorId, day, outcome } of lines) {
    // A passage already counted is covered all the same.
    if (doctorId === null || day === null || !['matched', 'unmatched', 'duplicate'].includes(outcome)) continue;
    const known = periods.get(doctorId);
    if (known === undefined) periods.set(doctorId, { doctorId, from: day, to: day });
    else if (day < known.from) known.from = day;
    else if (day > known.to) known.to = day;
  }
  return [...periods.values()];
}

/** Writes the lines of a check as passages that no count reads (`staged`), in short batches. */
export async function loadPastLines(
  lines: readonly PastLine[],
  order: LoadOrder,
  bulk: BulkWriter,
  turns: Turns,
  breath: Breath,
): Promise<void> {
  const counted = lines.filter(isCounted);
  const periods = periodsOf(lines);
  const days = periods.flatMap(({ from, to }) => [from, to]).toSorted();
  const { counts } = pastResultOf(lines);
  const run = bulk.inserter('past_visit_import', [
    'id',
    'name',
    'state',
    'first_day',
    'last_day',
    'line_count',
    'counts',
    'periods',
    'account_id',
    'started_at',
    'version',
  ]);
  await turns.take(() =>
    bulk.transaction(() =>
      run([
        order.runId,
        order.fileName,
        'staged',
        days[0] ?? null,
        days.at(-1) ?? null,
        counted.length,
        JSON.stringify(counts),
        JSON.stringify(periods),
        order.accountId,
        order.now,
        1,
      ]),
    ),
  );
  const passage = bulk.inserter('past_visit', [
    'id',
    'import_id',
    'doctor_id',
    'day',
    'patient_key',
    'patient_id',
    'version',
  ]);
  const told = bulk.inserter('past_visit_line', ['id', 'import_id', 'line', 'outcome', 'day', 'reasons']);
  // In the order of the index that the counts read: each of its pages is written few times.
  const ordered = counted.toSorted((a, b) => compare(a.doctorId, b.doctorId) || compare(a.day, b.day));
  const insertOne = ({ doctorId, day, patientKey, patientId }: PastLine) =>
    passage([newId(), order.runId, doctorId, day, patientKey, patientId, 1]);
  await inBatches(ordered, bulk, turns, insertOne, breath);
  const others = lines.filter((line) => !isCounted(line));
  const insertLine = ({ line, outcome, day, reasons }: PastLine) =>
    told([newId(), order.runId, line, outcome, day, JSON.stringify(reasons)]);
  await inBatches(others, bulk, turns, insertLine, (done) => breath(ordered.length + done));
  await turns.take(() => bulk.checkpoint());
}

const compare = (a: string | null, b: string | null) => ((a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0);

/** Removes what an unpublished or undone import holds; short batches, safe to start again. */
export async function dropPastImport(
  runId: string,
  _now: string,
  bulk: BulkWriter,
  turns: Turns,
  breath: () => Promise<void>,
): Promise<void> {
  const [run] = bulk.all<{ state: string }>('select state from past_visit_import where id = ?', runId);
  if (run === undefined || run.state === 'published') return;
  for (const table of ['past_visit', 'past_visit_line'] as const) {
    const some = `delete from ${table} where id in (select id from ${table} where import_id = ? limit 1000)`;
    while ((await turns.take(() => bulk.transaction(() => bulk.run(some, runId)))) > 0) {
      await turns.take(() => bulk.checkpoint());
      await breath();
    }
  }
  // An undone import stays in the history; one that was never shown leaves nothing.
  if (run.state === 'staged')
    await turns.take(() => bulk.transaction(() => bulk.run(`delete from past_visit_import where id = ?`, runId)));
}
