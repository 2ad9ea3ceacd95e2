import type { AidEligibilityView, AidProposalView } from '#shared/contract/aid-views.ts';
import { addDays } from '#shared/kernel/day.ts';
import { DomainError } from '#shared/contract/errors.ts';
import {
  AID_OPTIONS,
  contractCalendar,
  CONTRACT_OPTION_LABELS,
  governingRuleSet,
  kindOf,
  openOptions,
  type ContractOption,
} from '#shared/rules/aid/index.ts';
import { notComputed, type Verdict } from '#shared/rules/kernel/index.ts';
import type { AreaHandlers } from '#electron/security/call.ts';
import { signingConditions } from './conditions.ts';
import { countFact, profileFact, type AidFacts } from './facts.ts';
import type { StoredContract } from './stored.ts';
import { missingOfConditions } from './missing-conditions.ts';
import { objectivesAt } from './objectives.ts';
import { typedObjectives } from './scenario.ts';
import { required } from './write.ts';
import { lastDayOf, renewableOn, tierOf, type StartingPoint } from './situation.ts';

type Asked = Parameters<AreaHandlers<'aid'>['propose']>[1];
type Eligible = Parameters<AreaHandlers<'aid'>['eligibility']>[1];

/** What a contract signed that day would be: nothing is decided for the person, everything may be corrected. */
export function proposal(asked: Asked, facts: AidFacts): AidProposalView {
  const { kind, doctorId, signedOn, newlyInstalled, renewsId } = asked;
  const old = renewsId === null ? null : required(facts, renewsId);
  const profile = profileFact(facts, doctorId, signedOn);
  const zone = profile?.zone ?? null;
  const open = openOptions({ signatureDay: signedOn, ...(zone === null ? {} : { zone }) });
  const option = asked.option ?? (kind === 'COLLECTIVE' ? 'PER_ETP' : (old?.fields.option ?? 'ETP_1'));
  const point: StartingPoint = {
    signatureDay: signedOn,
    option,
    profile,
    newlyInstalled: newlyInstalled ?? profile?.newlyInstalled ?? undefined,
    starts: {},
    typedTier: null,
    typedOn: null,
    overrides: facts.overrides,
  };
  const members = old === null || kind !== 'COLLECTIVE' ? [] : old.members.map((one) => one.doctorId);
  const objectives = typedObjectives(
    { starts: [], memberIds: members, doctorId, signedOn, option, fundedEtp: null },
    point,
    facts,
  );
  const started = {
    ...point,
    starts: Object.fromEntries(objectives.flatMap(({ metric, start }) => (start === null ? [] : [[metric, start]]))),
  };
  const startsOn = asked.startsOn ?? signedOn;
  const last = old === null ? null : lastDayOf(old, facts);
  return {
    ruleSet: governingRuleSet({ signatureDay: signedOn, kind }),
    options: optionsOf(kind, open),
    tier: tierOf(started),
    term: contractCalendar(
      { signatureDay: signedOn, startDay: startsOn, option, overrides: facts.overrides },
      facts.today,
    ).term,
    objectives: objectivesAt(started, objectives, null).metrics.map(({ metric, label, stored, target }) => ({
      metric,
      label,
      start: stored?.start ?? null,
      startOn: doctorId === null ? null : (countFact(facts, doctorId, metric, { to: signedOn })?.onDay ?? null),
      target,
    })),
    fromOld:
      old === null
        ? null
        : {
            startsOn: last === null ? null : addDays(last, 1),
            option: old.fields.option,
            cpam: old.fields.cpam,
            assistantIds: stillPaid(old, last),
          },
    renewable: old === null ? null : renewableOn(old, startsOn),
  };
}

const stillPaid = ({ assistants }: StoredContract, last: string | null): string[] => [
  ...new Set(
    assistants
      .filter(({ toDay }) => toDay === null || (last !== null && toDay >= last))
      .map(({ assistantId }) => assistantId),
  ),
];

function optionsOf(kind: Asked['kind'], open: Readonly<Record<(typeof AID_OPTIONS)[number], Verdict>>) {
  const options: ContractOption[] = AID_OPTIONS.filter((option) => kindOf(option) === kind);
  return options.map((option) => ({
    option,
    label: CONTRACT_OPTION_LABELS[option],
    verdict: open[option as (typeof AID_OPTIONS)[number]],
  }));
}

/** Whether a doctor could sign that day, and which line is missing. */
export function eligible(asked: Eligible, facts: AidFacts): AidEligibilityView {
  const { doctorId, day, option, newlyInstalled } = asked;
  const name = facts.doctors.get(doctorId);
  if (name === undefined) throw new DomainError('NOT_FOUND', { what: 'doctor' });
  const profile = profileFact(facts, doctorId, day);
  const zone = profile?.zone ?? null;
  const { verdict, conditions } = signingConditions(
    {
      contractId: null,
      doctorId,
      day,
      option,
      newlyInstalled,
      starts: { pmt: null, fileActive: null },
      thresholds: { pmt: null, fileActive: null },
      companyForm: null,
      members: [],
    },
    facts,
  );
  const point: StartingPoint = {
    signatureDay: day,
    option,
    profile,
    newlyInstalled: newlyInstalled ?? profile?.newlyInstalled ?? undefined,
    starts: {},
    typedTier: null,
    typedOn: null,
    overrides: facts.overrides,
  };
  const objectives = typedObjectives(
    { starts: [], memberIds: [], doctorId, signedOn: day, option, fundedEtp: null },
    point,
    facts,
  );
  const starts = Object.fromEntries(
    objectives.flatMap(({ metric, start }) => (start === null ? [] : [[metric, start]])),
  );
  return {
    doctor: { id: doctorId, name },
    profileFrom: profile?.fromDay ?? null,
    verdict,
    conditions,
    options: optionsOf('INDIVIDUAL', openOptions({ signatureDay: day, ...(zone === null ? {} : { zone }) })),
    tier: tierOf({ ...point, starts }) ?? notComputed('tranche', [], { reasons: [] }),
    missing: missingOfConditions(conditions, doctorId),
  };
}
