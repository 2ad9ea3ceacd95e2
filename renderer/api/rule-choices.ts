import type { RuleChoiceView } from '#shared/contract/rules.ts';
import { overridesOn } from '#shared/rules/choices.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import { useRead } from './queries.ts';

const none: readonly RuleChoiceView[] = [];

/** Every value of the rule book changed by the practice, as signed. */
export function useRuleChoices(): readonly RuleChoiceView[] {
  return useRead('rules', 'choices', {}).data?.choices ?? none;
}

/** The practice's values in force on a day, as the rules take them. */
export function useOverrides(day: string): Overrides {
  return overridesOn(useRuleChoices(), day);
}
