import { actsRuleSet } from './acts/index.ts';
import {
  aidAmountsRuleSet,
  aidCalendarRuleSet,
  aidCollectiveRuleSet,
  aidEligibilityRuleSet,
  aidLifeRuleSet,
  aidObjectivesRuleSet,
} from './aid/index.ts';
import { calendarRuleSet } from './calendar/index.ts';
import { countersRuleSet } from './counters/index.ts';
import { identityRuleSet } from './identity/book.ts';
import type { Parameter, RuleEntry, RuleSet } from './kernel/index.ts';
import { preventionRuleSet } from './prevention/index.ts';
import { questionnaireRuleSet } from './questionnaires/index.ts';
import { retentionRuleSet } from './retention/index.ts';
import { screeningRuleSet } from './screening/index.ts';
import { timeGivenBackRuleSet } from './time-given-back/index.ts';
import { trainingRuleSet } from './training/index.ts';
import { vitalSignsRuleSet } from './vital-signs/book.ts';
import { vaccinationRuleSet } from './vaccination/book.ts';

/** The book of rules: every chapter, in the order of the screen. */
export const RULE_BOOK: readonly RuleSet[] = [
  aidEligibilityRuleSet,
  aidAmountsRuleSet,
  aidObjectivesRuleSet,
  aidCalendarRuleSet,
  aidLifeRuleSet,
  aidCollectiveRuleSet,
  countersRuleSet,
  timeGivenBackRuleSet,
  trainingRuleSet,
  actsRuleSet,
  vitalSignsRuleSet,
  identityRuleSet,
  vaccinationRuleSet,
  screeningRuleSet,
  preventionRuleSet,
  questionnaireRuleSet,
  calendarRuleSet,
  retentionRuleSet,
];

/** Rules that can be called by name. */
export const RULE_ENTRIES: ReadonlyMap<string, Pick<RuleEntry, 'id' | 'title' | 'ask'>> = new Map(
  RULE_BOOK.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry]),
);

const PARAMETERS: ReadonlyMap<string, Parameter> = new Map(
  RULE_BOOK.flatMap(({ articles }) => articles)
    .flatMap(({ parameters }) => parameters)
    .map((one) => [one.id, one]),
);

/** A parameter of the book by its id, or null. */
export function findParameter(id: string): Parameter | null {
  return PARAMETERS.get(id) ?? null;
}
