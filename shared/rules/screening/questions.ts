import { NBSP } from '#shared/kernel/format.ts';
import { breastQuestions, colorectalQuestions } from './breast-and-colon.ts';
import { SEIN } from './cancer-parameters.ts';
import { cervixQuestions } from './cervix.ts';
import type { AnsweredQuestion } from './gates.ts';
import type { Reading } from './reading.ts';
import type { Programme, ScreeningQuestion, ScreeningSituation } from './types.ts';

const asked = (words: string): Pick<ScreeningQuestion, 'words' | 'askedBy'> => ({
  words: `${words}${NBSP}?`,
  askedBy: 'assistant',
});
const byDoctor = (words: string): Pick<ScreeningQuestion, 'words' | 'askedBy'> => ({
  words: `${words}${NBSP}?`,
  askedBy: 'doctor',
});

/** Words of each question, by the field that records its answer. Sexual life and immunity belong to the doctor. */
export const QUESTION_WORDS: Readonly<Record<string, Pick<ScreeningQuestion, 'words' | 'askedBy'>>> = {
  'facts.breasts': asked('Présence de seins'),
  'facts.cervix': asked('Présence d’un col de l’utérus'),
  'facts.SEIN.HIGH_RISK': asked(
    `Cancer du sein personnel, prédisposition génétique, irradiation du thorax avant ${SEIN.irradiationAge.values[0].value ?? ''} ans, hyperplasie atypique`,
  ),
  'facts.SEIN.SYMPTOM': asked('Signe ou grosseur au sein'),
  'facts.COLORECTAL.SYMPTOM': asked(
    'Sang dans les selles, douleurs ou troubles du transit récents, amaigrissement inexpliqué',
  ),
  'facts.COLORECTAL.PERSONAL': asked(
    'Antécédent personnel de cancer ou de polype du côlon ou du rectum, de maladie inflammatoire de l’intestin',
  ),
  'facts.COLORECTAL.FAMILY': asked(
    'Cancer ou gros polype du côlon ou du rectum chez un parent au premier degré, maladie familiale connue',
  ),
  'facts.COLORECTAL.COLONOSCOPY': asked('Coloscopie dans les cinq dernières années'),
  'facts.COLORECTAL.RECENT_TEST': asked('Test de dépistage il y a moins de deux ans'),
  'facts.COL.HYSTERECTOMY': asked('Ablation totale de l’utérus'),
  'facts.COL.FOLLOW_UP': asked('Suivi d’une anomalie du col en cours'),
  'facts.COL.IMMUNO': byDoctor('Immunodépression, VIH, exposition au distilbène'),
  'facts.COL.NEVER_SEX': byDoctor('Pas de vie sexuelle à ce jour'),
  'facts.NEONATAL.done': asked('Buvard fait en maternité'),
};

/** What is still to ask before a test is proposed: never answered, or recorded as unknown. */
export function questionsToAsk(
  situation: ScreeningSituation,
  reading: Reading,
  programme: Programme,
): readonly ScreeningQuestion[] {
  return openPaths(situation, reading, programme).flatMap((path) => {
    const words = QUESTION_WORDS[path];
    return words === undefined ? [] : [{ path, ...words }];
  });
}

function openPaths(situation: ScreeningSituation, reading: Reading, programme: Programme): readonly string[] {
  const open = (questions: readonly AnsweredQuestion[]): string[] =>
    questions.filter(({ answer }) => answer === undefined || answer === 'unknown').map(({ path }) => path);
  const { facts } = situation;
  switch (programme) {
    case 'SEIN': {
      const unsure = facts?.breasts === 'unknown' || (facts?.breasts === undefined && changed(situation));
      return [...(unsure ? ['facts.breasts'] : []), ...open(breastQuestions(situation))];
    }
    case 'COLORECTAL': {
      const recent = facts?.COLORECTAL?.RECENT_TEST;
      return [
        ...open(colorectalQuestions(situation, reading)),
        ...(recent === undefined || recent === 'unknown' ? ['facts.COLORECTAL.RECENT_TEST'] : []),
      ];
    }
    case 'COL_CYTO':
    case 'COL_HPV': {
      const unsure = facts?.cervix === undefined || facts.cervix === 'unknown';
      return [...(unsure ? ['facts.cervix'] : []), ...open(cervixQuestions(situation, reading, programme))];
    }
    case 'NEONATAL':
      return ['facts.NEONATAL.done'];
    default:
      return [];
  }
}

function changed({ facts }: ScreeningSituation): boolean {
  return facts?.changedCivilStatus === 'yes' || facts?.changedCivilStatus === 'unknown';
}
