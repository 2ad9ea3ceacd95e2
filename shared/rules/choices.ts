import type { JsonValue, Overrides, Signature } from './kernel/index.ts';

/** A value of the rule book changed by a doctor of the practice, from a day on. */
export interface RuleChoice {
  readonly id: string;
  readonly parameterId: string;
  /** Null: back to the value of the rule book. `{ value: null }` switches a threshold off. */
  readonly choice: { readonly value: JsonValue } | null;
  readonly from: string;
  readonly by: string;
}

/** The choice in force on `day` for each parameter: the latest that has begun. Oldest first in, as they were signed. */
export function choicesOn<Choice extends RuleChoice>(choices: readonly Choice[], day: string): Map<string, Choice> {
  const inForce = new Map<string, Choice>();
  for (const one of choices) {
    const before = inForce.get(one.parameterId);
    if (one.from <= day && (before === undefined || before.from <= one.from)) inForce.set(one.parameterId, one);
  }
  return inForce;
}

/** The same, as the rules take them. */
export function overridesOn(choices: readonly RuleChoice[], day: string): Overrides {
  const practice: Record<string, JsonValue> = {};
  const signatures: Record<string, Signature> = {};
  for (const { parameterId, choice, from, by } of choicesOn(choices, day).values()) {
    if (choice === null) continue;
    practice[parameterId] = choice.value;
    signatures[parameterId] = { by, from };
  }
  return { practice, signatures };
}
