import { frenchTypography as fr } from '#shared/kernel/format.ts';
import type { Article } from '../kernel/index.ts';
import { CQP, FAE, VAE, WORKING_TIME } from './figures.ts';
import { cite } from './sources.ts';

/** What each training holds, and the working time of the post. */
export const PATH_ARTICLES: readonly Article[] = [
  {
    id: 'training.cqp',
    title: 'Contenu du CQP',
    parameters: [CQP.total, ...Object.values(CQP.modules), CQP.unexplained],
    versions: [
      {
        from: '2022-04-22',
        to: '2023-12-31',
        text: 'Quatre modules. Le nombre d’heures de cette période n’a pas été retrouvé.',
        changed: null,
        effect: 'Les heures de l’organisme de formation sont à saisir.',
        sources: cite('S45'),
        confidence: 'unknown',
      },
      {
        from: '2024-01-01',
        to: null,
        text: fr(
          'Durée annoncée : 279 heures. Parcours de santé, 77 ; accueil et prise en charge administrative, 98 ; hygiène et qualité, 35 ; assistance opérationnelle, 56. Ces modules font 266 heures : 13 heures restent sans explication.',
        ),
        changed: 'Le nombre d’heures a baissé.',
        effect: fr(
          'Les 13 heures sont comptées à part : à demander à l’organisme. Un positionnement peut alléger des modules.',
        ),
        sources: cite('S32', 'S37', 'S39', 'S45', 'S64'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'training.entry',
    title: 'Entrer au CQP',
    parameters: [CQP.entryLevel, CQP.entryExperience, CQP.equivalences, CQP.daysPerWeek],
    versions: [
      {
        from: null,
        to: null,
        text: fr(
          'Depuis 2022, entrée avec un titre de niveau 4 (baccalauréat) ou un diplôme de soins ; une seule source admet un an d’expérience. En alternance, environ 2 jours par semaine. Les titres de secrétaire médical (RNCP 36495, 36632, 36714) et d’assistant dentaire (RNCP 38144) donnent une équivalence partielle.',
        ),
        changed: null,
        effect: 'Vérifier le niveau avant l’inscription. L’OPCO EP finance.',
        sources: cite('S32', 'S35', 'S44', 'S37', 'S42', 'S43'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'training.fae',
    title: 'Formation d’adaptation à l’emploi',
    parameters: [FAE.hours, FAE.contentImposed],
    versions: [
      {
        from: '2019-11-14',
        to: null,
        text: fr(
          'Pour les diplômes de soins : 112 heures en organisation et administration d’un cabinet. Ni organisme ni contenu imposé ; suivre la partie administrative du CQP n’est qu’une suggestion.',
        ),
        changed: null,
        effect: 'L’attestation de suivi est la pièce à garder.',
        sources: cite('S37', 'S42', 'S03'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'training.vae',
    title: 'Validation des acquis de l’expérience',
    parameters: [VAE.hours, VAE.perCertification, VAE.certificationsPerYear, VAE.form],
    versions: [
      {
        from: null,
        to: null,
        text: fr(
          'Le CQP peut s’obtenir par la validation des acquis : une année à temps plein, 1 607 heures en rapport avec la certification, salariées ou bénévoles. Une demande par certification et trois certifications différentes au plus par année civile, sur le formulaire CERFA 12818*02.',
        ),
        changed: null,
        effect: fr(
          'Pièces : certificats de l’employeur et dernier bulletin de salaire. Une seule source : à confirmer avant de déposer.',
        ),
        sources: cite('S40'),
        confidence: 'single_source',
      },
    ],
  },
  {
    id: 'training.working_time',
    title: 'Temps de travail',
    parameters: [WORKING_TIME.full, WORKING_TIME.half],
    versions: [
      {
        from: null,
        to: null,
        text: fr(
          'Le contrat de travail couvre au moins la part financée : 35 heures par semaine pour 1 ETP, 17,5 pour 1/2 ETP.',
        ),
        changed: null,
        effect: 'Les heures du contrat de travail se comparent à l’option du contrat d’aide.',
        sources: cite('S20', 'S32'),
        confidence: 'multiple_secondary',
      },
    ],
  },
];
