import type { Dispute, RuleSet, Unknown } from '../kernel/index.ts';
import { COLLECTIVE_ARTICLES, COLLECTIVE_DISPUTES, COLLECTIVE_UNKNOWNS } from './articles-collective.ts';
import { DOCTOR_ARTICLES } from './articles-eligibility.ts';
import { LIFE_ARTICLES } from './articles-life.ts';
import { OPTION_ARTICLES } from './articles-options.ts';
import { COLLECTIVE_ENTRIES, ELIGIBILITY_ENTRIES, LIFE_ENTRIES } from './entries-eligibility.ts';
import { SOURCES } from './sources.ts';

const UNKNOWNS: readonly Unknown[] = [
  {
    id: 'U01',
    title: 'Centiles 70, 80, 90 et 95 des généralistes, 30e centile de leur file active',
    handling: 'La tranche écrite dans le contrat est saisie\u00A0; les centiles peuvent l’être aussi.',
  },
  {
    id: 'U02',
    title: 'Centiles de file active des autres spécialités',
    handling: 'Le seuil et la tranche écrits dans le contrat sont saisis.',
  },
  {
    id: 'U11',
    title: 'Étendue des seuils adaptés (RQTH, ALD, activité mixte, part d’enfants)',
    handling: 'Indéterminé\u00A0: saisir le seuil accordé par la CPAM.',
  },
  {
    id: 'U12',
    title: 'Listes de spécialités de l’avenant 7',
    handling: 'Le médecin indique si sa spécialité figure sur la liste de son département.',
  },
  {
    id: 'U14',
    title: 'Date d’entrée en vigueur de l’avenant 8',
    handling:
      'Année 2020, mois modifiable\u00A0; un contrat signé en 2020 par un médecin seul en ZIP ou ZAC est indéterminé.',
  },
  {
    id: 'U18',
    title: 'Réévaluation de la tranche en cours de contrat ou au renouvellement',
    handling: 'La tranche de départ est gardée\u00A0; celle d’un courrier de la CPAM peut être saisie.',
  },
];

const DISPUTES: readonly Dispute[] = [
  {
    id: 'aid.threshold.population',
    title: 'Seuil de 775\u00A0: adultes seuls, ou adultes et enfants',
    positions: [
      { words: 'Adultes et enfants.', sources: [SOURCES.S18, SOURCES.S19] },
      { words: 'Patients de 16 ans et plus.', sources: [SOURCES.S20] },
    ],
    retained: 'Adultes et enfants.',
  },
  {
    id: 'aid.threshold.comparison',
    title: 'Seuil d’entrée\u00A0: «\u00A0au moins\u00A0» ou «\u00A0plus de\u00A0»',
    positions: [
      { words: '«\u00A0Plus de 775\u00A0».', sources: [SOURCES.S02] },
      {
        words: '«\u00A0Au minimum 775\u00A0», «\u00A0égale ou supérieure\u00A0».',
        sources: [SOURCES.S19, SOURCES.S36],
      },
    ],
    retained: 'Égal ou supérieur, modifiable par le cabinet (U13).',
  },
  {
    id: 'aid.practice.late_page',
    title: 'Exercice coordonné encore affiché en mai 2024',
    positions: [
      { words: 'Conditions de l’avenant 7 affichées un an après leur disparition.', sources: [SOURCES.S15] },
      { words: 'Conditions supprimées au 1er mai 2023.', sources: [SOURCES.S17, SOURCES.S20] },
    ],
    retained: 'Conditions supprimées au 1er mai 2023.',
  },
];

const LIFE_UNKNOWNS: readonly Unknown[] = [
  {
    id: 'U10',
    title: 'Sommes à rendre en cas de fin anticipée, de perte d’éligibilité ou de formation non faite',
    handling: 'Un avertissement\u00A0: demander à la CPAM.',
  },
  {
    id: 'U15',
    title: 'Pièces demandées chaque année, calendrier du renouvellement',
    handling: 'La liste des pièces se complète à la main.',
  },
];

const LIFE_DISPUTES: readonly Dispute[] = [
  {
    id: 'aid.employment.cdi',
    title: 'CDI obligatoire ou CDD possible',
    positions: [
      { words: 'Un CDI est exigé.', sources: [SOURCES.S48] },
      { words: 'CDD possible pour un motif légal, 18 mois au plus, deux renouvellements.', sources: [SOURCES.S32] },
    ],
    retained: 'Les deux positions sont montrées, rien n’est refusé.',
  },
  {
    id: 'aid.renewal.objectives',
    title: 'Objectifs au renouvellement',
    positions: [
      { words: 'Une CPAM repart du nouveau niveau de patientèle.', sources: [SOURCES.S21] },
      {
        words: 'La Caisse nationale avait annoncé des objectifs maintenus à leur niveau initial.',
        sources: [SOURCES.S21],
      },
    ],
    retained: 'Saisir les objectifs écrits dans le contrat renouvelé.',
  },
  {
    id: 'aid.renewal.times',
    title: 'Renouvelable une fois ou sans limite',
    positions: [
      { words: 'Renouvelable une fois (avenant 7).', sources: [SOURCES.S54] },
      { words: 'Aide pérenne depuis 2023.', sources: [SOURCES.S17, SOURCES.S20] },
    ],
    retained: 'Renouvelable sans limite écrite.',
  },
];

export const aidEligibilityRuleSet: RuleSet = {
  id: 'aid-eligibility',
  theme: 'aid',
  title: 'Qui peut signer un contrat d’aide',
  summary: 'Le texte qui régit un contrat, les conditions du médecin, les options, la tranche de départ.',
  articles: [...DOCTOR_ARTICLES, ...OPTION_ARTICLES],
  unknowns: UNKNOWNS,
  disputes: DISPUTES,
  entries: ELIGIBILITY_ENTRIES,
};

export const aidLifeRuleSet: RuleSet = {
  id: 'aid-life',
  theme: 'aid',
  title: 'La vie du contrat d’aide',
  summary: 'Absence et départ de l’assistant, fin, déménagement, renouvellement, pièces.',
  articles: LIFE_ARTICLES,
  unknowns: LIFE_UNKNOWNS,
  disputes: LIFE_DISPUTES,
  entries: LIFE_ENTRIES,
};

export const aidCollectiveRuleSet: RuleSet = {
  id: 'aid-collective',
  theme: 'aid',
  title: 'Le contrat collectif',
  summary: 'Société signataire, médecins adhérents, plafond d’ETP, pièces, carence.',
  articles: COLLECTIVE_ARTICLES,
  unknowns: COLLECTIVE_UNKNOWNS,
  disputes: COLLECTIVE_DISPUTES,
  entries: COLLECTIVE_ENTRIES,
};
