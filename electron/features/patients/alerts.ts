import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { AlertView } from '#shared/contract/patient-views.ts';
import {
  alertKinds,
  logisticAlertKinds,
  noneKnownLabels,
  type AlertKind,
  type AlertSource,
} from '#shared/domain/patient.ts';
import { DayValue } from '#shared/domain/values.ts';
import { can } from '#shared/permissions/roles.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { Person } from '#electron/security/sessions.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { namesOfAccounts } from './people.ts';
import { requirePatient } from './require-patient.ts';

const invalid = (field: string, message: string) => new DomainError('INVALID', { problems: [{ field, message }] });

/** Kinds this person may see: what tells of health asks for `clinical.read` (settled point 13). */
export function kindsSeenBy(person: Person): readonly AlertKind[] {
  return can(person, 'clinical.read') ? alertKinds : logisticAlertKinds;
}

/** The alert row of these files, in the order of the kinds: for the board card, the identity band, the summary. */
export async function alertsOf(
  db: Kysely<Schema>,
  patientIds: readonly string[],
  kinds: readonly AlertKind[],
): Promise<ReadonlyMap<string, AlertView[]>> {
  const byPatient = new Map<string, AlertView[]>();
  if (patientIds.length === 0) return byPatient;
  const rows = await db
    .selectFrom('alert_item')
    .selectAll()
    .where('patient_id', 'in', patientIds)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const names = await namesOfAccounts(
    db,
    rows.flatMap((row) => [row.account_id, row.confirmed_by]),
  );
  for (const kind of kinds) {
    for (const row of rows.filter((one) => one.kind === kind)) {
      const view: AlertView = {
        id: row.id,
        kind,
        label: row.label,
        noneKnown: Number(row.none_known) === 1,
        source: row.source as AlertSource,
        statedOn: row.stated_on,
        by: names.get(row.account_id) ?? '',
        confirmedBy: row.confirmed_by === null ? null : (names.get(row.confirmed_by) ?? ''),
        confirmedAt: row.confirmed_at,
      };
      byPatient.set(row.patient_id, [...(byPatient.get(row.patient_id) ?? []), view]);
    }
  }
  return byPatient;
}

async function requireAlert(call: CommandCall, alertId: string) {
  const row = await call.uow.db
    .selectFrom('alert_item')
    .selectAll()
    .where('id', '=', alertId)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'alert' });
  return row;
}

const doctorsOnly = (person: Person) => {
  if (!can(person, 'clinical.validate')) throw new DomainError('NOT_ALLOWED', { permission: 'clinical.validate' });
};

export interface NewAlert {
  patientId: string;
  kind: AlertKind;
  label: string;
  noneKnown: boolean;
  source: AlertSource;
  statedOn: string;
}

/** « Aucune connue » and an item of the same kind exclude each other: the item wins, the mention leaves. */
export async function addAlert(call: CommandCall, input: NewAlert): Promise<{ id: string }> {
  const { uow, person, clock } = call;
  if (input.source !== 'declare') doctorsOnly(person);
  if (input.statedOn > clock.today()) throw invalid('statedOn', 'Cette date est dans le futur.');
  if (!input.noneKnown && input.label === '') throw invalid('label', 'Dire en quelques mots.');
  await requirePatient(uow.db, input.patientId);
  const others = await uow.db
    .selectFrom('alert_item')
    .selectAll()
    .where('patient_id', '=', input.patientId)
    .where('kind', '=', input.kind)
    .where('removed_at', 'is', null)
    .execute();
  if (input.noneKnown && others.length > 0)
    throw invalid('noneKnown', 'Une ligne de ce genre est déjà inscrite. La retirer d’abord.');
  for (const other of others)
    if (Number(other.none_known) === 1) await uow.update('alert_item', other.id, { removed_at: clock.now() });
  const id = call.newId();
  await uow.insert('alert_item', {
    id,
    patient_id: input.patientId,
    kind: input.kind,
    label: input.noneKnown ? noneKnownLabels[input.kind] : input.label,
    none_known: input.noneKnown ? 1 : 0,
    source: input.source,
    stated_on: input.statedOn,
    account_id: person.accountId,
    confirmed_by: null,
    confirmed_at: null,
    removed_at: null,
    version: 1,
  });
  call.about({ recordId: id, patientId: input.patientId });
  return { id };
}

/** Words or date of an item. A text changed by someone else than a doctor waits again for its confirmation. */
export async function editAlert(
  call: CommandCall,
  input: { alertId: string; patches: { field: 'label' | 'statedOn'; base: string | null; value: string | null }[] },
) {
  const row = await requireAlert(call, input.alertId);
  const patch: { label?: string; stated_on?: string } = {};
  for (const { field, base, value } of input.patches) {
    const column = field === 'label' ? 'label' : 'stated_on';
    const text = (value ?? '').trim();
    if (field === 'label' && (text === '' || text.length > 120)) throw invalid('label', 'Dire en quelques mots.');
    if (field === 'statedOn' && (!DayValue.safeParse(text).success || text > call.clock.today()))
      throw invalid('statedOn', 'Date à relire.');
    if (row[column] === text) continue;
    if (row[column] !== base) {
      const last = await call.uow.db
        .selectFrom('journal_value as v')
        .innerJoin('journal as j', 'j.seq', 'v.seq')
        .select(['j.account_id', 'j.at'])
        .where('v.record_id', '=', row.id)
        .orderBy('v.seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      const names = await namesOfAccounts(call.uow.db, [last?.account_id ?? null]);
      throw new DomainError('EDIT_CONFLICT', {
        conflicts: [
          { field, mine: text, theirs: row[column], by: names.get(last?.account_id ?? '') ?? '', at: last?.at ?? '' },
        ],
      });
    }
    patch[column] = text;
  }
  const unconfirmed =
    patch.label !== undefined && !can(call.person, 'clinical.validate')
      ? { confirmed_by: null, confirmed_at: null }
      : {};
  await call.uow.update('alert_item', row.id, { ...patch, ...unconfirmed });
  call.about({ recordId: row.id, patientId: row.patient_id });
  return {};
}

export async function confirmAlert(call: CommandCall, { alertId }: { alertId: string }) {
  const row = await requireAlert(call, alertId);
  if (row.confirmed_by === null)
    await call.uow.update('alert_item', row.id, {
      confirmed_by: call.person.accountId,
      confirmed_at: call.clock.now(),
    });
  call.about({ recordId: row.id, patientId: row.patient_id });
  return {};
}

/** What a doctor stated or confirmed, a doctor removes. The line stays in the base, marked removed. */
export async function removeAlert(call: CommandCall, { alertId, reason }: { alertId: string; reason: string }) {
  const row = await requireAlert(call, alertId);
  if (row.confirmed_by !== null || row.source !== 'declare') doctorsOnly(call.person);
  await call.uow.update('alert_item', row.id, { removed_at: call.clock.now() });
  call.about({ recordId: row.id, patientId: row.patient_id, reason });
  return {};
}
