import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { addDays } from '../../shared/kernel/day.ts';
import {
  createDraw,
  demoPhrase,
  inventPractice,
  rowWriter,
  staffOf,
  visitRows,
  type PracticePlan,
} from '../../electron/features/demo/index.ts';
import { writeEntry } from '../../electron/audit/journal.ts';
import { fixedClock } from '../../electron/platform/clock.ts';
import { createLog } from '../../electron/platform/log.ts';
import { createDerivation } from '../../electron/security/derivation.ts';
import { createPractice } from '../../electron/security/practice-vault.ts';
import { bulkWriter, type BulkWriter } from '../../electron/storage/bulk.ts';
import { openSqlite } from '../../electron/storage/engines/sqlite.ts';
import { checksumOf, migrations } from '../../electron/storage/migrations/migration.ts';

const root = join(import.meta.dirname, '..', '..');
export const benchDay = '2026-11-17';
/** 13:30 in Paris: half of the 200 visits are behind, half to come. */
export const benchNow = '2026-11-17T12:30:00Z';
export { demoPhrase as benchPhrase };

export interface LargeSize {
  patients: number;
  visits: number;
}
export const wholeSize: LargeSize = { patients: 60_000, visits: 600_000 };
/** To see the bench run, in seconds: its figures promise nothing. */
export const smallSize: LargeSize = { patients: 2000, visits: 20_000 };

const plan = ({ patients, visits }: LargeSize): PracticePlan => ({
  day: benchDay,
  seed: 'mesures',
  doctors: 5,
  patients,
  openedFor: [3800, 4050],
  // Sundays, public holidays and slots nobody could take leave some 188 visits to a working day.
  historyDays: Math.ceil((visits / 188) * (7 / 6)) + 4,
  visitsOn: () => 40,
  measured: 0.2,
});

/** What the demonstration adds around the generator changes nothing here. */
const aside: ReadonlySet<string> = new Set(['index.ts', 'demo-folder.ts', 'prepare-demo.ts', 'present-day.ts']);

/** Changes with the generator and with the schema: an older practice is made again. */
function fingerprint(size: LargeSize): string {
  const digest = createHash('sha256').update(JSON.stringify(size));
  const sources = join(root, 'electron', 'features', 'demo');
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.ts') && !aside.has(name)) digest.update(readFileSync(join(sources, name)));
  }
  for (const name of ['search-index.ts', 'patient-row.ts'])
    digest.update(readFileSync(join(root, 'electron', 'features', 'patients', name)));
  digest.update(readFileSync(import.meta.filename));
  for (const migration of migrations) digest.update(checksumOf(migration, 'sqlite'));
  return digest.digest('hex').slice(0, 16);
}

/** The folder of the generated practice, made when it is not there yet. Measures work on a copy. */
export async function largePractice(size: LargeSize = wholeSize): Promise<string> {
  const cache = join(root, 'node_modules', '.cache', size === wholeSize ? 'prelude-mesures' : 'prelude-essai');
  const folder = join(cache, fingerprint(size));
  if (existsSync(join(folder, 'fini'))) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  console.log(`Fabrication du cabinet de mesure (${size.patients} patients, ${size.visits} visites), une seule fois…`);
  await makePractice(fresh, size);
  writeFileSync(join(fresh, 'fini'), '');
  // Older ones go once this one is whole; another bench may be making the same: the first to end is kept.
  for (const name of readdirSync(cache)) {
    if (
      name !== basename(fresh) &&
      (existsSync(join(cache, name, 'fini')) ? name !== basename(folder) : !aliveMaker(name))
    )
      rmSync(join(cache, name), { recursive: true, force: true });
  }
  if (existsSync(folder)) rmSync(fresh, { recursive: true, force: true });
  else renameSync(fresh, folder);
  return folder;
}

/** Is the process that makes this unfinished practice still there? */
function aliveMaker(name: string): boolean {
  try {
    process.kill(Number(name.split('.')[1] ?? NaN), 0);
    return true;
  } catch {
    return false;
  }
}

export function copyPractice(from: string, to: string): void {
  for (const name of ['cabinet.db', 'coffre.json', 'tete.json']) cpSync(join(from, name), join(to, name));
}

async function makePractice(dataDir: string, size: LargeSize): Promise<void> {
  const clock = fixedClock(benchNow);
  const derivation = createDerivation();
  const practice = createPractice({
    dataDir,
    clock,
    log: createLog({ silent: true }),
    derivation,
    onSessionChange: () => {},
  });
  const wanted = plan(size);
  const staff = staffOf(wanted);
  const present = staff.members.filter((member) => member.phrase !== null);
  const faces = present.map(({ id, givenName, familyName, role }) => ({
    accountId: id,
    displayName: `${givenName} ${familyName}`,
    initials: givenName.slice(0, 1) + familyName.slice(0, 1),
    role,
  }));
  const [first] = faces;
  if (first === undefined) throw new Error('nobody to open the practice');
  await practice.unlock(
    await practice.vault.create({
      vaultId: randomUUID(),
      practiceName: 'Cabinet de mesure',
      demo: false,
      person: first,
      phrase: demoPhrase,
      recoveryKey: 'X'.repeat(32),
    }),
  );
  const base = openSqlite(practice.workerAccess());
  // Only while it is made: a failure is made again from nothing.
  base.raw.pragma('synchronous=OFF');
  base.raw.pragma('cache_size=-1500000');
  const indexes = base.raw
    .prepare(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in ('visit', 'observation', 'stage_passage', 'patient_token', 'patient_block', 'patient_word')",
    )
    .all() as { name: string; sql: string }[];
  // Built at the end, in order: many times faster than row by row. The slots were drawn without overlap.
  for (const { name } of indexes) base.raw.exec(`drop index ${name}`);
  const guards = base.raw
    .prepare("select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'visit'")
    .all() as { name: string; sql: string }[];
  for (const { name } of guards) base.raw.exec(`drop trigger ${name}`);
  const bulk = turns(bulkWriter(base));
  const rows = rowWriter(bulk);
  const recent = addDays(benchDay, -120);
  bulk.run('begin immediate');
  const files = await inventPractice(wanted, staff, {
    ...rows,
    // Passages of the last months only: the file keeps a reasonable size, and no screen reads older ones.
    visits: (visits) => rows.visits(visits.map((one) => (one.visit.day < recent ? { ...one, passages: [] } : one))),
  });
  rows.visits(presentDay(createDraw('mesures/jour'), staff, files));
  bulk.run('commit');
  for (const { sql } of [...indexes, ...guards]) base.raw.exec(sql);
  const held = base.raw
    .prepare(
      'select (select count(*) from visible_patient) as patients, (select count(*) from visit) as visits, (select count(*) from visit where day = ?) as today',
    )
    .get(benchDay) as LargeSize & { today: number };
  if (held.patients < size.patients || held.visits < size.visits || held.today !== 200)
    throw new Error(`made ${JSON.stringify(held)}, wanted ${JSON.stringify(size)} and a day of 200`);
  base.raw.pragma('wal_checkpoint(TRUNCATE)');
  await base.close();
  for (const face of faces) {
    practice.vault.putPerson(face);
    if (face.role === 'assistant' || face.role === 'secretaire') await practice.setPhrase(face.accountId, demoPhrase);
  }
  const open = practice.requireOpen();
  const facts = {
    accountId: first.accountId,
    postId: 'mesures',
    procedure: 'vault.create',
    recordId: staff.practiceId,
    patientId: null,
    reason: null,
  };
  open.committed(await open.writer.transaction().execute((tx) => writeEntry(tx, clock, facts, [])));
  await practice.close();
  await derivation.close();
}

/** Commits from time to time, so that the log does not outgrow the memory. */
function turns(bulk: BulkWriter): BulkWriter {
  let left = 1_500_000;
  return {
    ...bulk,
    run(sql, ...values) {
      left -= 1;
      if (left === 0) {
        left = 1_500_000;
        bulk.run('commit');
        bulk.checkpoint();
        bulk.run('begin immediate');
      }
      return bulk.run(sql, ...values);
    },
  };
}

type Staff = ReturnType<typeof staffOf>;
type Files = Awaited<ReturnType<typeof inventPractice>>;

/** Two hundred visits at 13:30: each doctor has seen half of theirs. */
function presentDay(draw: ReturnType<typeof createDraw>, staff: Staff, files: Files) {
  const now = 810;
  const stages = ['finalise', 'consultation', 'ready', 'preparation', 'waiting', 'waiting'] as const;
  return staff.doctors.flatMap((_doctor, doctorIndex) =>
    Array.from({ length: 40 }, (_unused, index) => {
      const start = 510 + index * 15;
      const stage = index < 17 ? 'left' : (stages[index - 17] ?? 'expected');
      const order = ['waiting', 'preparation', 'ready', 'consultation', 'finalise', 'left'] as const;
      const reached =
        stage === 'expected'
          ? []
          : order.slice(0, order.indexOf(stage) + 1).filter((one) => one !== 'finalise' || stage === 'finalise');
      const entered = Object.fromEntries(
        reached.map((one, step) => [one, Math.min(now - reached.length + step, start - 10 + step * 8)]),
      );
      const file = files[(doctorIndex * 40 + index) * 7 + draw.int(0, 6)];
      if (file === undefined) throw new Error('too few files for the day');
      return visitRows(draw, staff, {
        day: benchDay,
        doctorIndex,
        file,
        reasonIndex: draw.int(0, 2),
        stage,
        start,
        minutes: 15,
        entered,
        bookedDay: addDays(benchDay, -draw.int(1, 20)),
      });
    }),
  );
}
