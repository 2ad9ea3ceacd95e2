import { NBSP } from '#shared/kernel/format.ts';
import type { Citation, Confidence, JsonValue } from '../kernel/index.ts';
import { OWN_QUESTIONS } from './parameters.ts';
import { QUESTIONNAIRE_SOURCES as S } from './sources.ts';

export interface Question {
  readonly id: string;
  readonly words: string;
  readonly kind: 'choice' | 'choices' | 'number' | 'yes_no' | 'text' | 'day';
  readonly unit?: string;
  readonly options?: readonly { readonly code: string; readonly words: string }[];
}

export interface Questionnaire {
  readonly id: string;
  readonly title: string;
  /** `published`: as a public source writes them; `own`: written by the project. */
  readonly questionsBy: 'published' | 'own';
  readonly scored: boolean;
  readonly licence: string;
  readonly confidence: Confidence;
  readonly questions: readonly Question[];
  readonly sources: readonly Citation[];
}

export interface UnavailableQuestionnaire {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

const ask = (words: string): string => `${words}${NBSP}?`;
const choice = (id: string, words: string, options: Readonly<Record<string, string>>): Question => ({
  id,
  words: ask(words),
  kind: 'choice',
  options: Object.entries(options).map(([code, label]) => ({ code, words: label })),
});
const several = (id: string, words: string, options: Readonly<Record<string, string>>): Question => ({
  ...choice(id, words, options),
  kind: 'choices',
});
const yesNo = (id: string, words: string): Question => ({ id, words: ask(words), kind: 'yes_no' });
const count = (id: string, words: string, unit: string): Question => ({ id, words: ask(words), kind: 'number', unit });
const valueOf = ({
  values: [first],
}: {
  readonly values: readonly [{ readonly value: JsonValue }, ...unknown[]];
}): string => String(first.value);

const OWN = 'Questions du projet, sans score.';

export const QUESTIONNAIRES: readonly Questionnaire[] = [
  {
    id: 'AUDIT_C',
    title: 'AUDIT-C',
    questionsBy: 'published',
    scored: true,
    licence: `Questionnaire de l’Organisation mondiale de la santé, libre pour un usage non commercial avec mention de l’auteur${NBSP}; diffusion commerciale${NBSP}: accord à demander à l’OMS.`,
    confidence: 'unverified',
    sources: [S.C12, S.C13],
    questions: [
      choice('frequency', 'Combien de fois vous arrive-t-il de consommer de l’alcool', {
        never: 'Jamais',
        monthly_or_less: 'Une fois par mois ou moins',
        two_to_four_a_month: '2 à 4 fois par mois',
        two_to_three_a_week: '2 à 3 fois par semaine',
        four_or_more_a_week: '4 fois par semaine ou plus',
      }),
      choice(
        'drinks',
        'Combien de verres standard buvez-vous au cours d’une journée ordinaire où vous buvez de l’alcool',
        {
          one_or_two: '1 ou 2',
          three_or_four: '3 ou 4',
          five_or_six: '5 ou 6',
          seven_to_nine: '7 à 9',
          ten_or_more: '10 ou plus',
        },
      ),
      choice(
        'sixOrMore',
        'Au cours d’une même occasion, combien de fois vous arrive-t-il de boire six verres standard ou plus',
        {
          never: 'Jamais',
          less_than_monthly: 'Moins d’une fois par mois',
          monthly: 'Une fois par mois',
          weekly: 'Une fois par semaine',
          daily_or_almost: 'Tous les jours ou presque',
        },
      ),
    ],
  },
  {
    id: 'HSI',
    title: 'Tabac en deux questions',
    questionsBy: 'own',
    scored: true,
    licence: 'Formulation du projet, barème repris de sources publiques.',
    confidence: 'multiple_secondary',
    sources: [S.C10, S.C11],
    questions: [
      choice('cigarettes', 'Combien de cigarettes fumez-vous par jour', {
        up_to_10: '10 ou moins',
        from_11_to_20: '11 à 20',
        from_21_to_30: '21 à 30',
        from_31: '31 ou plus',
      }),
      choice('firstCigarette', 'Combien de temps après le réveil fumez-vous la première cigarette', {
        after_60_min: `Plus de 60${NBSP}min`,
        from_31_to_60_min: `31 à 60${NBSP}min`,
        from_6_to_30_min: `6 à 30${NBSP}min`,
        within_5_min: `5${NBSP}min ou moins`,
      }),
    ],
  },
  own('TABAC', 'Tabac', [
    choice('status', 'Fumez-vous', { never: 'Jamais', former: 'Ancien', current: 'Actuel' }),
    { id: 'endedOn', words: 'Date d’arrêt', kind: 'day' },
    several('products', 'Produits fumés', {
      cigarettes: 'Cigarettes',
      rolled: 'Tabac à rouler',
      cigar: 'Cigare',
      pipe: 'Pipe',
      water_pipe: 'Narguilé',
    }),
    yesNo('vaping', 'Vapotage'),
    count('cigarettesPerDay', 'Cigarettes par jour', 'cigarettes'),
    count('years', 'Pendant combien d’années', 'années'),
  ]),
  own('ACTIVITE', 'Activité physique et temps assis', [
    count('minutesPerWeek', 'Minutes par semaine d’une activité qui fait respirer plus vite', 'min'),
    count('sittingHours', 'Heures par jour passées assis', 'h'),
  ]),
  own('SOMMEIL', 'Sommeil', [
    { id: 'hours', words: 'Heures habituelles de sommeil', kind: 'text' },
    yesNo(
      'difficulties',
      `Difficultés au moins ${valueOf(OWN_QUESTIONS.sleepNights)} nuits par semaine depuis ${valueOf(OWN_QUESTIONS.sleepMonths)} mois`,
    ),
    yesNo('sleepiness', 'Somnolence dans la journée'),
    yesNo('snoring', 'Ronflements ou arrêts de la respiration rapportés'),
    yesNo('nightWork', 'Travail de nuit'),
  ]),
  own('CHUTES', 'Chutes', [
    yesNo('fall', `Chute dans les ${valueOf(OWN_QUESTIONS.fallMonths)} derniers mois`),
    count('falls', 'Combien de chutes', 'chutes'),
    yesNo('injury', 'Blessure'),
    yesNo('fear', 'Peur de tomber'),
    yesNo('walkingAid', 'Aide à la marche'),
    yesNo('medicines', `${valueOf(OWN_QUESTIONS.medicines)} médicaments ou plus`),
  ]),
  own('ALIMENTATION', 'Alimentation', [
    yesNo('vegetables', 'Fruits et légumes chaque jour'),
    count('meals', 'Repas par jour', 'repas'),
    yesNo('appetite', 'Appétit changé récemment'),
  ]),
  own('HUMEUR', 'Humeur', [
    yesNo('sadness', 'Tristesse ou découragement ces dernières semaines'),
    yesNo('interest', 'Moins d’intérêt ou de plaisir qu’avant ces dernières semaines'),
  ]),
  own('ECRANS', 'Écrans', [count('screenHours', 'Heures par jour devant un écran, hors travail', 'h')]),
];

function own(id: string, title: string, questions: readonly Question[]): Questionnaire {
  return {
    id,
    title,
    questionsBy: 'own',
    scored: false,
    licence: OWN,
    confidence: 'design_choice',
    questions,
    sources: [S.PROJECT],
  };
}

export const UNAVAILABLE_QUESTIONNAIRES: readonly UnavailableQuestionnaire[] = [
  {
    id: 'FAGERSTROM_6',
    title: 'Tabac en six questions',
    why: 'Droits de l’auteur et de l’éditeur, accord à demander. La forme en deux questions est livrée.',
  },
  { id: 'RICCI_GAGNON', title: 'Ricci et Gagnon', why: 'Licence non indiquée par ses auteurs.' },
  { id: 'IPAQ', title: 'IPAQ court', why: 'Libre de droits, mais long à remplir et barème non lu.' },
  { id: 'EPWORTH', title: 'Échelle d’Epworth', why: 'Titulaire de droits.' },
  { id: 'ISI', title: 'Index de sévérité de l’insomnie', why: 'Titulaire de droits.' },
  { id: 'FINDRISC', title: 'FINDRISC', why: 'Licence et barème non lus.' },
  { id: 'MBP', title: `Questionnaire de «${NBSP}Mon bilan prévention${NBSP}»`, why: 'Texte et licence non lus.' },
  { id: 'SANTE_SEXUELLE', title: 'Santé sexuelle', why: 'Ouvert par le médecin seul.' },
  { id: 'VIOLENCES', title: 'Violences', why: 'Ouvert par le médecin seul.' },
];

/** What may be handed out, with its questions and its licence, and what may not, with the reason. */
export function catalogue(): {
  readonly available: readonly Questionnaire[];
  readonly unavailable: readonly UnavailableQuestionnaire[];
} {
  return { available: QUESTIONNAIRES, unavailable: UNAVAILABLE_QUESTIONNAIRES };
}
