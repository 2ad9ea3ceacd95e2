import { NBSP } from '#shared/kernel/format.ts';
import { unchangedArticles, type RuleSet } from '../kernel/index.ts';
import {
  FIRST_YEAR_READ,
  GOOD_FRIDAY,
  LEGAL_HOLIDAYS,
  OTHER_OVERSEAS,
  OWN_HOLIDAYS,
  SECOND_CHRISTMAS,
} from './parameters.ts';
import { entries } from './situation.ts';
import { CALENDAR_SOURCES as S } from './sources.ts';

const article = unchangedArticles('calendar');

const overseas = Object.entries(OWN_HOLIDAYS).filter(([territory]) => territory !== 'alsace_moselle');

export const calendarRuleSet: RuleSet = {
  id: 'calendar',
  theme: 'calendar',
  title: 'Jours fériés, âges et fins de mois',
  summary: 'Comment Prélude compte les jours\u00A0: fériés par territoire, mois, anniversaires, âges.',
  articles: [
    article(
      'legal_holidays',
      'Onze jours fériés légaux',
      `Jour de l’an, lundi de Pâques, 1er mai, 8 mai, Ascension, lundi de Pentecôte, 14 juillet, 15 août, Toussaint, 11 novembre, Noël. Deux fêtes le même jour${NBSP}: une seule date, deux noms. Avant 2019, la liste est donnée avec une réserve.`,
      'Le férié s’affiche dans l’agenda ; le cabinet reste libre d’ouvrir.',
      [S.I38, S.EASTER],
      'official',
      [...LEGAL_HOLIDAYS.map(({ figure }) => figure), FIRST_YEAR_READ],
    ),
    article(
      'alsace_moselle',
      'Alsace et Moselle',
      'Le 26 décembre s’ajoute aux onze jours. Le Vendredi saint aussi, dans les communes qui ont un temple protestant ou une église mixte.',
      'Sans réponse sur la commune, le Vendredi saint est à préciser\u00A0: il n’est ni férié ni ouvré d’office.',
      [S.I39_MOSELLE],
      'multiple_secondary',
      [SECOND_CHRISTMAS.figure, GOOD_FRIDAY.figure],
    ),
    article(
      'overseas',
      'Abolition de l’esclavage, outre-mer',
      `27 avril à Mayotte, 22 mai en Martinique, 27 mai en Guadeloupe et à Saint-Martin, 10 juin en Guyane, 9 octobre à Saint-Barthélemy, 20 décembre à La Réunion. Les autres territoires n’ont pas été lus${NBSP}: leurs jours se saisissent.`,
      'Le territoire du cabinet choisit sa liste.',
      [S.I39_OVERSEAS],
      'single_source',
      [...overseas.flatMap(([, days]) => days.map(({ figure }) => figure)), OTHER_OVERSEAS],
    ),
    article(
      'months',
      'Mois et anniversaires d’un délai',
      'Un mois plus tard est le même quantième. Quand il n’existe pas, c’est le dernier jour du mois\u00A0: du 31 janvier au 28 ou 29 février. Un contrat commencé un 29 février a son anniversaire le 28 des années communes.',
      'Une échéance ne saute jamais une fin de mois.',
      [S.PROJECT],
      'design_choice',
    ),
    article(
      'ages',
      'Âge d’une personne',
      'L’âge est compté en années accomplies, en mois avant 2 ans, en jours avant 1 mois. Né un 29 février, on prend un an le 1er mars des années communes.',
      'L’âge affiché et les limites des constantes suivent cette règle ; les échéances de prévention comptent les mois comme un délai, donc au 28 février.',
      [S.PROJECT],
      'design_choice',
    ),
    article(
      'typed_dates',
      'Dates tapées',
      `Jour, mois, année, avec ou sans séparateur. Une date qui n’existe pas est refusée. Une année à deux chiffres qui laisse deux siècles possibles est demandée${NBSP}: rien n’est deviné.`,
      'La recherche essaie les deux siècles, le formulaire pose la question.',
      [S.PROJECT],
      'design_choice',
    ),
  ],
  unknowns: [
    {
      id: 'calendar.other_overseas',
      title: 'Jours fériés propres des autres territoires d’outre-mer',
      handling: 'Indéterminé tant que le cabinet n’a pas saisi ses jours.',
    },
    {
      id: 'calendar.past_lists',
      title: 'Listes des jours fériés avant les textes lus',
      handling: 'Les années anciennes sont calculées avec la liste en vigueur, et la réponse le dit.',
    },
    {
      id: 'calendar.good_friday_communes',
      title: 'Communes où le Vendredi saint est férié',
      handling: 'La question est posée au cabinet une fois.',
    },
  ],
  disputes: [],
  entries,
};
