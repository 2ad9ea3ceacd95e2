import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { readPieces, readSetAside } from '../renewal.repository.ts';
import { proofsFor } from './documents.ts';
import type { Gathered, GatheredCounter } from './gathered.ts';
import { countMissions } from './missions.ts';
import type { ContractAnswer, RenewalReadings, TimeAnswer } from './readings.ts';
import { scopeOf, statementDelay, touches, type Scope } from './scope.ts';

export interface Subject {
  readonly contractId: string;
  readonly contractYear: number | null;
}

/** Longest curve the counters draw. */
const longestCurve = 119;

/** Everything a file is made of, from the very answers the screens show. @throws NOT_FOUND */
export async function gather(
  call: QueryCall,
  practice: Practice,
  read: RenewalReadings,
  subject: Subject,
): Promise<Gathered> {
  const today = call.clock.today();
  const contract = await read.contract(call, { id: subject.contractId });
  const scope = scopeOf(contract, subject.contractYear, today);
  if (scope === null) throw new DomainError('NOT_FOUND', { what: 'aid_contract' });
  const { assistants: records } = await read.assistants(call, { day: today });
  const { assistants: trainings } = await read.trainings(call, {});
  const { documents } = await read.documents(call, { about: null });
  const { doctors: profiles } = await read.profiles(call, { day: today });
  const [missions, time] = await Promise.all([missionsOf(practice, contract, scope), timeOf(call, read, scope)]);
  const assistants = contract.assistants
    .filter(({ fromDay, toDay }) => touches(scope, fromDay, toDay))
    .flatMap((on) => records.filter(({ id }) => id === on.assistantId).map((record) => ({ on, record })));
  const ownTrainings = [...new Set(assistants.map(({ record }) => record.id))].flatMap((id) =>
    trainings.filter(({ assistant }) => assistant.id === id),
  );
  const counters = await countersOf(call, read, contract, scope);
  return {
    scope,
    contract,
    practice: await read.practice(call, {}),
    profiles,
    counters,
    assistants,
    trainings: ownTrainings,
    missions,
    time,
    documents: await proofsFor(call.db, documents, { contract, scope, counters, assistants, trainings: ownTrainings }),
    pieces: (await readPieces(call.db)).pieces,
    setAside: await readSetAside(call.db, subject),
    overrides: await readOverrides(call.db, today),
  };
}

async function countersOf(
  call: QueryCall,
  read: RenewalReadings,
  contract: ContractAnswer,
  scope: Scope,
): Promise<GatheredCounter[]> {
  const found: GatheredCounter[] = [];
  const day = scope.until !== null && scope.until < scope.today ? scope.until : null;
  // A statement of the end of a year comes after it.
  const late = day === null ? scope.today : addDays(day, statementDelay);
  const to = (late < scope.today ? late : scope.today).slice(0, 7);
  const earliest = addMonths(`${to}-01`, -longestCurve).slice(0, 7);
  const start = contract.fields.startsOn.slice(0, 7);
  const from = start > to ? to : start < earliest ? earliest : start;
  for (const { id: doctorId, name: doctorName } of contract.doctors) {
    for (const metric of ['PMT', 'FA'] as const) {
      const card = await read.counter(call, { doctorId, metric, day });
      const curve = await read.curve(call, { doctorId, metric, from, to });
      const officials = curve.officials.toSorted((one, other) => (one.onDay < other.onDay ? -1 : 1));
      found.push({ doctorName, metric, card, curve: { ...curve, officials } });
    }
  }
  return found;
}

async function missionsOf(practice: Practice, contract: ContractAnswer, { from, until }: Scope) {
  const doctorIds = contract.doctors.map(({ id }) => id);
  if (from === null || until === null || doctorIds.length === 0) return null;
  return countMissions(practice, { doctorIds, from, to: until });
}

/** The practice measures whole weeks up to yesterday: told when they touch the period. */
async function timeOf(
  call: QueryCall,
  read: RenewalReadings,
  { from, until, contractYear }: Scope,
): Promise<TimeAnswer | null> {
  if (from === null || until === null) return null;
  const answer = await read.time(call, { weeks: contractYear === null ? 104 : 52 });
  const overlaps = (first: Day, last: Day): boolean => answer.from <= last && answer.to >= first;
  return overlaps(from, until) ? answer : null;
}
