import { addDays, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Computed } from '../kernel/index.ts';
import { reason } from './conditions.ts';

/**
 * Last day to file the yearly statement: the eve of the next anniversary. S37 alone speaks of a yearly evaluation, and
 * gives no day: taking the eve is a choice of Prélude, told with the answer.
 */
export function yearlyReview(nextAnniversary: Computed<Day>): Computed<Day> {
  const before = (day: Day | null): Day | null => (day === null ? null : addDays(day, -1));
  const words = `Une seule source parle d’une évaluation annuelle${NBSP}; la retenir pour la veille de l’anniversaire est un choix de Prélude.`;
  return {
    ...nextAnniversary,
    value: before(nextAnniversary.value),
    ruleValue: before(nextAnniversary.ruleValue),
    alternatives: nextAnniversary.alternatives.map((one) => ({ ...one, value: before(one.value) })),
    reasons: [...nextAnniversary.reasons, reason('yearly_review', words)],
  };
}
