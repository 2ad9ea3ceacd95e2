import type { Kysely } from 'kysely';
import type { EmployerTold } from '#shared/contract/employer.ts';
import { employmentOn, splitOn, weeklyMinutesOn, type Assistant } from '#shared/domain/employer-record.ts';
import { WHOLE_SHARE } from '#shared/domain/employer.ts';
import type { Day } from '#shared/kernel/day.ts';
import { workingTime, type AidOption } from '#shared/rules/aid/index.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** A contract of aid, and whom it funds from when to when. */
export interface FundedContract {
  id: string;
  doctorId: string | null;
  option: AidOption;
  startsOn: Day;
  endedOn: Day | null;
  assistants: readonly { assistantId: string; fromDay: Day; toDay: Day | null }[];
}

/** Contracts of aid with the assistants they fund. A collective one is paid by full-time equivalent: no option to compare. */
export async function fundedContracts(db: Kysely<Schema>): Promise<FundedContract[]> {
  const contracts = await db
    .selectFrom('aid_contract')
    .selectAll()
    .where('option', '!=', 'PER_ETP')
    .orderBy('starts_on')
    .orderBy('id')
    .execute();
  const links = await db.selectFrom('aid_contract_assistant').selectAll().orderBy('from_day').execute();
  return contracts.map((row) => ({
    id: row.id,
    doctorId: row.doctor_id,
    option: row.option as AidOption,
    startsOn: row.starts_on,
    endedOn: row.ended_on ?? row.ends_on,
    assistants: links
      .filter((link) => link.contract_id === row.id)
      .map((link) => ({ assistantId: link.assistant_id, fromDay: link.from_day, toDay: link.to_day })),
  }));
}

const within = (day: Day, from: Day, to: Day | null) => from <= day && (to === null || day <= to);

/** The hours that count for a contract on a day, against its option: on `day`, then from each later change of hours. */
export function fundedHours(contract: FundedContract, all: readonly Assistant[], day: Day): EmployerTold['workTimes'] {
  const linked = all.filter(({ id }) => contract.assistants.some(({ assistantId }) => assistantId === id));
  const changes = linked
    .flatMap(({ employments }) => employments.flatMap(({ workTimes }) => workTimes.map(({ fromDay }) => fromDay)))
    .filter((from) => from > day);
  const days = [day, ...new Set(changes.toSorted())].filter((one) => within(one, contract.startsOn, contract.endedOn));
  return days.map((fromDay) => {
    const minutes = minutesFor(contract, linked, fromDay);
    const verdict = workingTime({ option: contract.option, weeklyHours: minutes / 60 }, fromDay);
    const { id: contractId, doctorId, option } = contract;
    return { contractId, doctorId, option, fromDay, weeklyMinutes: minutes, verdict };
  });
}

/** A split of the post counts for the doctor of the contract only; without one, the whole post does. */
function minutesFor(contract: FundedContract, linked: readonly Assistant[], day: Day): number {
  let total = 0;
  for (const { id, employments } of linked) {
    const funded = contract.assistants.some((one) => one.assistantId === id && within(day, one.fromDay, one.toDay));
    const post = funded ? employmentOn(employments, day) : null;
    if (post === null) continue;
    const minutes = weeklyMinutesOn(post, day) ?? 0;
    const split = contract.doctorId === null ? null : splitOn(post, day);
    const share = split?.parts.find(({ doctorId }) => doctorId === contract.doctorId)?.share ?? 0;
    // To the minute: a third written 33,33 % is a third.
    total += split === null ? minutes : Math.round((minutes * share) / WHOLE_SHARE);
  }
  return total;
}
