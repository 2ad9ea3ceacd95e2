import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { birthday } from '../calendar/index.ts';
import { computed, notComputed, valueOn, type Alternative, type Computed, type Reason } from '../kernel/index.ts';
import { DAY, dayAfter, later } from './delay.ts';
import { FILE } from './parameters.ts';
import { RETENTION_SOURCES } from './sources.ts';
import type { RetentionSituation } from './types.ts';
import { EXCEPTIONS, REASONS } from './wording.ts';

export interface FileDays {
  readonly archiveOn: Computed<Day>;
  readonly destroyOn: Computed<Day>;
  readonly exceptions: readonly Reason[];
}

/**
 * Days of a medical file. The destruction waits for the latest of the delay after the last visit, the age given to
 * minors and the delay after a death: no text read says that a death shortens the delay, so that reading stays beside.
 */
export function fileDays(situation: RetentionSituation, from: Day, day: Day): FileDays {
  const archiveOn = dayAfter(from, FILE.active, day);
  const base = dayAfter(from, FILE.total, day);
  if (situation.birthDay === undefined) {
    const unknownAge = notComputed<Day>(DAY, ['birthDay'], {
      reasons: [REASONS.missingBirth()],
      steps: base.steps,
      parameters: [...base.parameters, ...usesOf(day)],
    });
    return { archiveOn, destroyOn: unknownAge, exceptions: [] };
  }
  const exceptions: Reason[] = [];
  let destroyOn = later(base, minorDay(situation.birthDay, day));
  if (destroyOn.value !== null && base.value !== null && destroyOn.value > base.value) {
    exceptions.push(EXCEPTIONS.minor(ageOf(day), destroyOn.value));
  }
  const { deathDay } = situation;
  if (deathDay === undefined || deathDay === null) return { archiveOn, destroyOn, exceptions };
  if (deathDay > day) {
    const noted = { ...destroyOn, reasons: [...destroyOn.reasons, REASONS.deathLater(deathDay)] };
    return { archiveOn, destroyOn: noted, exceptions };
  }
  const afterDeath = dayAfter(deathDay, FILE.afterDeath, day);
  const before = destroyOn.value;
  destroyOn = later(destroyOn, afterDeath);
  if (afterDeath.value !== null && before !== null && afterDeath.value > before) {
    exceptions.unshift(EXCEPTIONS.death(afterDeath.parameters[0]?.value as number, afterDeath.value));
  } else if (afterDeath.value !== null && before !== null && afterDeath.value < before) {
    destroyOn = { ...destroyOn, alternatives: [...destroyOn.alternatives, shorter(afterDeath.value)] };
  }
  return { archiveOn, destroyOn, exceptions };
}

function shorter(value: Day): Alternative<Day> {
  return {
    value,
    words: 'Si le délai après le décès remplace l’autre au lieu de s’y ajouter (usage non vérifié)',
    sources: [RETENTION_SOURCES.UNREAD],
  };
}

/** A birthday can only push the end back: it is read for everyone, and governs only for the youngest. */
function minorDay(birthDay: Day, day: Day): Computed<Day> {
  const use = valueOn(FILE.minorUntil, day);
  const parameters = use === null ? [] : [use];
  if (use === null || use.value === null) {
    return notComputed<Day>(DAY, [FILE.minorUntil.id], {
      reasons: [REASONS.unknownFigure(FILE.minorUntil.label)],
      parameters,
    });
  }
  const reached = birthday(birthDay, use.value);
  if (reached.value === null) return { ...reached, parameters };
  const words = `${formatDay(birthDay)} + ${use.value}${NBSP}ans`;
  return computed<Day>(reached.value, DAY, {
    steps: [{ label: FILE.minorUntil.label, words, value: reached.value, unit: DAY }],
    parameters,
  });
}

const usesOf = (day: Day) => [valueOn(FILE.minorUntil, day)].filter((use) => use !== null);
const ageOf = (day: Day): number => valueOn(FILE.minorUntil, day)?.value ?? 0;
