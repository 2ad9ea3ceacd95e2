import { NBSP } from '#shared/kernel/format.ts';
import type { Article, Parameter, RuleSet } from '../kernel/index.ts';
import { parametersOf, VACCINE_RULES, type BookFigure } from './catalogue.ts';
import { DISPLAY_HORIZON, EDITION, REVIEW_UNTIL_AGE } from './general.ts';
import { MANDATORY_PARAMETERS } from './mandatory.ts';
import { STATUSES, type RuleKind, type VaccineRule } from './model.ts';
import { PRODUCT_PARAMETERS } from './products.ts';
import { SEASON_PARAMETERS } from './seasons.ts';
import { evaluateEntry, mandatoryEntry, productEntry } from './situation.ts';
import { cite, VACCINATION_SOURCES } from './sources.ts';

const EFFECTS: Readonly<Record<RuleKind, string>> = {
  series: 'La prochaine dose est listée avec son jour\u00A0; le médecin prescrit.',
  fixed_age_booster: 'Le rappel est listé dès l’âge\u00A0; le médecin prescrit.',
  single_window: 'La dose est listée dans la fenêtre d’âge\u00A0; le médecin prescrit.',
  seasonal: 'La dose est listée pendant la campagne, dont le cabinet saisit les dates.',
  pregnancy: 'La dose est listée pendant les semaines prévues, quand la grossesse est notée.',
  offer: 'La vaccination est montrée comme proposable, jamais comme attendue.',
  review: 'La question est montrée au médecin, jamais comme une dose attendue.',
};

function articleOf(rule: VaccineRule<BookFigure>): Article {
  const who = `Pour${NBSP}: ${rule.population} (${STATUSES[rule.status]}).`;
  return {
    id: `vaccination.${rule.id}`,
    title: rule.label,
    versions: [
      {
        from: null,
        to: null,
        text: [who, ...rule.notes].slice(0, 4).join(' '),
        changed: null,
        effect: EFFECTS[rule.kind],
        sources: cite(rule.sources),
        confidence: rule.confidence,
      },
    ],
    parameters: parametersOf(rule),
  };
}

const general: readonly Article[] = [
  {
    id: 'vaccination.reading',
    title: 'Lecture du calendrier',
    versions: [
      {
        from: '2025-04-28',
        to: null,
        text: `Les règles sont celles du calendrier des vaccinations 2025. Un âge est atteint le jour anniversaire\u00A0; un mois ou un an de plus garde le jour, ou prend le dernier du mois. Deux mois sont deux mois de calendrier. Le retard commence le lendemain du délai, sauf quand la règle nomme un anniversaire.`,
        changed: null,
        effect: `L’édition est nommée dans chaque réponse\u00A0; le logiciel liste, le médecin décide.`,
        sources: cite(['V10', 'V21', 'PROJECT']),
        confidence: 'multiple_secondary',
      },
    ],
    parameters: [EDITION, DISPLAY_HORIZON, REVIEW_UNTIL_AGE] as readonly Parameter[],
  },
  {
    id: 'vaccination.mandatory',
    title: 'Vaccinations obligatoires du nourrisson',
    versions: [
      {
        from: '2018-01-01',
        to: null,
        text: `Onze vaccinations sont obligatoires pour les enfants nés à partir du 1er janvier 2018, dont le méningocoque C.`,
        changed: null,
        effect: 'L’obligation est rappelée à côté de chaque dose attendue.',
        sources: cite(['LAW']),
        confidence: 'multiple_secondary',
      },
      {
        from: '2025-01-01',
        to: null,
        text: `Les méningocoques A, C, W, Y et le méningocoque B sont obligatoires jusqu’à 2 ans. La loi de financement pour 2026 applique cette obligation aux naissances à partir du 1er janvier 2023.`,
        changed: 'ACWY remplace le méningocoque C, et le méningocoque B devient obligatoire.',
        effect: 'Deux séries de plus sont rappelées comme obligatoires avant 2 ans.',
        sources: cite(['LAW', 'V7', 'V18']),
        confidence: 'multiple_secondary',
      },
    ],
    parameters: MANDATORY_PARAMETERS,
  },
  {
    id: 'vaccination.seasons',
    title: 'Campagnes de la saison',
    versions: [
      {
        from: null,
        to: null,
        text: `Une campagne est connue quand ses dates sont saisies pour l’année du 1er juillet au 30 juin. Sans dates, la réponse est «${NBSP}dates de la campagne à saisir${NBSP}», jamais «${NBSP}non concerné${NBSP}».`,
        changed: null,
        effect: 'Le cabinet saisit les dates chaque automne, pour sa zone.',
        sources: cite(['PROJECT', 'V12', 'V13']),
        confidence: 'design_choice',
      },
    ],
    parameters: Object.values(SEASON_PARAMETERS),
  },
  {
    id: 'vaccination.products',
    title: 'Vaccins et valences',
    versions: [
      {
        from: null,
        to: null,
        text: `Une dose compte pour une règle quand le vaccin contient toutes les valences de la règle. Un vaccin qui n’est pas dans la liste est demandé\u00A0; il n’est jamais deviné.`,
        changed: null,
        effect: 'Le cabinet complète la liste avec les vaccins qu’il rencontre.',
        sources: cite(['V24']),
        confidence: 'multiple_secondary',
      },
    ],
    parameters: PRODUCT_PARAMETERS,
  },
];

export const vaccinationRuleSet: RuleSet = {
  id: 'vaccination',
  theme: 'vaccination',
  title: 'Calendrier des vaccinations',
  summary: `Ce que le calendrier 2025 appellerait pour une personne, à un jour donné, et pourquoi. L’indication, les contre-indications et la prescription sont au médecin.`,
  articles: [...general, ...VACCINE_RULES.map(articleOf)],
  unknowns: [
    {
      id: 'vaccination.edition-2026',
      title: 'Texte du calendrier 2026',
      handling:
        'Il n’a pas été trouvé\u00A0: les règles restent celles de 2025, nommées dans chaque réponse, à relire au printemps.',
    },
    {
      id: 'vaccination.seasons-2026',
      title: 'Dates des campagnes 2026-2027',
      handling: 'La réponse reste indéterminée tant que le cabinet n’a pas saisi les dates.',
    },
    {
      id: 'vaccination.zones',
      title: 'Dates des campagnes hors de la métropole',
      handling: 'Le cabinet saisit celles de sa zone.',
    },
    {
      id: 'vaccination.older-list',
      title: 'Obligations des naissances d’avant 2018',
      handling: 'Elles ne sont pas dans les sources\u00A0: rien n’est affirmé.',
    },
  ],
  disputes: [
    {
      id: 'vaccination.two-months',
      title: 'Deux mois, ou huit semaines',
      positions: [
        { words: 'Deux mois valent huit semaines.', sources: [VACCINATION_SOURCES.V1] },
        { words: 'Deux mois sont deux mois de calendrier.', sources: [VACCINATION_SOURCES.PROJECT] },
      ],
      retained: 'Deux mois de calendrier, jamais plus tôt\u00A0; le médecin peut décider autrement.',
    },
  ],
  entries: [evaluateEntry, productEntry, mandatoryEntry],
};
