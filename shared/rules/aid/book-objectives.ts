import { NBSP } from '#shared/kernel/format.ts';
import type { Article, RuleSet } from '../kernel/index.ts';
import { modulationEntry, objectiveEntry } from './entries-amounts.ts';
import { MODULATION_PARAMETERS } from './modulation-figures.ts';
import {
  bandLimits,
  collectiveGain,
  collectiveNewlyInstalled,
  collectiveReduction,
  collectiveYears,
  dueYear,
  gpCumulative,
  gpMetrics,
  highPatienteleMaintains,
  newlyInstalledObjective,
  objectiveRounding,
  otherMetrics,
  paediatricianMetrics,
  secondAssistantObjective,
} from './objective-figures.ts';
import { INCREASE_PARAMETERS } from './objective-increases.ts';
import { cite } from './sources.ts';

const metrics: Article = {
  id: 'aid.objective.metrics',
  title: 'Ce qui est compté',
  versions: [
    {
      from: '2019-09-01',
      to: '2023-04-30',
      text: 'Un généraliste augmente sa patientèle médecin traitant, adultes seuls, et sa file active. Les autres spécialités augmentent leur file active. La file active compte les patients différents vus dans l’année.',
      changed: null,
      effect: 'Un patient vu l’an passé et pas cette année sort de la file active.',
      sources: cite('S08', 'S15', 'S30'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2023-05-01',
      to: '2024-06-21',
      text: 'La patientèle médecin traitant compte aussi les enfants. Les deux indicateurs restent demandés au généraliste, et au pédiatre selon une source.',
      changed: 'Les enfants comptent dans la patientèle.',
      effect: 'Le nombre de départ ne se compare pas à celui d’un contrat antérieur.',
      sources: cite('S17', 'S22', 'S30'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2024-06-22',
      to: null,
      text: 'Conditions assouplies. Aucun texte lu ne dit si les deux indicateurs restent demandés ensemble.',
      changed: 'La demande des deux indicateurs n’est plus certaine.',
      effect: 'Lire votre contrat et saisir ce qu’il demande.',
      sources: cite('S30'),
      confidence: 'unknown',
    },
  ],
  parameters: [gpMetrics, paediatricianMetrics, otherMetrics, gpCumulative],
};

const increase: Article = {
  id: 'aid.objective.increase',
  title: 'Hausse demandée',
  versions: [
    {
      from: '2019-09-01',
      to: '2023-04-30',
      text: `Un pourcentage de la patientèle de départ, selon l’option et la tranche, à atteindre au plus tard la 3e année${NBSP}: de 20 à 35${NBSP}% sous le 50e centile, jusqu’au simple maintien à partir du 95e. Les tranches du milieu ne sont connues que pour l’option 1/3${NBSP}ETP.`,
      changed: null,
      effect: 'L’objectif écrit dans le contrat signé l’emporte sur tout calcul.',
      sources: cite('S08', 'S09', 'S10', 'S65'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2023-05-01',
      to: '2024-06-21',
      text: 'Pourcentages inconnus, à atteindre en 3 ans. À partir du 90e centile, l’objectif est de garder la patientèle de départ, à vérifier dans le contrat.',
      changed: 'Nouvelle répartition de référence, au 31 décembre 2021.',
      effect: 'Saisir les nombres de votre contrat.',
      sources: cite('S20'),
      confidence: 'single_source',
    },
    {
      from: '2024-06-22',
      to: null,
      text: 'Objectifs plus bas qu’en 2023 pour les généralistes. Les nombres n’ont pas été trouvés.',
      changed: 'Objectifs abaissés.',
      effect: 'Saisir les nombres de votre contrat, ou ceux du simulateur d’ameli.',
      sources: cite('S23', 'S24', 'S27', 'S29'),
      confidence: 'unknown',
    },
  ],
  parameters: [
    ...INCREASE_PARAMETERS,
    bandLimits,
    dueYear,
    highPatienteleMaintains,
    objectiveRounding,
    newlyInstalledObjective,
    secondAssistantObjective,
  ],
};

const collective: Article = {
  id: 'aid.objective.collective_contract',
  title: 'Objectifs du contrat collectif',
  versions: [
    {
      from: '2026-02-25',
      to: null,
      text: `Par ETP financé, le groupe gagne 260${NBSP}patients médecin traitant et 110${NBSP}patients de file active en 2${NBSP}ans. Le nombre est abaissé de ce que les membres avaient déjà gagné, d’une façon inconnue. Un médecin installé depuis moins de 12${NBSP}mois atteint après 3${NBSP}ans 1${NBSP}045 et 1${NBSP}514${NBSP}patients.`,
      changed: null,
      effect: 'L’objectif est celui du groupe, pas de chaque médecin.',
      sources: cite('S36'),
      confidence: 'single_source',
    },
  ],
  parameters: [collectiveGain, collectiveYears, collectiveReduction, collectiveNewlyInstalled],
};

const modulation: Article = {
  id: 'aid.modulation.rule',
  title: 'Effet des objectifs sur le montant',
  versions: [
    {
      from: '2019-09-01',
      to: null,
      text: `Les années 1 et 2 sont payées en entier. À partir de la 3e, le montant dépend des objectifs atteints. La formule, la marge de tolérance et la date de mesure ne sont pas connues${NBSP}: Prélude montre trois calculs possibles, comme des estimations. Le contrat collectif est payé au prorata, d’une formule inconnue.`,
      changed: null,
      effect: 'Le montant notifié par la CPAM l’emporte et reste affiché à côté du calcul.',
      sources: cite('S15', 'S20', 'S30', 'S31', 'S36', 'S37'),
      confidence: 'multiple_secondary',
    },
  ],
  parameters: MODULATION_PARAMETERS,
};

/** Chapter of the objectives and of their effect on the amount. */
export const aidObjectivesRuleSet: RuleSet = {
  id: 'aid-objectives',
  theme: 'aid',
  title: 'Objectifs et effet sur l’aide',
  summary: 'Ce que le contrat demande, et ce que l’aide devient quand l’objectif n’est atteint qu’en partie.',
  articles: [metrics, increase, collective, modulation],
  unknowns: [
    {
      id: 'U03',
      title: 'Pourcentages par tranche',
      handling: 'L’objectif écrit dans le contrat est saisi et l’emporte.',
    },
    { id: 'U04', title: 'Deux indicateurs ou un seul depuis 2024', handling: 'Demandé pour chaque contrat.' },
    {
      id: 'U05',
      title: 'Formule du prorata, tolérance, date de mesure, arrondi',
      handling: 'Trois calculs montrés côte à côte, deux arrondis, et le montant notifié qui l’emporte.',
    },
    { id: 'U06', title: `Objectifs à 1,5 et 2${NBSP}ETP`, handling: 'Saisir ceux de votre contrat.' },
  ],
  disputes: [
    {
      id: 'aid.objective.p95',
      title: `1${NBSP}ETP à partir du 95e centile, avenant 7`,
      positions: [
        { words: `Hausse de 5${NBSP}%`, sources: cite('S08') },
        { words: 'Maintien de la patientèle', sources: cite('S10') },
      ],
      retained: `5${NBSP}%, l’autre lecture restant affichée.`,
    },
    {
      id: 'aid.modulation.one_metric',
      title: 'Un seul indicateur atteint dans un contrat d’avenant 7',
      positions: [
        { words: 'Des CPAM ont retenu l’acompte', sources: cite('S30') },
        { words: 'Un syndicat demande qu’un seul suffise', sources: cite('S31') },
      ],
      retained: `Les deux sont demandés${NBSP}; le montant notifié l’emporte.`,
    },
  ],
  entries: [objectiveEntry, modulationEntry],
};
