import type { AidContractLine, AidContractView } from '#shared/contract/aid-views.ts';
import type { AidContractState } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  contractCalendar,
  CONTRACT_KINDS,
  CONTRACT_OPTION_LABELS,
  governingRuleSet,
  RULE_SET_LABELS,
} from '#shared/rules/aid/index.ts';
import { capOf, hoursCondition, signingConditions } from './conditions.ts';
import { contradictionsOf } from './contradictions.ts';
import { assistantName, type AidFacts } from './facts.ts';
import type { StoredContract } from './stored.ts';
import { missingOf } from './missing.ts';
import { objectivesOf } from './objectives.ts';
import { objectiveViews } from './objective-views.ts';
import { reviewOf } from './review.ts';
import { signatureOf } from './signature.ts';
import {
  contractDays,
  doctorsOf,
  lastDayOf,
  renewableOn,
  startingPoint,
  suspensionsOf,
  termOf,
  tierOf,
} from './situation.ts';
import { contractMoney, yearView } from './years.ts';

/** « Contrat n° 2024-54-0112 », else its kind and day. */
export const titleOf = ({ fields }: StoredContract): string =>
  fields.number === null
    ? `${CONTRACT_KINDS[fields.kind]} du ${formatDay(fields.signedOn)}`
    : `Contrat n°${NBSP}${fields.number}`;

const namedOf = (contract: StoredContract | undefined) =>
  contract === undefined ? null : { id: contract.id, name: titleOf(contract) };

function stateOf(contract: StoredContract, facts: AidFacts): AidContractState {
  const { today } = facts;
  const { fields, endedOn, events } = contract;
  if (endedOn !== null && endedOn < today) return 'ended';
  if (today < fields.startsOn) return 'coming';
  const term = termOf(contract, facts).value;
  if (term !== null && term < today) return 'term_passed';
  const stopped = suspensionsOf(events).some(({ from, to }) => from <= today && (to === null || today <= to));
  return stopped ? 'suspended' : 'running';
}

function headOf(contract: StoredContract, facts: AidFacts) {
  const calendar = contractCalendar(contractDays(contract, facts), facts.today);
  const ids = doctorsOf(contract);
  return {
    id: contract.id,
    title: titleOf(contract),
    doctors: ids.map((id) => ({ id, name: facts.doctors.get(id) ?? '' })),
    state: stateOf(contract, facts),
    optionLabel: CONTRACT_OPTION_LABELS[contract.fields.option],
    ruleSetLabel: RULE_SET_LABELS[contract.fields.ruleSet],
    term: termOf(contract, facts),
    currentYear: calendar.currentYear,
    nextAnniversary: calendar.nextAnniversary,
    review: reviewOf(contract, calendar, facts),
  };
}

const assistantsOf = (contract: StoredContract, facts: AidFacts) =>
  contract.assistants.map((one) => ({ ...one, name: assistantName(facts, one.assistantId) }));

/** Everything of one contract: what was typed, what follows from it, what is missing. */
export function contractView(contract: StoredContract, facts: AidFacts): AidContractView {
  const { today, proofs } = facts;
  const { fields } = contract;
  const objectives = objectivesOf(contract, facts);
  const money = contractMoney(contract, facts, objectives);
  const years = money.years.map((year) => yearView(year, contract, facts));
  const last = lastDayOf(contract, facts);
  const hours = hoursCondition(
    contract,
    facts,
    last !== null && last < today ? last : today < fields.startsOn ? fields.startsOn : today,
  );
  const waiting = years.flatMap(({ contractYear, payments }) =>
    payments.flatMap(({ rank, state }) =>
      state === 'received' ? [] : [{ contractYear, rank, late: state === 'late' }],
    ),
  );
  const running = contractCalendar(contractDays(contract, facts), today).currentYear.value ?? 0;
  const next = waiting.find(({ late, contractYear }) => late || contractYear >= running);
  const costs = years.map(({ typed }) => typed.costCents).filter((cost) => cost !== null);
  const term = termOf(contract, facts).value;
  const view = {
    ...headOf(contract, facts),
    fields,
    proposedRuleSet: governingRuleSet({ signatureDay: fields.signedOn, kind: fields.kind }),
    tier: tierOf(startingPoint(contract, facts)),
    calendarReasons: money.reasons,
    ended: contract.endedOn === null ? null : { on: contract.endedOn, reason: contract.endReason },
    renews: namedOf(facts.contracts.find(({ id }) => id === fields.renewsId)),
    renewedBy: namedOf(facts.contracts.find((one) => one.fields.renewsId === contract.id)),
    renewable: term === null ? null : renewableOn(contract, term),
    years,
    totals: {
      full: money.fullTotal,
      due: money.dueTotal,
      receivedCents: years.reduce((sum, year) => sum + (year.receivedCents ?? 0), 0),
      costCents: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    },
    nextPayment: next === undefined ? null : { contractYear: next.contractYear, rank: next.rank },
    objectives: objectiveViews(contract, objectives.metrics, facts),
    cumulative: objectives.cumulative,
    dueYear: objectives.dueYear,
    objectiveReasons: objectives.reasons,
    payments: contract.payments.map((one) => ({ ...one, proofs: proofs.get(one.id) ?? 0 })),
    events: contract.events.map((one) => ({ ...one, proofs: proofs.get(one.id) ?? 0 })),
    suspensions: suspensionsOf(contract.events),
    members: contract.members.map((one) => ({ ...one, name: facts.doctors.get(one.doctorId) ?? '' })),
    assistants: assistantsOf(contract, facts),
    conditions: [...signingConditions(signatureOf(contract), facts).conditions, ...(hours === null ? [] : [hours])],
    etpCap: capOf(contract, today < fields.signedOn ? fields.signedOn : today),
    proofs: proofs.get(contract.id) ?? 0,
    contradictions: contradictionsOf(contract, facts).map(({ code, words, gesture }) => ({ code, words, gesture })),
  };
  return { ...view, missing: missingOf(view, today) };
}

/** One line of the register. */
export function contractLine(contract: StoredContract, facts: AidFacts): AidContractLine {
  const { missing, contradictions } = contractView(contract, facts);
  return {
    ...headOf(contract, facts),
    ...contract.fields,
    assistants: assistantsOf(contract, facts),
    endedOn: contract.endedOn,
    missing: missing.length,
    contradictions: contradictions.length,
  };
}
