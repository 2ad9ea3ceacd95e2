import type { Input } from './inputs.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { employmentOn } from '#shared/domain/employer-record.ts';
import { columnsOf, correctRow } from '#electron/audit/correct-row.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { readAssistant } from './employer.repository.ts';
import { guarded, refused, required } from './guarded.ts';

/** The account linked is the one of an assistant, and of no other record. @throws INVALID */
async function refuseForeignAccount(call: CommandCall, accountId: string | null | undefined, own: string | null) {
  if (accountId === null || accountId === undefined) return;
  const { db } = call.uow;
  const account = await db.selectFrom('account').select('role').where('id', '=', accountId).executeTakeFirst();
  if (account?.role !== 'assistant') {
    throw refused('accountId', 'Ce compte n’est pas celui d’un assistant\u00A0: en choisir un autre.');
  }
  const other = await db
    .selectFrom('assistant')
    .select(['given_name', 'family_name'])
    .where('account_id', '=', accountId)
    .where('id', '!=', own ?? '')
    .executeTakeFirst();
  if (other === undefined) return;
  const name = `${other.given_name} ${other.family_name}`;
  throw refused('accountId', `Ce compte est déjà lié à ${name}\u00A0: le délier d’abord.`);
}

function refuseIdleReplacement(formerSecretary: boolean | null, replacedOn: string | null) {
  if (replacedOn === null || formerSecretary === true) return;
  const message = 'Remplacement de la secrétaire sans objet\u00A0: indiquer d’abord un ancien poste de secrétaire.';
  throw refused('secretaryReplacedOn', message);
}

async function addAssistant(call: CommandCall, input: Input<'addAssistant'>) {
  await refuseForeignAccount(call, input.accountId, null);
  refuseIdleReplacement(input.formerSecretary, input.secretaryReplacedOn);
  const id = call.newId();
  await call.uow.insert('assistant', { id, ...columnsOf(input), archived_at: null, version: 1 } as never);
  call.about({ recordId: id });
  return { id };
}

async function correctAssistant(call: CommandCall, input: Input<'correctAssistant'>) {
  await required(call, 'assistant', input.id);
  await refuseForeignAccount(call, input.change.accountId, input.id);
  await correctRow(call, 'assistant', input);
  const after = await readAssistant(call.uow.db, input.id);
  if (after !== null) refuseIdleReplacement(after.formerSecretary, after.secretaryReplacedOn);
  return {};
}

async function archiveAssistant(call: CommandCall, { id, archived }: Input<'archiveAssistant'>) {
  await required(call, 'assistant', id);
  const assistant = await readAssistant(call.uow.db, id);
  if (archived && assistant !== null && employmentOn(assistant.employments, call.clock.today()) !== null) {
    throw new DomainError('IN_USE', { what: 'un contrat de travail en cours' });
  }
  await call.uow.update('assistant', id, { archived_at: archived ? call.clock.now() : null });
  call.about({ recordId: id });
  return {};
}

async function addAbsence(call: CommandCall, { assistantId, ...facts }: Input<'addAbsence'>) {
  await required(call, 'assistant', assistantId);
  const id = call.newId();
  await guarded(call, assistantId, () =>
    call.uow.insert('absence', { id, assistant_id: assistantId, ...columnsOf(facts), version: 1 } as never),
  );
  call.about({ recordId: id });
  return { id };
}

async function correctAbsence(call: CommandCall, input: Input<'correctAbsence'>) {
  const row = await required(call, 'absence', input.id);
  await guarded(call, row.assistant_id, () => correctRow(call, 'absence', input));
  return {};
}

async function removeAbsence(call: CommandCall, { id }: Input<'removeAbsence'>) {
  await required(call, 'absence', id);
  await call.uow.remove('absence', id);
  call.about({ recordId: id });
  return {};
}

/** Commands of the area, by their name in the contract. */
export const assistantCommands = {
  addAssistant,
  correctAssistant,
  archiveAssistant,
  addAbsence,
  correctAbsence,
  removeAbsence,
};
