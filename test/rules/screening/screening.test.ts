import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays as kernelAddDays, addMonths as kernelAddMonths, isDay } from '#shared/kernel/day.ts';
import { RULE_ENTRIES } from '#shared/rules/book.ts';
import {
  evaluateScreening,
  PROGRAMMES,
  RECORDED_ANSWERS,
  SCREENING_STATES,
  screeningRuleSet,
  TEST_RESULTS,
  type ScreeningSituation,
} from '#shared/rules/screening/index.ts';
import { addDays, addMonths } from '#shared/rules/screening/dates.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';
import { readCases } from '../run-cases.ts';
import { globSync } from 'node:fs';
import { join } from 'node:path';

const day = fc
  .date({ min: new Date('1920-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const answer = fc.constantFrom(...RECORDED_ANSWERS);
const optional = { requiredKeys: [] };
const ids = screeningRuleSet.articles.flatMap(({ parameters }) => parameters).map(({ id }) => id);
const chosen = fc.oneof(
  fc.constant(null),
  // Any figure a practice may have typed; minus zero does not survive JSON.
  fc.double({ min: -1000, max: 1e9, noNaN: true }).map((figure) => figure + 0),
  fc.integer({ min: -5, max: 700 }),
  fc.constantFrom('exclu du programme', 'autre', true),
);

const situation: fc.Arbitrary<ScreeningSituation> = fc.record(
  {
    birthDay: day,
    sex: fc.constantFrom('M' as const, 'F' as const),
    tests: fc.array(
      fc.record(
        {
          programme: fc.constantFrom(...PROGRAMMES),
          day,
          result: fc.constantFrom(...TEST_RESULTS),
          closedOn: day,
          pressure: fc.record({ systolic: fc.nat(300), diastolic: fc.nat(200) }),
        },
        { requiredKeys: ['programme', 'day'] },
      ),
      { maxLength: 12 },
    ),
    facts: fc.record(
      {
        changedCivilStatus: answer,
        breasts: answer,
        cervix: answer,
        SEIN: fc.record({ HIGH_RISK: answer, SYMPTOM: answer, otherMammographyOn: day }, optional),
        COLORECTAL: fc.record(
          {
            SYMPTOM: answer,
            PERSONAL: answer,
            FAMILY: answer,
            COLONOSCOPY: answer,
            RECENT_TEST: answer,
            colonoscopyOn: day,
          },
          optional,
        ),
        COL: fc.record({ HYSTERECTOMY: answer, FOLLOW_UP: answer, IMMUNO: answer, NEVER_SEX: answer }, optional),
        NEONATAL: fc.record({ done: answer }, optional),
        MBP: fc.record({ refusedOn: day }, optional),
      },
      optional,
    ),
    exclusions: fc.array(
      fc.record(
        { programme: fc.constantFrom(...PROGRAMMES), reason: fc.constant('motif'), until: day },
        { requiredKeys: ['programme', 'reason'] },
      ),
      { maxLength: 3 },
    ),
    overrides: fc.record({ practice: fc.dictionary(fc.constantFrom(...ids), chosen, { maxKeys: 6 }) }),
  },
  { requiredKeys: ['birthDay', 'sex', 'tests'] },
);

describe('quelle que soit la situation', () => {
  it('chaque programme a un état connu, des raisons en français et une réponse qui se relit', () => {
    fc.assert(
      fc.property(situation, day, (one, on) => {
        const { programmes } = evaluateScreening(one, on);
        expect(JSON.parse(JSON.stringify(programmes))).toEqual(programmes);
        for (const programme of PROGRAMMES) {
          const found = programmes[programme];
          expect(SCREENING_STATES).toContain(found?.state);
          expect(found?.reasons.length).toBeGreaterThan(0);
          const words = [...(found?.reasons ?? []), ...(found?.toAsk ?? [])].map((line) => line.words).join(' ');
          expect(findConcludingWords(words)).toEqual([]);
          expect(words).not.toMatch(/ [:;?!%€»]|« |NaN|undefined/u);
          for (const when of [found?.dueSince, found?.nextDay, found?.until, found?.lastDay]) {
            expect(when === null || isDay(when)).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('ce qui est dû l’est depuis un jour passé, ce qui ne l’est pas encore le sera plus tard', () => {
    fc.assert(
      fc.property(situation, day, (one, on) => {
        for (const found of Object.values(evaluateScreening(one, on).programmes)) {
          if (found.state === 'due') expect(found.dueSince !== null && found.dueSince <= on).toBe(true);
          if (found.nextDay !== null) expect(found.nextDay > on).toBe(true);
          if (found.state === 'undetermined') expect(found.missing.length).toBeGreaterThan(0);
          if (found.until !== null && found.state === 'excluded') expect(found.until >= on).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('ce qui n’est pas encore dû le devient au jour annoncé', () => {
    const plain = situation.map(({ birthDay, sex, tests }) => ({
      birthDay,
      sex,
      tests: tests
        .filter(({ day: when }) => when >= birthDay)
        .map((test) => ({ ...test, result: 'negative' as const, pressure: { systolic: 120, diastolic: 70 } })),
    }));
    fc.assert(
      fc.property(plain, day, (one, on) => {
        const before = { ...one, tests: one.tests.filter((test) => test.day <= on) };
        for (const found of Object.values(evaluateScreening(before, on).programmes)) {
          if (found.state !== 'not_yet' || found.nextDay === null) continue;
          // Before the first age, a test already made may postpone the first one due.
          if (found.reasons.some(({ code }) => code === 'AGE_UNDER') && before.tests.length > 0) continue;
          // At 30, HPV takes the place of the cytology.
          const name = found.reasons.some(({ code }) => code === 'TURNING_30') ? 'COL_HPV' : found.programme;
          const then = evaluateScreening(before, found.nextDay).programmes[name]?.state;
          const expected = name === 'MBP' ? 'offered' : name === 'NEONATAL' ? 'undetermined' : 'due';
          expect(then, `${name} ${found.nextDay}`).toBe(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('une saisie quelconque est lue ou refusée, jamais une erreur', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (input, on) => {
        for (const { id } of screeningRuleSet.entries) JSON.stringify(RULE_ENTRIES.get(id)?.ask(input, on));
      }),
      { numRuns: 200 },
    );
  });
});

describe('l’arithmétique des jours', () => {
  it('est celle du calendrier, fins de mois et années bissextiles comprises', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 1200 }), (one, count) => {
        expect(addMonths(one, count)).toBe(kernelAddMonths(one, count));
        expect(addDays(one, count)).toBe(kernelAddDays(one, count));
      }),
      { numRuns: 600 },
    );
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('9999-01-01', 600)).toBe('9999-12-31');
    expect(addMonths('0001-01-01', -1)).toBe('0001-01-01');
  });
});

describe('les cas', () => {
  it('montrent chaque état de chaque programme', () => {
    const cases = globSync(join(import.meta.dirname, '*.yaml')).flatMap(readCases);
    const seen = new Set<string>();
    for (const { expected } of cases) {
      const programmes = (expected['programmes'] ?? {}) as Record<string, { state?: string }>;
      for (const [programme, { state }] of Object.entries(programmes)) seen.add(`${programme} ${String(state)}`);
    }
    const organised = ['due', 'not_yet', 'not_concerned', 'doctor_review', 'excluded', 'undetermined'];
    const states: Record<(typeof PROGRAMMES)[number], readonly string[]> = {
      SEIN: organised,
      COLORECTAL: organised,
      COL_CYTO: organised,
      COL_HPV: organised,
      NEONATAL: ['not_yet', 'done', 'undetermined', 'doctor_review', 'excluded', 'not_concerned'],
      CHILD_EXAMS: ['not_yet', 'due', 'done', 'undetermined', 'not_concerned'],
      MBP: ['not_yet', 'offered', 'done', 'refused', 'excluded', 'not_concerned'],
      HTA_OPP: ['not_yet', 'due', 'doctor_review', 'excluded', 'undetermined'],
      DIAB_OPP: ['not_yet', 'due', 'doctor_review', 'excluded', 'undetermined'],
    };
    const missing = PROGRAMMES.flatMap((programme) =>
      states[programme].filter((state) => !seen.has(`${programme} ${state}`)).map((state) => `${programme} ${state}`),
    );
    expect(missing).toEqual([]);
  });
});
