import { z } from 'zod';
import { daySchema, ruleEntry } from '../kernel/index.ts';
import { catalogue, QUESTIONNAIRES } from './catalogue.ts';
import { activityMarks } from './activity.ts';
import { packYears } from './pack-years.ts';
import { scoreOf, type ScoreSituation } from './score.ts';

const overrides = z
  .strictObject({
    practice: z.record(z.string(), z.json()).exactOptional(),
    patient: z.record(z.string(), z.json()).exactOptional(),
    signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
  })
  .exactOptional();
const sex = z.enum(['M', 'F']).exactOptional();

/** The options of a question, as the catalogue writes them. */
function optionsOf(
  questionnaire: ScoreSituation['questionnaire'],
  question: string,
): z.ZodExactOptional<z.ZodEnum<Record<string, string>>> {
  const asked = QUESTIONNAIRES.find(({ id }) => id === questionnaire)?.questions.find(({ id }) => id === question);
  return z.enum(Object.fromEntries((asked?.options ?? []).map(({ code }) => [code, code]))).exactOptional();
}

const scoreSituation: z.ZodType<ScoreSituation> = z.discriminatedUnion('questionnaire', [
  z.strictObject({
    questionnaire: z.literal('AUDIT_C'),
    answers: z.strictObject({
      frequency: optionsOf('AUDIT_C', 'frequency'),
      drinks: optionsOf('AUDIT_C', 'drinks'),
      sixOrMore: optionsOf('AUDIT_C', 'sixOrMore'),
    }),
    sex,
    overrides,
  }),
  z.strictObject({
    questionnaire: z.literal('HSI'),
    answers: z.strictObject({
      cigarettes: optionsOf('HSI', 'cigarettes'),
      firstCigarette: optionsOf('HSI', 'firstCigarette'),
    }),
    sex,
    overrides,
  }),
]);

export const entries = [
  ruleEntry({
    id: 'questionnaires.score',
    title: 'Score d’un questionnaire entièrement rempli',
    situation: scoreSituation,
    run: scoreOf,
  }),
  ruleEntry({
    id: 'questionnaires.catalogue',
    title: 'Questionnaires disponibles et non disponibles',
    situation: z.strictObject({}),
    run: catalogue,
  }),
  ruleEntry({
    id: 'questionnaires.pack_years',
    title: 'Paquets-années',
    situation: z.strictObject({
      cigarettesPerDay: z.number().min(0).max(200).exactOptional(),
      years: z.number().min(0).max(120).exactOptional(),
    }),
    run: packYears,
  }),
  ruleEntry({
    id: 'questionnaires.activity',
    title: 'Activité et temps assis, à côté de leurs repères',
    situation: z.strictObject({
      minutesPerWeek: z.number().min(0).max(10_080).exactOptional(),
      sittingHours: z.number().min(0).max(24).exactOptional(),
      overrides,
    }),
    run: activityMarks,
  }),
] as const;
