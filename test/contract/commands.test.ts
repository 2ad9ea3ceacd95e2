import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyChain } from '#electron/audit/journal.ts';
import type { ChangeNotice } from '#electron/events/change-feed.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { exampleOf } from './examples.ts';
import { callOf, digestOf, journalOf, procedures, type CommandMeta } from './procedures.ts';

// What every command does, proven on its example: nothing without its journal, one entry, topics after commit,
// a second sending without effect, and an undo that puts everything back.
const commands = procedures.flatMap(({ path, meta }) =>
  meta.kind === 'command' ? [{ path, meta: meta as CommandMeta }] : [],
);

let practice: TestPractice;
let colleague: Client;
const heard: ChangeNotice[] = [];

beforeAll(async () => {
  practice = await foundTestPractice();
  const other = await practice.join('medecin', ['Karim', 'Benali']);
  colleague = other.client;
  const feed = await colleague.session.changes({});
  void (async () => {
    for await (const notice of feed) heard.push(notice as ChangeNotice);
  })();
});
afterAll(() => practice.close());

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
/** Tables a worker puts in order by itself after an import, and the areas whose own commands change them. */
const tidied: Readonly<Record<string, readonly string[]>> = {
  past_visit: ['counters', 'imports', 'patients'],
  import_line: ['imports'],
};
/** The base, less what a worker may still be tidying after an earlier example. */
function baseFor(path: string): Map<string, string> {
  const area = path.split('.')[0] ?? '';
  return new Map([...digestOf(practice)].filter(([table]) => tidied[table]?.includes(area) !== false));
}
/** For those areas, waits until the worker is done. */
async function settled(path: string): Promise<void> {
  if (!Object.values(tidied).some((areas) => areas.includes(path.split('.')[0] ?? ''))) return;
  for (let last = baseFor(path); ;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const next = baseFor(path);
    if ([...next].every(([table, digest]) => last.get(table) === digest)) return;
    last = next;
  }
}
const openBase = () => practice.core.practice.requireOpen();

test.each(commands)('$path a un exemple', ({ path }) => {
  expect(exampleOf(path), `ajouter l’exemple de ${path} dans test/contract/examples`).toBeTypeOf('function');
});

describe.each(commands.filter(({ path }) => exampleOf(path) !== undefined))('$path', ({ path, meta }) => {
  const sending = async () => ({ ...key(), ...(await exampleOf(path)?.(practice)) });

  test('n’écrit rien du tout quand son journal ne peut pas être écrit', async () => {
    const sent = await sending();
    await settled(path);
    const { raw } = openBase().writing;
    const [before, entries] = [baseFor(path), journalOf(practice).length];
    await soon();
    heard.length = 0;
    raw.exec(`create trigger panne before insert on journal begin select raise(abort, 'panne'); end`);
    const code = await refusalOf(callOf(practice.doctor, path, sent));
    raw.exec('drop trigger panne');
    expect(code).toBe('INCIDENT');
    expect(baseFor(path)).toEqual(before);
    expect(journalOf(practice).length).toBe(entries);
    await soon();
    expect(heard).toEqual([]);
  });

  test('laisse une entrée, prévient les autres postes, ne se répète pas, et s’annule comme annoncé', async () => {
    const sent = await sending();
    await settled(path);
    const [before, entries] = [baseFor(path), journalOf(practice)];
    await soon();
    heard.length = 0;
    const first = await callOf(practice.doctor, path, sent);
    const after = baseFor(path);
    const added = journalOf(practice).slice(entries.length);
    expect(added).toMatchObject([{ procedure: path, account_id: practice.doctorAccountId }]);
    await soon();
    const told = new Set(heard.map((notice) => notice.topic));
    for (const topic of meta.topics) expect(told).toContain(topic);
    for (const notice of heard) expect(notice.seq).toBe(added[0]?.seq);

    expect(await callOf(practice.doctor, path, sent)).toEqual(first);
    expect(await refusalOf(callOf(colleague, path, sent))).not.toBe('accepté');
    expect(baseFor(path)).toEqual(after);
    expect(journalOf(practice).length).toBe(entries.length + 1);
    expect(await verifyChain(openBase().reader)).toMatchObject({ brokenAt: null });

    const last = await practice.doctor.session.undoable({});
    if (meta.undo !== 'inverse') return expect(last?.seq).not.toBe(added[0]?.seq);
    expect(after).not.toEqual(before);
    expect(last?.seq).toBe(added[0]?.seq);
    await practice.doctor.session.undo({ ...key(), seq: last?.seq ?? 0 });
    expect(baseFor(path)).toEqual(before);
  });
});
