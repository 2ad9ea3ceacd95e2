import type { DoctorProfile } from '#shared/contract/doctor-profile.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  bandOf,
  contractCalendar,
  pmtMetricOn,
  textDay,
  tier,
  type AidTier,
  type Band,
  type ContractDays,
  type ContractOption,
  type Metric,
  type Population,
  type RenewedFrom,
  renewal,
} from '#shared/rules/aid/index.ts';
import { notComputed, withGiven, type Computed, type Verdict } from '#shared/rules/kernel/index.ts';
import { profileFact, type AidFacts } from './facts.ts';
import type { StoredContract, StoredEvent } from './stored.ts';

export interface Period {
  from: Day;
  to: Day | null;
}

/** Suspensions of a contract: each runs to its written end, else to the day before the resumption that follows. */
export function suspensionsOf(events: readonly StoredEvent[]): Period[] {
  const resumptions = events.filter(({ kind }) => kind === 'RESUMPTION');
  return events
    .filter(({ kind }) => kind === 'SUSPENSION')
    .map(({ onDay, toDay }) => {
      const next = resumptions.find((one) => one.onDay > onDay);
      return { from: onDay, to: toDay ?? (next === undefined ? null : addDays(next.onDay, -1)) };
    });
}

/** What dates a contract, as the rules take it. */
export function contractDays(contract: StoredContract, { overrides }: Pick<AidFacts, 'overrides'>): ContractDays {
  const { fields, events, years } = contract;
  return {
    signatureDay: textDay(fields.signedOn, fields.ruleSet),
    startDay: fields.startsOn,
    option: fields.option,
    suspensions: suspensionsOf(events).map(({ from, to }) => (to === null ? { from } : { from, to })),
    typedStarts: years.flatMap(({ contractYear, startsOn }) =>
      startsOn === null ? [] : [{ contractYear, day: startsOn }],
    ),
    overrides,
  };
}

/** Last day of a contract: the one written wins over the one of the rule. */
export function termOf(contract: StoredContract, facts: Pick<AidFacts, 'overrides' | 'today'>): Computed<Day> {
  const { endsOn, signedOn } = contract.fields;
  const { term } = contractCalendar(contractDays(contract, facts), facts.today);
  return withGiven(term, endsOn === null ? null : { value: endsOn, origin: 'typed', on: signedOn });
}

/** Last day the contract surely runs; null while nobody can say. */
export function lastDayOf(contract: StoredContract, facts: Pick<AidFacts, 'overrides' | 'today'>): Day | null {
  if (contract.endedOn !== null) return contract.endedOn;
  const term = termOf(contract, facts);
  if (term.value !== null) return term.value;
  const days = term.alternatives.flatMap(({ value }) => (value === null ? [] : [value])).toSorted();
  return days[0] ?? null;
}

/** The contract year running on a day; null while a suspension leaves a doubt. */
export function runningYear(contract: StoredContract, day: Day, facts: Pick<AidFacts, 'overrides'>): number | null {
  return contractCalendar(contractDays(contract, facts), day).currentYear.value;
}

/** Doctors of a contract on a day; of its whole life without one. */
export function doctorsOf({ fields, members }: StoredContract, day: Day | null = null): string[] {
  if (fields.kind !== 'COLLECTIVE') return fields.doctorId === null ? [] : [fields.doctorId];
  const there = members.filter(
    (one) => day === null || (one.joinedOn <= day && (one.leftOn === null || day <= one.leftOn)),
  );
  return [...new Set(there.map(({ doctorId }) => doctorId))];
}

/** Whose counters the texts ask for; undefined while the speciality is not said. */
export function populationOf(profile: DoctorProfile | null): Population | undefined {
  if (profile?.speciality == null) return undefined;
  if (profile.speciality === 'MEDECINE_GENERALE') return 'GP';
  return profile.speciality === 'PEDIATRIE' ? 'PAEDIATRICIAN' : 'OTHER_SPECIALITY';
}

/** What the rules need of a doctor at the start of a contract. */
export interface StartingPoint {
  signatureDay: Day;
  option: ContractOption;
  profile: DoctorProfile | null;
  newlyInstalled: boolean | undefined;
  starts: Partial<Record<Metric, number>>;
  typedTier: AidTier | null;
  typedOn: Day | null;
  overrides: AidFacts['overrides'];
}

export function startingPoint(contract: StoredContract, facts: AidFacts): StartingPoint {
  const { fields, objectives } = contract;
  const signatureDay = textDay(fields.signedOn, fields.ruleSet);
  const profile = profileFact(facts, fields.doctorId, fields.signedOn);
  return {
    signatureDay,
    option: fields.option,
    profile,
    newlyInstalled: fields.newlyInstalled ?? profile?.newlyInstalled ?? undefined,
    starts: Object.fromEntries(objectives.flatMap(({ metric, start }) => (start === null ? [] : [[metric, start]]))),
    typedTier: fields.tier,
    typedOn: fields.signedOn,
    overrides: facts.overrides,
  };
}

/** The tier: written in the contract, else by the rule when it can, else asked. Null for a collective contract. */
export function tierOf(point: StartingPoint): Computed<AidTier> | null {
  if (point.option === 'PER_ETP') return null;
  const { signatureDay, overrides, newlyInstalled, profile, typedTier, typedOn } = point;
  const given = typedTier === null ? null : { value: typedTier, origin: 'typed' as const, on: typedOn };
  const population = populationOf(profile);
  if (population === undefined) {
    const words = `Spécialité du médecin à renseigner, ou la tranche écrite dans le contrat${NBSP}: elle fixe le montant.`;
    const asked = notComputed<AidTier>('tranche', ['speciality', 'tierOfContract'], {
      reasons: [{ code: 'population_missing', words }],
    });
    return withGiven(asked, given);
  }
  const figure = startFigure(point, population);
  return tier({
    signatureDay,
    population: population === 'GP' ? 'GP' : 'OTHER_SPECIALITY',
    overrides,
    ...(profile?.mep == null ? {} : { particularPractice: profile.mep }),
    ...(newlyInstalled === undefined ? {} : { newlyInstalled }),
    ...(figure === undefined ? {} : { startFigure: figure }),
    ...(given === null ? {} : { tierOfContract: given }),
  });
}

/** The centiles of the text count adults alone, or adults and children: a start of the other sort has no place there. */
function startFigure({ starts, signatureDay }: StartingPoint, population: Population): number | undefined {
  return population === 'GP' ? starts[pmtMetricOn(signatureDay)] : starts.FILE_ACTIVE;
}

/** Band of the objectives at the start; undefined while nobody can say. */
export function startBand(point: StartingPoint, tierValue: AidTier | null): Band | undefined {
  const population = populationOf(point.profile);
  if (population === undefined) return undefined;
  const figure = startFigure(point, population);
  const { signatureDay, overrides } = point;
  const table = population === 'GP' ? 'GP_PMT' : 'OTHER_FILE_ACTIVE';
  const where = { signatureDay, table, overrides } as const;
  return bandOf(figure === undefined ? where : { ...where, figure }, tierValue) ?? undefined;
}

/** Whether a contract may be renewed as such on a day; null for a collective one or a second assistant. */
export function renewableOn({ fields }: StoredContract, day: Day): Verdict | null {
  const { option, ruleSet, signedOn } = fields;
  if (option === 'PER_ETP' || option === 'ETP_1_5' || option === 'ETP_2') return null;
  return renewal({ signatureDay: textDay(signedOn, ruleSet), option, renewalDay: day });
}

/** Years before this contract, when it renews others as such; undefined when it is a new contract in its own right. */
export function renewedFrom(contract: StoredContract, facts: AidFacts): RenewedFrom | undefined {
  let years = 0;
  let first: StoredContract | undefined;
  let current = contract;
  const seen = new Set([contract.id]);
  for (;;) {
    const { renewsId, startsOn } = current.fields;
    const old = facts.contracts.find(({ id }) => id === renewsId);
    if (old === undefined || seen.has(old.id) || renewableOn(old, startsOn)?.outcome !== 'met') break;
    seen.add(old.id);
    years += contractCalendar(contractDays(old, facts), facts.today).years.length;
    first = old;
    current = old;
  }
  if (first === undefined || years === 0) return undefined;
  return { signatureDay: textDay(first.fields.signedOn, first.fields.ruleSet), startDay: first.fields.startsOn, years };
}
