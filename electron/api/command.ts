import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { ProcedureMeta, Topic } from '#shared/contract/procedure.ts';
import { writeEntry } from '#electron/audit/journal.ts';
import { newId } from '#electron/platform/ids.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { unitOfWork } from '#electron/storage/unit-of-work.ts';
import type { CommandCall, QueryCall, Subject } from '#electron/security/call.ts';

export interface CommandResult {
  output: unknown;
  /** Null when the answer was replayed from an earlier identical sending. */
  committed: { seq: number; hash: string; topics: readonly Topic[]; ids: string[] } | null;
  /** What lives outside the base, to be changed now that the base has. */
  later: readonly (() => void | Promise<void>)[];
}

type CommandMeta = Extract<ProcedureMeta, { kind: 'command' }>;
type AnyCommand = (call: CommandCall, input: Record<string, unknown>) => Promise<unknown>;

const inputHash = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('hex');

async function replayed(tx: Transaction<Schema>, key: string, accountId: string, procedure: string, hash: string) {
  const before = await tx.selectFrom('idempotency').selectAll().where('key', '=', key).executeTakeFirst();
  if (before === undefined) return null;
  if (before.account_id !== accountId || before.procedure !== procedure || before.input_hash !== hash) {
    throw new DomainError('IDEMPOTENCY_REUSED', {});
  }
  return { output: JSON.parse(before.output) as unknown };
}

/**
 * One command: idempotency, transaction, service, journal entry, undo record — or nothing at all.
 * The same sending twice answers the first answer and changes nothing.
 */
export async function runCommand(
  db: Kysely<Schema>,
  base: Omit<QueryCall, 'db'>,
  procedure: string,
  meta: CommandMeta,
  handler: AnyCommand,
  input: Record<string, unknown> & { idempotencyKey: string },
  checked: (output: unknown) => Promise<unknown>,
): Promise<CommandResult> {
  const { idempotencyKey, ...clean } = input;
  const { person, post, clock } = base;
  const hash = inputHash(clean);
  const later: (() => void | Promise<void>)[] = [];
  const result = await db.transaction().execute(async (tx): Promise<Omit<CommandResult, 'later'>> => {
    const before = await replayed(tx, idempotencyKey, person.accountId, procedure, hash);
    if (before !== null) return { output: before.output, committed: null };

    const uow = unitOfWork(tx);
    let subject: Subject = {};
    const call: CommandCall = {
      ...base,
      db: tx,
      uow,
      newId: () => newId(clock.millis()),
      about: (said) => void (subject = { ...subject, ...said }),
      afterCommit: (step) => void later.push(step),
    };
    // Checked before the commit: an answer outside its contract undoes the whole command.
    const output = await checked(await handler(call, clean));

    const [first] = uow.changes;
    const entry = await writeEntry(
      tx,
      clock,
      {
        accountId: person.accountId,
        postId: post.id,
        procedure,
        recordId: subject.recordId ?? first?.id ?? null,
        patientId: subject.patientId ?? uow.changes.find((change) => change.patientId !== null)?.patientId ?? null,
        reason: subject.reason ?? null,
        ...(subject.undoesSeq === undefined ? {} : { undoesSeq: subject.undoesSeq }),
      },
      uow.changes,
    );
    if (meta.undo === 'inverse' && uow.changes.length > 0) {
      const { seq } = entry;
      const label = subject.label ?? meta.label;
      await tx
        .insertInto('undo_state')
        .values({
          seq,
          account_id: person.accountId,
          post_id: post.id,
          day: clock.today(),
          procedure,
          label,
          undone_by: null,
        })
        .execute();
    }
    if (subject.undoesSeq !== undefined)
      await tx.updateTable('undo_state').set({ undone_by: entry.seq }).where('seq', '=', subject.undoesSeq).execute();
    await tx
      .insertInto('idempotency')
      .values({
        key: idempotencyKey,
        account_id: person.accountId,
        procedure,
        input_hash: hash,
        output: JSON.stringify(output),
        at: clock.now(),
      })
      .execute();
    const ids = subject.topicIds ?? [
      ...new Set(
        uow.changes.flatMap((change) => [change.id, ...(change.patientId === null ? [] : [change.patientId])]),
      ),
    ];
    return { output, committed: { ...entry, topics: subject.topics ?? meta.topics, ids } };
  });
  return { ...result, later };
}
