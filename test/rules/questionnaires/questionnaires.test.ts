import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_ENTRIES } from '#shared/rules/book.ts';
import {
  activityMarks,
  packYears,
  questionnaireRuleSet,
  QUESTIONNAIRES,
  scoreOf,
  UNAVAILABLE_QUESTIONNAIRES,
  type ScoreSituation,
} from '#shared/rules/questionnaires/index.ts';
import { AUDIT_C, HSI } from '#shared/rules/questionnaires/parameters.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';

const DAY = '2026-11-22';
const scored = QUESTIONNAIRES.filter((one) => one.scored);
const scales = {
  AUDIT_C: { frequency: AUDIT_C.frequency, drinks: AUDIT_C.drinks, sixOrMore: AUDIT_C.sixOrMore },
  HSI: { cigarettes: HSI.cigarettes, firstCigarette: HSI.firstCigarette },
} as const;

/** Answers to some of the questions of a scored questionnaire. */
const filled = fc
  .constantFrom(...scored)
  .chain(({ id, questions }) =>
    fc.record({
      questionnaire: fc.constant(id),
      answers: fc.record(
        Object.fromEntries(
          questions.map((question) => [
            question.id,
            fc.constantFrom(...(question.options ?? []).map(({ code }) => code)),
          ]),
        ),
        { requiredKeys: [] },
      ),
    }),
  )
  .map((one) => one as unknown as ScoreSituation);

describe('un score', () => {
  it('a autant de points que de réponses possibles, de 0 au maximum', () => {
    for (const { id, questions } of scored) {
      const points = Object.entries(scales[id as keyof typeof scales]);
      expect(points.map(([question]) => question)).toEqual(questions.map((question) => question.id));
      for (const [index, [, scale]] of points.entries()) {
        expect(scale.values[0].value).toEqual((questions[index]?.options ?? []).map((_option, rank) => rank));
      }
      const max = points.reduce((total, [, scale]) => total + (scale.values[0].value?.at(-1) ?? 0), 0);
      expect(max).toBe((id === 'AUDIT_C' ? AUDIT_C : HSI).max.values[0].value);
    }
  });

  it('ne paraît que toutes réponses données, entre 0 et son maximum, sans conclure', () => {
    fc.assert(
      fc.property(filled, (one) => {
        const answer = scoreOf(one, DAY);
        const questions = QUESTIONNAIRES.find(({ id }) => id === one.questionnaire)?.questions ?? [];
        const answers: Readonly<Record<string, string | undefined>> = one.answers;
        const never = one.questionnaire === 'AUDIT_C' && answers['frequency'] === 'never';
        const complete = never || questions.every(({ id }) => answers[id] !== undefined);
        expect(answer.outcome).toBe(complete ? 'computed' : 'undetermined');
        expect(answer.missing.length > 0).toBe(!complete);
        if (answer.value !== null) {
          expect(answer.value).toBeGreaterThanOrEqual(0);
          expect(answer.value).toBeLessThanOrEqual(answer.max ?? -1);
          expect(answer.steps.reduce((total, { value }) => total + Number(value), 0)).toBe(answer.value);
          expect(answer.words).toContain('à interpréter par le médecin');
        }
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        const words = [answer.words, ...answer.marks.map((mark) => mark.words)];
        expect(findConcludingWords(words.join(' '))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('ne baisse jamais quand une réponse monte', () => {
    fc.assert(
      fc.property(fc.nat(4), fc.nat(4), fc.nat(4), fc.constantFrom(0, 1, 2), (x, y, z, raised) => {
        const questions = QUESTIONNAIRES.find(({ id }) => id === 'AUDIT_C')?.questions ?? [];
        const total = (ranks: readonly number[]): number => {
          const answers = questions.map(({ id, options }, index) => [id, options?.[ranks[index] ?? 0]?.code] as const);
          const situation = { questionnaire: 'AUDIT_C', answers: Object.fromEntries(answers) } as ScoreSituation;
          return scoreOf(situation, DAY).value ?? Number.NaN;
        };
        const ranks = [x, y, z];
        const higher = ranks.map((rank, index) => (index === raised ? Math.min(rank + 1, 4) : rank));
        expect(total(higher)).toBeGreaterThanOrEqual(total(ranks));
      }),
      { numRuns: 200 },
    );
  });

  it('les calculs voisins acceptent tout nombre de leur domaine', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 120, noNaN: true }),
        (cigarettesPerDay, years) => {
          const answer = packYears({ cigarettesPerDay, years }, DAY);
          expect(answer.value).toBeGreaterThanOrEqual(0);
          expect(answer.value).toBe(Math.round((answer.value ?? 0) * 10) / 10);
          expect(activityMarks({ minutesPerWeek: cigarettesPerDay, sittingHours: years }, DAY).marks).toHaveLength(3);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('le catalogue', () => {
  it('a un titre, une licence et des questions pour chacun, et une raison pour ceux qui manquent', () => {
    for (const { id, title, licence, questions, sources } of QUESTIONNAIRES) {
      expect(title.length * licence.length * questions.length * sources.length, id).toBeGreaterThan(0);
      expect(new Set(questions.map((question) => question.id)).size, id).toBe(questions.length);
      for (const { kind, options } of questions) expect(options === undefined).toBe(!kind.startsWith('choice'));
    }
    for (const { id, why } of UNAVAILABLE_QUESTIONNAIRES) expect(why.length, id).toBeGreaterThan(10);
    const ids = [...QUESTIONNAIRES, ...UNAVAILABLE_QUESTIONNAIRES].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('ne demande rien sur la santé sexuelle ni sur les violences', () => {
    const words = QUESTIONNAIRES.flatMap(({ questions }) => questions.map((question) => question.words)).join(' ');
    expect(words).not.toMatch(/sexuel|violence/iu);
  });

  it('une saisie quelconque est lue ou refusée, jamais une erreur', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (input, on) => {
        for (const { id } of questionnaireRuleSet.entries) JSON.stringify(RULE_ENTRIES.get(id)?.ask(input, on));
      }),
      { numRuns: 200 },
    );
  });
});
