import { frenchTypography as fr } from '#shared/kernel/format.ts';
import type { Article } from '../kernel/index.ts';
import { DELAYS, REQUIRED, TEXT_IN_FORCE } from './delays.ts';
import { CQP, FUNCTION_TITLES, REGISTRATION, WARNINGS } from './figures.ts';
import { cite } from './sources.ts';

const { NO_CARE_DIPLOMA: noCare, DEI_DEAS_DEAP: care } = DELAYS;

/** Who may hold the post, by when, and what the practice is told. */
export const DELAY_ARTICLES: readonly Article[] = [
  {
    id: 'training.function',
    title: 'Qui peut exercer la fonction',
    parameters: [FUNCTION_TITLES],
    versions: [
      {
        from: '2019-11-14',
        to: null,
        text: fr(
          'La fonction est ouverte aux titulaires du diplôme d’État d’infirmier, d’aide-soignant ou d’auxiliaire de puériculture, et du CQP assistant médical. L’arrêté a paru le 13 novembre 2019 : le premier jour en est déduit.',
        ),
        changed: null,
        effect: 'Sans l’un de ces titres, l’assistant se forme dans le délai prévu.',
        sources: cite('S03'),
        confidence: 'official',
      },
    ],
  },
  {
    id: 'training.route',
    title: 'Quelle formation suivre',
    parameters: [REQUIRED.NO_CARE_DIPLOMA, REQUIRED.DEI_DEAS_DEAP],
    versions: [
      {
        from: '2019-09-01',
        to: '2019-11-13',
        text: 'Sans diplôme de soins, l’assistant prépare le CQP assistant médical. Rien n’est lu pour les diplômes de soins.',
        changed: null,
        effect: 'Le CQP est à prévoir dès l’embauche.',
        sources: cite('S02', 'S19', 'S49'),
        confidence: 'multiple_secondary',
      },
      {
        from: '2019-11-14',
        to: '2024-06-21',
        text: fr(
          'Sans diplôme de soins : le CQP. Avec un diplôme d’État d’infirmier, d’aide-soignant ou d’auxiliaire de puériculture : une formation d’adaptation à l’emploi, en organisation et administration d’un cabinet.',
        ),
        changed: 'La formation d’adaptation à l’emploi apparaît pour les diplômes de soins.',
        effect: 'Un diplôme de soins dispense du CQP, non de toute formation.',
        sources: cite('S03', 'S52'),
        confidence: 'official',
      },
      {
        from: '2024-06-22',
        to: null,
        text: fr(
          'La convention de 2024 garde les deux formations : le CQP, ou la formation d’adaptation avec un diplôme de soins.',
        ),
        changed: 'Seuls les délais changent.',
        effect: 'La formation ne dépend que du diplôme.',
        sources: cite('S29', 'S35', 'S36'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'training.deadlines',
    title: 'Dans quel délai',
    parameters: [TEXT_IN_FORCE, noCare.start, noCare.complete, care.start, care.complete],
    versions: [
      {
        from: '2019-09-01',
        to: '2019-11-13',
        text: fr('Sans diplôme de soins : commencer dans les 2 ans de l’embauche, obtenir le CQP dans les 3 ans.'),
        changed: null,
        effect: 'Deux dates à tenir, comptées de l’embauche.',
        sources: cite('S02', 'S19', 'S49', 'S52', 'S60b'),
        confidence: 'multiple_secondary',
      },
      {
        from: '2019-11-14',
        to: '2024-06-21',
        text: fr(
          'Sans diplôme de soins : commencer dans les 2 ans, obtenir le CQP dans les 3 ans. Avec un diplôme de soins : la formation d’adaptation dans les 3 ans ; un dépliant peut se lire comme exigeant aussi de commencer dans les 2 ans.',
        ),
        changed: 'Un délai de 3 ans est fixé pour les diplômes de soins.',
        effect: 'Les délais suivent la date d’embauche. Quand deux dates s’opposent, la plus proche est suivie.',
        sources: cite('S03', 'S02', 'S52'),
        confidence: 'disputed',
      },
      {
        from: '2024-06-22',
        to: null,
        text: fr(
          'Pour une embauche à partir de cette date : CQP, ou formation d’adaptation, dans les 2 ans. Une source affiche encore 2 ans pour commencer et 3 pour obtenir, et l’arrêté de 2019 dit toujours 3 ans pour la formation d’adaptation.',
        ),
        changed: 'Obtenir en 2 ans au lieu de 3, sans date de début.',
        effect: 'Prévoir l’inscription plus tôt : une session dure plusieurs mois.',
        sources: cite('S29', 'S35', 'S36', 'S37'),
        confidence: 'disputed',
      },
    ],
  },
  {
    id: 'training.warnings',
    title: 'Avertissements avant une échéance',
    parameters: [...WARNINGS, CQP.usualMonths, CQP.shortestMonths, CQP.longestMonths],
    versions: [
      {
        from: null,
        to: null,
        text: fr(
          'Prélude prévient à plusieurs mois de chaque date, puis quand elle est dépassée, et compte à rebours le jour où s’inscrire. Ces nombres de mois sont au choix du cabinet. La durée d’une session est d’environ 10 mois selon une source, de 6 à 12 selon une autre.',
        ),
        changed: null,
        effect: 'Une date se voit venir un an avant.',
        sources: cite('PROJECT', 'S42', 'S37'),
        confidence: 'design_choice',
      },
    ],
  },
  {
    id: 'training.registration',
    title: 'Enregistrement du CQP',
    parameters: [...Object.values(REGISTRATION.RNCP36358), ...Object.values(REGISTRATION.RNCP40913)],
    versions: [
      {
        from: '2022-04-22',
        to: '2025-04-24',
        text: 'Le CQP assistant médical est enregistré sous le numéro RNCP 36358.',
        changed: null,
        effect: 'Un certificat de cette période porte ce numéro.',
        sources: cite('S38'),
        confidence: 'single_source',
      },
      {
        from: '2025-04-25',
        to: '2030-06-25',
        text: fr('Le CQP est enregistré sous le numéro RNCP 40913 ; le premier jour, en 2025, est inconnu.'),
        changed: 'Un nouvel enregistrement remplace le premier, avec peut-être des jours sans enregistrement.',
        effect: fr('Un certificat daté entre les deux est à vérifier : Prélude prévient et ne refuse rien.'),
        sources: cite('S39', 'S41'),
        confidence: 'multiple_secondary',
      },
    ],
  },
];
