import type { Citation } from '../kernel/index.ts';

/** Day the figures of this rule set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the calendar; the keys are those of the table in README.md. */
export const CALENDAR_SOURCES = {
  I38: { title: 'Code du travail', article: 'L.3133-1', publisher: 'DILA' },
  I39_MOSELLE: {
    title: 'Jours fériés, d’après l’article L.3134-13 du Code du travail',
    publisher: 'Cyclo-RH\u00A0; Ouest-France',
    date: '2023-2024',
  },
  I39_OVERSEAS: {
    title: 'Jours fériés, d’après l’article L.3422-2 du Code du travail',
    publisher: 'Cyclo-RH\u00A0; Ouest-France',
    date: '2023-2024',
  },
  EASTER: { title: 'Calcul de la date de Pâques (calendrier grégorien, Meeus)' },
  PROJECT: { title: 'Choix de Prélude' },
} as const satisfies Record<string, Citation>;
