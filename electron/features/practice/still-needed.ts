import { DomainError } from '#shared/contract/errors.ts';
import { overStages } from '#shared/domain/stage.ts';
import type { CommandCall } from '#electron/security/call.ts';

/**
 * Refuses to withdraw a doctor with visits of today or later that are not over, or a room occupied today: they would
 * leave the filters of the board. @throws IN_USE with how many
 */
export async function refuseStillNeeded(call: CommandCall, kind: 'doctor' | 'room', id: string): Promise<void> {
  const today = call.clock.today();
  const rows = await call.uow.db
    .selectFrom('visit')
    .select(({ fn }) => ['stage', fn.countAll().as('many')])
    .where(kind === 'doctor' ? 'doctor_id' : 'room_id', '=', id)
    .where('day', kind === 'doctor' ? '>=' : '=', today)
    .where('stage', 'not in', [...overStages])
    .groupBy('stage')
    .execute();
  const many = rows.reduce((sum, row) => sum + Number(row.many), 0);
  if (many === 0) return;
  const visits = `${many} visite${many > 1 ? 's' : ''}`;
  const booked = rows.every((row) => row.stage === 'expected');
  const ofDoctor = booked ? `${many} rendez-vous à venir` : `${visits} en cours ou à venir`;
  throw new DomainError('IN_USE', { what: kind === 'doctor' ? ofDoctor : `${visits} du jour dans cette salle` });
}
