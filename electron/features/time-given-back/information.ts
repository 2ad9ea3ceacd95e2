import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { InformedAssistant } from '#shared/contract/time.ts';
import { isDay } from '#shared/kernel/day.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { Schema } from '#electron/storage/schema.ts';

const settingOf = (assistantId: string): string => `time-information.${assistantId}`;

export type Informed = InformedAssistant & { readonly accountId: string | null };

/** Why the figures of this person may not be shown to the responsable; null when they may (settled point 31). */
export function whyNotShown({ informedOn, accountId }: Informed, today: string): string | null {
  if (informedOn === null || informedOn > today)
    return 'Information écrite du salarié à dater d’abord\u00a0: sans elle, ses chiffres ne sont qu’à lui.';
  return accountId === null ? 'Aucun compte relié à cet assistant\u00a0: le relier dans sa fiche.' : null;
}

/**
 * Day each assistant was told in writing that their own figures may join the aid file (settled point 31). Archived
 * records come last: the file of a year still covers who has left since.
 */
export async function readInformed(db: Kysely<Schema>): Promise<Informed[]> {
  const assistants = await db
    .selectFrom('assistant')
    .select(['id', 'account_id', 'given_name', 'family_name'])
    .orderBy((part) => part('archived_at', 'is not', null))
    .orderBy('family_name')
    .orderBy('id')
    .execute();
  const rows = await db
    .selectFrom('setting')
    .selectAll()
    .where('id', 'like', `${settingOf('')}%`)
    .execute();
  const days = new Map(rows.map((row) => [row.id, dayIn(row.value)]));
  return assistants.map((one) => ({
    assistantId: one.id,
    accountId: one.account_id,
    name: `${one.given_name} ${one.family_name}`,
    linked: one.account_id !== null,
    informedOn: days.get(settingOf(one.id)) ?? null,
  }));
}

/** Who an account is: its record, or the account itself while no record is linked to it. @throws NOT_FOUND */
export async function personOf(db: Kysely<Schema>, accountId: string): Promise<InformedAssistant> {
  const record = (await readInformed(db)).find((known) => known.accountId === accountId);
  if (record !== undefined) return record;
  const account = await db
    .selectFrom('account')
    .select(['given_name', 'family_name'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (account === undefined) throw new DomainError('NOT_FOUND', { what: 'account' });
  const name = `${account.given_name} ${account.family_name}`;
  return { assistantId: accountId, name, linked: false, informedOn: null };
}

function dayIn(value: string): string | null {
  const read: unknown = JSON.parse(value);
  return isDay(read) ? read : null;
}

/** @throws NOT_FOUND, INVALID when the day is to come */
export async function recordInformation(
  call: CommandCall,
  { assistantId, informedOn }: { assistantId: string; informedOn: string | null },
): Promise<Record<never, never>> {
  const { uow, clock } = call;
  const known = await uow.db.selectFrom('assistant').select('id').where('id', '=', assistantId).executeTakeFirst();
  if (known === undefined) throw new DomainError('NOT_FOUND', { what: 'assistant' });
  if (informedOn !== null && informedOn > clock.today()) {
    const message = 'Date à venir\u00a0: saisir le jour où l’information écrite a été remise.';
    throw new DomainError('INVALID', { problems: [{ field: 'informedOn', message }] });
  }
  const id = settingOf(assistantId);
  const stored = await uow.db.selectFrom('setting').select('id').where('id', '=', id).executeTakeFirst();
  if (informedOn === null) {
    if (stored !== undefined) await uow.remove('setting', id);
  } else if (stored === undefined) {
    await uow.insert('setting', { id, value: JSON.stringify(informedOn), version: 1 });
  } else {
    await uow.update('setting', id, { value: JSON.stringify(informedOn) });
  }
  call.about({ recordId: id });
  return {};
}
