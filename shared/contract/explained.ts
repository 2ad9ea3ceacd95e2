import { z } from 'zod';
import { CONFIDENCE_WORDS, type Confidence, type JsonValue } from '#shared/rules/kernel/index.ts';

/** Anything a rule may answer. */
const AnyJson = z.custom<JsonValue>((value) => value !== undefined);

/** Answers of the rules as they travel to the screens, where « Pourquoi ? » shows them. */
const Citation = z.object({
  title: z.string(),
  article: z.string().exactOptional(),
  publisher: z.string().exactOptional(),
  date: z.string().exactOptional(),
  address: z.string().exactOptional(),
});
export const ReasonView = z.object({ code: z.string(), words: z.string() });
const ParameterUseView = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.string(),
  value: AnyJson,
  origin: z.enum(['default', 'practice', 'patient']),
  defaultValue: AnyJson,
  from: z.string().nullable(),
  confidence: z.enum(Object.keys(CONFIDENCE_WORDS) as Confidence[]),
  sources: z.array(Citation).readonly(),
  checkedOn: z.string(),
  on: z.string(),
  signature: z.object({ by: z.string(), from: z.string() }).nullable(),
});
const explanation = {
  reasons: z.array(ReasonView).readonly(),
  parameters: z.array(ParameterUseView).readonly(),
  missing: z.array(z.string()).readonly(),
};

export const VerdictView = z.object({ outcome: z.enum(['met', 'not_met', 'undetermined']), ...explanation });

/** A computed value of this shape. */
export function computedView<Value extends z.ZodType>(value: Value) {
  return z.object({
    outcome: z.enum(['computed', 'undetermined']),
    value: value.nullable(),
    unit: z.string(),
    origin: z.enum(['computed', 'typed', 'notified']),
    ruleValue: value.nullable(),
    givenOn: z.string().nullable(),
    steps: z.array(z.object({ label: z.string(), words: z.string(), value: AnyJson, unit: z.string() })).readonly(),
    alternatives: z
      .array(z.object({ value: value.nullable(), words: z.string(), sources: z.array(Citation).readonly() }))
      .readonly(),
    ...explanation,
  });
}

/** A verdict made of several conditions, each with its own. */
export const GatheredView = VerdictView.extend({
  conditions: z.array(z.object({ id: z.string(), label: z.string(), verdict: VerdictView })),
});
export type GatheredView = z.infer<typeof GatheredView>;
