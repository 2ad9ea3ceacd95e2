import { addDays, addMonths, daysBetween, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type Overrides, type Reason, type Step } from '../kernel/index.ts';
import { ParameterReader, reason } from './conditions.ts';
import { longAbsenceMonths, shortAbsenceDays, shortAbsenceMonths } from './parameters-life.ts';

/** What the practice has to do about an absence. */
export const ABSENCE_ACTIONS = {
  NONE: 'Rien à faire',
  TELL_CPAM: 'Prévenir la CPAM',
  SUSPENSION: 'Suspension possible, avec accord écrit et avenant',
  SEND_CONTRACT: 'Envoyer le contrat de travail du remplaçant à la CPAM',
} as const;
export type AbsenceAction = keyof typeof ABSENCE_ACTIONS;

export interface AbsenceSituation {
  readonly firstDay: Day;
  /** Last day of absence, known or expected; absent while nobody knows: the absence is then counted up to the day asked. */
  readonly lastDay?: Day;
  readonly replaced?: boolean;
  readonly overrides?: Overrides;
}

export interface AbsenceAnswer {
  readonly action: Computed<AbsenceAction>;
  /** Both ends counted. */
  readonly length: Computed;
  /** First day the absence is no longer a short one. */
  readonly tellFrom: Computed<Day>;
  /** First day beyond the calendar months that open the suspension. */
  readonly suspensionFrom: Computed<Day>;
}

/**
 * Absence of the assistant (illness, maternity): nothing up to 60 days; beyond, the CPAM is told; beyond three calendar
 * months without a replacement, the contract may be suspended by a written agreement and an avenant.
 */
export function absence(situation: AbsenceSituation, day: Day): AbsenceAnswer {
  const { firstDay, lastDay, overrides } = situation;
  const reader = new ParameterReader(day, overrides);
  reader.read(shortAbsenceMonths);
  const short = reader.read(shortAbsenceDays);
  const long = reader.read(longAbsenceMonths);
  const parameters = reader.uses;
  if (short === null || long === null) {
    const why = { reasons: [reason('unknown_figure', 'Durées d’absence\u00A0: à renseigner.')], parameters };
    return {
      action: notComputed<AbsenceAction>('action', ['aid.absence.short_days'], why),
      length: notComputed('jours', [], why),
      tellFrom: notComputed<Day>('jour', [], why),
      suspensionFrom: notComputed<Day>('jour', [], why),
    };
  }
  const end = lastDay ?? day;
  const length = Math.max(0, daysBetween(firstDay, end) + 1);
  const tellFrom = addDays(firstDay, short);
  const suspensionFrom = addMonths(firstDay, long);
  const steps: Step[] = [
    { label: 'Absence', words: `du ${formatDay(firstDay)} au ${formatDay(end)}`, value: length, unit: 'jours' },
  ];
  return {
    action: actionOf(situation, end, { tellFrom, suspensionFrom, length }, { steps, parameters }),
    length: computed(length, 'jours', { steps, parameters }),
    tellFrom: computed<Day>(tellFrom, 'jour', {
      steps: [{ label: 'Absence courte', words: `${formatNumber(short)}${NBSP}jours`, value: short, unit: 'jours' }],
      parameters,
    }),
    suspensionFrom: computed<Day>(suspensionFrom, 'jour', {
      steps: [{ label: 'Absence longue', words: `${long}${NBSP}mois de date à date`, value: long, unit: 'mois' }],
      parameters,
    }),
  };
}

function actionOf(
  { lastDay, replaced }: AbsenceSituation,
  end: Day,
  limits: { readonly tellFrom: Day; readonly suspensionFrom: Day; readonly length: number },
  why: { readonly steps: readonly Step[]; readonly parameters: Computed['parameters'] },
): Computed<AbsenceAction> {
  const running: Reason[] =
    lastDay === undefined ? [reason('still_running', `Fin d’absence inconnue${NBSP}: comptée jusqu’à ce jour.`)] : [];
  const say = (
    action: AbsenceAction,
    code: string,
    words: string,
    more: readonly Reason[] = [],
  ): Computed<AbsenceAction> =>
    computed(action, 'action', { ...why, reasons: [reason(code, words), ...more, ...running] });
  if (end < limits.tellFrom) {
    return say('NONE', 'short_absence', `${limits.length}${NBSP}jours d’absence${NBSP}: rien à faire.`);
  }
  if (replaced === undefined) {
    return notComputed<AbsenceAction>('action', ['replaced'], {
      ...why,
      reasons: [reason('replaced_missing', `Remplacement de l’assistant${NBSP}: à renseigner.`), ...running],
    });
  }
  if (replaced) {
    const words = 'Assistant remplacé\u00A0: le contrat continue, envoyer le nouveau contrat de travail à la CPAM.';
    return say('SEND_CONTRACT', 'replaced', words);
  }
  if (end < limits.suspensionFrom) {
    return say(
      'TELL_CPAM',
      'absence_to_report',
      `${limits.length}${NBSP}jours sans remplacement${NBSP}: prévenir la CPAM.`,
    );
  }
  return say(
    'SUSPENSION',
    'long_absence',
    'Plus de trois mois sans remplacement\u00A0: prévenir la CPAM, suspension possible.',
    [
      reason('written_agreement', 'Accord écrit du médecin, un avenant pour suspendre et un pour reprendre.'),
      reason('suspension_start', 'Suspension dès le premier jour d’absence ou dès le jour où la CPAM est prévenue.'),
    ],
  );
}
