import { NBSP } from '#shared/kernel/format.ts';
import type { Article, RuleSet } from '../kernel/index.ts';
import { leapAnniversary, suspensionEffect } from './calendar-figures.ts';
import { collectiveDuration, contractDuration, contractRenewable } from './contract-terms.ts';
import { calendarEntry, paymentsEntry } from './entries-amounts.ts';
import { PAYMENT_PARAMETERS } from './payment-figures.ts';
import { cite } from './sources.ts';

const years: Article = {
  id: 'aid.calendar.years',
  title: 'Années de contrat, durée et terme',
  versions: [
    {
      from: '2019-09-01',
      to: '2023-04-30',
      text: `Le contrat dure 5 ans et se renouvelle. L’année 1 est faite des 12 premiers mois depuis le début du contrat${NBSP}; chaque année suivante commence à la date anniversaire, jamais au 1er janvier.`,
      changed: null,
      effect: 'Les échéances suivent la date de début, pas celle de la signature.',
      sources: cite('S20', 'S54'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2023-05-01',
      to: null,
      text: 'Même durée. L’aide est pérenne. Les contrats en cours vont à leur terme sous leur texte d’origine.',
      changed: 'L’aide devient pérenne.',
      effect: 'Un contrat antérieur ne change pas de texte sans avenant.',
      sources: cite('S17', 'S20', 'S23'),
      confidence: 'multiple_secondary',
    },
  ],
  parameters: [contractDuration, contractRenewable, collectiveDuration],
};

const anniversaries: Article = {
  id: 'aid.calendar.anniversaries',
  title: 'Anniversaires, 29 février et suspensions',
  versions: [
    {
      from: null,
      to: null,
      text: `Un contrat commencé un 29 février a ses anniversaires le 28 les années communes${NBSP}: choix de Prélude, modifiable. Aucun texte lu ne dit si une suspension repousse les dates${NBSP}: les deux sont montrées.`,
      changed: null,
      effect: 'Saisir la date écrite dans l’avenant de reprise.',
      sources: cite('S28', 'S32', 'CHOICE'),
      confidence: 'design_choice',
    },
  ],
  parameters: [leapAnniversary, suspensionEffect],
};

const payments: Article = {
  id: 'aid.payment.calendar',
  title: 'Versements',
  versions: [
    {
      from: '2019-09-01',
      to: '2023-04-30',
      text: `Année 1${NBSP}: 70${NBSP}% dans les 15${NBSP}jours de l’embauche, le reste à une date inconnue. Années suivantes${NBSP}: inconnu.`,
      changed: null,
      effect: 'Saisir les dates attendues pour suivre les retards.',
      sources: cite('S11', 'S20'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2023-05-01',
      to: null,
      text: `Année 1${NBSP}: tout dans le mois qui suit le contrat. Année 2${NBSP}: tout à la date anniversaire. À partir de la 3e${NBSP}: deux acomptes de 50${NBSP}%, aux dates inconnues. Un contrat plus ancien garde son propre calendrier, montants relevés compris.`,
      changed: 'La 1re année est versée en une fois.',
      effect: 'Un versement attendu se relance à partir de la date connue.',
      sources: cite('S20'),
      confidence: 'single_source',
    },
  ],
  parameters: PAYMENT_PARAMETERS,
};

/** Chapter of the calendar of a contract and of its payments. */
export const aidCalendarRuleSet: RuleSet = {
  id: 'aid-calendar',
  theme: 'aid',
  title: 'Calendrier et versements',
  summary: 'Années, anniversaires, terme et versements d’un contrat, suspensions comprises.',
  articles: [years, anniversaries, payments],
  unknowns: [
    {
      id: 'U08',
      title: `Dates du solde de 30${NBSP}% et des deux acomptes`,
      handling: `Dates attendues saisies par le cabinet.`,
    },
    {
      id: 'U09',
      title: 'Effet d’une suspension sur les dates',
      handling: `Dates montrées avec et sans report${NBSP}; la date de l’avenant l’emporte.`,
    },
  ],
  // The number of renewals and what they do to the objectives are disputes of the chapter on the life of the contract.
  disputes: [],
  entries: [calendarEntry, paymentsEntry],
};
