import type { Citation, Citations } from '../kernel/index.ts';

/** Day the figures of this rule set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the retention rules; the keys are those of the table in README.md. */
export const RETENTION_SOURCES = {
  P4: {
    title: 'Conservation des données personnelles des patients',
    publisher: 'Ordre des masseurs-kinésithérapeutes',
    date: '2020',
    address: 'https://ordremk.fr',
  },
  P9: {
    title: 'Conservation des données collectées',
    article: 'R.1112-7 du Code de la santé publique, cité',
    publisher: 'Ordre des pédicures-podologues',
    address: 'http://www.onpp.fr',
  },
  P12: { title: 'Journalisation\u00A0: recommandations CNIL', publisher: 'Silicon', date: '2021-11' },
  P13: { title: 'La recommandation CNIL sur la journalisation', publisher: 'Next INpact', date: '2021-11' },
  P14: {
    title: 'Journaux de connexion',
    publisher: 'Dastra\u00A0; commu-net.fr, citant la CNIL',
    address: 'https://www.cnil.fr',
  },
  UNREAD: { title: 'Usage général, aucune source lue' },
  PROJECT: { title: 'Choix de Prélude' },
} as const satisfies Record<string, Citation>;

type Key = keyof typeof RETENTION_SOURCES;

export function cite(first: Key, ...others: Key[]): Citations {
  return [RETENTION_SOURCES[first], ...others.map((key) => RETENTION_SOURCES[key])];
}
