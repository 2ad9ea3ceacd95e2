import type { BulkWriter } from '#electron/storage/bulk.ts';
import type { Turns } from '#electron/exchange/import/turns.ts';

/** Files removed in one transaction; each takes some thirty rows of search with it. */
const filesAtOnce = 60;
const wordsAtOnce = 400;

/**
 * Removes what an unpublished import holds: cancelled, cut by a crash, or undone. Short batches, and safe to start
 * again: nothing of it can be seen meanwhile.
 */
export async function dropImport(
  runId: string,
  now: string,
  bulk: BulkWriter,
  turns: Turns,
  breath: () => Promise<void>,
): Promise<void> {
  const once = (work: () => number) => turns.take(() => bulk.transaction(work));
  const unpublished = bulk.all<{ state: string }>('select state from import_run where id = ? and published = 0', runId);
  if (unpublished.length === 0) return;
  await once(() =>
    bulk.run(`update import_run set state = 'dropped', ended_at = ? where id = ? and state = 'importing'`, now, runId),
  );
  const repeat = async (work: () => number) => {
    while ((await once(work)) > 0) {
      await turns.take(() => bulk.checkpoint());
      await breath();
    }
  };
  await repeat(() =>
    bulk.run(
      `delete from patient where id in (select p.id from patient p join import_run r on r.id = p.import_id where r.id = ? and r.published = 0 limit ${filesAtOnce})`,
      runId,
    ),
  );
  // The lines of the files kept by an undo stay, with their reason.
  await repeat(() =>
    bulk.run(
      `delete from import_line where id in (select l.id from import_line l left join patient p on p.id = l.patient_id where l.import_id = ? and p.id is null limit 1000)`,
      runId,
    ),
  );
  await pruneDictionary(bulk, turns, breath);
}

/** Words nobody bears any more, a slice of the dictionary at a time. */
async function pruneDictionary(bulk: BulkWriter, turns: Turns, breath: () => Promise<void>): Promise<void> {
  let after = '';
  for (;;) {
    const words = bulk.all<{ word: string }>(
      `select distinct word from patient_word where word > ? order by word limit ${wordsAtOnce}`,
      after,
    );
    const last = words.at(-1)?.word;
    if (last === undefined) return;
    const orphan = `word > ? and word <= ? and not exists (select 1 from patient_token t where t.token = patient_word.word and t.kind in ('a', 'b'))`;
    const [found] = bulk.all<{ count: number }>(
      `select count(*) as count from patient_word where ${orphan}`,
      after,
      last,
    );
    const from = after;
    if ((found?.count ?? 0) > 0)
      await turns.take(() => bulk.transaction(() => bulk.run(`delete from patient_word where ${orphan}`, from, last)));
    after = last;
    await breath();
  }
}
