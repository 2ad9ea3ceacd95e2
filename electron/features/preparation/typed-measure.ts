import type { ObservationContext, TypedLine } from '#shared/domain/observation.ts';
import { parseMeasure, type LikelyValue, type MeasureValue } from '#shared/rules/vital-signs/index.ts';
import { signsOf } from './figures.ts';
import { judge, questionOf, type LineSituation } from './lines.ts';

interface Question {
  words: string;
  likely: readonly LikelyValue[];
}
export type JudgedRaw =
  | { kind: 'empty' }
  | { kind: 'not_done' }
  | ({ kind: 'refused' } & Question)
  | ({ kind: 'to_confirm'; values: MeasureValue[] } & Question)
  | { kind: 'accepted'; values: MeasureValue[] };

const bothFigures = 'Saisir les deux chiffres, par exemple 120/80.';

/** What a typed text is worth: nothing, a question, or the figures to keep (two for blood pressure). */
export function judgeRaw(
  code: TypedLine,
  raw: string,
  context: ObservationContext,
  situation: LineSituation,
): JudgedRaw {
  const signs = signsOf(code);
  const typed =
    code === 'PA' && !/^\s*[-\u2010-\u2015\u2212]?\s*$/u.test(raw) ? raw.trim().split(/\s*[/ ]\s*/u) : [raw];
  if (typed.length !== 1 && typed.length !== signs.length) return { kind: 'refused', words: bothFigures, likely: [] };
  const values: MeasureValue[] = [];
  for (const [index, text] of typed.entries()) {
    const parsed = parseMeasure(signs[index] ?? 'PAS', text);
    if (parsed.kind === 'refused') return { kind: 'refused', words: parsed.words, likely: [] };
    if (parsed.kind === 'value') values.push(parsed.value);
    else if (typed.length === 1) return { kind: parsed.kind };
  }
  if (values.length !== signs.length) return { kind: 'refused', words: bothFigures, likely: [] };
  const [first = null, second = null] = values;
  const figure = {
    code,
    value: typeof first === 'number' ? first : null,
    second: typeof second === 'number' ? second : null,
    beyond: typeof first === 'string' ? first : null,
  };
  const { evaluations } = judge(figure, context, situation);
  const question = questionOf(evaluations);
  const kept = evaluations.map((one, index) => one.value ?? values[index] ?? 0);
  if (question === null) return { kind: 'accepted', values: kept };
  const said = { words: question.words, likely: question.likely?.likely ?? [] };
  return question.kind === 'refused' ? { kind: 'refused', ...said } : { kind: 'to_confirm', values: kept, ...said };
}
