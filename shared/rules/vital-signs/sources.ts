import type { Citation } from '../kernel/index.ts';

/** Sources of the thresholds; the keys are those of the table in README.md. */
export const VITAL_SOURCES = {
  T1: {
    title: 'Recommandations ESH/SFHTA 2021 pour la mesure de la pression artérielle au cabinet et en dehors du cabinet',
    publisher: 'SFHTA (traduction), Université de Strasbourg',
    date: '2024-07-30',
    address: 'https://duhta.unistra.fr/921',
  },
  T2: {
    title: 'Les 11 commandements de la mesure de la tension artérielle, d’après la SFHTA',
    publisher: 'Spengler',
    date: '2018-2023',
    address: 'https://spengler.fr/les-11-commandements-de-la-mesure-de-la-tension-arterielle',
  },
  T3: {
    title: 'Hypertension artérielle, synthèse des recommandations (ESH 2023-2024, ESC 2024)',
    publisher: 'n4n5.dev',
    date: '2024-2025',
    address: 'https://n4n5.dev/recommandations-medicales/recommandations/hypertension-arterielle',
  },
  T4: {
    title: 'Automesure\u00A0: nouvelles recommandations ESC 2024',
    publisher: 'Pourquoi Docteur, Destination Santé',
    date: '2024-12',
    address:
      'https://www.pourquoidocteur.fr/Articles/Question-d-actu/49986-Prise-tension-domicile-nouvelles-recommandations-cardiologues',
  },
  T5: {
    title: 'National Early Warning Score (NEWS) 2',
    publisher: 'Royal College of Physicians, 2017; bornes reprises par signe, le score total n’est pas calculé',
    date: '2017-12',
    address: 'https://www.rcplondon.ac.uk/projects/outputs/national-early-warning-score-news-2',
  },
  T8: {
    title: 'Critères diagnostiques du diabète',
    publisher: 'MSD Manuals; reprise des critères HAS/OMS',
    date: '2024',
    address: 'https://www.merckmanuals.com/fr-ca/professional',
  },
  T9: {
    title: 'Constantes de l’enfant (moyennes par âge)',
    publisher: 'soignantenehpad.fr',
    date: '2025',
    address:
      'https://www.soignantenehpad.fr/pages/prepa-concours-paramedical/auxiliaire-de-puericulture-exercices-corriges-module-1-a-8/les-soins-a-l-enfant-module-3/constantes-de-l-enfant-.html',
  },
  T10: {
    title: 'Connaissances cliniques générales (classes d’IMC de l’OMS, critères de dénutrition de la HAS, zones GINA)',
  },
  PROJECT: { title: 'Choix du logiciel, modifiable par le cabinet' },
} as const satisfies Record<string, Citation>;

export type VitalSource = keyof typeof VITAL_SOURCES;
