import { formatDay } from '#shared/kernel/day.ts';
import { notMet, type Verdict } from '../kernel/index.ts';
import { gather, ParameterReader, reason, type GatheredVerdict } from './conditions.ts';
import { sectorCondition, specialityCondition } from './eligibility-doctor.ts';
import {
  coordinatedPracticeCondition,
  groupedPracticeCondition,
  optionCondition,
  waitingCondition,
} from './eligibility-practice.ts';
import type { EligibilitySituation } from './eligibility-situation.ts';
import { thresholdCondition } from './eligibility-threshold.ts';
import { CONTRACT_KINDS, governingRuleSet, ruleSetUse } from './rule-sets.ts';

export const ELIGIBILITY_CONDITIONS = {
  text: 'Texte en vigueur',
  sector: 'Secteur',
  speciality: 'Spécialité',
  option: 'Option et zone',
  threshold: 'Patientèle minimale',
  grouped: 'Exercice regroupé',
  coordinated: 'Exercice coordonné',
  waiting: 'Délai après un contrat collectif',
} as const;
export type EligibilityCondition = keyof typeof ELIGIBILITY_CONDITIONS;

/**
 * Who may sign an individual contract of 1/3, 1/2 or 1 ETP, under the text of the day of signature. Every condition is
 * answered; the verdict lists all those that fail, then those that cannot be decided. Before 1 September 2019: not met.
 */
export function eligibility(situation: EligibilitySituation): GatheredVerdict<EligibilityCondition> {
  const { signatureDay, overrides } = situation;
  const use = ruleSetUse(signatureDay, 'INDIVIDUAL');
  if (use === null) {
    const words = `${CONTRACT_KINDS.INDIVIDUAL}\u00A0: aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return gather<EligibilityCondition>({ text: notMet([reason('no_rule_set', words)]) });
  }
  const check = (condition: (one: EligibilitySituation, reader: ParameterReader) => Verdict): Verdict =>
    condition(situation, new ParameterReader(signatureDay, overrides));
  const waiting = waitingCondition(situation);
  const text: Verdict = {
    outcome: 'met',
    reasons: governingRuleSet({ signatureDay, kind: 'INDIVIDUAL' }).steps.map(({ words }) => reason('text', words)),
    parameters: [use],
    missing: [],
  };
  return gather<EligibilityCondition>({
    text,
    sector: check(sectorCondition),
    speciality: check(specialityCondition),
    option: check(optionCondition),
    threshold: check(thresholdCondition),
    grouped: check(groupedPracticeCondition),
    coordinated: check(coordinatedPracticeCondition),
    ...(waiting === null ? {} : { waiting }),
  });
}
