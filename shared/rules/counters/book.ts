import { NBSP } from '#shared/kernel/format.ts';
import { unchangedArticles, type RuleSet } from '../kernel/index.ts';
import { GAP_DAYS, HISTORY, LEAST, MINOR_AGE, SEEN, WINDOW } from './parameters.ts';
import { entries } from './situation.ts';
import { cite } from './sources.ts';

const article = unchangedArticles('counters');

export const countersRuleSet: RuleSet = {
  id: 'counters',
  theme: 'aid',
  title: 'Compteurs de patientèle',
  summary:
    'Comment Prélude compte la file active et la patientèle médecin traitant, ce qu’il projette, et ce qu’il laisse indéterminé.',
  articles: [
    article(
      'seen',
      'Passage compté comme vu',
      'Un passage compte quand la consultation a commencé. Absent, annulé et «\u00a0parti sans être vu\u00a0» ne comptent jamais. Le cabinet peut choisir une autre étape.',
      'Le choix s’applique à toute la courbe, passé compris.',
      cite('PROJECT'),
      'design_choice',
      [SEEN],
    ),
    article(
      'file_active',
      'File active du cabinet',
      'Patients différents, de tous âges, vus au moins une fois par ce médecin dans l’année glissante, jour compris. Un patient vu par deux médecins compte chez chacun. Des dossiers fusionnés comptent pour un. Un passage repris d’un autre logiciel compte avec les autres du même patient.',
      'Un patient vu l’an dernier et pas cette année sort du compte.',
      cite('S22', 'S08'),
      'inferred',
      [WINDOW],
    ),
    article(
      'coverage',
      'Année couverte',
      'Tant que les passages enregistrés ne couvrent pas toute l’année glissante, la file active est indéterminée et dit sur combien de mois elle a été comptée. Elle n’est jamais prolongée par un calcul.',
      'Importer les passages de l’ancien logiciel complète l’année.',
      cite('PROJECT'),
      'design_choice',
      [GAP_DAYS],
    ),
    article(
      'pmt',
      'Patientèle médecin traitant du cabinet',
      'Dossiers qui nomment ce médecin comme médecin traitant, adultes et enfants. Les 16 ans et plus, seuls comptés dans l’avenant 7, sont donnés à côté. Les déclarations retirées ne sont plus connues\u00a0: le compte vaut pour aujourd’hui.',
      'Pour une date passée, saisir le relevé de l’Assurance Maladie.',
      cite('S18', 'S20'),
      'multiple_secondary',
      [MINOR_AGE],
    ),
    article(
      'statement_unit',
      'Relevé d’adultes seuls, ou d’adultes et d’enfants',
      'Un relevé de patientèle médecin traitant dit qui il compte\u00a0: les 16 ans et plus, ou les adultes et les enfants. Devant un objectif écrit pour d’autres patients, il n’est pas comparé. Quand il ne le dit pas, il l’est sous réserve.',
      'L’avenant 7 compte les adultes, les textes suivants les adultes et les enfants.',
      cite('S18', 'S20'),
      'multiple_secondary',
      [MINOR_AGE],
    ),
    article(
      'projection',
      'Projection à l’échéance',
      'Médiane des gains nets des douze derniers mois, multipliée par les mois restants. La fourchette est celle du premier au troisième quartile. Sans six mois de gains, rien n’est projeté.',
      'La projection suppose que les mois à venir ressemblent aux mois passés. Elle sert à prévoir l’aide des années à venir\u00a0; sans elle, le dernier relevé.',
      cite('PROJECT'),
      'design_choice',
      [HISTORY, LEAST],
    ),
    article(
      'gap',
      'Écart avec le relevé',
      `Les causes possibles sont comptées une par une, à la date du relevé. Elles peuvent se recouper${NBSP}: ce ne sont pas des parts de l’écart. Ce que leur somme n’atteint pas est «\u00a0non expliqué\u00a0».`,
      'Chaque cause mène à un geste\u00a0: déclaration à compléter, passage à terminer, dossier à rattacher.',
      cite('PROJECT'),
      'design_choice',
    ),
  ],
  unknowns: [
    {
      id: 'counters.window_of_the_cpam',
      title: 'Période et jour de mesure de la file active par l’Assurance Maladie',
      handling: 'Année glissante par défaut, que le cabinet peut changer. Le relevé de l’Assurance Maladie l’emporte.',
    },
  ],
  disputes: [
    {
      id: 'counters.children',
      title: 'Patientèle de 2023 et après\u00a0: enfants compris ou non',
      positions: [
        { words: 'Adultes et enfants', sources: cite('S18') },
        { words: '16 ans et plus', sources: cite('S20') },
      ],
      retained: 'Adultes et enfants, les 16 ans et plus à côté.',
    },
  ],
  entries,
};
