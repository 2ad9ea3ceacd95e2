import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import type { SharePart } from '#shared/domain/employer-record.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { lastWriter } from '#electron/audit/correct-row.ts';
import type { CommandCall } from '#electron/security/call.ts';
import type { Stored } from '#electron/storage/unit-of-work.ts';
import { guarded, refused, required } from './guarded.ts';
import type { Input } from './inputs.ts';

type Line = Stored<'employment_share'>;

/** The split of a post from a day on: the parts a person changed, over those stored meanwhile for the other doctors. */
export async function setShares(call: CommandCall, { employmentId, fromDay, base, parts }: Input<'setShares'>) {
  const { assistant_id } = await required(call, 'employment', employmentId);
  if (new Set(parts.map(({ doctorId }) => doctorId)).size < parts.length) {
    throw refused('shares', `Le même médecin figure deux fois dans la répartition${NBSP}: le garder une fois.`);
  }
  for (const { doctorId } of parts) await required(call, 'doctor', doctorId);
  const rows = await call.uow.db
    .selectFrom('employment_share')
    .selectAll()
    .where('employment_id', '=', employmentId)
    .where('from_day', '=', fromDay)
    .orderBy('id')
    .execute();
  if (base === null && rows.length > 0) {
    throw refused(
      'fromDay',
      `Une répartition commence déjà le ${formatDay(fromDay)}${NBSP}: la corriger, ou changer la date.`,
    );
  }
  const changed = changesOver(base ?? [], parts);
  await refuseConflicts(call, rows, changed);
  await guarded(call, assistant_id, async () => {
    for (const { doctorId, share } of changed) {
      const known = rows.find((row) => row.doctor_id === doctorId);
      if (known !== undefined && share !== null) await call.uow.update('employment_share', known.id, { share });
      else if (known !== undefined) await call.uow.remove('employment_share', known.id);
      else if (share !== null) {
        await call.uow.insert('employment_share', {
          id: call.newId(),
          employment_id: employmentId,
          doctor_id: doctorId,
          from_day: fromDay,
          share,
          version: 1,
        });
      }
    }
  });
  call.about({ recordId: employmentId });
  return {};
}

/** One doctor's part as it was seen and as it becomes; null: no part. */
interface Change {
  doctorId: string;
  seen: number | null;
  share: number | null;
}

function changesOver(base: readonly SharePart[], parts: readonly SharePart[]): Change[] {
  const shareOf = (list: readonly SharePart[], doctor: string) =>
    list.find(({ doctorId }) => doctorId === doctor)?.share ?? null;
  const doctors = new Set([...base, ...parts].map(({ doctorId }) => doctorId));
  return [...doctors]
    .map((doctorId) => ({ doctorId, seen: shareOf(base, doctorId), share: shareOf(parts, doctorId) }))
    .filter(({ seen, share }) => seen !== share);
}

/** @throws EDIT_CONFLICT, by doctor: a part changed here that a colleague has changed otherwise */
async function refuseConflicts(call: CommandCall, rows: readonly Line[], changed: readonly Change[]): Promise<void> {
  const conflicts: ErrorDataOf<'EDIT_CONFLICT'>['conflicts'] = [];
  for (const { doctorId, seen, share } of changed) {
    const row = rows.find((one) => one.doctor_id === doctorId);
    const theirs = row === undefined ? null : Number(row.share);
    if (theirs === seen || theirs === share) continue;
    const writer =
      row === undefined ? { by: '', at: '' } : await lastWriter(call.uow.db, 'employment_share', row.id, 'share');
    conflicts.push({ field: doctorId, mine: words(share), theirs: words(theirs), ...writer });
  }
  if (conflicts.length > 0) throw new DomainError('EDIT_CONFLICT', { conflicts });
}

const words = (share: number | null): string | null => (share === null ? null : String(share));
