import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, frenchTypography } from '#shared/kernel/format.ts';
import type { Reason } from '../kernel/index.ts';

const reason = (code: string, words: string): Reason => ({ code, words: frenchTypography(words) });

/** `1 arrivée notée`, `12 arrivées notées`. */
export function counted(count: number, one: string, several: string): string {
  return frenchTypography(`${formatNumber(count)} ${count > 1 ? several : one}`);
}

export const REASONS = {
  noVisit: (from: Day, to: Day) =>
    reason('NO_VISIT', `Aucun passage noté du ${formatDay(from)} au ${formatDay(to)} : rien à compter.`),
  switchedOff: (label: string) => reason('ASSUMPTION_MISSING', `Hypothèse à renseigner pour compter : « ${label} ».`),
  fewPassages: (count: number, least: number) =>
    reason('FEW_PASSAGES', `${counted(count, 'passage noté', 'passages notés')}, il en faut ${formatNumber(least)}.`),
  setAside: (count: number, longest: number) =>
    reason(
      'SET_ASIDE',
      `${counted(count, 'passage écarté', 'passages écartés')} : plus de ${formatNumber(longest)} min, ou à rebours.`,
    ),
  unattributed: (count: number) =>
    reason(
      'UNATTRIBUTED',
      `${counted(count, 'action finalisée', 'actions finalisées')} sans auteur connu : non comptées.`,
    ),
  noWholeWeek: () => reason('NO_WHOLE_WEEK', 'Aucune semaine entière avec des patients vus.'),
  hireMissing: () => reason('HIRE_MISSING', 'Date d’embauche à renseigner dans le contrat de travail.'),
  hireAhead: (day: Day) => reason('HIRE_AHEAD', `Embauche le ${formatDay(day)} : la comparaison viendra ensuite.`),
  noBefore: (weeks: number, least: number) =>
    reason(
      'NO_BEFORE',
      `Avant l’embauche, ${counted(weeks, 'semaine connue', 'semaines connues')}, il en faut ${formatNumber(least)} : importer les visites passées.`,
    ),
  noAfter: (weeks: number, least: number) =>
    reason(
      'NO_AFTER',
      `Depuis l’embauche, ${counted(weeks, 'semaine connue', 'semaines connues')}, il en faut ${formatNumber(least)}.`,
    ),
  otherSoftware: () =>
    reason(
      'OTHER_SOFTWARE',
      'Avant l’embauche : patients comptés d’après les visites importées, une par patient et par jour.',
    ),
  notTheCause: () =>
    reason('NOT_THE_CAUSE', 'Une différence ne dit pas sa cause : congés, saison et nombre de médecins jouent aussi.'),
} as const;
