import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { AidContractFields } from '#shared/contract/aid-fields.ts';
import { lastWriter } from '#electron/audit/correct-row.ts';
import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import {
  assistantColumns,
  contractColumns,
  memberColumns,
  objectiveColumns,
  paymentColumns,
} from './contract.repository.ts';
import type { StoredContract } from './stored.ts';
import { factsOf, refuseContradictions, refused, refuseUnknown, required } from './write.ts';

type Input<P extends keyof AreaHandlers<'aid'>> = Parameters<AreaHandlers<'aid'>[P]>[1];

/** Registers a contract with its counters, its people and, for an old paper, the years already paid: one gesture. */
export async function registerContract(call: CommandCall, input: Input<'register'>): Promise<{ id: string }> {
  const { objectives, assistants, members, payments, ...fields } = input;
  const facts = await factsOf(call);
  const contract: StoredContract = {
    id: call.newId(),
    fields,
    endedOn: null,
    endReason: null,
    objectives: objectives.map((one) => ({ ...one, id: call.newId() })),
    events: [],
    years: [],
    payments: payments.map((one) => ({ ...one, id: call.newId() })),
    members: members.map((one) => ({ ...one, id: call.newId() })),
    assistants: assistants.map((one) => ({ ...one, id: call.newId() })),
  };
  refuseUnknown(contract, facts);
  if (new Set(objectives.map(({ metric }) => metric)).size < objectives.length) {
    throw refused('objectives', 'Le même indicateur est écrit deux fois\u00a0: n’en garder qu’un.');
  }
  refuseContradictions(contract, facts, null);
  await insertContract(call, contract);
  call.about({ recordId: contract.id });
  return { id: contract.id };
}

async function insertContract({ uow }: CommandCall, contract: StoredContract): Promise<void> {
  const { id, fields } = contract;
  const own = (lineId: string) => ({ id: lineId, contract_id: id, version: 1 });
  await uow.insert('aid_contract', { id, ...contractColumns(fields), ended_on: null, end_reason: null, version: 1 });
  for (const one of contract.objectives)
    await uow.insert('aid_objective', { ...own(one.id), ...objectiveColumns(one) });
  for (const one of contract.members) await uow.insert('aid_member', { ...own(one.id), ...memberColumns(one) });
  for (const one of contract.assistants) {
    await uow.insert('aid_contract_assistant', { ...own(one.id), ...assistantColumns(one) });
  }
  for (const one of contract.payments) await uow.insert('aid_payment', { ...own(one.id), ...paymentColumns(one) });
}

/** Changes the fields a person changed; a field changed meanwhile by another is refused with both values. */
export async function updateContract(
  call: CommandCall,
  { id, base, change }: Input<'update'>,
): Promise<Record<string, never>> {
  const facts = await factsOf(call);
  const before = required(facts, id);
  const names = (Object.keys(change) as (keyof AidContractFields)[]).filter((name) => change[name] !== undefined);
  const conflicts = names.filter((name) => {
    const stored = before.fields[name];
    return name in base && stored !== base[name] && stored !== change[name];
  });
  if (conflicts.length > 0) throw await conflictOf(call, { id, before, change }, conflicts);
  const fields = { ...before.fields, ...Object.fromEntries(names.map((name) => [name, change[name]])) };
  const after = { ...before, fields };
  refuseUnknown(after, facts);
  refuseContradictions(after, facts, before);
  await call.uow.update('aid_contract', id, contractColumns(fields));
  call.about({ recordId: id });
  return {};
}

const inWords = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const columnOf = (field: string): string => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** Both values of each field, with who wrote the other one and when. */
async function conflictOf(
  { uow }: CommandCall,
  { id, before, change }: { id: string; before: StoredContract; change: Input<'update'>['change'] },
  fields: readonly (keyof AidContractFields)[],
): Promise<DomainError> {
  const conflicts: ErrorDataOf<'EDIT_CONFLICT'>['conflicts'] = [];
  for (const field of fields) {
    const writer = await lastWriter(uow.db, 'aid_contract', id, columnOf(field));
    conflicts.push({ field, mine: inWords(change[field]), theirs: inWords(before.fields[field]), ...writer });
  }
  return new DomainError('EDIT_CONFLICT', { conflicts });
}

/** Takes away a contract registered by mistake, with all that hangs on it. @throws IN_USE, NOT_FOUND */
export async function removeContract(call: CommandCall, id: string): Promise<Record<string, never>> {
  const facts = await factsOf(call);
  const contract = required(facts, id);
  if (facts.contracts.some(({ fields }) => fields.renewsId === id)) {
    throw new DomainError('IN_USE', { what: 'un autre contrat le renouvelle' });
  }
  const frozen = await call.uow.db.selectFrom('renewal').select('id').where('contract_id', '=', id).executeTakeFirst();
  if (frozen !== undefined) throw new DomainError('IN_USE', { what: 'un dossier de renouvellement a été figé' });
  const lines = [
    ['aid_objective', contract.objectives],
    ['aid_event', contract.events],
    ['aid_year', contract.years],
    ['aid_payment', contract.payments],
    ['aid_member', contract.members],
    ['aid_contract_assistant', contract.assistants],
  ] as const;
  const held = [id, ...lines.flatMap(([, own]) => own.map((one) => one.id))];
  const proofs = await call.uow.db.selectFrom('document').select('id').where('about_id', 'in', held).execute();
  for (const proof of proofs) await call.uow.remove('document', proof.id);
  for (const [table, own] of lines) for (const one of own) await call.uow.remove(table, one.id);
  await call.uow.remove('aid_contract', id);
  call.about({ recordId: id });
  return {};
}
