import { addDays, daysBetween, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed } from '../kernel/index.ts';

export interface ProgressSituation {
  /** Null when it is undetermined. */
  readonly current: number | null;
  /** The objective as typed from the contract; null when it was not. */
  readonly target: number | null;
  readonly dueOn: Day | null;
}

const average = 365.25 / 12;

/** Months from a day to a later one: whole between two month ends, else days over the mean month. */
export function monthsBetween(from: Day, to: Day): number {
  const ends = [from, to].every((day) => addDays(day, 1).endsWith('-01'));
  if (!ends) return daysBetween(from, to) / average;
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

const toType: Readonly<Record<'current' | 'target' | 'dueOn', string>> = {
  current: 'Le compteur actuel est indéterminé.',
  target: 'L’objectif écrit au contrat n’est pas saisi.',
  dueOn: 'L’échéance de l’objectif n’est pas saisie.',
};
function missingOf(situation: ProgressSituation, fields: readonly (keyof typeof toType)[]) {
  const missing = fields.filter((field) => situation[field] === null);
  return { missing, reasons: missing.map((field) => ({ code: `MISSING_${field}`, words: toType[field] })) };
}

/** « Il manque N »: 0 once the objective is reached. */
export function remaining(situation: ProgressSituation): Computed {
  const { current, target } = situation;
  if (current === null || target === null) {
    const { missing, reasons } = missingOf(situation, ['current', 'target']);
    return notComputed('patients', missing, { reasons });
  }
  const value = Math.max(0, target - current);
  const words = `${formatNumber(target)} − ${formatNumber(current)}`;
  return computed(value, 'patients', {
    steps: [{ label: 'Objectif moins compteur', words, value: target - current, unit: 'patients' }],
    reasons: [
      value === 0
        ? { code: 'REACHED', words: 'Objectif atteint.' }
        : { code: 'STILL_MISSING', words: `Il manque ${formatNumber(value)} patients.` },
    ],
  });
}

/** Net gain needed each month to reach the objective on its due day, rounded up to a tenth. */
export function neededPerMonth(situation: ProgressSituation, day: Day): Computed {
  const left = remaining(situation);
  const { dueOn } = situation;
  if (left.value === null || dueOn === null) {
    const { missing, reasons } = missingOf(situation, ['current', 'target', 'dueOn']);
    return notComputed('patients par mois', missing, { reasons });
  }
  if (left.value === 0) return computed(0, 'patients par mois', { reasons: left.reasons });
  if (dueOn <= day)
    return notComputed('patients par mois', [], {
      reasons: [
        {
          code: 'DUE_PASSED',
          words: `Échéance passée le ${formatDay(dueOn)}${NBSP}: il manque ${formatNumber(left.value)} patients.`,
        },
      ],
    });
  const months = monthsBetween(day, dueOn);
  // In the last month the whole is still to come.
  const value = Math.ceil(Number(((left.value / Math.max(1, months)) * 10).toFixed(6))) / 10;
  const shown = Math.round(months * 10) / 10;
  return computed(value, 'patients par mois', {
    steps: [
      ...left.steps,
      { label: 'Mois restants', words: `Jusqu’au ${formatDay(dueOn)}`, value: shown, unit: 'mois' },
      {
        label: 'Gain net par mois',
        words: `${formatNumber(left.value)} ÷ ${formatNumber(Math.max(1, shown))}, arrondi au dixième supérieur`,
        value,
        unit: 'patients par mois',
      },
    ],
  });
}
