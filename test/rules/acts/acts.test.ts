import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_ENTRIES, ACTS, actCatalogue, actsRuleSet, actVerdict, type ActCode } from '#shared/rules/acts/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';

const codes = Object.keys(ACTS) as ActCode[];
const stated = fc.record(
  {
    device: fc.constantFrom('automatic' as const, 'manual' as const),
    doctorPresent: fc.boolean(),
    delegation: fc.boolean(),
    kitAnswers: fc.constantFrom('all_no' as const, 'one_yes' as const),
    careDiploma: fc.boolean(),
  },
  { requiredKeys: [] },
);
const day = fc
  .date({ min: new Date('2015-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const RANK = { own: 2, with_doctor: 1, never: 0 } as const;

describe('le champ des actes', () => {
  it('répond toujours, en JSON, sans conclure', () => {
    fc.assert(
      fc.property(stated, day, (conditions, today) => {
        const answers = actCatalogue(conditions, today);
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
        expect(answers.map(({ act }) => act)).toEqual(codes);
        const words = answers.flatMap((one) => [
          one.title,
          one.text,
          one.label,
          one.prepare ?? '',
          one.condition ?? '',
          ...one.reasons.map((reason) => reason.words),
        ]);
        expect(words.filter((text) => findConcludingWords(text).length > 0)).toEqual([]);
        expect(words.filter((text) => / [:;?!%€»]|« /u.test(text))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('aucune condition ne donne plus que le verdict du catalogue, et un diplôme de soins ne change rien', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), stated, (act, conditions) => {
        const { verdict } = actVerdict({ ...conditions, act }, '2026-11-22');
        const [{ value }] = ACTS[act].verdict.values;
        if (verdict !== null) expect(RANK[verdict]).toBeLessThanOrEqual(RANK[value ?? 'never']);
        const { careDiploma, ...rest } = conditions;
        const without = actVerdict({ ...rest, act }, '2026-11-22');
        expect([without.verdict, without.now.outcome]).toEqual([
          verdict,
          actVerdict({ ...rest, act, careDiploma: careDiploma ?? true }, '2026-11-22').now.outcome,
        ]);
      }),
      { numRuns: 600 },
    );
  });

  it('la glycémie capillaire n’est jamais à vous', () => {
    fc.assert(
      fc.property(stated, (conditions) => {
        expect(actVerdict({ ...conditions, act: 'CAPILLARY_GLUCOSE' }, '2026-11-22').verdict).not.toBe('own');
      }),
    );
  });

  it('un acte « avec le médecin » ne se fait jamais sans lui ni délégation', () => {
    fc.assert(
      fc.property(fc.constantFrom(...codes), stated, (act, conditions) => {
        const answer = actVerdict({ ...conditions, act }, '2026-11-22');
        if (answer.verdict !== 'with_doctor' || answer.now.outcome !== 'met') return;
        expect(conditions.doctorPresent === true || conditions.delegation === true).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('chaque acte est une valeur du livre, dans un article et un seul', () => {
    const shown = actsRuleSet.articles.flatMap(({ parameters }) => parameters.map(({ id }) => id));
    expect(codes.map((code) => ACTS[code].verdict.id).filter((id) => !shown.includes(id))).toEqual([]);
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('un acte réservé dit ce qui peut être préparé, sauf remplacer une profession', () => {
    const never = codes.filter((code) => ACTS[code].verdict.values[0].value === 'never');
    expect(never.filter((code) => ACTS[code].prepare === null)).toEqual(['REPLACE_PROFESSION']);
  });
});

describe('les limites du poste', () => {
  const post = fc.record(
    {
      remoteShare: fc.integer({ min: 0, max: 100 }),
      remoteTasks: fc.constantFrom('administrative_or_coordination', 'other'),
      homeOnly: fc.boolean(),
      mileageAllowances: fc.boolean(),
      replacesProfession: fc.boolean(),
      newPost: fc.boolean(),
      formerSecretary: fc.boolean(),
      secretaryReplaced: fc.boolean(),
      postTakenOn: day,
    },
    { requiredKeys: [] },
  );

  it('répondent toujours, et le tout suit la moins bonne', () => {
    fc.assert(
      fc.property(post, day, (situation, today) => {
        const answer = ACT_ENTRIES.postLimits.ask(situation, today);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        if (answer.outcome === 'refused' || !('limits' in answer)) return;
        const outcomes = Object.values(answer.limits).map(({ outcome }) => outcome);
        const worst = outcomes.includes('not_met')
          ? 'not_met'
          : outcomes.includes('undetermined')
            ? 'undetermined'
            : 'met';
        expect(answer.outcome).toBe(worst);
      }),
      { numRuns: 300 },
    );
  });
});
