import type { AidSimulationView } from '#shared/contract/aid-views.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { contractCalendar, governingRuleSet, RULE_SET_LABELS, type ContractDays } from '#shared/rules/aid/index.ts';
import { computed, notComputed } from '#shared/rules/kernel/index.ts';
import type { AreaHandlers } from '#electron/security/call.ts';
import { signingConditions } from './conditions.ts';
import { countFact, profileFact, type AidFacts } from './facts.ts';
import { startsAsked } from './signature.ts';
import type { StoredContract, StoredObjective } from './stored.ts';
import { missingOfConditions } from './missing-conditions.ts';
import { moneyOf } from './money.ts';
import { objectivesAt, type Objective } from './objectives.ts';
import { populationOf, renewedFrom, tierOf, type StartingPoint } from './situation.ts';
import type { YearResult } from './year-results.ts';

export type Scenario = Parameters<AreaHandlers<'aid'>['simulate']>[1];

/** A contract nobody signed: what it would need, ask for and pay. Nothing is written. */
export function simulate(scenario: Scenario, facts: AidFacts): AidSimulationView {
  const { kind, doctorId, memberIds, signedOn, option, fundedEtp, policy, cumulative } = scenario;
  const collective = option === 'PER_ETP';
  const imagined = imaginedContract(scenario);
  const point = startOf(scenario, facts);
  const typed = typedObjectives(scenario, point, facts);
  const objectives = objectivesAt({ ...point, starts: startsOf(typed) }, typed, fundedEtp);
  const days = daysOf(scenario, facts);
  const tier = tierOf({ ...point, starts: startsOf(typed) });
  const money = moneyOf(
    {
      days,
      tier: tier?.value ?? null,
      fundedEtp,
      policy,
      cumulative,
      population: populationOf(point.profile),
      hireDay: null,
      renews: renewedFrom(imagined, facts),
      years: contractCalendar(days, facts.today).years.map(({ contractYear }) => ({
        contractYear,
        results: objectives.metrics.map((one) => projected(one, contractYear, scenario)),
      })),
    },
    facts.today,
  );
  const people = collective ? memberIds : doctorId === null ? [] : [doctorId];
  const { verdict, conditions } = signingConditions(
    {
      contractId: null,
      doctorId,
      day: signedOn,
      option,
      newlyInstalled: scenario.newlyInstalled,
      starts: startsAsked(typed, signedOn),
      thresholds: { pmt: null, fileActive: null },
      companyForm: scenario.companyForm,
      members: people.map((id) => ({ doctorId: id, ownShares: null, adhesion: null })),
    },
    facts,
  );
  const ruleSet = governingRuleSet({ signatureDay: signedOn, kind });
  return {
    ruleSet,
    ruleSetLabel: ruleSet.value === null ? null : RULE_SET_LABELS[ruleSet.value],
    verdict,
    conditions,
    tier,
    term: money.term,
    years: money.years.map((year) => ({
      contractYear: year.contractYear,
      start: year.start,
      end: year.end,
      table: year.table,
      full: year.fullAmount,
      due: year.dueAmount,
      forecasts: year.forecasts,
      results: year.results,
      payments: year.payments.map(({ rank, due, amount }) => ({ rank, due, amount })),
    })),
    totals: { full: money.fullTotal, due: money.dueTotal },
    objectives: objectives.metrics.map(({ metric, label, stored, target }) => ({
      metric,
      label,
      start: stored?.start ?? null,
      target,
    })),
    missing: missingOfConditions(conditions, doctorId),
  };
}

const startsOf = (typed: readonly StoredObjective[]): StartingPoint['starts'] =>
  Object.fromEntries(typed.flatMap(({ metric, start }) => (start === null ? [] : [[metric, start]])));

function daysOf({ signedOn, startsOn, option, suspensions }: Scenario, { overrides }: AidFacts): ContractDays {
  return {
    signatureDay: signedOn,
    startDay: startsOn,
    option,
    suspensions: suspensions.map(({ from, to }) => (to === null ? { from } : { from, to })),
    overrides,
  };
}

function startOf(scenario: Scenario, facts: AidFacts): StartingPoint {
  const profile = profileFact(facts, scenario.doctorId, scenario.signedOn);
  return {
    signatureDay: scenario.signedOn,
    option: scenario.option,
    profile,
    newlyInstalled: scenario.newlyInstalled ?? profile?.newlyInstalled ?? undefined,
    starts: {},
    typedTier: scenario.tier,
    typedOn: null,
    overrides: facts.overrides,
  };
}

/** Counters of the scenario: typed, else the last statement before the signature; a group adds its doctors. */
export function typedObjectives(
  scenario: Pick<Scenario, 'starts' | 'memberIds' | 'doctorId' | 'signedOn' | 'option' | 'fundedEtp'>,
  point: StartingPoint,
  facts: AidFacts,
): StoredObjective[] {
  const { starts, memberIds, doctorId, signedOn, option, fundedEtp } = scenario;
  const asked = objectivesAt(point, [], fundedEtp).metrics.map(({ metric }) => metric);
  const metrics = [...new Set([...asked, ...starts.map(({ metric }) => metric)])];
  const people = option === 'PER_ETP' ? memberIds : doctorId === null ? [] : [doctorId];
  return metrics.map((metric): StoredObjective => {
    const typed = starts.find((one) => one.metric === metric);
    const counts = people.map((id) => countFact(facts, id, metric, { to: signedOn })?.value);
    const whole = counts.length > 0 && counts.every((value) => value !== undefined);
    const counted = whole ? counts.reduce((sum, value) => sum + value, 0) : null;
    return {
      id: metric,
      metric,
      start: typed?.start ?? counted,
      target: typed?.target ?? null,
      dueOn: null,
      // A scenario starts from nothing gained before: shown, and typed otherwise once the contract is real.
      formerGain: option === 'PER_ETP' ? 0 : null,
      notified: null,
      notifiedOn: null,
      threshold: null,
      thresholdOn: null,
      asWritten: false,
    };
  });
}

/** Patients at the end of a contract year, by the growth imagined; nothing without one. */
function projected(
  { metric, label, stored, target }: Objective,
  contractYear: number,
  { growth }: Scenario,
): YearResult {
  const start = stored?.start ?? null;
  const yearly = metric === 'FILE_ACTIVE' ? growth.fileActive : growth.pmt;
  const common = { metric, label, start, objective: target.value, on: null, low: null, high: null };
  if (start === null || yearly === null) {
    const missing = start === null ? ['start'] : ['growth'];
    const words = start === null ? 'Nombre de départ à saisir.' : 'Croissance imaginée à saisir.';
    const counted = notComputed('patients', missing, { reasons: [{ code: 'scenario_missing', words }] });
    return { ...common, achieved: null, origin: 'none', counted };
  }
  const achieved = Math.max(0, start + yearly * contractYear);
  const words = `${formatNumber(start)} + ${formatNumber(yearly)} × ${contractYear}`;
  const steps = [{ label: 'Croissance imaginée', words, value: achieved, unit: 'patients' }];
  return { ...common, achieved, origin: 'projection', counted: computed(achieved, 'patients', { steps }) };
}

/** The scenario as a contract, for what is asked of a contract: which one it would renew. */
function imaginedContract(scenario: Scenario): StoredContract {
  const { kind, doctorId, signedOn, startsOn, option, tier, fundedEtp, renewsId, policy, cumulative } = scenario;
  return {
    id: '',
    fields: {
      kind,
      doctorId,
      number: null,
      cpam: null,
      ruleSet: governingRuleSet({ signatureDay: signedOn, kind }).value ?? 'CONV-2024',
      option,
      tier,
      fundedEtp,
      signedOn,
      startsOn,
      endsOn: null,
      renewsId,
      policy,
      cumulative,
      newlyInstalled: scenario.newlyInstalled,
      asWritten: false,
      companyName: null,
      companyForm: scenario.companyForm,
      trainingSite: null,
    },
    endedOn: null,
    endReason: null,
    objectives: [],
    events: [],
    years: [],
    payments: [],
    members: [],
    assistants: [],
  };
}
