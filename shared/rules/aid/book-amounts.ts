import { NBSP } from '#shared/kernel/format.ts';
import type { Article, RuleSet } from '../kernel/index.ts';
import { collectiveTable, REVALUED_TABLES, SIGNED_TABLES } from './amount-tables.ts';
import { renewalScale } from './contract-terms.ts';
import { amountEntry, scheduleEntry } from './entries-amounts.ts';
import { cite } from './sources.ts';

const signedAmounts: Article = {
  id: 'aid.amount.signed',
  title: 'Montant annuel d’un contrat individuel',
  versions: [
    {
      from: '2019-09-01',
      to: '2023-04-30',
      text: `Le montant dépend de l’option, de la tranche de départ et de l’année de contrat. Pour 1${NBSP}ETP sous le 90e centile${NBSP}: 36${NBSP}000${NBSP}€ la 1re année, 27${NBSP}000${NBSP}€ la 2e, 21${NBSP}000${NBSP}€ ensuite. À partir du 95e centile, le montant de la 1re année est gardé chaque année.`,
      changed: null,
      effect: 'L’aide baisse après la 1re année, sauf à partir du 95e centile.',
      sources: cite('S11', 'S20', 'S23'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2023-05-01',
      to: '2024-06-21',
      text: `Mêmes montants pour 1/2 et 1${NBSP}ETP. L’option 1/3${NBSP}ETP n’est plus ouverte aux nouveaux contrats.`,
      changed: `Option 1/3${NBSP}ETP fermée aux nouveaux contrats${NBSP}; l’aide devient pérenne.`,
      effect: 'Un contrat au tiers en cours continue jusqu’à son terme.',
      sources: cite('S17', 'S20', 'S23', 'S35'),
      confidence: 'multiple_secondary',
    },
    {
      from: '2024-06-22',
      to: null,
      text: `Pour 1${NBSP}ETP sous le 90e centile${NBSP}: 38${NBSP}000${NBSP}€ la 1re année, 28${NBSP}000${NBSP}€ la 2e, 22${NBSP}000${NBSP}€ ensuite. Moitié pour 1/2${NBSP}ETP. Les options 1,5 et 2${NBSP}ETP existent, leurs montants n’ont pas été trouvés.`,
      changed: `Montants relevés d’environ 5${NBSP}%${NBSP}: toujours lire la table, jamais multiplier.`,
      effect: 'Un contrat signé à partir de ce jour suit cette table.',
      sources: cite('S20', 'S23', 'S25', 'S30', 'S37'),
      confidence: 'multiple_secondary',
    },
  ],
  parameters: Object.values(SIGNED_TABLES).flatMap((tables) => Object.values(tables)),
};

const revaluedAmounts: Article = {
  id: 'aid.amount.revalued',
  title: 'Montants relevés des contrats signés avant le 22 juin 2024',
  versions: [
    {
      from: '2024-06-22',
      to: null,
      text: 'À partir de la première date anniversaire à compter du 22 juin 2024, l’année qui commence et les suivantes sont payées au montant relevé. Une année déjà commencée ce jour-là garde l’ancien montant. Les engagements du texte d’origine ne changent pas.',
      changed: 'Nouveaux montants pour les contrats en cours.',
      effect: 'Comparer la date anniversaire du contrat au 22 juin 2024.',
      sources: cite('S23', 'S25', 'S29'),
      confidence: 'multiple_secondary',
    },
  ],
  parameters: Object.values(REVALUED_TABLES).flatMap((tables) => Object.values(tables)),
};

const collectiveAmounts: Article = {
  id: 'aid.amount.collective_contract',
  title: 'Montant annuel du contrat collectif',
  versions: [
    {
      from: '2026-02-25',
      to: null,
      text: `Par ETP financé${NBSP}: 38${NBSP}000${NBSP}€ la 1re année, 28${NBSP}000${NBSP}€ la 2e, 22${NBSP}000${NBSP}€ à partir de la 3e. Aucune tranche n’est mentionnée. L’argent est versé sur le compte de la société signataire.`,
      changed: null,
      effect: 'Multiplier par le nombre d’ETP choisi, demis compris.',
      sources: cite('S36'),
      confidence: 'single_source',
    },
  ],
  parameters: [collectiveTable],
};

const afterTerm: Article = {
  id: 'aid.amount.renewed',
  title: 'Montant à partir de la 6e année',
  versions: [
    {
      from: null,
      to: null,
      text: 'Aucun texte lu ne dit ce qu’un contrat renouvelé est payé. Prélude montre les deux lectures possibles et attend le montant notifié ou le choix du cabinet.',
      changed: null,
      effect: 'Demander le montant à la CPAM avant le renouvellement.',
      sources: cite('S21'),
      confidence: 'unknown',
    },
  ],
  parameters: [renewalScale],
};

/** Chapter of the amounts. */
export const aidAmountsRuleSet: RuleSet = {
  id: 'aid-amounts',
  theme: 'aid',
  title: 'Montants de l’aide',
  summary: `Montant de chaque année de contrat, par option et tranche de départ. Le montant notifié par la CPAM l’emporte toujours et reste affiché à côté du montant calculé.`,
  articles: [signedAmounts, revaluedAmounts, collectiveAmounts, afterTerm],
  unknowns: [
    {
      id: 'U06',
      title: `Montants à 1,5 et 2${NBSP}ETP`,
      handling: `Réponse indéterminée${NBSP}: saisir le montant de votre contrat.`,
    },
    {
      id: 'U07',
      title: 'Tranches du 90e et du 95e centile dans le contrat collectif',
      handling: `Aucune tranche par défaut${NBSP}: saisir le montant de votre contrat.`,
    },
    {
      id: 'U19',
      title: 'Montant à partir de la 6e année',
      handling: 'Les deux lectures sont montrées, aucune n’est retenue sans un choix du cabinet.',
    },
    {
      id: 'U20',
      title: 'Relèvement après le 22 juin 2024',
      handling: `Aucun n’a été trouvé jusqu’en novembre 2026${NBSP}; les tables sont datées.`,
    },
  ],
  disputes: [
    {
      id: 'aid.amount.five_percent',
      title: `Relèvement de «${NBSP}5${NBSP}%${NBSP}» en 2024`,
      positions: [
        { words: `«${NBSP}Plus de 5${NBSP}%${NBSP}» annoncé`, sources: cite('S25') },
        { words: `Tables publiées, qui ne sont pas exactement à 5${NBSP}%`, sources: cite('S23') },
      ],
      retained: 'Les tables.',
    },
  ],
  entries: [amountEntry, scheduleEntry],
};
