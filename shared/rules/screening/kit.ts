import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  met,
  notComputed,
  notMet,
  undetermined,
  type Computed,
  type Overrides,
  type ParameterUse,
  type Reason,
  type Verdict,
} from '../kernel/index.ts';
import { COLO } from './cancer-parameters.ts';
import { addDays } from './dates.ts';
import { evaluateProgramme } from './evaluate.ts';
import { readingOn } from './reading.ts';
import type { ScreeningSituation } from './types.ts';

/** Market the kit belongs to. */
export const KIT_GENERATIONS = ['new', 'former', 'unknown'] as const;

export interface KitDelivery {
  readonly person: Omit<ScreeningSituation, 'programme'>;
  readonly kit: {
    /** Reference or batch, as printed. */
    readonly reference: string;
    readonly expiry: Day;
    readonly generation: (typeof KIT_GENERATIONS)[number];
  };
  /** The doctor confirmed that the person may receive it. */
  readonly eligibilityConfirmed: boolean;
}

/**
 * May this colorectal kit be recorded as handed over on that day? Every question answered « no », a kit usable and of
 * the market in force, the eligibility confirmed by the doctor. A kit is usable on its day of expiry.
 */
export function kitDelivery({ person, kit, eligibilityConfirmed }: KitDelivery, day: Day): Verdict {
  const state = evaluateProgramme({ ...person, programme: 'COLORECTAL' }, 'COLORECTAL', day);
  const reading = readingOn(day, person.overrides);
  const lastFormer = reading.figure(COLO.formerKitUntil);
  const parameters: ParameterUse[] = [...state.parameters, ...reading.used];
  const against: Reason[] = [];
  const missing: string[] = [];
  const open: Reason[] = [];
  if (state.state === 'undetermined') {
    open.push(...state.reasons);
    missing.push(...state.missing.map((field) => `person.${field}`));
  } else if (state.state !== 'due') {
    against.push({ code: 'NOT_DUE', words: 'Pas de test à remettre à ce jour.' }, ...state.reasons);
  } else if (state.toAsk.length > 0) {
    open.push({ code: 'QUESTIONS', words: 'Toutes les questions sont à poser avant la remise.' });
    missing.push(...state.toAsk.map(({ path }) => `person.${path}`));
  }
  if (kit.expiry < day) against.push({ code: 'EXPIRED', words: `Kit périmé depuis le ${formatDay(kit.expiry)}.` });
  if (kit.generation === 'unknown') {
    open.push({ code: 'GENERATION', words: 'Marché du kit à préciser.' });
    missing.push('kit.generation');
  }
  if (kit.generation === 'former' && lastFormer !== null && day > lastFormer) {
    against.push({
      code: 'FORMER_KIT',
      words: `Kit de l’ancien marché${NBSP}: plus analysé depuis le ${formatDay(lastFormer)}.`,
    });
  }
  if (!eligibilityConfirmed) {
    open.push({ code: 'CONFIRMATION', words: 'À confirmer par le médecin avant la remise.' });
    missing.push('eligibilityConfirmed');
  }
  if (against.length > 0) return notMet([...against, ...open], parameters);
  if (open.length > 0) return undetermined([...new Set(missing)], open, parameters);
  return met([{ code: 'KIT_READY', words: 'Kit utilisable, questions posées, accord du médecin noté.' }], parameters);
}

/** Day a kit handed over without result is chased up. */
export function kitReminder(
  { deliveredOn, overrides }: { readonly deliveredOn: Day; readonly overrides?: Overrides },
  day: Day,
): Computed<Day> {
  const reading = readingOn(day, overrides);
  const days = reading.figure(COLO.reminderDays);
  if (days === null) {
    return notComputed<Day>('jour', [COLO.reminderDays.id], {
      reasons: [{ code: 'UNKNOWN_FIGURE', words: 'Délai de relance à saisir dans les réglages du cabinet.' }],
      parameters: reading.used,
    });
  }
  const reminder = addDays(deliveredOn, days);
  const words = `${formatDay(deliveredOn)} + ${days}${NBSP}jours`;
  return computed<Day>(reminder, 'jour', {
    steps: [{ label: 'Relance si aucun résultat', words, value: reminder, unit: 'jour' }],
    reasons:
      day >= reminder
        ? [{ code: 'TO_CHASE', words: `À relancer depuis le ${formatDay(reminder)}.` }]
        : [{ code: 'WAITING', words: `Résultat attendu, relance le ${formatDay(reminder)}.` }],
    parameters: reading.used,
  });
}
