import { frenchTypography as fr } from '#shared/kernel/format.ts';
import type { RuleSet } from '../kernel/index.ts';
import { DELAY_ARTICLES } from './articles-delays.ts';
import { PATH_ARTICLES } from './articles-paths.ts';
import { TRAINING_ENTRIES } from './situation.ts';
import { cite, TRAINING_SOURCES as SOURCES } from './sources.ts';

/** The chapter of the training of the assistants. */
export const trainingRuleSet: RuleSet = {
  id: 'training',
  theme: 'training',
  title: 'Formation de l’assistant médical',
  summary: fr(
    'Quelle formation, dans quel délai, combien d’heures, et ce que l’employeur doit faire ensuite. Les délais suivent la date d’embauche.',
  ),
  articles: [...DELAY_ARTICLES, ...PATH_ARTICLES],
  unknowns: [
    {
      id: 'training.hours_before_2024',
      title: 'Heures du CQP avant le 1er janvier 2024',
      handling: fr('Indéterminé : saisir les heures du contrat de formation.'),
    },
    {
      id: 'training.unexplained_hours',
      title: '13 heures du CQP qu’aucun module n’explique',
      handling: 'Comptées à part, total affiché avec et sans elles.',
    },
    {
      id: 'training.rncp_40913_first_day',
      title: 'Premier jour du RNCP 40913, en 2025',
      handling: 'Entre deux enregistrements, Prélude prévient et ne refuse rien. Le jour trouvé peut être saisi.',
    },
    {
      id: 'training.start_delay_2024',
      title: 'Délai de début sous la convention de 2024',
      handling: 'Aucun délai lu. La date d’obtention est suivie, l’autre lecture reste affichée.',
    },
    {
      id: 'training.transition_2024',
      title: 'Effet de la convention de 2024 sur une embauche antérieure',
      handling: 'La date d’embauche gouverne. L’autre date reste affichée.',
    },
    {
      id: 'training.consequence',
      title: 'Conséquence sur l’aide d’une formation non faite',
      handling: 'Avertissement en toutes lettres, aucun montant.',
    },
    {
      id: 'training.fae_length',
      title: 'Durée en mois de la formation d’adaptation',
      handling: 'À saisir pour connaître le jour où s’inscrire.',
    },
  ],
  disputes: [
    {
      id: 'training.delay_2024',
      title: 'Délais après le 22 juin 2024',
      positions: [
        { words: '2 ans pour obtenir', sources: cite('S29', 'S35', 'S36') },
        { words: '2 ans pour commencer et 3 pour obtenir', sources: cite('S37', 'S02') },
        { words: '3 ans pour la formation d’adaptation, arrêté de 2019', sources: [SOURCES.S03] },
      ],
      retained: 'La date la plus proche est suivie, les autres restent affichées et avertissent aussi.',
    },
    {
      id: 'training.fae_start',
      title: 'Date de début avec un diplôme de soins',
      positions: [
        { words: '3 ans pour la formation d’adaptation, sans date de début', sources: cite('S03', 'S52') },
        { words: '2 ans pour commencer', sources: [SOURCES.S02] },
      ],
      retained: 'Les deux dates sont affichées, la plus proche est suivie.',
    },
    {
      id: 'training.entry_experience',
      title: 'Entrée au CQP sans niveau 4',
      positions: [
        { words: 'niveau 4 ou diplôme de soins', sources: cite('S32', 'S35', 'S44') },
        { words: 'ou un an d’expérience', sources: [SOURCES.S37] },
      ],
      retained: 'Indéterminé avec un an d’expérience, à demander à l’organisme.',
    },
  ],
  entries: Object.values(TRAINING_ENTRIES),
};
