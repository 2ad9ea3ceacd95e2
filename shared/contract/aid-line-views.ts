import { z } from 'zod';
import { aidEventKinds, aidPaymentKinds } from '#shared/domain/aid.ts';
import { DayValue, Id } from '#shared/domain/values.ts';
import { AID_TIERS } from '#shared/rules/aid/index.ts';
import { Metric, Option, RuleSet } from './aid-fields.ts';
import { computedView, ReasonView } from './explained.ts';

const amount = computedView(z.number());
const cents = z.number().int();

export const AidObjectiveView = z.object({
  /** Null when nothing was typed for this counter. */
  id: Id.nullable(),
  metric: Metric,
  label: z.string(),
  /** As typed; null = not known. */
  typed: z.object({
    start: z.number().int().nullable(),
    target: z.number().int().nullable(),
    dueOn: DayValue.nullable(),
    formerGain: z.number().int().nullable(),
    notified: z.number().int().nullable(),
    notifiedOn: DayValue.nullable(),
    threshold: z.number().int().nullable(),
    thresholdOn: DayValue.nullable(),
    asWritten: z.boolean(),
  }),
  /** Percent asked for by the text, or null. */
  increase: amount.nullable(),
  /** Patients to reach: notified to this doctor, else typed, else computed, else asked. */
  target: amount,
  /** Minimum patientèle to sign: written for this doctor, else of the text; null when neither says any. */
  threshold: amount.nullable(),
  /** Latest official statement that counts the patients of the objective. */
  latest: z.object({ value: z.number().int(), on: DayValue }).nullable(),
  /** What is told of the statements beside the objective: other patients counted, not compared; or not said. */
  unit: z.array(ReasonView.extend({ statementId: Id })),
  /** Letters joined (documents, aboutKind `aid_objective`). */
  proofs: z.number().int(),
});

export const AidPaymentView = z.object({
  id: Id,
  contractYear: z.number().int(),
  kind: z.enum(aidPaymentKinds),
  rank: z.number().int().nullable(),
  amountCents: cents.nullable(),
  onDay: DayValue.nullable(),
  words: z.string().nullable(),
  /** Proofs joined (documents, aboutKind `aid_payment`). */
  proofs: z.number().int(),
});

export const AidEventView = z.object({
  id: Id,
  kind: z.enum(aidEventKinds),
  onDay: DayValue,
  toDay: DayValue.nullable(),
  assistantId: Id.nullable(),
  words: z.string().nullable(),
  ruleSet: RuleSet.nullable(),
  option: Option.nullable(),
  tier: z.enum(AID_TIERS).nullable(),
  fundedEtp: z.number().nullable(),
  proofs: z.number().int(),
});

export const AidMemberView = z.object({
  id: Id,
  doctorId: Id,
  name: z.string(),
  joinedOn: DayValue,
  leftOn: DayValue.nullable(),
  pamsu: z.boolean(),
  ownShares: z.boolean().nullable(),
  adhesion: z.boolean().nullable(),
});

export const AidAssistantView = z.object({
  id: Id,
  assistantId: Id,
  name: z.string(),
  fromDay: DayValue,
  toDay: DayValue.nullable(),
});
