import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, frenchTypography, NBSP } from '#shared/kernel/format.ts';
import type { Reason } from '../kernel/index.ts';
import { TEXTS, type DeadlineKind, type RequiredTraining, type TextCode } from './types.ts';

/** A reason with its words set in French typography. */
export function reason(code: string, words: string): Reason {
  return { code, words: frenchTypography(words) };
}

export const TRAINING_NAMES: Readonly<Record<RequiredTraining, string>> = {
  CQP: 'CQP assistant médical',
  FAE: 'formation d’adaptation à l’emploi',
};

export const DEADLINE_NAMES: Readonly<Record<DeadlineKind, string>> = {
  start: 'commencer la formation',
  complete: 'obtenir la qualification',
};

/** `24 mois`, `1 an`. */
export function monthsWords(months: number): string {
  return `${formatNumber(months)}${NBSP}mois`;
}

/** `112 h`. */
export function hoursWords(hours: number): string {
  return `${formatNumber(hours)}${NBSP}h`;
}

/** `convention de 2024 (CONV-2024)`. */
export function textWords(code: TextCode): string {
  return `${TEXTS[code]} (${code})`;
}

/** `04/03/2024 + 24 mois = 04/03/2026`. */
export function sumWords(from: Day, months: number, to: Day): string {
  const sign = months < 0 ? '−' : '+';
  return `${formatDay(from)} ${sign} ${monthsWords(months < 0 ? -months : months)} = ${formatDay(to)}`;
}

export const REASONS = {
  hireMissing: reason('hire_day_missing', 'Date d’embauche à saisir : elle commande les délais.'),
  profileMissing: reason('profile_missing', 'Diplôme de l’assistant à saisir : il commande la formation exigée.'),
  noText: reason('no_text_at_hire', 'Aucun texte lu pour une embauche à cette date.'),
  noStartDelay: reason('no_start_delay_read', 'Aucun délai de début lu dans ce texte : suivre la date d’obtention.'),
  conflict: reason('texts_conflict', 'Textes divergents : la date la plus proche est suivie, l’autre reste affichée.'),
  hireGoverns: reason(
    'hire_text_governs',
    'Le texte du contrat d’aide est autre : les délais suivent la date d’embauche.',
  ),
  laterText: reason(
    'later_text_not_established',
    'Rien n’établit que le texte suivant vaut pour une embauche antérieure.',
  ),
  sessionUnknown: reason('session_length_unknown', 'Durée de la session à saisir pour savoir quand s’inscrire.'),
  deadlineUnknown: reason('deadline_unknown', 'Sans date d’obtention, rien à décompter.'),
} as const;
