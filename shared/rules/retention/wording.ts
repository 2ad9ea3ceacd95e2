import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Reason } from '../kernel/index.ts';
import { RETAINED, type Retained } from './types.ts';

const reason = (code: string, words: string): Reason => ({ code, words });

export const EXCEPTIONS = {
  minor: (age: number, day: Day) =>
    reason('MINOR', `Gardé jusqu’aux ${age}${NBSP}ans de la personne, le ${formatDay(day)}.`),
  death: (years: number, day: Day) =>
    reason('DEATH', `Gardé ${years}${NBSP}ans après le décès, jusqu’au ${formatDay(day)}.`),
  held: (since: Day, until: Day | undefined) =>
    reason(
      'HELD',
      until === undefined
        ? `Suspendu depuis le ${formatDay(since)}, jusqu’à la fin de la procédure.`
        : `Suspendu du ${formatDay(since)} au ${formatDay(until)}.`,
    ),
  aidEvidence: () => reason('AID_EVIDENCE', 'Justificatif de l’aide\u00A0: gardé tant que la caisse peut le demander.'),
} as const;

export const REASONS = {
  kept: (until: Day) => reason('KEPT', `À conserver, rien à proposer avant le ${formatDay(until)}.`),
  toArchive: (since: Day) => reason('TO_ARCHIVE', `À archiver sur un support séparé, depuis le ${formatDay(since)}.`),
  toDestroy: (since: Day) =>
    reason('TO_DESTROY', `Destruction possible depuis le ${formatDay(since)}, après l’accord du médecin.`),
  toAnonymise: (since: Day) =>
    reason('TO_ANONYMISE', `À réduire à des comptes anonymes, depuis le ${formatDay(since)}.`),
  backups: () => reason('BACKUPS', 'Les sauvegardes le gardent jusqu’à leur propre fin.'),
  missingFrom: (data: Retained) => reason('MISSING_FROM', `À renseigner${NBSP}: ${RETAINED[data].from}.`),
  missingBirth: () => reason('MISSING_BIRTH', 'Date de naissance à renseigner\u00A0: elle peut prolonger la durée.'),
  unknownFigure: (label: string) =>
    reason('UNKNOWN_FIGURE', `Durée inconnue${NBSP}: à saisir, «${NBSP}${label}${NBSP}».`),
  deathLater: (day: Day) => reason('DEATH_LATER', `Décès noté au ${formatDay(day)}, après ce jour${NBSP}: non compté.`),
  beyond: () => reason('BEYOND_CALENDAR', 'Date hors du calendrier.'),
} as const;
