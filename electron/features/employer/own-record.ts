import type { Kysely } from 'kysely';
import type { OwnRecord } from '#shared/contract/employer.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { readAssistants } from './employer.repository.ts';

/** What a person reads of themselves: named field by field, so that a new one stays with the employer. */
export async function ownRecord(db: Kysely<Schema>, accountId: string): Promise<OwnRecord | null> {
  const own = (await readAssistants(db)).find((one) => one.accountId === accountId && one.archivedAt === null);
  if (own === undefined) return null;
  return {
    profile: own.profile,
    employments: own.employments.map((one) => ({
      id: one.id,
      employerKind: one.employerKind,
      employerName: one.employerName,
      contractKind: one.contractKind,
      startDay: one.startDay,
      endDay: one.endDay,
      endReason: one.endReason,
      remoteShare: one.remoteShare,
      workTimes: one.workTimes.map(({ fromDay, weeklyMinutes }) => ({ fromDay, weeklyMinutes })),
    })),
    absences: own.absences.map(({ id, kind, fromDay, toDay }) => ({ id, kind, fromDay, toDay })),
  };
}
