import { addDays, addMonths } from '#shared/kernel/day.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { readPieces, readSetAside } from '../renewal.repository.ts';
import { proofsFor } from './documents.ts';
import type { Gathered, GatheredCounter } from './gathered.ts';
import { countMissions } from './missions.ts';
import type { ContractAnswer, RenewalReadings } from './readings.ts';
import { scopeOf, statementDelay, touches, type Scope } from './scope.ts';

export interface Subject {
  readonly contractId: string;
  readonly contractYear: number | null;
}

/** With the person whose own figures are asked for, by who may read them; null for nobody's. */
export interface Asked extends Subject {
  readonly personId: string | null;
}

/** Longest curve the counters draw. */
const longestCurve = 119;

/** Everything a file is made of, from the very answers the screens show. @throws NOT_FOUND */
export async function gather(
  call: QueryCall,
  practice: Practice,
  read: RenewalReadings,
  subject: Asked,
): Promise<Gathered> {
  const today = call.clock.today();
  const contract = await read.contract(call, { id: subject.contractId });
  const scope = scopeOf(contract, subject.contractYear, today);
  if (scope === null) throw new DomainError('NOT_FOUND', { what: 'aid_contract' });
  const { assistants: records } = await read.assistants(call, { day: today });
  const { assistants: trainings } = await read.trainings(call, {});
  const { documents } = await read.documents(call, { about: null });
  const { doctors: profiles } = await read.profiles(call, { day: today });
  const assistants = contract.assistants
    .filter(({ fromDay, toDay }) => touches(scope, fromDay, toDay))
    .flatMap((on) => records.filter(({ id }) => id === on.assistantId).map((record) => ({ on, record })));
  const ownTrainings = [...new Set(assistants.map(({ record }) => record.id))].flatMap((id) =>
    trainings.filter(({ assistant }) => assistant.id === id),
  );
  const asked = assistants.some(({ record }) => record.id === subject.personId) ? subject.personId : null;
  // Both count in workers of their own while the counters are read here.
  const [missions, time, counters] = await Promise.all([
    missionsOf(practice, contract, scope),
    timesOf(call, read, contract, scope, asked),
    countersOf(call, read, contract, scope),
  ]);
  return {
    scope,
    contract,
    practice: await read.practice(call, {}),
    profiles,
    counters,
    assistants,
    trainings: ownTrainings,
    missions,
    ...time,
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

/** Of the doctors of the contract, over the very period of the file, up to yesterday: it no longer moves with the day. */
async function timesOf(
  call: QueryCall,
  read: RenewalReadings,
  contract: ContractAnswer,
  { from, until, today }: Scope,
  personId: string | null,
): Promise<Pick<Gathered, 'time' | 'person' | 'alone'>> {
  const eve = addDays(today, -1);
  const to = until === null || until < eve ? until : eve;
  const period =
    from === null || to === null || to < from ? null : { from, to, doctorIds: contract.doctors.map(({ id }) => id) };
  const [everybody, person] = await Promise.all([
    period === null ? null : read.time.practice(call, period),
    period === null || personId === null ? null : read.time.person(call, { ...period, assistantId: personId }),
  ]);
  return { time: everybody?.time ?? null, person, alone: everybody?.alone ?? null };
}
