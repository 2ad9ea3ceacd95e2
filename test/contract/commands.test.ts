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
/** What an earlier command started by itself (lines tidied, passages joined to a file) is over. */
async function settled(): Promise<void> {
  for (let last = digestOf(practice); ;) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const next = digestOf(practice);
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
    await settled();
    const { raw } = openBase().writing;
    const [before, entries] = [digestOf(practice), journalOf(practice).length];
    await soon();
    heard.length = 0;
    raw.exec(`create trigger panne before insert on journal begin select raise(abort, 'panne'); end`);
    const code = await refusalOf(callOf(practice.doctor, path, sent));
    raw.exec('drop trigger panne');
    expect(code).toBe('INCIDENT');
    expect(digestOf(practice)).toEqual(before);
    expect(journalOf(practice).length).toBe(entries);
    await soon();
    expect(heard).toEqual([]);
  });

  test('laisse une entrée, prévient les autres postes, ne se répète pas, et s’annule comme annoncé', async () => {
    const sent = await sending();
    await settled();
    const [before, entries] = [digestOf(practice), journalOf(practice)];
    await soon();
    heard.length = 0;
    const first = await callOf(practice.doctor, path, sent);
    const after = digestOf(practice);
    const added = journalOf(practice).slice(entries.length);
    expect(added).toMatchObject([{ procedure: path, account_id: practice.doctorAccountId }]);
    await soon();
    const told = new Set(heard.map((notice) => notice.topic));
    for (const topic of meta.topics) expect(told).toContain(topic);
    for (const notice of heard) expect(notice.seq).toBe(added[0]?.seq);

    expect(await callOf(practice.doctor, path, sent)).toEqual(first);
    expect(await refusalOf(callOf(colleague, path, sent))).not.toBe('accepté');
    expect(digestOf(practice)).toEqual(after);
    expect(journalOf(practice).length).toBe(entries.length + 1);
    expect(await verifyChain(openBase().reader)).toMatchObject({ brokenAt: null });

    const last = await practice.doctor.session.undoable({});
    if (meta.undo !== 'inverse') return expect(last?.seq).not.toBe(added[0]?.seq);
    expect(after).not.toEqual(before);
    expect(last?.seq).toBe(added[0]?.seq);
    await practice.doctor.session.undo({ ...key(), seq: last?.seq ?? 0 });
    expect(digestOf(practice)).toEqual(before);
  });
});
