import type { Day } from '#shared/kernel/day.ts';
import { formatNumber, roundHalfUp } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Computed } from '../kernel/index.ts';
import { TOBACCO_PACK } from './parameters.ts';

export interface PackYearsSituation {
  readonly cigarettesPerDay?: number;
  readonly years?: number;
}

/** (cigarettes a day ÷ 20) × years, one decimal. */
export function packYears({ cigarettesPerDay, years }: PackYearsSituation, day: Day): Computed {
  const use = valueOn(TOBACCO_PACK, day);
  const parameters = use === null ? [] : [use];
  const pack = use?.value ?? null;
  if (cigarettesPerDay === undefined || years === undefined || pack === null) {
    const missing = [
      ...(cigarettesPerDay === undefined ? ['cigarettesPerDay'] : []),
      ...(years === undefined ? ['years'] : []),
    ];
    const reasons = [{ code: 'MISSING_ANSWERS', words: 'Cigarettes par jour et années à renseigner.' }];
    return notComputed('paquets-années', missing, { reasons, parameters });
  }
  const value = roundHalfUp((cigarettesPerDay * years) / pack, 1);
  const words = `${formatNumber(cigarettesPerDay)} ÷ ${formatNumber(pack)} × ${formatNumber(years)}`;
  return computed(value, 'paquets-années', {
    steps: [{ label: 'Paquets-années', words, value, unit: 'paquets-années' }],
    parameters,
  });
}
