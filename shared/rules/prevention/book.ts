import type { RuleSet } from '../kernel/index.ts';
import { entries } from './situation.ts';

export const preventionRuleSet: RuleSet = {
  id: 'prevention',
  theme: 'screening',
  title: 'Mots de la prévention',
  summary: 'L’état calculé d’un vaccin ou d’un dépistage et la réponse de la personne donnent une ligne de l’écran.',
  articles: [
    {
      id: 'prevention.label',
      title: 'État calculé et décision de la personne',
      versions: [
        {
          from: null,
          to: null,
          text: 'Chaque couple d’un état et d’une décision a ses mots. Un acte noté fait l’emporte sur la décision. Un refus ou un report est reproposé dès le jour dit. «\u00A0Déjà fait\u00A0» sans document ne compte pas de lui-même.',
          changed: null,
          effect: 'La même ligne partout\u00A0: fiche, préparation, synthèse.',
          sources: [{ title: 'Choix du logiciel' }],
          confidence: 'design_choice',
        },
      ],
      parameters: [],
    },
  ],
  unknowns: [],
  disputes: [],
  entries,
};
