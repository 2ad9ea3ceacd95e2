import { frenchTypography as fr } from '#shared/kernel/format.ts';
import type { Article, Confidence, Citations, RuleSet } from '../kernel/index.ts';
import { POST_ARTICLES } from './articles-post.ts';
import { HELPED_ACTS, RESERVED_ACTS } from './catalogue-limits.ts';
import { MISSION_ACTS } from './catalogue-missions.ts';
import { LIMITS } from './limits.ts';
import { ACT_ENTRIES } from './situation.ts';
import { ACT_SOURCES, cite } from './sources.ts';
import type { ActFamily } from './types.ts';

const missionsOf = (...families: readonly ActFamily[]): Article['parameters'] =>
  Object.values(MISSION_ACTS)
    .filter(({ family }) => families.includes(family))
    .map(({ verdict }) => verdict);

interface Standing {
  readonly text: string;
  readonly effect: string;
  readonly sources: Citations;
  readonly confidence: Confidence;
}

/** A rule with one text, without a known beginning. */
function standing(id: string, title: string, parameters: Article['parameters'], rule: Standing): Article {
  const { text, effect, sources, confidence } = rule;
  return {
    id,
    title,
    parameters,
    versions: [{ from: null, to: null, text: fr(text), changed: null, effect: fr(effect), sources, confidence }],
  };
}

const ACT_ARTICLES: readonly Article[] = [
  standing('acts.reception', 'Accueil et administration', missionsOf('reception'), {
    text: 'Accueil, dossier informatique, informations administratives et médicales, aide à la facturation, télémédecine du cabinet. La liste est indicative.',
    effect: 'À l’assistant, selon le choix du médecin.',
    sources: cite('S05', 'S01', 'S02'),
    confidence: 'multiple_secondary',
  }),
  standing('acts.preparation', 'Préparation de la consultation', missionsOf('preparation'), {
    text: 'Aide à se déshabiller, mesures, mise à jour des dépistages, des vaccins et du mode de vie avec alerte au médecin, remise de tests et de kits après les questions préalables.',
    effect: 'À l’assistant, avec un appareil entièrement automatique pour les examens.',
    sources: cite('C2', 'S05', 'S02'),
    confidence: 'multiple_secondary',
  }),
  standing('acts.coordination', 'Organisation et matériel', missionsOf('coordination', 'technical'), {
    text: 'Rendez-vous chez les spécialistes, admissions à l’hôpital, liens avec les autres professionnels, suivi du matériel.',
    effect: 'À l’assistant. Prélude n’écrit jamais dans le DMP.',
    sources: cite('S05', 'S32'),
    confidence: 'multiple_secondary',
  }),
  standing(
    'acts.automatic_device',
    'Appareils entièrement automatiques',
    [LIMITS.automaticDevice, LIMITS.diplomaWidens],
    {
      text: 'Les compétences reconnues à l’assistant ne permettent que des examens avec des appareils entièrement automatiques, même pour un infirmier ou un aide-soignant de formation.',
      effect: 'Sans appareil automatique, l’examen revient au médecin.',
      sources: cite('S02', 'S33', 'S34'),
      confidence: 'multiple_secondary',
    },
  ),
  standing(
    'acts.with_doctor',
    'Avec le médecin',
    Object.values(HELPED_ACTS).map(({ verdict }) => verdict),
    {
      text: 'Aide aux actes techniques, par exemple l’électrocardiogramme, et examens sur protocole : le médecin est présent, ou a délégué par écrit. La glycémie capillaire n’est jamais « à vous ».',
      effect: 'L’assistant prépare et aide ; le médecin lit et décide.',
      sources: cite('C2', 'S05', 'USAGE', 'PROJECT'),
      confidence: 'unverified',
    },
  ),
  standing(
    'acts.never',
    'Jamais par l’assistant',
    Object.values(RESERVED_ACTS).map(({ verdict }) => verdict),
    {
      text: 'Ni vaccin, ni pansement, ni prescription, ni acte invasif, ni conclusion médicale. Des pages non officielles disent le contraire de certaines de ces limites.',
      effect: 'L’assistant peut préparer pour la signature du médecin.',
      sources: cite('S02', 'S33', 'S34', 'S57'),
      confidence: 'disputed',
    },
  ),
];

/** The chapter of the scope of acts. */
export const actsRuleSet: RuleSet = {
  id: 'acts',
  theme: 'acts',
  title: 'Actes de l’assistant et limites du poste',
  summary: fr(
    'Pour chaque acte : à vous, avec le médecin, ou jamais ; la condition, le texte et ce qui peut être préparé.',
  ),
  articles: [...ACT_ARTICLES, ...POST_ARTICLES],
  unknowns: [
    {
      id: 'acts.rapid_test_reading',
      title: 'Qui lit le résultat d’un test rapide fait par l’assistant',
      handling: 'Avec le médecin, sur son protocole.',
    },
    {
      id: 'acts.secretary_replacement_months',
      title: 'Délai laissé aux médecins pour remplacer une secrétaire devenue assistante',
      handling: fr('Indéterminé ; le délai des centres de santé est affiché à côté.'),
    },
    {
      id: 'acts.partial_remote_before_2024',
      title: 'Télétravail partiel avant 2024',
      handling: 'Indéterminé avant le 1er janvier 2024.',
    },
  ],
  disputes: [
    {
      id: 'acts.claimed_tasks',
      title: 'Vacciner, faire un pansement, prescrire un arrêt ou un transport',
      positions: [
        {
          words: 'présentés comme des tâches de l’assistant par des pages non officielles, non retenues',
          sources: [ACT_SOURCES.PROJECT],
        },
        { words: 'contraires aux limites du métier', sources: cite('S02', 'S33', 'S34') },
      ],
      retained: fr('Jamais ; préparer pour la signature du médecin.'),
    },
  ],
  entries: Object.values(ACT_ENTRIES),
};
