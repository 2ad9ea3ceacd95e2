import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeNotice } from '#electron/events/change-feed.ts';
import { verifyChain } from '#electron/audit/journal.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { exampleOf } from './examples.ts';
import { callOf, digestOf, journalOf, procedures, type CommandMeta } from './procedures.ts';

// What every command does, proven on its example: one journal entry in its transaction, topics after
// commit, a second sending without effect, and an undo that puts everything back.
const commands = procedures.flatMap(({ path, meta }) => (meta.kind === 'command' ? [{ path, meta: meta as CommandMeta }] : []));

let practice: TestPractice;
let colleague: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  colleague = (await practice.join('medecin', ['Karim', 'Benali'])).client;
});
afterEach(() => practice.close());

/** Notices heard on another post until `work` is done. */
async function heardDuring(work: () => Promise<unknown>): Promise<ChangeNotice[]> {
  const feed = await colleague.session.changes({});
  const heard: ChangeNotice[] = [];
  const listening = (async () => {
    for await (const notice of feed) {
      heard.push(notice as ChangeNotice);
      // After commit: the reading connection already sees the entry the notice speaks of.
      const row = await practice.core.practice.requireOpen().reader.selectFrom('journal').select('seq').where('seq', '=', notice.seq).executeTakeFirst();
      expect(row?.seq).toBe(notice.seq);
    }
  })();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await work();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await feed.return?.(undefined);
  await colleague.vault.lock({});
  await listening;
  return heard;
}

test.each(commands)('$path a un exemple dans examples.ts', ({ path }) => {
  expect(exampleOf(path), `ajouter l’exemple de ${path}`).toBeTypeOf('function');
});

describe.each(commands.filter(({ path }) => exampleOf(path) !== undefined))('$path', ({ path, meta }) => {
  const input = async () => (await exampleOf(path)?.(practice)) ?? {};

  test('n’écrit rien du tout quand son journal ne peut pas être écrit', async () => {
    const sent = { ...key(), ...(await input()) };
    const { raw } = practice.core.practice.requireOpen().writing;
    const [before, entries] = [digestOf(practice), journalOf(practice).length];
    raw.exec(`create trigger panne before insert on journal begin select raise(abort, 'panne'); end`);
    expect(await refusalOf(callOf(practice.doctor, path, sent))).not.toBe('accepté');
    raw.exec('drop trigger panne');
    expect(digestOf(practice)).toEqual(before);
    expect(journalOf(practice).length).toBe(entries);
  });

  test('laisse une entrée au journal, prévient les autres postes, et un second envoi ne change rien', async () => {
    const sent = { ...key(), ...(await input()) };
    const entries = journalOf(practice);
    let first: unknown;
    const heard = await heardDuring(async () => (first = await callOf(practice.doctor, path, sent)));
    const added = journalOf(practice).slice(entries.length);
    expect(added).toMatchObject([{ procedure: path, account_id: practice.doctorAccountId }]);
    for (const topic of meta.topics) expect(heard.map((notice) => notice.topic)).toContain(topic);
    expect(await verifyChain(practice.core.practice.requireOpen().reader)).toMatchObject({ brokenAt: null });

    const after = digestOf(practice);
    expect(await callOf(practice.doctor, path, sent)).toEqual(first);
    expect(digestOf(practice)).toEqual(after);
    expect(journalOf(practice).length).toBe(entries.length + 1);
  });

  test('la clé d’un envoi ne sert pas à quelqu’un d’autre', async () => {
    const sent = { ...key(), ...(await input()) };
    await callOf(practice.doctor, path, sent);
    const after = digestOf(practice);
    expect(await refusalOf(callOf(colleague, path, sent))).not.toBe('accepté');
    expect(digestOf(practice)).toEqual(after);
  });

  if (meta.undo !== 'inverse') return;

  test('s’annule : tout revient comme avant', async () => {
    const sent = { ...key(), ...(await input()) };
    const before = digestOf(practice);
    await callOf(practice.doctor, path, sent);
    expect(digestOf(practice)).not.toEqual(before);
    const last = await practice.doctor.session.undoable({});
    await practice.doctor.session.undo({ ...key(), seq: last?.seq ?? 0 });
    expect(digestOf(practice)).toEqual(before);
  });
});
