import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Citation, JsonValue, Parameter } from '#shared/rules/kernel/index.ts';
import { PROGRAMMES, screeningRuleSet } from '#shared/rules/screening/index.ts';
import { EFFECT } from '#shared/rules/screening/figures.ts';
import { SCREENING_SOURCES, type ScreeningSource } from '#shared/rules/screening/sources.ts';

const exclusionSchema = z.object({ code: z.string(), confidence: z.string().optional() }).loose();
const documentSchema = z.object({
  meta: z.object({ prepared: z.string() }),
  programmes: z.array(
    z
      .object({
        id: z.enum(PROGRAMMES),
        label_fr: z.string(),
        sources: z.array(z.string()),
        confidence: z.string().optional(),
        exclusions: z.array(exclusionSchema),
        eligibility_questions: z
          .array(z.object({ code: z.string(), question_fr: z.string(), confidence: z.string() }))
          .optional(),
      })
      .loose(),
  ),
  sources: z.record(z.string(), z.object({ title: z.string(), address: z.string() })),
});

// The trade document of 22 November 2026, copied byte for byte.
const raw = JSON.parse(readFileSync(join(import.meta.dirname, 'screening-programmes.json'), 'utf8')) as JsonValue;
const document = documentSchema.parse(raw);

const parameters = new Map(
  screeningRuleSet.articles.flatMap(({ parameters: own }) => own).map((one) => [one.id, one] as const),
);
const idOf = new Map<Citation, string>(
  Object.entries(SCREENING_SOURCES).map(([id, source]) => [source as Citation, id]),
);

function found(id: string): Parameter {
  const one = parameters.get(`screening.${id}`);
  if (one === undefined) throw new Error(`screening.${id} n’est dans aucun article`);
  return one;
}
/** Last value of a parameter. */
const valueOf = (id: string): JsonValue => found(id).values.at(-1)?.value ?? null;
const sourcesOf = (id: string): string[] =>
  found(id)
    .values.at(-1)
    ?.sources.map((source) => idOf.get(source) ?? '?') ?? [];

/** Walks to a figure of the document: `SEIN.exclusions.0.code`, `MBP.duration_minutes.1`. */
function at(path: string): JsonValue {
  const [programme = '', ...keys] = path.split('.');
  let value: unknown = document.programmes.find(({ id }) => id === programme);
  for (const key of keys) value = (value as Record<string, unknown>)[key];
  return value as JsonValue;
}

/** Numbers written in a text of the document, in order. */
const figuresIn = (path: string): number[] => (String(at(path)).match(/\d+/gu) ?? []).map(Number);
const daysIn = (path: string): string[] => String(at(path)).match(/\d{4}-\d{2}(?:-\d{2})?/gu) ?? [];
const years = (count: number | undefined): number => (count ?? Number.NaN) * 12;
const WRITTEN: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, five: 5, cinq: 5, deux: 2 };
/** Numbers written in letters. */
const wordsIn = (path: string): number[] =>
  String(at(path))
    .toLowerCase()
    .split(/[^a-z]+/u)
    .flatMap((word) => (Object.hasOwn(WRITTEN, word) ? [WRITTEN[word] ?? 0] : []));

// Each figure of the document, where it is written there, and the parameter that carries it.
const FIGURES: readonly (readonly [path: string, written: () => JsonValue, parameter: string])[] = [
  ...(['SEIN', 'COLORECTAL', 'COL_CYTO', 'COL_HPV'] as const).flatMap(
    (id) =>
      [
        [`${id}.age_from`, () => at(`${id}.age_from`), `${id}.age_from`],
        [`${id}.age_to_exclusive`, () => at(`${id}.age_to_exclusive`), `${id}.age_to`],
      ] as const,
  ),
  ...(['SEIN', 'COLORECTAL', 'COL_HPV'] as const).map(
    (id) => [`${id}.interval_months`, () => at(`${id}.interval_months`), `${id}.interval_months`] as const,
  ),
  ['SEIN.who_invites', () => daysIn('SEIN.who_invites')[0] ?? null, 'SEIN.invited_since'],
  ['SEIN.who_invites', () => figuresIn('SEIN.who_invites').slice(3), 'SEIN.reminder_months'],
  ['SEIN.exclusions.0.text', () => figuresIn('SEIN.exclusions.0.text')[0] ?? null, 'SEIN.irradiation_age'],
  ['SEIN.exclusions.2.text', () => figuresIn('SEIN.exclusions.2.text')[0] ?? null, 'SEIN.recent_months'],
  ['SEIN.cost', () => figuresIn('SEIN.cost')[0] ?? null, 'SEIN.covered_percent'],
  ['COLORECTAL.kit', () => daysIn('COLORECTAL.kit.kit_generation')[0] ?? null, 'COLORECTAL.new_kit_from'],
  ['COLORECTAL.kit', () => daysIn('COLORECTAL.kit.kit_generation')[1] ?? null, 'COLORECTAL.former_kit_until'],
  [
    'COLORECTAL.eligibility_questions.3',
    () => years(wordsIn('COLORECTAL.eligibility_questions.3.question_fr')[0]),
    'COLORECTAL.colonoscopy_months',
  ],
  [
    'COLORECTAL.eligibility_questions.4',
    () => years(wordsIn('COLORECTAL.eligibility_questions.4.question_fr')[0]),
    'COLORECTAL.interval_months',
  ],
  ['COLORECTAL.positive', () => figuresIn('COLORECTAL.positive')[0] ?? null, 'COLORECTAL.positive_percent'],
  ['COLORECTAL.cost', () => figuresIn('COLORECTAL.cost')[0] ?? null, 'COLORECTAL.covered_percent'],
  ...([1, 2, 3] as const).map(
    (step) =>
      [
        `COL_CYTO.steps_months.${step}`,
        () => at(`COL_CYTO.steps_months.${step}.months_after_last`),
        `COL_CYTO.after_${step}_months`,
      ] as const,
  ),
  ['COL_CYTO.steps_months.0', () => figuresIn('COL_CYTO.steps_months.0.due')[0] ?? null, 'COL_CYTO.age_from'],
  ['COL_CYTO.turning_30', () => figuresIn('COL_CYTO.turning_30')[0] ?? null, 'COL_CYTO.age_to'],
  ['COL_CYTO.turning_30', () => figuresIn('COL_CYTO.turning_30')[1] ?? null, 'COL_HPV.after_cytology_months'],
  // « takes the place and the date of that second cytology »: the delay after a single one.
  [
    'COL_CYTO.steps_months.1',
    () => at('COL_CYTO.steps_months.1.months_after_last'),
    'COL_HPV.after_single_cytology_months',
  ],
  ['COL_HPV.interval_rule', () => figuresIn('COL_HPV.interval_rule')[0] ?? null, 'COL_HPV.after_cytology_months'],
  ['COL_HPV.interval_rule', () => figuresIn('COL_HPV.interval_rule')[2] ?? null, 'COL_HPV.interval_months'],
  [
    'COL_HPV.who_invites',
    () => figuresIn('COL_HPV.who_invites').map((year) => `${year}-01`)[0] ?? null,
    'COL_HPV.invited_since',
  ],
  ['COL_HPV.self_sampling', () => figuresIn('COL_HPV.self_sampling')[2] ?? null, 'COL_HPV.self_sampling_age'],
  ['COL_HPV.positive', () => figuresIn('COL_HPV.positive')[0] ?? null, 'COL_HPV.control_months'],
  ['NEONATAL.age_from_days', () => at('NEONATAL.age_from_days'), 'NEONATAL.age_from_days'],
  ['NEONATAL.test', () => (figuresIn('NEONATAL.test')[0] ?? 0) / 24, 'NEONATAL.age_from_days'],
  ['NEONATAL.count_of_diseases', () => at('NEONATAL.count_of_diseases'), 'NEONATAL.diseases'],
  ['CHILD_EXAMS.note', () => figuresIn('CHILD_EXAMS.note')[0] ?? null, 'CHILD_EXAMS.total'],
  ['CHILD_EXAMS.note', () => figuresIn('CHILD_EXAMS.note')[1] ?? null, 'CHILD_EXAMS.under_3_years'],
  ['CHILD_EXAMS.note', () => figuresIn('CHILD_EXAMS.note').slice(2, 5).length, 'CHILD_EXAMS.from_3_to_5_years'],
  ['CHILD_EXAMS.note', () => figuresIn('CHILD_EXAMS.note')[5] ?? null, 'CHILD_EXAMS.from_6_years'],
  ['CHILD_EXAMS.note', () => figuresIn('CHILD_EXAMS.note')[8] ?? null, 'CHILD_EXAMS.listed'],
  ...([0, 1, 2, 3] as const).flatMap(
    (range) =>
      [
        [
          `MBP.age_ranges_inclusive.${range}`,
          () => at(`MBP.age_ranges_inclusive.${range}.0`),
          `MBP.range_${range + 1}_from`,
        ],
        [
          `MBP.age_ranges_inclusive.${range}`,
          () => at(`MBP.age_ranges_inclusive.${range}.1`),
          `MBP.range_${range + 1}_to`,
        ],
      ] as const,
  ),
  ['MBP.once_per_range', () => at('MBP.once_per_range'), 'MBP.once_per_range'],
  ['MBP.duration_minutes', () => at('MBP.duration_minutes.0'), 'MBP.duration_min'],
  ['MBP.duration_minutes', () => at('MBP.duration_minutes.1'), 'MBP.duration_max'],
  ['MBP.cost', () => figuresIn('MBP.cost')[0] ?? null, 'MBP.covered_percent'],
  ['HTA_OPP.age_from', () => at('HTA_OPP.age_from'), 'HTA_OPP.age_from'],
  ['HTA_OPP.rule', () => years(figuresIn('HTA_OPP.rule')[0]), 'HTA_OPP.interval_before_months'],
  ['HTA_OPP.rule', () => figuresIn('HTA_OPP.rule')[1] ?? null, 'HTA_OPP.yearly_from'],
  ['HTA_OPP.rule', () => figuresIn('HTA_OPP.rule')[2] ?? null, 'HTA_OPP.yearly_from'],
  ['HTA_OPP.rule', () => figuresIn('HTA_OPP.rule')[3] ?? null, 'HTA_OPP.systolic'],
  ['HTA_OPP.rule', () => figuresIn('HTA_OPP.rule')[4] ?? null, 'HTA_OPP.diastolic'],
  [
    'HTA_OPP.rule',
    () => years(String(at('HTA_OPP.rule')).includes('every year') ? 1 : 0),
    'HTA_OPP.interval_after_months',
  ],
  ['DIAB_OPP.age_from', () => at('DIAB_OPP.age_from'), 'DIAB_OPP.age_from'],
];

describe('les dépistages du document', () => {
  it('sont tous dans le livre, avec leur libellé et un jour de vérification', () => {
    expect(document.programmes.map(({ id }) => id)).toEqual([...PROGRAMMES]);
    const checked = new Set([...parameters.values()].map(({ checkedOn }) => checkedOn as string));
    expect(checked).toEqual(new Set([document.meta.prepared]));
    for (const { id } of document.programmes) {
      expect(
        screeningRuleSet.articles.some((article) => article.id === `screening.${id}`),
        id,
      ).toBe(true);
    }
  });

  it.each(FIGURES.map(([path, written, id], index) => [index, path, id, written] as const))(
    'chiffre %i, %s : dans %s',
    (_index, path, id, written) => {
      expect(valueOf(id), `${path} → ${id}`).toEqual(written());
      const [owner = ''] = path.split('.');
      const own = document.programmes.find((one) => one.id === owner)?.sources ?? [];
      // What the document marks as unverified stands on general knowledge alone.
      const listed = found(id).values.at(-1)?.confidence === 'unverified' ? [...own, 'D18'] : own;
      expect(
        sourcesOf(id).some((source) => listed.includes(source)),
        `${id} : ${sourcesOf(id).join(', ')}`,
      ).toBe(true);
    },
  );

  it('aucun nombre d’un champ chiffré du document n’est oublié', () => {
    const covered = new Set(FIGURES.map(([path]) => path));
    const numbers: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'number') numbers.push(path);
      else if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
      }
    };
    for (const programme of document.programmes) walk(programme, programme.id);
    const known = (path: string): boolean => [...covered].some((one) => path === one || path.startsWith(`${one}.`));
    // The number of tests of a step is the step itself.
    expect(numbers.filter((path) => !known(path) && !path.endsWith('.after_normal_tests'))).toEqual([]);
  });

  it('a chaque exclusion et question, avec l’effet des clarifications et sa fiabilité', () => {
    const effects: Record<string, string> = { HYSTERECTOMY: EFFECT.excluded };
    for (const { id, exclusions, eligibility_questions: questions, confidence } of document.programmes) {
      for (const { code, confidence: own } of exclusions) {
        // A recent mammography is a wait, carried by its delay.
        const name = code === 'RECENT' ? `${id}.recent_months` : `${id}.exclusion.${code}`;
        if (code !== 'RECENT') expect(valueOf(name), name).toBe(effects[code] ?? EFFECT.doctor_review);
        const asked = questions?.find((one) => one.code === code)?.confidence;
        expect(found(name).values.at(-1)?.confidence, name).toBe(own ?? asked ?? confidence);
      }
    }
  });

  it('a les vingt examens de l’enfant, deux d’entre eux déduits', () => {
    const ages = z.array(z.string()).parse(at('CHILD_EXAMS.ages'));
    const UNITS: Record<string, string> = { jours: 'jours', semaine: 'semaines', mois: 'mois', ans: 'ans' };
    const expected = ages.flatMap((text): { unit: string; window: number[]; confidence: string }[] => {
      const confidence = text.includes('(inferred)') ? 'inferred' : 'single_source';
      const unit = UNITS[/jours|semaine|mois|ans/u.exec(text)?.[0] ?? ''] ?? '?';
      // One examination a month from the first to the fifth.
      if (text.includes('un examen par mois')) {
        return [1, 2, 3, 4, 5].map((month) => ({ unit, window: [month, month], confidence }));
      }
      const [from = Number.NaN, to = from] = (text.match(/\d+/gu) ?? []).map(Number);
      if (unit === 'jours') return [{ unit, window: [0, from - 1], confidence }];
      // The second week begins after one completed week.
      if (unit === 'semaines') return [{ unit, window: [from - 1, from - 1], confidence }];
      return [{ unit, window: [from, to], confidence }];
    });
    const carried = Array.from({ length: 20 }, (_, index) => {
      const { unit, values } = found(`CHILD_EXAMS.exam_${String(index + 1).padStart(2, '0')}`);
      expect(values.map(({ from }) => from)).toEqual([null, at('CHILD_EXAMS.since')]);
      expect(values[0].value).toBeNull();
      return { unit, window: values.at(-1)?.value, confidence: values.at(-1)?.confidence };
    });
    expect(carried).toEqual(expected);
    expect(parameters.has('screening.CHILD_EXAMS.exam_21')).toBe(false);
  });

  it('a le nombre de maladies d’avant et d’après le 1er septembre 2025', () => {
    const [before, after] = found('NEONATAL.diseases').values;
    expect(after?.from).toBe(daysIn('NEONATAL.since')[0]);
    expect(before.value).toBe(Number(after?.value) - (wordsIn('NEONATAL.since')[0] ?? 0));
    expect(before.confidence).toBe('inferred');
  });

  it('ne donne aucun rythme au questionnaire de diabète, que le document ne donne pas', () => {
    expect(Object.keys(document.programmes.find(({ id }) => id === 'DIAB_OPP') ?? {})).not.toContain('interval_months');
    expect(valueOf('DIAB_OPP.interval_months')).toBeNull();
  });

  it('a chaque source, à la même adresse', () => {
    for (const [id, source] of Object.entries(document.sources)) {
      const carried: Citation | undefined = SCREENING_SOURCES[id as ScreeningSource];
      expect(carried?.address ?? '', id).toBe(source.address);
    }
  });
});
