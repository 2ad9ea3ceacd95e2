import { DomainError } from '#shared/contract/errors.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { contradictionsOf, type Contradiction } from './contradictions.ts';
import { readFacts, type AidFacts } from './facts.ts';
import type { StoredContract } from './stored.ts';

export const refused = (field: string, message: string) =>
  new DomainError('INVALID', { problems: [{ field, message }] });

/** A contract among the facts. @throws NOT_FOUND */
export function required(facts: AidFacts, id: string): StoredContract {
  const found = facts.contracts.find((one) => one.id === id);
  if (found === undefined) throw new DomainError('NOT_FOUND', { what: 'aid_contract' });
  return found;
}

export const factsOf = (call: CommandCall): Promise<AidFacts> => readFacts(call.uow.db, call.clock);

/** Doctors and assistants named must exist. @throws NOT_FOUND */
export function refuseUnknown({ fields, members, assistants }: StoredContract, facts: AidFacts): void {
  const doctors = [...(fields.doctorId === null ? [] : [fields.doctorId]), ...members.map(({ doctorId }) => doctorId)];
  if (doctors.some((id) => !facts.doctors.has(id))) throw new DomainError('NOT_FOUND', { what: 'doctor' });
  const known = new Set(facts.assistants.map(({ id }) => id));
  if (assistants.some(({ assistantId }) => !known.has(assistantId)))
    throw new DomainError('NOT_FOUND', { what: 'assistant' });
}

const kept = (contract: StoredContract, { weight }: Contradiction): boolean =>
  weight === 'told' || (weight === 'written' && contract.fields.asWritten);

/**
 * Refuses what a gesture would make contradictory. What was so before stays correctable piece by piece, and what an old
 * paper says stays as the paper says it.
 * @throws INVALID with each contradiction and its way out
 */
export function refuseContradictions(
  after: StoredContract,
  facts: AidFacts,
  before: StoredContract | null,
  fieldOf: (field: string) => string = (field) => field,
): void {
  const known = new Set(before === null ? [] : contradictionsOf(before, facts).map(({ words }) => words));
  const problems = contradictionsOf(after, facts)
    .filter((one) => !kept(after, one) && !known.has(one.words))
    .map(({ field, words }) => ({ field: fieldOf(field), message: words }));
  if (problems.length > 0) throw new DomainError('INVALID', { problems });
}

/** Last part of a field: the form of one line knows nothing of its place in the list. */
export const lastPart = (field: string): string => field.split('.').at(-1) ?? field;

/** A list with one line replaced, or added at the end. */
export const withLine = <L extends { id: string }>(lines: readonly L[], line: L): L[] =>
  lines.some(({ id }) => id === line.id) ? lines.map((one) => (one.id === line.id ? line : one)) : [...lines, line];
