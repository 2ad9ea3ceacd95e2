import type { Citation } from '../kernel/index.ts';

/** Day the figures of this rule set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the questionnaires; the keys are those of the table in README.md. */
export const QUESTIONNAIRE_SOURCES = {
  C10: { title: 'Test de dépendance à la nicotine', publisher: 'CPAM du Gers, apetcardiomip.fr, ClinicalToubib' },
  C11: { title: 'Test de Fagerström (tableau en deux questions)', publisher: 'Journal des Femmes Santé' },
  C12: {
    title: 'Alcohol Use Disorder Identification Test (AUDIT et AUDIT-C)',
    publisher: 'OFDT, d’après l’Organisation mondiale de la santé',
    address: 'https://ofdt.fr/glossaire/alcohol-use-disorder-identification-test-audit',
  },
  C13: { title: 'AUDIT-C', publisher: 'rtt-translations.com, d’après Bush 1998' },
  C14: { title: 'Troubles de l’usage d’alcool', publisher: 'L’Information Dentaire' },
  C15: { title: 'Les repères de consommation d’alcool', publisher: 'OFDT', date: '2015' },
  C16: { title: 'Dépistage gratuit du cancer du sein (page de conseils)', publisher: 'Assurance Maladie' },
  C17: {
    title: 'Activité physique et prévention des chutes, expertise collective',
    publisher: 'Inserm',
    date: '2015',
    address: 'https://www.ipubli.inserm.fr',
  },
  GENERAL: { title: 'Connaissance générale, non vérifiée' },
  PROJECT: { title: 'Choix du logiciel, modifiable par le cabinet' },
} as const satisfies Record<string, Citation>;

export type QuestionnaireSource = keyof typeof QUESTIONNAIRE_SOURCES;
