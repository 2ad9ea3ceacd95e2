import { eligibilityFacts } from '#shared/contract/doctor-profile.ts';
import { employmentOn, splitOn, weeklyMinutesOn } from '#shared/domain/employer-record.ts';
import { WHOLE_SHARE } from '#shared/domain/employer.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  collectiveEligibility,
  COLLECTIVE_CONDITIONS,
  eligibility,
  ELIGIBILITY_CONDITIONS,
  etpCap,
  pmtMetricOn,
  secondAssistant,
  SECOND_ASSISTANT_CONDITIONS,
  workingTime,
  type AidOption,
  type CompanyForm,
  type ContractOption,
  type FIRST_OPTIONS,
  type GatheredVerdict,
  type Metric,
  type SECOND_OPTIONS,
} from '#shared/rules/aid/index.ts';
import { undetermined, type Computed, type Reason, type Verdict } from '#shared/rules/kernel/index.ts';
import { countFact, profileFact, unitTold, type AidFacts } from './facts.ts';
import type { StoredContract } from './stored.ts';
import { objectivesOf } from './objectives.ts';
import { lastDayOf, runningYear } from './situation.ts';

type FirstOption = (typeof FIRST_OPTIONS)[number];
type SecondOption = (typeof SECOND_OPTIONS)[number];

export interface Condition {
  id: string;
  label: string;
  verdict: Verdict;
}

/** A signature, real or imagined, as the conditions are asked about it. */
export interface Signature {
  /** Null: not registered. Left out of the other contracts of the doctor. */
  contractId: string | null;
  doctorId: string | null;
  day: Day;
  option: ContractOption;
  newlyInstalled: boolean | null;
  /** Starting counters typed: they win over the last statements. */
  starts: { pmt: number | null; fileActive: number | null };
  /** Minimum patientèle the CPAM wrote for this doctor: it wins over the text. */
  thresholds: { pmt: number | null; fileActive: number | null };
  companyForm: CompanyForm | null;
  members: readonly { doctorId: string; ownShares: boolean | null; adhesion: boolean | null }[];
}

/** Conditions of a gathered verdict, in their order, each with its French name. */
function named<Id extends string>(verdict: GatheredVerdict<Id>, labels: Readonly<Record<Id, string>>): Condition[] {
  return (Object.keys(labels) as Id[]).flatMap((id) => {
    const own = verdict.conditions[id];
    return own === undefined ? [] : [{ id, label: labels[id], verdict: own }];
  });
}

/** An absent field was not said. */
const said = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)) as {
    [Field in keyof Facts]?: NonNullable<Facts[Field]>;
  };

/** Who may sign: the verdict, and every condition with what decides it. */
export function signingConditions(
  signature: Signature,
  facts: AidFacts,
): { verdict: Verdict; conditions: Condition[] } {
  const { option } = signature;
  if (option === 'PER_ETP') return collective(signature, facts);
  if (option === 'ETP_1_5' || option === 'ETP_2') return second(signature, option, facts);
  return first(signature, option, facts);
}

function first(signature: Signature, option: FirstOption, facts: AidFacts) {
  const { doctorId, day, newlyInstalled, starts, thresholds } = signature;
  const profile = profileFact(facts, doctorId, day);
  const counted = (metric: Metric) =>
    doctorId === null ? null : (countFact(facts, doctorId, metric, { to: day })?.value ?? null);
  const written = said(thresholds);
  // Adults, or adults and children: only the patients the text of the day counts are held to its threshold.
  const pmtMetric = pmtMetricOn(day);
  const verdict = eligibility({
    ...eligibilityFacts(profile),
    ...said({
      newlyInstalled: newlyInstalled ?? profile?.newlyInstalled ?? null,
      pmt: starts.pmt ?? counted(pmtMetric),
      fileActive: starts.fileActive ?? counted('FILE_ACTIVE'),
      collectiveEndedOn: collectiveLeft(signature.contractId, doctorId, day, facts),
    }),
    ...(Object.keys(written).length === 0 ? {} : { thresholds: written }),
    signatureDay: day,
    option,
    overrides: facts.overrides,
  });
  const told = doctorId === null || starts.pmt !== null ? null : unitTold(facts, doctorId, pmtMetric, { to: day });
  const conditions = named(verdict, ELIGIBILITY_CONDITIONS).map((one) =>
    told === null || one.id !== 'threshold' ? one : { ...one, verdict: withReason(one.verdict, told) },
  );
  return { verdict: plain(verdict), conditions };
}

const withReason = (verdict: Verdict, { code, words }: Reason): Verdict => ({
  ...verdict,
  reasons: [{ code, words }, ...verdict.reasons],
});

function second({ contractId, doctorId, day }: Signature, option: SecondOption, facts: AidFacts) {
  const profile = profileFact(facts, doctorId, day);
  const running = facts.contracts.find(
    (one) =>
      one.id !== contractId &&
      one.fields.kind === 'INDIVIDUAL' &&
      one.fields.doctorId === doctorId &&
      runsOn(one, day, facts),
  );
  const verdict = secondAssistant({
    ...said({
      speciality: profile?.speciality ?? null,
      particularPractice: profile?.mep ?? null,
      zone: profile?.zone ?? null,
      contractYear: running === undefined ? null : runningYear(running, day, facts),
      objectivesReached: running === undefined ? null : reachedOn(running, day, facts),
    }),
    runningOption: (running?.fields.option ?? null) as AidOption | null,
    signatureDay: day,
    option,
    overrides: facts.overrides,
  });
  return { verdict: plain(verdict), conditions: named(verdict, SECOND_ASSISTANT_CONDITIONS) };
}

/** Whether every objective of a contract was reached by its last statements; null while one figure is not known. */
function reachedOn(contract: StoredContract, day: Day, facts: AidFacts): boolean | null {
  const { doctorId } = contract.fields;
  const { metrics } = objectivesOf(contract, facts);
  const known = metrics.map(({ metric, target }) => {
    const count = doctorId === null ? null : countFact(facts, doctorId, metric, { to: day });
    return count === null || target.value === null ? null : count.value >= target.value;
  });
  return known.length === 0 || known.includes(null) ? null : known.every(Boolean);
}

function collective({ contractId, day, companyForm, members }: Signature, facts: AidFacts) {
  const verdict = collectiveEligibility({
    signatureDay: day,
    overrides: facts.overrides,
    ...said({ form: companyForm }),
    members: members.map(({ doctorId, ownShares, adhesion }) => {
      const profile = profileFact(facts, doctorId, day);
      const pmt = countFact(facts, doctorId, 'PMT_ADULT_AND_CHILD', { to: day });
      return {
        ...said({
          speciality: profile?.speciality ?? null,
          particularPractice: profile?.mep ?? null,
          sector: profile?.sector ?? null,
          sharesInOwnName: ownShares,
          adhesionSigned: adhesion,
          pmt: pmt?.value ?? null,
        }),
        individualContractEndsOn: individualEnd(doctorId, facts),
        collectiveEndedOn: collectiveLeft(contractId, doctorId, day, facts),
      };
    }),
  });
  const { members: each, ...whole } = verdict;
  const people = each.map((one, index): Condition => {
    const id = members[index]?.doctorId ?? String(index);
    return { id: `member.${id}`, label: facts.doctors.get(id) ?? '', verdict: one };
  });
  const conditions = named(whole, COLLECTIVE_CONDITIONS).filter(({ id }) => id !== 'members' || people.length === 0);
  return { verdict: plain(whole), conditions: [...conditions, ...people] };
}

const plain = ({ outcome, reasons, parameters, missing }: Verdict): Verdict => ({
  outcome,
  reasons,
  parameters,
  missing,
});

function runsOn(contract: StoredContract, day: Day, facts: AidFacts): boolean {
  const end = lastDayOf(contract, facts);
  return contract.fields.startsOn <= day && (end === null || day <= end);
}

/** Last day of the latest individual contract of a doctor; null when there never was one. */
function individualEnd(doctorId: string, facts: AidFacts): Day | null {
  const own = facts.contracts.filter(({ fields }) => fields.kind !== 'COLLECTIVE' && fields.doctorId === doctorId);
  return own
    .map((one) => lastDayOf(one, facts))
    .reduce((last, end) => (end !== null && (last === null || end > last) ? end : last), null);
}

/** Last day of a collective contract this doctor left before `day`. */
function collectiveLeft(contractId: string | null, doctorId: string | null, day: Day, facts: AidFacts): Day | null {
  const ends = facts.contracts
    .filter(({ id, fields }) => id !== contractId && fields.kind === 'COLLECTIVE')
    .flatMap((one) =>
      one.members.filter((member) => member.doctorId === doctorId).map(({ leftOn }) => leftOn ?? lastDayOf(one, facts)),
    )
    .filter((end) => end !== null)
    .filter((end) => end < day);
  return ends.toSorted().at(-1) ?? null;
}

/** Whether the hours of the assistants the contract pays for cover its option on a day; null for a collective one. */
export function hoursCondition(contract: StoredContract, facts: AidFacts, day: Day): Condition | null {
  const { option, doctorId } = contract.fields;
  if (option === 'PER_ETP') return null;
  const there = contract.assistants.filter((one) => one.fromDay <= day && (one.toDay === null || day <= one.toDay));
  const label = `Temps de travail au ${formatDay(day)}`;
  const hours = there.map(({ assistantId }) => {
    const employments = facts.assistants.find(({ id }) => id === assistantId)?.employments ?? [];
    const post = employmentOn(employments, day);
    const minutes = post === null ? null : weeklyMinutesOn(post, day);
    if (post === null || minutes === null) return null;
    const split = splitOn(post, day);
    const share = split === null ? WHOLE_SHARE : (split.parts.find((one) => one.doctorId === doctorId)?.share ?? 0);
    return (minutes * share) / WHOLE_SHARE / 60;
  });
  if (hours.length === 0) {
    const words = `Assistant que ce contrat finance${NBSP}: à renseigner.`;
    return { id: 'hours', label, verdict: undetermined(['assistants'], [{ code: 'assistants_missing', words }]) };
  }
  const unsaid = there.filter((_, index) => hours[index] === null);
  if (unsaid.length > 0) {
    const words = `Temps de travail de l’assistant${NBSP}: à renseigner.`;
    const missing = unsaid.map(({ assistantId }) => `${assistantId}.weeklyHours`);
    return { id: 'hours', label, verdict: undetermined(missing, [{ code: 'weekly_hours_missing', words }]) };
  }
  const weeklyHours = hours.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return { id: 'hours', label, verdict: workingTime({ option, weeklyHours }, day) };
}

/** Most ETP a collective contract may fund on a day. */
export function capOf(contract: StoredContract, day: Day): Computed | null {
  const { option, trainingSite } = contract.fields;
  if (option !== 'PER_ETP') return null;
  const there = contract.members.filter((one) => one.leftOn === null || day <= one.leftOn);
  const hostingDoctors = there.filter(({ pamsu }) => pamsu).length;
  return etpCap({ doctors: there.length, hostingDoctors, trainingSite: trainingSite === true }, day);
}
