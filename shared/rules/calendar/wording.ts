import { formatDay, formatLongDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Reason } from '../kernel/index.ts';

const reason = (code: string, words: string): Reason => ({ code, words });

export const REASONS = {
  holiday: (names: readonly string[]) => reason('HOLIDAY', `Jour férié${NBSP}: ${names.join(', ')}.`),
  notHoliday: (day: Day) => reason('NOT_HOLIDAY', `Le ${formatLongDay(day)} n’est pas férié.`),
  goodFriday: () =>
    reason('PROTESTANT_CHURCH', 'Vendredi saint férié si la commune a un temple protestant ou une église mixte.'),
  otherOverseas: () => reason('UNKNOWN_TERRITORY', 'Jours fériés de ce territoire non lus\u00A0: saisir les vôtres.'),
  earlierYear: (first: number) =>
    reason('EARLIER_YEAR', `Liste des textes en vigueur, non vérifiée pour les années avant ${first}.`),
  clamped: (asked: number, result: Day) =>
    reason('MONTH_END', `Pas de ${asked} dans ce mois${NBSP}: dernier jour, le ${formatDay(result)}.`),
  beyondYears: () => reason('BEYOND_CALENDAR', 'Date hors du calendrier, années 1 à 9999.'),
  leapBirthday: () => reason('LEAP_DAY', 'Né un 29 février\u00A0: année accomplie le 1er mars des années communes.'),
} as const;
