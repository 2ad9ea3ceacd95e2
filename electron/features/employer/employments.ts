import { DomainError } from '#shared/contract/errors.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { columnsOf, correctRow } from '#electron/audit/correct-row.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { employmentsOf } from './employer.repository.ts';
import { guarded, refused, required } from './guarded.ts';
import type { Input } from './inputs.ts';

async function startEmployment(call: CommandCall, { assistantId, weeklyMinutes, ...facts }: Input<'startEmployment'>) {
  await required(call, 'assistant', assistantId);
  const id = call.newId();
  await guarded(call, assistantId, async () => {
    await call.uow.insert('employment', { id, assistant_id: assistantId, ...columnsOf(facts), version: 1 } as never);
    await call.uow.insert('work_time', {
      id: call.newId(),
      employment_id: id,
      from_day: facts.startDay,
      weekly_minutes: weeklyMinutes,
      version: 1,
    });
  });
  call.about({ recordId: id });
  return { id };
}

/** The hours of the first day follow it when it is corrected. */
async function correctEmployment(call: CommandCall, input: Input<'correctEmployment'>) {
  const { id, change } = input;
  const row = await required(call, 'employment', id);
  await guarded(call, row.assistant_id, async () => {
    await correctRow(call, 'employment', input);
    if (change.startDay === undefined || change.startDay === row.start_day) return;
    for (const table of ['work_time', 'employment_share'] as const) {
      const first = await call.uow.db
        .selectFrom(table)
        .select('id')
        .where('employment_id', '=', id)
        .where('from_day', '=', row.start_day)
        .execute();
      for (const line of first) await call.uow.update(table, line.id, { from_day: change.startDay });
    }
  });
  return {};
}

async function endEmployment(call: CommandCall, { id, endDay, endReason, nextHire }: Input<'endEmployment'>) {
  const row = await required(call, 'employment', id);
  if (row.end_day !== null) {
    throw refused('endDay', `Ce contrat est déjà terminé le ${formatDay(row.end_day)}\u00A0: corriger cette date.`);
  }
  await guarded(call, row.assistant_id, () =>
    call.uow.update('employment', id, { end_day: endDay, end_reason: endReason, next_hire: nextHire }),
  );
  call.about({ recordId: id });
  return {};
}

async function removeEmployment(call: CommandCall, { id }: Input<'removeEmployment'>) {
  const row = await required(call, 'employment', id);
  const { db } = call.uow;
  const proofs = await db
    .selectFrom('document')
    .select('id')
    .where('about_kind', '=', 'employment')
    .where('about_id', '=', id)
    .execute();
  if (proofs.length > 0)
    throw new DomainError('IN_USE', { what: counted(proofs.length, 'pièce jointe', 'pièces jointes') });
  const others = (await employmentsOf(db, row.assistant_id)).filter((one) => one.id !== id);
  const funded = await db
    .selectFrom('aid_contract_assistant')
    .select('id')
    .where('assistant_id', '=', row.assistant_id)
    .execute();
  if (others.length === 0 && funded.length > 0)
    throw new DomainError('IN_USE', { what: 'un contrat d’aide lié à cet assistant' });
  await guarded(call, row.assistant_id, async () => {
    for (const table of ['work_time', 'employment_share'] as const) {
      const lines = await db.selectFrom(table).select('id').where('employment_id', '=', id).execute();
      for (const line of lines) await call.uow.remove(table, line.id);
    }
    await call.uow.remove('employment', id);
  });
  call.about({ recordId: id });
  return {};
}

const counted = (many: number, one: string, several: string) => `${many} ${many > 1 ? several : one}`;

async function addWorkTime(call: CommandCall, { employmentId, ...facts }: Input<'addWorkTime'>) {
  const { assistant_id } = await required(call, 'employment', employmentId);
  const id = call.newId();
  await guarded(call, assistant_id, () =>
    call.uow.insert('work_time', { id, employment_id: employmentId, ...columnsOf(facts), version: 1 } as never),
  );
  call.about({ recordId: id });
  return { id };
}

async function correctWorkTime(call: CommandCall, input: Input<'correctWorkTime'>) {
  const { employment_id } = await required(call, 'work_time', input.id);
  const { assistant_id } = await required(call, 'employment', employment_id);
  await guarded(call, assistant_id, () => correctRow(call, 'work_time', input));
  return {};
}

async function removeWorkTime(call: CommandCall, { id }: Input<'removeWorkTime'>) {
  const { employment_id } = await required(call, 'work_time', id);
  const lines = await call.uow.db
    .selectFrom('work_time')
    .select('id')
    .where('employment_id', '=', employment_id)
    .execute();
  if (lines.length === 1) {
    throw refused('id', 'Un contrat de travail garde une durée de travail\u00A0: la corriger plutôt que la retirer.');
  }
  await call.uow.remove('work_time', id);
  call.about({ recordId: id });
  return {};
}

/** Commands of the area, by their name in the contract. */
export const employmentCommands = {
  startEmployment,
  correctEmployment,
  endEmployment,
  removeEmployment,
  addWorkTime,
  correctWorkTime,
  removeWorkTime,
};
