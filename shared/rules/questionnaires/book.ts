import type { Article, Citations, Confidence, Parameter, RuleSet } from '../kernel/index.ts';
import { ACTIVITY, ALCOHOL, AUDIT_C, HSI, KNOWN_ONLY, OWN_QUESTIONS, TOBACCO_PACK } from './parameters.ts';
import { entries } from './situation.ts';
import { QUESTIONNAIRE_SOURCES, type QuestionnaireSource } from './sources.ts';

function article(
  id: string,
  title: string,
  text: string,
  effect: string,
  [confidence, first, ...others]: readonly [Confidence, QuestionnaireSource, ...QuestionnaireSource[]],
  parameters: readonly Parameter[],
): Article {
  const sources: Citations = [QUESTIONNAIRE_SOURCES[first], ...others.map((one) => QUESTIONNAIRE_SOURCES[one])];
  return {
    id: `questionnaires.${id}`,
    title,
    versions: [{ from: null, to: null, text, changed: null, effect, sources, confidence }],
    parameters,
  };
}

export const questionnaireRuleSet: RuleSet = {
  id: 'questionnaires',
  theme: 'questionnaires',
  title: 'Questionnaires',
  summary:
    'Ceux que l’assistant peut remettre, leur score une fois remplis. Le résultat est à interpréter par le médecin.',
  articles: [
    article(
      'audit_c',
      'Alcool\u00A0: AUDIT-C',
      'Trois questions de 0 à 4 points, total de 0 à 12. Réponse «\u00A0jamais\u00A0» à la première\u00A0: total 0, les deux autres sont sautées. Questionnaire de l’OMS, libre pour un usage non commercial avec mention de l’auteur.',
      'Le score paraît quand tout est répondu, sans conclusion.',
      ['multiple_secondary', 'C12', 'C13'],
      Object.values<Parameter>(AUDIT_C),
    ),
    article(
      'alcohol_marks',
      'Alcool\u00A0: repères de consommation',
      'Un verre standard contient 10 g d’alcool pur. Repères\u00A0: au plus 2 verres par jour, pas tous les jours, 10 par semaine.',
      'Repères montrés, jamais comparés à une personne sans sa réponse.',
      ['official', 'C16', 'C15', 'GENERAL'],
      Object.values<Parameter>(ALCOHOL),
    ),
    article(
      'hsi',
      'Tabac en deux questions',
      'Cigarettes par jour et délai de la première, de 0 à 3 points chacune, total de 0 à 6. Deux copies du tableau trouvées sur le web sont fausses\u00A0: celui-ci fait foi.',
      'Le score paraît quand les deux réponses sont données.',
      ['multiple_secondary', 'C10', 'C11'],
      Object.values<Parameter>(HSI),
    ),
    article(
      'pack_years',
      'Paquets-années',
      'Cigarettes par jour divisées par 20, multipliées par les années, à une décimale.',
      'Calcul affiché à côté du statut tabagique.',
      ['unverified', 'GENERAL'],
      [TOBACCO_PACK],
    ),
    article(
      'activity',
      'Activité physique et temps assis',
      'Deux questions simples\u00A0: minutes par semaine d’une activité qui fait respirer plus vite, heures assises par jour. Repères\u00A0: 150 minutes, plus de 7 à 8 heures.',
      'Réponse montrée à côté du repère, sans score.',
      ['unverified', 'GENERAL'],
      Object.values<Parameter>(ACTIVITY),
    ),
    article(
      'own_questions',
      'Sommeil, chutes, alimentation, humeur, écrans',
      'Questions du projet, sans score. La santé sexuelle et les violences ne sont ouvertes que par le médecin.',
      'L’assistant note les réponses, le médecin les lit.',
      ['official', 'C17', 'GENERAL', 'PROJECT'],
      Object.values<Parameter>(OWN_QUESTIONS),
    ),
    article(
      'not_computed',
      'Repères connus, non calculés',
      'Lever-marcher et appui sur une jambe ne sont mesurés que si le médecin le demande. Le test en six questions et Ricci-Gagnon ne sont pas livrés.',
      'Rien à saisir.',
      ['unverified', 'GENERAL', 'C10', 'C11'],
      Object.values<Parameter>(KNOWN_ONLY),
    ),
  ],
  unknowns: [
    {
      id: 'questionnaires.licences',
      title: 'Licences non lues',
      handling: 'Un questionnaire sans licence claire n’est pas livré\u00A0; le catalogue dit pourquoi.',
    },
  ],
  disputes: [
    {
      id: 'questionnaires.audit_c_marks',
      title: 'Repère de l’AUDIT-C',
      positions: [
        { words: '4 chez l’homme, 3 chez la femme', sources: [QUESTIONNAIRE_SOURCES.C13] },
        { words: 'Plus de 5', sources: [QUESTIONNAIRE_SOURCES.C14] },
      ],
      retained: 'Les repères sont montrés ensemble, modifiables par le cabinet, sans conclusion.',
    },
  ],
  entries,
};
