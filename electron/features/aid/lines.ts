import { DomainError } from '#shared/contract/errors.ts';
import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import type { BusinessTable } from '#electron/storage/schema.ts';
import { rowOf } from '#electron/storage/unit-of-work.ts';
import {
  assistantColumns,
  eventColumns,
  memberColumns,
  objectiveColumns,
  paymentColumns,
  yearColumns,
} from './contract.repository.ts';
import type { AidFacts } from './facts.ts';
import { mergedFigures } from './objective-edit.ts';
import type { StoredContract } from './stored.ts';
import { factsOf, lastPart, refuseContradictions, refused, refuseUnknown, required, withLine } from './write.ts';

type Input<P extends keyof AreaHandlers<'aid'>> = Parameters<AreaHandlers<'aid'>[P]>[1];

interface Gesture {
  facts: AidFacts;
  before: StoredContract;
  after: StoredContract;
}

/** Judges the contract as it would be, for a form of one line. */
function judge({ facts, before, after }: Gesture): void {
  refuseUnknown(after, facts);
  refuseContradictions(after, facts, before, lastPart);
}

/** Writes one line of a contract: created without an id, changed with one. */
async function put(
  call: CommandCall,
  table: Extract<BusinessTable, `aid_${string}`>,
  line: { id: string | null; contractId: string },
  columns: object,
): Promise<{ id: string }> {
  const { id: known, contractId } = line;
  const id = known ?? call.newId();
  if (known === null) await call.uow.insert(table, { id, contract_id: contractId, ...columns, version: 1 } as never);
  else await call.uow.update(table, id, columns as never);
  call.about({ recordId: contractId });
  return { id };
}

/** The line a gesture changes must be one of this contract. @throws NOT_FOUND */
function known(lines: readonly { id: string }[], id: string | null, what: string): string {
  if (id === null) return '';
  if (!lines.some((one) => one.id === id)) throw new DomainError('NOT_FOUND', { what });
  return id;
}

export async function saveObjective(call: CommandCall, { contractId, base, metric, ...typed }: Input<'saveObjective'>) {
  const facts = await factsOf(call);
  const before = required(facts, contractId);
  const stored = before.objectives.find((one) => one.metric === metric);
  const figures =
    base === undefined || stored === undefined ? typed : await mergedFigures(call, stored, { base, typed });
  const fields = { metric, ...figures };
  const line = { ...fields, id: stored?.id ?? '' };
  judge({ facts, before, after: { ...before, objectives: withLine(before.objectives, line) } });
  return put(call, 'aid_objective', { id: stored?.id ?? null, contractId }, objectiveColumns(fields));
}

export async function saveEvent(call: CommandCall, { id, contractId, ...fields }: Input<'saveEvent'>) {
  const facts = await factsOf(call);
  const before = required(facts, contractId);
  const line = { ...fields, id: known(before.events, id, 'aid_event') };
  const events = withLine(before.events, line).toSorted((a, b) => (a.onDay < b.onDay ? -1 : a.onDay > b.onDay ? 1 : 0));
  if (
    fields.kind !== 'AVENANT' &&
    [fields.ruleSet, fields.option, fields.tier, fields.fundedEtp].some((one) => one !== null)
  ) {
    throw refused(
      'kind',
      'Seul un avenant change le texte, l’option, la tranche ou les ETP\u00a0: choisir « Avenant ».',
    );
  }
  judge({ facts, before, after: { ...before, events } });
  return put(call, 'aid_event', { id, contractId }, eventColumns(fields));
}

export async function savePayment(call: CommandCall, { id, contractId, ...fields }: Input<'savePayment'>) {
  const facts = await factsOf(call);
  const before = required(facts, contractId);
  const payments = withLine(before.payments, { ...fields, id: known(before.payments, id, 'aid_payment') });
  judge({ facts, before, after: { ...before, payments } });
  return put(call, 'aid_payment', { id, contractId }, paymentColumns(fields));
}

/** What is typed of one year; a year with nothing left is taken away. */
export async function saveYear(call: CommandCall, { contractId, ...fields }: Input<'saveYear'>) {
  const facts = await factsOf(call);
  const before = required(facts, contractId);
  const stored = before.years.find(({ contractYear }) => contractYear === fields.contractYear);
  const years = withLine(before.years, { ...fields, id: stored?.id ?? '' });
  judge({ facts, before, after: { ...before, years } });
  const empty = fields.amountCents === null && fields.startsOn === null && fields.costCents === null;
  if (!empty) await put(call, 'aid_year', { id: stored?.id ?? null, contractId }, yearColumns(fields));
  else if (stored !== undefined) await call.uow.remove('aid_year', stored.id);
  call.about({ recordId: contractId });
  return {};
}

export async function saveMember(call: CommandCall, { id, contractId, ...fields }: Input<'saveMember'>) {
  const facts = await factsOf(call);
  const before = required(facts, contractId);
  const members = withLine(before.members, { ...fields, id: known(before.members, id, 'aid_member') });
  judge({ facts, before, after: { ...before, members } });
  return put(call, 'aid_member', { id, contractId }, memberColumns(fields));
}

export async function saveAssistant(call: CommandCall, { id, contractId, ...fields }: Input<'saveAssistant'>) {
  const facts = await factsOf(call);
  const before = required(facts, contractId);
  const assistants = withLine(before.assistants, { ...fields, id: known(before.assistants, id, 'assistant') });
  judge({ facts, before, after: { ...before, assistants } });
  return put(call, 'aid_contract_assistant', { id, contractId }, assistantColumns(fields));
}

/** Ends a contract, or takes the end back. */
export async function endContract(
  call: CommandCall,
  { id, endedOn, reason }: Input<'end'>,
): Promise<Record<string, never>> {
  const facts = await factsOf(call);
  const before = required(facts, id);
  judge({ facts, before, after: { ...before, endedOn, endReason: reason } });
  await call.uow.update('aid_contract', id, { ended_on: endedOn, end_reason: endedOn === null ? null : reason });
  call.about({ recordId: id });
  return {};
}

const lists = {
  aid_objective: 'objectives',
  aid_event: 'events',
  aid_payment: 'payments',
  aid_member: 'members',
  aid_contract_assistant: 'assistants',
} as const;

/** Takes one line away, with its proofs; refused when what is left would contradict itself. */
export async function removeLine(
  call: CommandCall,
  table: keyof typeof lists,
  id: string,
): Promise<Record<string, never>> {
  const row = await rowOf(call.uow.db, table, id);
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: table });
  const facts = await factsOf(call);
  const before = required(facts, String(row.contract_id));
  const list = lists[table];
  const after = { ...before, [list]: before[list].filter((one) => one.id !== id) };
  refuseContradictions(after, facts, before, lastPart);
  const proofs = await call.uow.db.selectFrom('document').select('id').where('about_id', '=', id).execute();
  for (const proof of proofs) await call.uow.remove('document', proof.id);
  await call.uow.remove(table, id);
  call.about({ recordId: before.id });
  return {};
}
