import type { AidContractView } from '#shared/contract/aid-views.ts';
import { countFact, unitTold, type AidFacts } from './facts.ts';
import type { Objective } from './objectives.ts';
import { doctorsOf } from './situation.ts';
import type { StoredContract } from './stored.ts';

type ObjectiveView = AidContractView['objectives'][number];

/** Objectives as the screen shows them: what was typed, what follows from it, and the last statement beside. */
export function objectiveViews(
  contract: StoredContract,
  objectives: readonly Objective[],
  facts: AidFacts,
): ObjectiveView[] {
  const { today, proofs } = facts;
  const ids = doctorsOf(contract, today);
  return objectives.map(({ metric, label, stored, increase, target, threshold }): ObjectiveView => {
    const counts = ids.map((id) => countFact(facts, id, metric, { to: today })).filter((one) => one !== null);
    const whole = counts.length > 0 && counts.length === ids.length;
    const days = counts.map(({ onDay }) => onDay).toSorted();
    const { start = null, target: written = null, dueOn = null, formerGain = null } = stored ?? {};
    const { notified = null, notifiedOn = null, threshold: minimum = null, thresholdOn = null } = stored ?? {};
    return {
      id: stored?.id ?? null,
      metric,
      label,
      typed: {
        start,
        target: written,
        dueOn,
        formerGain,
        notified,
        notifiedOn,
        threshold: minimum,
        thresholdOn,
        asWritten: stored?.asWritten ?? false,
      },
      increase,
      target,
      threshold,
      latest: whole ? { value: counts.reduce((sum, { value }) => sum + value, 0), on: days[0] ?? today } : null,
      unit: ids.flatMap((id) => unitTold(facts, id, metric, { to: today }) ?? []),
      proofs: stored === null ? 0 : (proofs.get(stored.id) ?? 0),
    };
  });
}
