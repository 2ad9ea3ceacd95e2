import { randomInt } from 'node:crypto';
import { addDays } from '#shared/kernel/day.ts';
import { writeEntry } from '#electron/audit/journal.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { randomId } from '#electron/platform/ids.ts';
import { createLog } from '#electron/platform/log.ts';
import { createDerivation, type ScryptParameters } from '#electron/security/derivation.ts';
import { createPractice, type Practice } from '#electron/security/practice-vault.ts';
import { bulkWriter } from '#electron/storage/bulk.ts';
import { openSqlite } from '#electron/storage/engines/sqlite.ts';
import { checksumOf, migrations } from '#electron/storage/migrations/migration.ts';
import { documentStore } from '#electron/storage/documents/document-store.ts';
import { clearDemo, readDemoMark, refuseMixedFolder, writeDemoMark } from './demo-folder.ts';
import { createDraw } from './draw.ts';
import { inventEmployer, keepProofs } from './employer/index.ts';
import { inventPractice, staffOf, writePresent, type PracticePlan } from './invent-practice.ts';
import { rowWriter } from './rows.ts';
import { demoPhrase, demoPractice, type Staff, type StaffMember } from './staff.ts';

/** Rises with the generator. A demonstration of another generator, or of another schema, is made again. */
const generator = 2;
const version = [generator, ...migrations.map((migration) => checksumOf(migration, 'sqlite').slice(0, 12))].join('-');
const defaultSeed = 'tilleuls';
/** Beyond, the day of the demonstration no longer runs around the present hour. */
const freshMinutes = 180;
/** Weaker than a practice's: these phrases are printed in the README and everybody here is invented. */
const demoScrypt: ScryptParameters = { N: 2 ** 14, r: 8, p: 1 };

export interface DemoOptions {
  dataDir: string;
  clock: Clock;
  seed?: string;
  /** Smaller in the tests. */
  size?: { patients: number; historyDays: number };
  scrypt?: ScryptParameters;
}

/** The practice fills as its assistants settle in: visits of a doctor a day, from so many days ago. */
const busier = [
  { ago: 42, visits: 14 },
  { ago: 91, visits: 8 },
  { ago: 500, visits: 3 },
] as const;
/** Three years of history. */
const wholeSize = { patients: 1200, historyDays: 1095 };

/** As far as their contracts of aid say: one installed long ago, one lately, one in a particular practice. */
const households = [0.72, 0.18, 0.1];

function demoPlan(day: string, seed: string, size: NonNullable<DemoOptions['size']>): PracticePlan {
  return {
    day,
    seed,
    doctors: 3,
    households,
    openedFor: [20, 3000],
    ...size,
    visitsOn: (on) => busier.find(({ ago }) => on >= addDays(day, -ago))?.visits ?? 2,
    measured: 0.75,
  };
}

/**
 * Makes the folder hold the cabinet de démonstration of today, around the present hour: kept when it was made today
 * less than three hours ago, else made again. Nothing of a real practice is ever touched.
 * @throws FolderRefusal when the folder holds a real practice
 */
export async function prepareDemo({
  dataDir,
  clock,
  seed = defaultSeed,
  size = wholeSize,
  scrypt = demoScrypt,
}: DemoOptions): Promise<void> {
  refuseMixedFolder(dataDir, true);
  const mark = readDemoMark(dataDir);
  const [day, minute] = [clock.today(), clock.minute()];
  if (
    mark !== null &&
    mark.version === version &&
    mark.seed === seed &&
    mark.day === day &&
    Math.abs(minute - mark.minute) < freshMinutes
  )
    return;
  clearDemo(dataDir);
  const derivation = createDerivation();
  const practice = createPractice({
    dataDir,
    clock,
    log: createLog({ silent: true }),
    derivation,
    scrypt,
    onSessionChange: () => {},
  });
  try {
    await fillPractice(practice, clock, demoPlan(day, seed, size));
    writeDemoMark(dataDir, { version, seed, day, minute });
  } finally {
    await practice.close();
    await derivation.close();
  }
}

/** Rows on a connection of their own, in one transaction, then the vault's people and the founding entry. */
async function fillPractice(practice: Practice, clock: Clock, plan: PracticePlan): Promise<void> {
  const staff = staffOf(plan);
  const [founder] = staff.members;
  if (founder === undefined) throw new Error('a staff of nobody');
  const recoveryKey = Array.from({ length: 32 }, () => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[randomInt(32)]).join('');
  const vault = {
    vaultId: randomId(),
    practiceName: demoPractice.name,
    demo: true,
    person: faceOf(founder),
    phrase: demoPhrase,
    recoveryKey,
  };
  await practice.unlock(await practice.vault.create(vault));
  const base = openSqlite(practice.workerAccess());
  try {
    const bulk = bulkWriter(base);
    bulk.run('begin immediate');
    const rows = rowWriter(bulk);
    const files = await inventPractice(plan, staff, rows);
    writePresent(plan, clock.minute(), staff, files, rows);
    const employer = inventEmployer(createDraw(`${plan.seed}/${plan.day}/employer`), staff, plan.day);
    // Settled point 4: on the disk before the rows that name them.
    await keepProofs(documentStore(practice.dataDir, practice.documentKey), employer.proofs);
    rows.tables(employer.rows);
    bulk.run('commit');
    bulk.checkpoint();
    for (const member of staff.members) await enrol(practice, member);
    await found(practice, clock, staff);
  } finally {
    await base.close();
  }
}

const faceOf = ({ id, civility, givenName, familyName, role }: StaffMember) => ({
  accountId: id,
  displayName: [civility, givenName, familyName].filter(Boolean).join(' '),
  initials: `${givenName[0] ?? ''}${familyName[0] ?? ''}`,
  role,
});

/** A tile and a slot; the leaver has neither. */
async function enrol(practice: Practice, member: StaffMember): Promise<void> {
  practice.vault.putPerson(faceOf(member), member.phrase === null);
  if (member.phrase !== null) await practice.setPhrase(member.id, member.phrase);
}

async function found(practice: Practice, clock: Clock, staff: Staff): Promise<void> {
  const open = practice.requireOpen();
  const [responsable] = staff.members;
  const facts = {
    accountId: responsable?.id ?? null,
    postId: 'demonstration',
    procedure: 'vault.create',
    recordId: staff.practiceId,
    patientId: null,
    reason: null,
  };
  open.committed(await open.writer.transaction().execute((tx) => writeEntry(tx, clock, facts, [])));
}
