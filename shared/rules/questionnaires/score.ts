import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  valueOn,
  type Citation,
  type Computed,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type Reason,
  type Step,
} from '../kernel/index.ts';
import { QUESTIONNAIRES } from './catalogue.ts';
import { markAt, type Mark, type Read } from './marks.ts';
import { AUDIT_C, HSI, type Scale } from './parameters.ts';

type Answers<Question extends string> = Readonly<Partial<Record<Question, string>>>;

export type ScoreSituation = (
  | { readonly questionnaire: 'AUDIT_C'; readonly answers: Answers<'frequency' | 'drinks' | 'sixOrMore'> }
  | { readonly questionnaire: 'HSI'; readonly answers: Answers<'cigarettes' | 'firstCigarette'> }
) & {
  /** Chooses the mark of the source; both are shown without it. */
  readonly sex?: 'M' | 'F';
  readonly overrides?: Overrides;
};

export interface Score extends Computed {
  readonly questionnaire: ScoreSituation['questionnaire'];
  readonly max: number | null;
  /** « AUDIT-C 2/12, à interpréter par le médecin »; what is missing otherwise. */
  readonly words: string;
  readonly marks: readonly Mark[];
  readonly sources: readonly Citation[];
}

type Question = readonly [id: string, points: Parameter<Scale>];
const QUESTIONS: Readonly<Record<ScoreSituation['questionnaire'], readonly Question[]>> = {
  AUDIT_C: [
    ['frequency', AUDIT_C.frequency],
    ['drinks', AUDIT_C.drinks],
    ['sixOrMore', AUDIT_C.sixOrMore],
  ],
  HSI: [
    ['cigarettes', HSI.cigarettes],
    ['firstCigarette', HSI.firstCigarette],
  ],
};
const MAXIMA = { AUDIT_C: AUDIT_C.max, HSI: HSI.max } as const;

const SKIPPED: Reason = {
  code: 'SKIPPED',
  words: `Réponse «${NBSP}jamais${NBSP}»${NBSP}: les questions suivantes ne comptent pas.`,
};

/** Total of the points once every question is answered; before that, undetermined with the questions left. */
export function scoreOf(situation: ScoreSituation, day: Day): Score {
  const { questionnaire, overrides } = situation;
  const answers: Readonly<Record<string, string | undefined>> = situation.answers;
  const used: ParameterUse[] = [];
  const read = <Value extends Scale | number>(definition: Parameter<Value>): Value | null => {
    const use = valueOn(definition, day, overrides);
    if (use !== null) used.push(use);
    return use?.value ?? null;
  };
  const never = questionnaire === 'AUDIT_C' && answers['frequency'] === 'never';
  const steps: Step[] = [];
  const missing: string[] = [];
  let total = 0;
  for (const [id, definition] of QUESTIONS[questionnaire]) {
    if (never && id !== 'frequency') continue;
    const option = optionOf(questionnaire, id, answers[id]);
    const points = option === null ? undefined : read(definition)?.[option.rank];
    if (option === null || points === undefined) missing.push(`answers.${id}`);
    else steps.push({ label: option.question, words: option.words, value: points, unit: 'points' });
    total += points ?? 0;
  }
  const known = QUESTIONNAIRES.find(({ id }) => id === questionnaire);
  const title = known?.title ?? questionnaire;
  const max = read(MAXIMA[questionnaire]);
  const sources = known?.sources ?? [];
  if (missing.length > 0) {
    const left = `${missing.length}${NBSP}${missing.length > 1 ? 'réponses attendues' : 'réponse attendue'}`;
    const reasons: Reason[] = [{ code: 'MISSING_ANSWERS', words: `Pas de score${NBSP}: ${left}.` }];
    const answer = notComputed('points', missing, { steps, reasons, parameters: used });
    return { ...answer, questionnaire, max, words: `${title}${NBSP}: ${left}`, marks: [], sources };
  }
  const marks = marksOf(questionnaire, situation.sex, total, read);
  const words = `${title} ${total}/${max ?? '–'}, à interpréter par le médecin`;
  const answer = computed(total, 'points', { steps, reasons: never ? [SKIPPED] : [], parameters: used });
  return { ...answer, questionnaire, max, words, marks, sources };
}

/** The answer in the order of the catalogue; null when it was not given. */
function optionOf(
  questionnaire: string,
  question: string,
  code: string | undefined,
): { readonly rank: number; readonly question: string; readonly words: string } | null {
  const asked = QUESTIONNAIRES.find(({ id }) => id === questionnaire)?.questions.find(({ id }) => id === question);
  const rank = asked?.options?.findIndex((option) => option.code === code) ?? -1;
  const option = asked?.options?.[rank];
  return option === undefined ? null : { rank, question: asked?.words ?? '', words: option.words };
}

function marksOf(
  questionnaire: ScoreSituation['questionnaire'],
  sex: 'M' | 'F' | undefined,
  total: number,
  read: Read,
): readonly Mark[] {
  if (questionnaire === 'HSI') {
    return [
      ...markAt(HSI.second, total, read, (value) => `deuxième tranche de la source à partir de ${value}`),
      ...markAt(HSI.third, total, read, (value) => `troisième tranche de la source à partir de ${value}`),
    ];
  }
  const men =
    sex === 'F'
      ? []
      : markAt(AUDIT_C.men, total, read, (value) => `repère de la source chez l’homme${NBSP}: ${value} ou plus`);
  const women =
    sex === 'M'
      ? []
      : markAt(AUDIT_C.women, total, read, (value) => `repère de la source chez la femme${NBSP}: ${value} ou plus`);
  const other = markAt(
    AUDIT_C.other,
    total,
    read,
    (value) => `repère d’une autre source${NBSP}: plus de ${value}`,
    true,
  );
  return [...men, ...women, ...other];
}
