import { Worker } from 'node:worker_threads';
import type { Kysely } from 'kysely';
import type { PersonTime, Period, PracticeTime } from '#shared/contract/time.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { valueOn } from '#shared/rules/kernel/index.ts';
import { COMPARED, mondayOf, type TimeAnswer } from '#shared/rules/time-given-back/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { StorageFailure } from '#electron/storage/failure.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { FromWorker, TimeAsked, TimeOrder } from './messages.ts';

/** Whole weeks up to the day before `today`: what is counted no longer moves with the day's work. */
export function periodOf(weeks: number, today: Day): { from: Day; to: Day } {
  const to = addDays(today, -1);
  return { from: addDays(mondayOf(today), -7 * weeks), to };
}

/** Time given back by every assistant of the practice, before and since the first hire. @throws VAULT_CLOSED, StorageFailure */
export async function practiceTime(
  practice: Practice,
  db: Kysely<Schema>,
  { weeks, today }: { weeks: Period; today: Day },
): Promise<PracticeTime> {
  const accounts = await db.selectFrom('account').select('id').where('role', '=', 'assistant').execute();
  const hire = await db
    .selectFrom('employment')
    .select(({ fn }) => fn.min('start_day').as('day'))
    .executeTakeFirst();
  const firstHireDay = hire?.day ?? null;
  const overrides = await readOverrides(db, today);
  const compared = valueOn(COMPARED.weeks, today, overrides)?.value ?? 0;
  const firstWeek = firstHireDay === null ? null : mondayOf(firstHireDay);
  const answer = await counted(practice, {
    ...periodOf(weeks, today),
    day: today,
    accounts: accounts.map(({ id }) => id),
    before: firstWeek === null ? null : { from: addDays(firstWeek, -7 * compared), to: addDays(firstWeek, -1) },
    firstHireDay,
    overrides,
  });
  return { ...figuresOf(answer), comparison: answer.comparison, assistants: accounts.length };
}

/** The same, of one account and without anything to compare with. @throws VAULT_CLOSED, StorageFailure */
export async function personTime(
  practice: Practice,
  db: Kysely<Schema>,
  { weeks, today, accountId }: { weeks: Period; today: Day; accountId: string },
): Promise<PersonTime> {
  const answer = await counted(practice, {
    ...periodOf(weeks, today),
    day: today,
    accounts: [accountId],
    before: null,
    firstHireDay: null,
    overrides: await readOverrides(db, today),
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

async function counted(practice: Practice, asked: TimeAsked): Promise<TimeAnswer> {
  const { file, key } = practice.workerAccess();
  const order: TimeOrder = { ...asked, file, key: new Uint8Array(key) };
  const worker = new Worker(new URL('./time-worker.ts', import.meta.url), { workerData: order });
  order.key.fill(0);
  key.fill(0);
  try {
    return await new Promise<TimeAnswer>((resolve, reject) => {
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'done') resolve(message.answer);
        else reject(new StorageFailure(message.failure, null));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new StorageFailure('other', null)));
    });
  } finally {
    await worker.terminate();
  }
}
