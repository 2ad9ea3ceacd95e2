import { Worker } from 'node:worker_threads';
import type { Kysely } from 'kysely';
import type { PersonTime, PracticeTime } from '#shared/contract/time.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { valueOn } from '#shared/rules/kernel/index.ts';
import { COMPARED, mondayOf, type TimeAnswer } from '#shared/rules/time-given-back/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Counted, FromWorker, Range, TimeAsked, TimeOrder } from './messages.ts';

/** Whole weeks up to the day before `today`: what is counted no longer moves with the day's work. */
export function periodOf(weeks: number, today: Day): Range {
  const to = addDays(today, -1);
  return { from: addDays(mondayOf(today), -7 * weeks), to };
}

/** The days counted, and the day it is asked on. */
interface Asked extends Range {
  readonly today: Day;
  /** For the patients of these doctors; null: of the practice. */
  readonly doctorIds: readonly string[] | null;
}

/** Time given back by every assistant of the practice, before and since the first hire. @throws VAULT_CLOSED, StorageFailure */
export async function practiceTime(practice: Practice, db: Kysely<Schema>, asked: Asked): Promise<PracticeTime> {
  return (await countPractice(practice, db, asked, false)).time;
}

/** The same, with the accounts these figures really come from. @throws VAULT_CLOSED, StorageFailure */
export const practiceTimeByWhom = (practice: Practice, db: Kysely<Schema>, asked: Asked) =>
  countPractice(practice, db, asked, true);

async function countPractice(
  practice: Practice,
  db: Kysely<Schema>,
  asked: Asked,
  whoToo: boolean,
): Promise<{ time: PracticeTime; authors: readonly string[] }> {
  const { today, doctorIds, ...period } = asked;
  const accounts = await db.selectFrom('account').select('id').where('role', '=', 'assistant').execute();
  const hire = await db
    .selectFrom('employment')
    .select(({ fn }) => fn.min('start_day').as('day'))
    .executeTakeFirst();
  const firstHireDay = hire?.day ?? null;
  const overrides = await readOverrides(db, today);
  const weeks = valueOn(COMPARED.weeks, today, overrides)?.value ?? 0;
  const { answer, authors } = await counted(practice, {
    ...period,
    ...comparedDays(period, firstHireDay, weeks),
    day: today,
    accounts: accounts.map(({ id }) => id),
    doctorIds,
    firstHireDay,
    overrides,
    authors: whoToo,
  });
  const time = { ...figuresOf(answer), comparison: answer.comparison, assistants: accounts.length };
  return { time, authors };
}

/** Weeks before the hire and last weeks of the period: what of them the period itself does not hold is read besides. */
function comparedDays(
  { from, to }: Range,
  firstHireDay: Day | null,
  weeks: number,
): Pick<TimeAsked, 'before' | 'compared'> {
  if (firstHireDay === null) return { before: null, compared: [] };
  const firstWeek = mondayOf(firstHireDay);
  const before = { from: addDays(firstWeek, -7 * weeks), to: addDays(firstWeek, -1) };
  const last = addDays(mondayOf(addDays(to, 1)), -7 * weeks);
  const eve = addDays(from, -1);
  const compared = [
    { from: before.from, to: before.to < eve ? before.to : eve },
    { from: last < firstWeek ? firstWeek : last, to: eve },
  ];
  return { before, compared: compared.filter((one) => one.from <= one.to) };
}

/** The same, of one account and without anything to compare with. @throws VAULT_CLOSED, StorageFailure */
export async function personTime(
  practice: Practice,
  db: Kysely<Schema>,
  { today, accountId, ...period }: Asked & { accountId: string },
): Promise<PersonTime> {
  const { answer } = await counted(practice, {
    ...period,
    day: today,
    accounts: [accountId],
    before: null,
    compared: [],
    firstHireDay: null,
    overrides: await readOverrides(db, today),
    authors: false,
  });
  // The steps before and after are those of everybody: only one's own is shown.
  return { ...figuresOf(answer), steps: [] };
}

function figuresOf({ from, to, seen, families, total, perWeek, weeks, steps, reasons, parameters }: TimeAnswer) {
  return {
    from,
    to,
    seen,
    families: [...families],
    total,
    perWeek,
    weeks: [...weeks],
    steps: [...steps],
    reasons: [...reasons],
    parameters: [...parameters],
  };
}

async function counted(practice: Practice, asked: TimeAsked): Promise<Counted> {
  const { file, key } = practice.workerAccess();
  const order: TimeOrder = { ...asked, file, key: new Uint8Array(key) };
  const worker = new Worker(new URL('./time-worker.ts', import.meta.url), { workerData: order });
  order.key.fill(0);
  key.fill(0);
  try {
    return await new Promise<Counted>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'done') resolve(message.counted);
        else reject(new StorageFailure(message.failure, null));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new StorageFailure('other', null)));
    });
  } finally {
    await worker.terminate();
  }
}
