import type { EmployerTold } from '#shared/contract/employer.ts';
import type { GatheredView } from '#shared/contract/explained.ts';
import { employmentOn, type Assistant, type Employment } from '#shared/domain/employer-record.ts';
import { addDays, addMonths, type Day } from '#shared/kernel/day.ts';
import { POST_LIMITS, postLimits, type PostLimit } from '#shared/rules/acts/index.ts';
import {
  absence,
  departure,
  employment,
  type EmploymentCondition,
  type GatheredVerdict,
} from '#shared/rules/aid/index.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import { fundedHours, type FundedContract } from './funded-hours.ts';

export interface ToldWith {
  day: Day;
  overrides: Overrides;
  contracts: readonly FundedContract[];
  /** Every assistant: the hours of a contract of aid are added together. */
  all: readonly Assistant[];
}

const EMPLOYMENT_CONDITIONS: Readonly<Record<EmploymentCondition, string>> = {
  kind: 'Nature du contrat',
  ground: 'Motif du CDD',
  renewals: 'Renouvellements du CDD',
  months: 'Durée totale du CDD',
  post: 'Poste nouveau',
};

/** Conditions of a gathered verdict, in their order, each with its French name. */
export function gathered<Id extends string>(
  verdict: GatheredVerdict<Id>,
  labels: Readonly<Record<Id, string>>,
): GatheredView {
  const { conditions, ...whole } = verdict;
  const named = (Object.keys(labels) as Id[]).flatMap((id) => {
    const own = conditions[id];
    return own === undefined ? [] : [{ id, label: labels[id], verdict: own }];
  });
  return { ...whole, conditions: named };
}

/** An absent field was not said. */
const said = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined)) as {
    [Field in keyof Facts]?: NonNullable<Facts[Field]>;
  };

/** What the rules say of one assistant on a day. */
export function toldOf(assistant: Assistant, { day, overrides, contracts, all }: ToldWith): EmployerTold {
  const { employments, absences } = assistant;
  const shown = employmentOn(employments, day) ?? employments.at(-1) ?? null;
  return {
    post: shown === null ? null : postTold(assistant, shown, day),
    contract: shown === null ? null : contractTold(assistant, shown, day),
    absences: absences.map((one) => {
      const contract = employmentOn(employments, one.fromDay);
      // A running absence stops with the contract.
      const lastDay = one.toDay ?? contract?.endDay ?? null;
      const facts = said({ lastDay, replaced: one.replaced });
      return { absenceId: one.id, ...absence({ firstDay: one.fromDay, ...facts, overrides }, day) };
    }),
    departures: employments.flatMap((one) => {
      if (one.endDay === null) return [];
      const nextHire = one.nextHire === 'NONE' ? { nextHireDay: null } : said({ nextHireDay: one.nextHire });
      return [{ employmentId: one.id, action: departure({ lastDay: one.endDay, ...nextHire }) }];
    }),
    workTimes: hasLeft(assistant, day)
      ? []
      : contracts
          .filter(({ assistants }) =>
            assistants.some((link) => link.assistantId === assistant.id && !isPast(link, day)),
          )
          .flatMap((contract) => fundedHours(contract, all, day)),
  };
}

/** Under contract once, and no longer: the hours of the post are those of somebody else. */
const hasLeft = ({ employments }: Assistant, day: Day): boolean =>
  employments.length > 0 && employments.every(({ endDay }) => endDay !== null && endDay < day);

/** Does the contract of aid no longer pay for this person? */
const isPast = ({ toDay }: FundedContract['assistants'][number], day: Day): boolean => toDay !== null && toDay < day;

function secretaryFacts({ formerSecretary, secretaryReplacedOn }: Assistant, day: Day) {
  const replaced = formerSecretary === true ? secretaryReplacedOn !== null && secretaryReplacedOn <= day : null;
  return said({ formerSecretary, secretaryReplaced: replaced });
}

function postTold(assistant: Assistant, post: Employment, day: Day): EmployerTold['post'] {
  const answer = postLimits(
    {
      ...said({
        remoteShare: post.remoteShare,
        remoteTasks: post.remoteTasks,
        homeOnly: post.homeOnly,
        mileageAllowances: post.mileage,
        replacesProfession: post.replacesOther,
        newPost: post.newPost,
      }),
      ...secretaryFacts(assistant, day),
      postTakenOn: post.startDay,
    },
    day,
  );
  return {
    outcome: answer.outcome,
    limits: (Object.keys(POST_LIMITS) as PostLimit[]).map((id) => ({
      id,
      label: POST_LIMITS[id],
      verdict: answer.limits[id],
    })),
    replacementDue: answer.replacementDue,
    statements: answer.statements,
  };
}

function contractTold(assistant: Assistant, post: Employment, day: Day): GatheredView {
  const ground = post.cddGround === null ? null : post.cddGround !== 'NONE';
  const months = post.contractKind === 'CDD' && post.endDay !== null ? monthsBetween(post.startDay, post.endDay) : null;
  const verdict = employment(
    {
      kind: post.contractKind,
      ...said({ lawfulGround: ground, renewals: post.renewals, totalMonths: months }),
      ...secretaryFacts(assistant, day),
    },
    day,
  );
  return gathered(verdict, EMPLOYMENT_CONDITIONS);
}

/** Months begun from the first to the last day, both counted: a limit in months is passed by one day more. */
function monthsBetween(first: Day, last: Day): number {
  let months = 0;
  while (addMonths(first, months) < addDays(last, 1)) months += 1;
  return months;
}
