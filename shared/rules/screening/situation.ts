import { z } from 'zod';
import { countSchema, daySchema, ruleEntry, type RuleEntry } from '../kernel/index.ts';
import { evaluateScreening, type ScreeningEvaluation } from './evaluate.ts';
import { KIT_GENERATIONS, kitDelivery, kitReminder } from './kit.ts';
import { PROGRAMMES, RECORDED_ANSWERS, TEST_RESULTS, type ScreeningSituation } from './types.ts';

const answer = z.enum(RECORDED_ANSWERS).exactOptional();
const day = daySchema.exactOptional();
const programme = z.enum(PROGRAMMES);

const overrides = z.strictObject({
  practice: z.record(z.string(), z.json()).exactOptional(),
  patient: z.record(z.string(), z.json()).exactOptional(),
  signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
});

const test = z.strictObject({
  programme,
  day: daySchema,
  result: z.enum(TEST_RESULTS).exactOptional(),
  closedOn: day,
  pressure: z.strictObject({ systolic: countSchema, diastolic: countSchema }).exactOptional(),
});

const facts = z.strictObject({
  changedCivilStatus: answer,
  breasts: answer,
  cervix: answer,
  SEIN: z.strictObject({ HIGH_RISK: answer, SYMPTOM: answer, otherMammographyOn: day }).exactOptional(),
  COLORECTAL: z
    .strictObject({
      SYMPTOM: answer,
      PERSONAL: answer,
      FAMILY: answer,
      COLONOSCOPY: answer,
      RECENT_TEST: answer,
      colonoscopyOn: day,
    })
    .exactOptional(),
  COL: z.strictObject({ HYSTERECTOMY: answer, FOLLOW_UP: answer, IMMUNO: answer, NEVER_SEX: answer }).exactOptional(),
  NEONATAL: z.strictObject({ done: answer }).exactOptional(),
  MBP: z.strictObject({ refusedOn: day }).exactOptional(),
});

const person = {
  birthDay: daySchema,
  sex: z.enum(['M', 'F']),
  facts: facts.exactOptional(),
  exclusions: z
    .array(z.strictObject({ programme, reason: z.string().trim().min(1).max(200), until: day }))
    .exactOptional(),
  tests: z.array(test),
  overrides: overrides.exactOptional(),
};

type Person = Omit<ScreeningSituation, 'programme'>;
type Note = (path: PropertyKey[], message: string) => void;

/** What one field alone cannot tell: nothing is recorded before the birth, a follow-up ends after its test. */
function checkPerson({ birthDay, tests, facts: known }: Person, note: Note): void {
  const before = 'Avant la naissance.';
  for (const [index, one] of tests.entries()) {
    if (one.day < birthDay) note(['tests', index, 'day'], before);
    if (one.closedOn !== undefined && one.closedOn < one.day) {
      note(['tests', index, 'closedOn'], 'Avant le jour du test.');
    }
    if (one.pressure !== undefined && one.programme !== 'HTA_OPP') {
      note(['tests', index, 'pressure'], 'Seulement pour HTA_OPP.');
    }
  }
  const days = [
    [['facts', 'SEIN', 'otherMammographyOn'], known?.SEIN?.otherMammographyOn],
    [['facts', 'COLORECTAL', 'colonoscopyOn'], known?.COLORECTAL?.colonoscopyOn],
    [['facts', 'MBP', 'refusedOn'], known?.MBP?.refusedOn],
  ] as const;
  for (const [path, value] of days) if (value !== undefined && value < birthDay) note([...path], before);
}

export const screeningSituation: z.ZodType<ScreeningSituation> = z
  .strictObject({ ...person, programme: programme.exactOptional() })
  .check((context) => {
    checkPerson(context.value, (path, message) =>
      context.issues.push({ code: 'custom', path, message, input: context.value }),
    );
  });

const kitSituation = z.strictObject({
  person: z.strictObject(person).check((context) => {
    checkPerson(context.value, (path, message) =>
      context.issues.push({ code: 'custom', path, message, input: context.value }),
    );
  }),
  kit: z.strictObject({
    reference: z.string().trim().min(1).max(60),
    expiry: daySchema,
    generation: z.enum(KIT_GENERATIONS),
  }),
  eligibilityConfirmed: z.boolean(),
});

const evaluateEntry: RuleEntry<ScreeningSituation, ScreeningEvaluation> = ruleEntry({
  id: 'screening.evaluate',
  title: 'Dépistages et rendez-vous de prévention d’une personne',
  situation: screeningSituation,
  run: evaluateScreening,
});

export const entries = [
  evaluateEntry,
  ruleEntry({
    id: 'screening.kit_delivery',
    title: 'Remise d’un kit de dépistage colorectal',
    situation: kitSituation,
    run: kitDelivery,
  }),
  ruleEntry({
    id: 'screening.kit_reminder',
    title: 'Relance d’un kit remis sans résultat',
    situation: z.strictObject({ deliveredOn: daySchema, overrides: overrides.exactOptional() }),
    run: kitReminder,
  }),
] as const;
