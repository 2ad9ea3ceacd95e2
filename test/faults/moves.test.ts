import { WebSocket } from 'ws';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movesFrom, type Stage } from '#shared/domain/stage.ts';
import { verifyChain } from '#electron/audit/journal.ts';
import { createCore } from '#electron/core/create-core.ts';
import { createLog } from '#electron/platform/log.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { startHost, type Host } from '../support/browser.ts';
import { clientOf, foundTestPractice, key, phrase, tempDir, testScrypt, type Client } from '../support/practice.ts';

const wantedMoves = 50;
const atLeastKills = 4;
const names = [
  'Martin',
  'Bernard',
  'Petit',
  'Durand',
  'Leroy',
  'Moreau',
  'Simon',
  'Laurent',
  'Michel',
  'Garcia',
  'Roux',
  'Vincent',
];

let dataDir: string;
let doctorId: string;
let visits: string[] = [];

beforeAll(async () => {
  dataDir = tempDir();
  const practice = await foundTestPractice({ dataDir, at: new Date().toISOString() });
  doctorId = practice.doctorAccountId;
  const [firstDoctor = ''] = practice.doctorIds;
  for (const [index, name] of names.entries()) {
    const birthDay = `${String(index + 1).padStart(2, '0')}/03/19${50 + index}`;
    const fields = { birthName: name, firstGivenName: 'Dominique', sex: 'F', birthDay, birthPlaceCode: '54395' };
    const { id } = await practice.doctor.patients.create({
      ...key(),
      fields,
      document: null,
      notSame: [],
      draftId: null,
    });
    const visit = await practice.doctor.visits.walkIn({
      ...key(),
      patientId: id,
      doctorId: firstDoctor,
      reasonId: null,
    });
    visits = [...visits, visit.id];
  }
  await practice.core.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** A post on the real host, over the guarded socket, signed in as the doctor. */
async function connect(host: Host): Promise<{ client: Client; socket: WebSocket }> {
  const page = await fetch(host.url);
  await page.text();
  const { origin } = new URL(host.url);
  const Cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/appels`, { headers: { Cookie }, origin });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const client: Client = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  await client.vault.signIn({ accountId: doctorId, phrase });
  return { client, socket };
}

/** What each visit may be at: the last confirmed stage, or the one asked and never answered. */
interface Known {
  confirmed: Stage;
  asked: Stage | null;
}

/** Opens the folder as the next start would, and reads everything back. */
async function reopened() {
  const core = createCore({ dataDir, version: 'essai', log: createLog({ silent: true }), scrypt: testScrypt });
  try {
    await clientOf(core).vault.signIn({ accountId: doctorId, phrase });
    const { reader } = core.practice.requireOpen();
    const rows = await reader.selectFrom('visit').select(['id', 'stage']).execute();
    const chain = await verifyChain(reader);
    const base = openSqlite({ ...core.practice.workerAccess(), readonly: true });
    const integrity = base.raw.pragma('integrity_check', { simple: true });
    await base.close();
    const moves = await reader
      .selectFrom('journal')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('procedure', '=', 'visits.move')
      .executeTakeFirstOrThrow();
    return {
      stages: new Map(rows.map((row) => [row.id, row.stage as Stage])),
      chain,
      integrity,
      moves: Number(moves.count),
    };
  } finally {
    await core.close();
  }
}

test(
  'le poste principal tué au hasard pendant 50 déplacements : rien de confirmé ne manque',
  { timeout: 110_000 },
  async () => {
    const known = new Map<string, Known>(visits.map((id) => [id, { confirmed: 'waiting', asked: null }]));
    let confirmedMoves = 0;
    const kills: { signal: NodeJS.Signals | null; confirmed: number; unanswered: number }[] = [];

    while (confirmedMoves < wantedMoves || kills.length < atLeastKills) {
      const host = await startHost({ dataDir });
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        host.process.once('exit', (_code, signal) => resolve(signal)),
      );
      const { client, socket } = await connect(host);
      let running = true;
      let confirmed = 0;

      /** One person's hand: a move after the other, on their own visits, without a pause. */
      const hand = async (own: readonly string[]) => {
        while (running) {
          const id = own[Math.floor(Math.random() * own.length)] ?? '';
          const at = known.get(id);
          if (at === undefined) throw new Error('an unknown visit');
          const ways = movesFrom(at.confirmed).filter(({ to }) => to !== 'left_unseen' && to !== 'finalise');
          const to = ways[Math.floor(Math.random() * ways.length)]?.to ?? 'waiting';
          at.asked = to;
          await client.visits.move({ ...key(), visitId: id, from: at.confirmed, to });
          known.set(id, { confirmed: to, asked: null });
          confirmed += 1;
        }
      };
      const third = visits.length / 3;
      const hands = [0, 1, 2].map((index) => hand(visits.slice(index * third, (index + 1) * third)).catch(() => {}));
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 180));
      host.process.kill('SIGKILL');
      const signal = await ended;
      running = false;
      socket.terminate();
      await Promise.race([Promise.all(hands), new Promise((resolve) => setTimeout(resolve, 300))]);
      confirmedMoves += confirmed;
      kills.push({ signal, confirmed, unanswered: [...known.values()].filter(({ asked }) => asked !== null).length });

      const after = await reopened();
      expect(after.integrity).toBe('ok');
      expect(after.chain.brokenAt).toBeNull();
      expect(after.moves).toBeGreaterThanOrEqual(confirmedMoves);
      for (const [id, { confirmed: stage, asked }] of known) {
        const found = after.stages.get(id);
        expect(asked === null ? [stage] : [stage, asked], `visite ${id}`).toContain(found);
        known.set(id, { confirmed: found ?? stage, asked: null });
      }
    }

    // The fault first: each process died of the signal, while commands were on their way.
    expect(kills.map(({ signal }) => signal)).toEqual(kills.map(() => 'SIGKILL'));
    expect(kills.filter(({ unanswered }) => unanswered > 0).length).toBeGreaterThanOrEqual(atLeastKills - 1);
    expect(kills.filter(({ confirmed }) => confirmed > 0).length).toBeGreaterThan(0);
    expect(confirmedMoves).toBeGreaterThanOrEqual(wantedMoves);
  },
);
