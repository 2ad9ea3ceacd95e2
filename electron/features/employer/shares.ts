import { DomainError } from '#shared/contract/errors.ts';
import type { SharePart } from '#shared/domain/employer-record.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { guarded, refused, required } from './guarded.ts';
import type { Input } from './inputs.ts';

/** The split of a post from a day on, whole: the lines of that day are replaced by those sent. */
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
  const stored = rows.map((row): SharePart => ({ doctorId: row.doctor_id, share: Number(row.share) }));
  if (base === null && stored.length > 0) {
    throw refused(
      'fromDay',
      `Une répartition commence déjà le ${formatDay(fromDay)}${NBSP}: la corriger, ou changer la date.`,
    );
  }
  if (!sameSplit(stored, base ?? []) && !sameSplit(stored, parts)) throw await conflict(call, stored, parts);
  await guarded(call, assistant_id, async () => {
    const ofDoctor = new Map(rows.map((row) => [row.doctor_id, row.id]));
    for (const { doctorId, share } of parts) {
      const known = ofDoctor.get(doctorId);
      ofDoctor.delete(doctorId);
      if (known !== undefined) await call.uow.update('employment_share', known, { share });
      else {
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
    for (const gone of ofDoctor.values()) await call.uow.remove('employment_share', gone);
  });
  call.about({ recordId: employmentId });
  return {};
}

const sorted = (parts: readonly SharePart[]) => parts.toSorted((one, next) => (one.doctorId < next.doctorId ? -1 : 1));
const sameSplit = (one: readonly SharePart[], other: readonly SharePart[]) =>
  JSON.stringify(sorted(one).map(({ doctorId, share }) => [doctorId, share])) ===
  JSON.stringify(sorted(other).map(({ doctorId, share }) => [doctorId, share]));

/** Both splits in words, with names of doctors; a split has no author of its own. */
async function conflict(call: CommandCall, theirs: readonly SharePart[], mine: readonly SharePart[]) {
  const doctors = await call.uow.db.selectFrom('doctor').select(['id', 'family_name']).orderBy('position').execute();
  const words = (parts: readonly SharePart[]) =>
    doctors
      .flatMap(({ id, family_name }) => {
        const share = parts.find(({ doctorId }) => doctorId === id)?.share;
        return share === undefined ? [] : [`${family_name} ${formatNumber(share / 100)}${NBSP}%`];
      })
      .join(', ');
  return new DomainError('EDIT_CONFLICT', {
    conflicts: [{ field: 'shares', mine: words(mine), theirs: words(theirs), by: '', at: '' }],
  });
}
