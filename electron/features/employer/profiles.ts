import { formatDay } from '#shared/kernel/day.ts';
import { columnsOf, correctRow } from '#electron/audit/correct-row.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { doctorProfiles } from './employer.repository.ts';
import { refused, required } from './guarded.ts';
import type { Input } from './inputs.ts';

/** One line a day for a doctor; a commitment has its day only when there is one. @throws INVALID */
async function refuseOddLines(call: CommandCall, doctorId: string, id: string) {
  const lines = await doctorProfiles(call.uow.db, doctorId);
  const line = lines.find((one) => one.id === id);
  if (line === undefined) return;
  if (lines.some((one) => one.id !== id && one.fromDay === line.fromDay)) {
    const message = `Une ligne commence déjà le ${formatDay(line.fromDay)}\u00A0: la corriger, ou changer la date.`;
    throw refused('fromDay', message);
  }
  if (line.joinBy !== null && line.coordinatedPractice !== 'COMMITTED') {
    const message = 'Date d’engagement sans engagement\u00A0: choisir l’engagement, ou retirer la date.';
    throw refused('joinBy', message);
  }
}

async function addProfile(call: CommandCall, { doctorId, ...facts }: Input<'addProfile'>) {
  await required(call, 'doctor', doctorId);
  const id = call.newId();
  await call.uow.insert('doctor_profile', { id, doctor_id: doctorId, ...columnsOf(facts), version: 1 } as never);
  await refuseOddLines(call, doctorId, id);
  call.about({ recordId: id });
  return { id };
}

async function correctProfile(call: CommandCall, input: Input<'correctProfile'>) {
  const { doctor_id } = await required(call, 'doctor_profile', input.id);
  await correctRow(call, 'doctor_profile', input);
  await refuseOddLines(call, doctor_id, input.id);
  return {};
}

async function removeProfile(call: CommandCall, { id }: Input<'removeProfile'>) {
  await required(call, 'doctor_profile', id);
  await call.uow.remove('doctor_profile', id);
  call.about({ recordId: id });
  return {};
}

/** Commands of the area, by their name in the contract. */
export const profileCommands = {
  addProfile,
  correctProfile,
  removeProfile,
};
