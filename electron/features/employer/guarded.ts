import { DomainError } from '#shared/contract/errors.ts';
import { contradictionsOf } from '#shared/domain/employer-contradictions.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { BusinessTable } from '#electron/storage/schema.ts';
import { rowOf, type Stored } from '#electron/storage/unit-of-work.ts';
import { readAssistant } from './employer.repository.ts';

/** A refusal beside one field. */
export const refused = (field: string, message: string) =>
  new DomainError('INVALID', { problems: [{ field, message }] });

/** The record a gesture is about. @throws NOT_FOUND */
export async function required<T extends BusinessTable>(call: CommandCall, table: T, id: string): Promise<Stored<T>> {
  const row = await rowOf(call.uow.db, table, id);
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: table });
  return row as Stored<T>;
}

/**
 * Writes, then refuses what made the record of this assistant contradict itself: the transaction is undone. A record
 * already contradictory stays correctable piece by piece, as long as no contradiction is added.
 * @throws INVALID with each new contradiction and its way out
 */
export async function guarded<T>(call: CommandCall, assistantId: string, write: () => Promise<T>): Promise<T> {
  const found = async () => {
    const assistant = await readAssistant(call.uow.db, assistantId);
    return assistant === null ? [] : contradictionsOf(assistant);
  };
  const before = await found();
  const answer = await write();
  const after = await found();
  if (after.length > before.length) {
    const known = new Set(before.map(({ message }) => message));
    throw new DomainError('INVALID', { problems: after.filter(({ message }) => !known.has(message)) });
  }
  return answer;
}
