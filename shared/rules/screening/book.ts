import type { Article, Citations, Confidence, Parameter, RuleSet } from '../kernel/index.ts';
import { COLO, CYTO, HPV_TEST, SEIN } from './cancer-parameters.ts';
import { APPOINTMENT_RANGES, CHILD, DIAB, EXAMS, HTA, MBP, NEONATAL } from './other-parameters.ts';
import { entries } from './situation.ts';
import { SCREENING_SOURCES, type ScreeningSource } from './sources.ts';
import { PROGRAMME_WORDS } from './wording.ts';
import type { Programme } from './types.ts';

const cite = (...[first, ...others]: readonly [ScreeningSource, ...ScreeningSource[]]): Citations => [
  SCREENING_SOURCES[first],
  ...others.map((id) => SCREENING_SOURCES[id]),
];

function article(
  programme: Programme,
  text: string,
  effect: string,
  confidence: Confidence,
  sources: Citations,
  parameters: readonly Parameter[],
): Article {
  return {
    id: `screening.${programme}`,
    title: PROGRAMME_WORDS[programme].label,
    versions: [{ from: null, to: null, text, changed: null, effect, sources, confidence }],
    parameters,
  };
}

const kitParameters = [COLO.newKitFrom, COLO.formerKitUntil, COLO.reminderDays];
const fixed = (record: Readonly<Record<string, Parameter>>): readonly Parameter[] => Object.values(record);

const articles: readonly Article[] = [
  article(
    'SEIN',
    'Une mammographie de dépistage tous les deux ans, de 50 ans à la veille des 75 ans. Un risque particulier ou un signe relève du médecin. L’Assurance Maladie invite et relance 6 et 12 mois après.',
    'L’assistant vérifie la date de la dernière mammographie, rappelle et informe\u00A0; aucun kit.',
    'official',
    cite('D1', 'D2', 'D19'),
    fixed(SEIN),
  ),
  article(
    'COLORECTAL',
    'Un test de selles à domicile tous les deux ans, de 50 ans à la veille des 75 ans. Un signe, un antécédent personnel ou familial, une coloscopie récente vont au médecin. Un test positif est suivi jusqu’à la coloscopie.',
    'L’assistant peut remettre le kit après toutes les questions et l’accord du médecin.',
    'official',
    cite('D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D15'),
    fixed(COLO).filter((one) => !kitParameters.some(({ id }) => id === one.id)),
  ),
  {
    id: 'screening.kit',
    title: 'Kit de dépistage colorectal',
    versions: [
      {
        from: null,
        to: '2026-03-14',
        text: 'Kits de l’ancien marché seulement.',
        changed: null,
        effect: 'Vérifier la péremption avant chaque remise.',
        sources: cite('D4'),
        confidence: 'single_source',
      },
      {
        from: '2026-03-15',
        to: '2026-09-15',
        text: 'Kits du nouveau marché. Ceux de l’ancien sont encore analysés jusqu’au 15 septembre 2026.',
        changed: 'Changement de marché le 15 mars 2026.',
        effect: 'Écouler ou retirer les kits de l’ancien marché.',
        sources: cite('D4'),
        confidence: 'single_source',
      },
      {
        from: '2026-09-16',
        to: null,
        text: 'Seuls les kits du nouveau marché sont analysés. Un kit sert jusqu’au jour de sa péremption inclus.',
        changed: 'Les kits de l’ancien marché ne sont plus analysés.',
        effect: 'La remise d’un kit de l’ancien marché est refusée.',
        sources: cite('D4', 'PROJECT'),
        confidence: 'single_source',
      },
    ],
    parameters: kitParameters,
  },
  article(
    'COL_CYTO',
    'De 25 à 29 ans\u00A0: deux cytologies à un an d’écart, puis trois ans après la seconde si les deux sont sans anomalie. Une personne qui atteint 30 ans avant la seconde passe au test HPV à la même date.',
    'L’assistant vérifie les dates, prépare le matériel, rappelle\u00A0; il ne prélève pas.',
    'official',
    cite('D9', 'D10', 'D11'),
    fixed(CYTO),
  ),
  article(
    'COL_HPV',
    'De 30 à 65 ans\u00A0: un test HPV trois ans après la dernière cytologie, un an après une cytologie unique, dès 30 ans sans cytologie\u00A0; puis tous les cinq ans. Les personnes vaccinées sont concernées comme les autres.',
    'Un test positif relève du médecin ou de la sage-femme.',
    'official',
    cite('D9', 'D10', 'D11', 'D12', 'D13'),
    fixed(HPV_TEST),
  ),
  {
    id: 'screening.NEONATAL',
    title: PROGRAMME_WORDS.NEONATAL.label,
    versions: [
      {
        from: null,
        to: '2025-08-31',
        text: 'Prélèvement au talon à partir de 48 heures de vie, en maternité, pour 13 maladies.',
        changed: null,
        effect: 'L’assistant note seulement qu’il a été fait.',
        sources: cite('D14'),
        confidence: 'inferred',
      },
      {
        from: '2025-09-01',
        to: null,
        text: 'Le même prélèvement recherche 16 maladies.',
        changed: 'Trois maladies ajoutées\u00A0: amyotrophie spinale, déficits immunitaires combinés sévères, VLCAD.',
        effect: 'Rien de plus pour le cabinet\u00A0: noter qu’il a été fait.',
        sources: cite('D14'),
        confidence: 'multiple_secondary',
      },
    ],
    parameters: fixed(NEONATAL),
  },
  {
    id: 'screening.CHILD_EXAMS',
    title: PROGRAMME_WORDS.CHILD_EXAMS.label,
    versions: [
      {
        from: '2025-01-01',
        to: null,
        text: 'Vingt examens de la naissance à 16 ans, dont 13 avant 3 ans. Les examens des 11e et 12e mois sont déduits des totaux\u00A0: la liste lue n’en nomme que 18.',
        changed: 'L’examen entre la 3e semaine et le 1er mois est supprimé, celui de 6 ans ajouté.',
        effect: 'Relire l’arrêté avant de s’appuyer sur une date précise.',
        sources: cite('D20'),
        confidence: 'single_source',
      },
    ],
    parameters: [...EXAMS.map(({ window }) => window), ...fixed(CHILD)],
  },
  article(
    'MBP',
    'Un rendez-vous de 30 à 45 minutes, une fois par tranche\u00A0: 18-25, 45-50, 60-65 et 70-75 ans, avec un professionnel volontaire. Il donne un plan personnalisé de prévention.',
    'L’assistant remet le questionnaire, prépare et prend le rendez-vous\u00A0; il ne le mène pas.',
    'multiple_secondary',
    cite('D16'),
    [...APPOINTMENT_RANGES.flatMap(({ from, to }) => [from, to]), ...fixed(MBP)],
  ),
  article(
    'HTA_OPP',
    'Une mesure de la tension au moins tous les 3 ans avant 40 ans, tous les ans ensuite. Une mesure à 140/90 ou plus va au médecin. Ce n’est pas un programme national.',
    'Proposer la mesure quand la dernière est ancienne.',
    'single_source',
    cite('D17'),
    fixed(HTA),
  ),
  article(
    'DIAB_OPP',
    'À partir de 45 ans, un questionnaire de risque, puis une glycémie à jeun prescrite par le médecin s’il le juge utile. Ce n’est pas un programme national.',
    'Le rythme n’a pas été trouvé\u00A0: le cabinet saisit le sien.',
    'unverified',
    cite('D18'),
    fixed(DIAB),
  ),
];

export const screeningRuleSet: RuleSet = {
  id: 'screening',
  theme: 'screening',
  title: 'Dépistages',
  summary: 'Ce qui est dû, à venir ou sans objet, et pourquoi. Inclure, exclure et suivre relèvent du médecin.',
  articles,
  unknowns: [
    {
      id: 'screening.diabetes_rhythm',
      title: 'Rythme du questionnaire de risque de diabète',
      handling: 'Après un premier questionnaire, l’état reste à préciser tant que le cabinet n’a pas saisi son rythme.',
    },
    {
      id: 'screening.child_exams_before_2025',
      title: 'Calendrier des examens de l’enfant avant le 01/01/2025',
      handling: 'Aucune réponse pour un jour antérieur.',
    },
    {
      id: 'screening.fourth_kit_channel',
      title: 'Quatrième voie de remise du kit colorectal',
      handling: 'Trois voies connues\u00A0: médecin, pharmacien formé, commande en ligne.',
    },
    {
      id: 'screening.self_sampling',
      title: 'Autoprélèvement vaginal\u00A0: remise remboursée',
      handling: 'Recommandé dès 30 ans, sans texte trouvé sur sa remise\u00A0: aucune remise proposée.',
    },
  ],
  disputes: [],
  entries,
};
