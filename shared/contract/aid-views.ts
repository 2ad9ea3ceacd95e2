import { z } from 'zod';
import { aidContractStates, aidDifferences, aidEndReasons, aidGestures, aidYearStates } from '#shared/domain/aid.ts';
import { DayValue, Id } from '#shared/domain/values.ts';
import { AID_TIERS, RULE_SET_LABELS, type RuleSetId } from '#shared/rules/aid/index.ts';
import { aidContractFields, Metric, Option, Policy, RuleSet } from './aid-fields.ts';
import { AidAssistantView, AidEventView, AidMemberView, AidObjectiveView, AidPaymentView } from './aid-line-views.ts';
import { computedView, ReasonView, VerdictView } from './explained.ts';

/** Answers of the rules travel whole: `<Why>` shows them. */
const amount = computedView(z.number());
const dayAnswer = computedView(z.string());
const tierAnswer = computedView(z.enum(AID_TIERS));
const ruleSetAnswer = computedView(RuleSet);
const cents = z.number().int();

export const NamedView = z.object({ id: Id, name: z.string() });

/** One counter of the year: start, objective, and what was counted, with where it comes from. Null = not known. */
export const ResultView = z.object({
  metric: Metric,
  label: z.string(),
  start: z.number().int().nullable(),
  objective: z.number().int().nullable(),
  achieved: z.number().int().nullable(),
  /** Day of the statement or of the projection behind `achieved`; null for a scenario or nothing. */
  on: DayValue.nullable(),
  origin: z.enum(['statement', 'projection', 'none']),
  /** Band of a projection; null for a statement. */
  low: z.number().int().nullable(),
  high: z.number().int().nullable(),
  /** How `achieved` was found, or why it is not known. */
  counted: amount,
});

export const YearPaymentView = z.object({
  rank: z.number().int(),
  /** Null when the way the year is paid is not known: one line for the whole. */
  sharePercent: z.number().nullable(),
  due: dayAnswer,
  amount: amount,
  received: z.object({ id: Id, cents, on: DayValue.nullable() }).nullable(),
  state: z.enum(['received', 'late', 'expected', 'day_unknown']),
});

const scheduledYear = {
  contractYear: z.number().int(),
  start: dayAnswer,
  end: dayAnswer,
  /** The text whose table pays the year. */
  table: computedView(z.enum(Object.keys(RULE_SET_LABELS) as [RuleSetId, ...RuleSetId[]])),
  /** Before the effect of the objectives; typed from the contract wins over the table. */
  full: amount,
  /** After the effect of the objectives; notified wins. Undetermined with the amount of each rule beside. */
  due: amount,
  /** One per modulation rule when the rule is not known and the year depends on it; else empty. */
  forecasts: z.array(z.object({ policy: Policy, label: z.string(), amount: amount })),
  results: z.array(ResultView),
};

/** One year of a contract, money in cents. `state` says how to read `due`. */
export const AidYearView = z.object({
  ...scheduledYear,
  state: z.enum(aidYearStates),
  option: Option,
  payments: z.array(YearPaymentView),
  /** As typed of this year; null = not typed. */
  typed: z.object({ amountCents: cents.nullable(), startsOn: DayValue.nullable(), costCents: cents.nullable() }),
  notified: z.object({ id: Id, cents, on: DayValue.nullable() }).nullable(),
  /** Sum of what came on the account; null when nothing did. */
  receivedCents: cents.nullable(),
  differences: z.array(z.object({ code: z.enum(aidDifferences), words: z.string(), cents: cents.nullable() })),
  /** Cost of the post less the aid of the year; undetermined while one of them is not known. */
  leftToPay: amount,
});
export type AidYearView = z.infer<typeof AidYearView>;

export const ConditionView = z.object({ id: z.string(), label: z.string(), verdict: VerdictView });

/** Something to complete, and where. `targetId`: the record the gesture is about, when there is one. */
export const MissingView = z.object({
  code: z.string(),
  severity: z.enum(['blocking', 'to_do']),
  words: z.string(),
  gesture: z.enum(aidGestures),
  /** Field of the form, metric or year the gesture is about. */
  field: z.string().nullable(),
  targetId: Id.nullable(),
});

/** Facts stored that cannot all be true: shown, never hidden. */
export const ContradictionView = z.object({ code: z.string(), words: z.string(), gesture: z.enum(aidGestures) });

const head = {
  id: Id,
  /** « Contrat n° 2024-54-0112 », or its kind and day. */
  title: z.string(),
  doctors: z.array(NamedView),
  state: z.enum(aidContractStates),
  /** Option in words: « 1 ETP ». */
  optionLabel: z.string(),
  ruleSetLabel: z.string(),
  term: dayAnswer,
  currentYear: amount,
  nextAnniversary: dayAnswer,
  /** Yearly statement of the running year: last day, and whether its file was sent; null when none is due. */
  review: z.object({ contractYear: z.number().int().nullable(), due: dayAnswer, sent: z.boolean() }).nullable(),
};

export const AidContractLine = z.object({
  ...head,
  ...aidContractFields,
  assistants: z.array(AidAssistantView),
  endedOn: DayValue.nullable(),
  missing: z.number().int(),
  contradictions: z.number().int(),
});
export type AidContractLine = z.infer<typeof AidContractLine>;

export const AidContractView = z.object({
  ...head,
  /** As stored: `base` of an edit. */
  fields: z.strictObject(aidContractFields),
  /** The text the day of signature gives. */
  proposedRuleSet: ruleSetAnswer,
  /** Null for a collective contract. */
  tier: tierAnswer.nullable(),
  calendarReasons: z.array(ReasonView).readonly(),
  ended: z.object({ on: DayValue, reason: z.enum(aidEndReasons).nullable() }).nullable(),
  renews: NamedView.nullable(),
  renewedBy: NamedView.nullable(),
  /** Whether it can be renewed as such at its term; null for a collective contract or an unknown term. */
  renewable: VerdictView.nullable(),
  years: z.array(AidYearView),
  totals: z.object({ full: amount, due: amount, receivedCents: cents, costCents: cents.nullable() }),
  /** The first payment still to come, the late ones included; null when all came. */
  nextPayment: z.object({ contractYear: z.number().int(), rank: z.number().int() }).nullable(),
  objectives: z.array(AidObjectiveView),
  cumulative: computedView(z.boolean()),
  /** Contract year by which the objectives are due. */
  dueYear: amount,
  objectiveReasons: z.array(ReasonView).readonly(),
  payments: z.array(AidPaymentView),
  events: z.array(AidEventView),
  suspensions: z.array(z.object({ from: DayValue, to: DayValue.nullable() })),
  members: z.array(AidMemberView),
  assistants: z.array(AidAssistantView),
  /** At the signature for the right to sign, today for the hours. */
  conditions: z.array(ConditionView),
  /** Most ETP a collective contract may fund; null for the others. */
  etpCap: amount.nullable(),
  /** Proofs joined to the contract itself. */
  proofs: z.number().int(),
  contradictions: z.array(ContradictionView),
  missing: z.array(MissingView),
});
export type AidContractView = z.infer<typeof AidContractView>;

/** What a contract signed that day would be. */
export const AidProposalView = z.object({
  ruleSet: ruleSetAnswer,
  /** One per option, open or not, with the reason. */
  options: z.array(z.object({ option: Option, label: z.string(), verdict: VerdictView })),
  tier: tierAnswer.nullable(),
  term: dayAnswer,
  /** Counters the contract would follow, with the last statement before the signature. */
  objectives: z.array(
    z.object({
      metric: Metric,
      label: z.string(),
      start: z.number().int().nullable(),
      startOn: DayValue.nullable(),
      target: amount,
    }),
  ),
  /** Renewal: what is taken from the old contract; null without one. */
  fromOld: z
    .object({ startsOn: DayValue.nullable(), option: Option, cpam: z.string().nullable(), assistantIds: z.array(Id) })
    .nullable(),
  renewable: VerdictView.nullable(),
});

export type AidProposalView = z.infer<typeof AidProposalView>;

export const AidEligibilityView = z.object({
  doctor: NamedView,
  /** Day the profile in force was said from; null when there is none. */
  profileFrom: DayValue.nullable(),
  verdict: VerdictView,
  conditions: z.array(ConditionView),
  options: z.array(z.object({ option: Option, label: z.string(), verdict: VerdictView })),
  tier: tierAnswer,
  missing: z.array(MissingView),
});

export type AidEligibilityView = z.infer<typeof AidEligibilityView>;

export const AidSimulationView = z.object({
  ruleSet: ruleSetAnswer,
  ruleSetLabel: z.string().nullable(),
  verdict: VerdictView,
  conditions: z.array(ConditionView),
  tier: tierAnswer.nullable(),
  term: dayAnswer,
  years: z.array(
    z.object({
      ...scheduledYear,
      payments: z.array(z.object({ rank: z.number().int(), due: dayAnswer, amount: amount })),
    }),
  ),
  totals: z.object({ full: amount, due: amount }),
  objectives: z.array(
    z.object({ metric: Metric, label: z.string(), start: z.number().int().nullable(), target: amount }),
  ),
  missing: z.array(MissingView),
});
export type AidSimulationView = z.infer<typeof AidSimulationView>;
