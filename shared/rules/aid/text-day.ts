import type { Day } from '#shared/kernel/day.ts';
import { RULE_SET_PERIODS, type SignedRuleSetId } from './rule-sets.ts';

/**
 * Day on which the rules are read for a contract: its signature. When the person wrote another text than the one of
 * that day, the nearest day of the text written.
 */
export function textDay(signatureDay: Day, ruleSet: SignedRuleSetId): Day {
  const { from, to } = RULE_SET_PERIODS[ruleSet];
  if (from !== null && signatureDay < from) return from;
  return to !== null && signatureDay > to ? to : signatureDay;
}
