import { z } from 'zod';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { foldKey } from '#shared/kernel/text.ts';
import {
  daySchema,
  ruleEntry,
  type JsonValue,
  type Overrides,
  type ParameterUse,
  type Reason,
} from '../kernel/index.ts';
import { VACCINE_RULES } from './catalogue.ts';
import { seasonYear } from './dates.ts';
import { evaluateVaccination, evaluateVaccinationRule } from './evaluate.ts';
import { mandatoryVaccinations } from './mandatory.ts';
import { ANTIGEN_CODES, ANTIGENS, CONDITION_CODES, EVENT_CODES, SEASON_KEYS, type VaccinationAnswer } from './model.ts';
import { maskOf, prepareVaccination } from './prepare.ts';
import { productsOn } from './products.ts';

const overridesSchema: z.ZodType<Overrides> = z.strictObject({
  practice: z.record(z.string(), z.json() as z.ZodType<JsonValue>).exactOptional(),
  patient: z.record(z.string(), z.json() as z.ZodType<JsonValue>).exactOptional(),
  signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
});

const doseSchema = z
  .strictObject({
    product: z.string().min(1).max(120).exactOptional(),
    antigens: z.array(z.enum(ANTIGEN_CODES)).min(1).exactOptional(),
    day: daySchema,
  })
  .refine(({ product, antigens }) => product !== undefined || antigens !== undefined, {
    path: ['product'],
    message: 'Le vaccin ou ses valences sont à renseigner.',
  });

const seasonSchema = z
  .strictObject({ season: z.enum(SEASON_KEYS), from: daySchema, to: daySchema })
  .refine(({ from, to }) => !isDay(from) || !isDay(to) || from <= to, {
    path: ['to'],
    message: 'La fin de la campagne précède son début.',
  })
  .refine(({ from, to }) => !isDay(from) || !isDay(to) || seasonYear(from).label === seasonYear(to).label, {
    path: ['to'],
    message: 'Une campagne tient entre le 1er juillet et le 30 juin.',
  });

const flags = z.strictObject(
  Object.fromEntries(CONDITION_CODES.map((code) => [code, z.boolean().exactOptional()])) as Record<
    (typeof CONDITION_CODES)[number],
    z.ZodExactOptional<z.ZodBoolean>
  >,
);

const patientShape = {
  birthDay: daySchema,
  sex: z.enum(['M', 'F']),
  conditions: flags.exactOptional(),
  events: z.array(z.strictObject({ event: z.enum(EVENT_CODES), day: daySchema })).exactOptional(),
  pregnancy: z.strictObject({ amenorrhoeaFrom: daySchema }).nullable().exactOptional(),
  doses: z.array(doseSchema),
};

const evaluationSchema = z
  .strictObject({
    ...patientShape,
    seasons: z.array(seasonSchema).exactOptional(),
    overrides: overridesSchema.exactOptional(),
    rule: z.enum(VACCINE_RULES.map(({ id }) => id)).exactOptional(),
  })
  .check(({ value, issues }) => {
    const refuse = (path: PropertyKey[], message: string): void => {
      issues.push({ code: 'custom', path, message, input: value });
    };
    for (const [index, { day }] of value.doses.entries()) {
      if (day < value.birthDay) refuse(['doses', index, 'day'], 'Cette dose précède la naissance.');
    }
    for (const [index, { day }] of (value.events ?? []).entries()) {
      if (day < value.birthDay) refuse(['events', index, 'day'], 'Cet événement précède la naissance.');
    }
    if (value.pregnancy === undefined || value.pregnancy === null) return;
    if (value.sex === 'M') refuse(['pregnancy'], 'Une grossesse se note pour une femme.');
    if (value.pregnancy.amenorrhoeaFrom < value.birthDay) {
      refuse(['pregnancy', 'amenorrhoeaFrom'], 'Cette date précède la naissance.');
    }
  });

/** Answers of every rule, or of the one asked. */
export interface VaccinationAnswers {
  readonly edition: string;
  readonly rules: readonly VaccinationAnswer[];
}

export const evaluateEntry = ruleEntry({
  id: 'vaccination.evaluate',
  title: 'Vaccinations d’une personne selon le calendrier',
  situation: evaluationSchema,
  run: ({ overrides, seasons, rule, ...patient }, day): VaccinationAnswers => {
    const prepared = prepareVaccination(day, { overrides, seasons });
    const one = rule === undefined ? null : evaluateVaccinationRule(prepared, rule, patient);
    return {
      edition: prepared.edition.name,
      rules: one === null ? evaluateVaccination(prepared, patient) : [one],
    };
  },
});

/** What a trade name protects against, and the rules it may serve. */
export interface ProductAnswer {
  readonly outcome: 'known' | 'undetermined';
  readonly product: string;
  readonly antigens: readonly { readonly code: string; readonly words: string }[];
  readonly rules: readonly string[];
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

function productNamed(product: string, day: Day, overrides?: Overrides): ProductAnswer {
  const known = productsOn(day, overrides).get(foldKey(product));
  if (known === undefined) {
    const reasons = [{ code: 'unknown_product', words: 'Vaccin inconnu\u00A0: ses valences sont à préciser.' }];
    return {
      outcome: 'undetermined',
      product,
      antigens: [],
      rules: [],
      reasons,
      parameters: [],
      missing: ['antigens'],
    };
  }
  const mask = maskOf(known.antigens);
  return {
    outcome: 'known',
    product: known.name,
    antigens: known.antigens.map((code) => ({ code, words: ANTIGENS[code] })),
    rules: VACCINE_RULES.filter(({ antigensAll }) => (mask & maskOf(antigensAll)) === maskOf(antigensAll)).map(
      ({ id }) => id,
    ),
    reasons: [],
    parameters: known.use === null ? [] : [known.use],
    missing: [],
  };
}

export const productEntry = ruleEntry({
  id: 'vaccination.product',
  title: 'Valences d’un vaccin par son nom',
  situation: z.strictObject({ product: z.string().min(1).max(120), overrides: overridesSchema.exactOptional() }),
  run: ({ product, overrides }, day) => productNamed(product, day, overrides),
});

export const mandatoryEntry = ruleEntry({
  id: 'vaccination.mandatory',
  title: 'Vaccinations obligatoires selon la naissance',
  situation: z.strictObject({ birthDay: daySchema }),
  run: mandatoryVaccinations,
});
