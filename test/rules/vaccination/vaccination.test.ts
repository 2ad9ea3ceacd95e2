import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/day.ts';
import { addPeriod, daysAfter } from '#shared/rules/vaccination/dates.ts';
import { evaluateEntry, mandatoryEntry, productEntry } from '#shared/rules/vaccination/situation.ts';
import {
  ANTIGENS,
  CONDITIONS,
  EVENTS,
  evaluateVaccination,
  prepareVaccination,
  PRODUCT_NAMES,
  VACCINATION_PARAMETERS,
  VACCINATION_STATES,
  vaccinationRuleSet,
  type Antigen,
  type Condition,
  type VaccinationEvent,
  type VaccinationPatient,
} from '#shared/rules/vaccination/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';
import { readCases } from '../run-cases.ts';

const dayBetween = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date(`${from}T00:00:00Z`), max: new Date(`${to}T00:00:00Z`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const keys = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];

/** Ages around which rules begin and end, so that short windows are met. */
const ageInDays = fc.oneof(
  fc.integer({ min: 0, max: 900 }),
  fc.integer({ min: 900, max: 10_000 }),
  fc.integer({ min: 10_000, max: 40_000 }),
);
const question = dayBetween('2018-01-01', '2027-12-31');
const dose = fc.record({
  daysAgo: fc.oneof(fc.integer({ min: -5, max: 800 }), fc.integer({ min: 0, max: 30_000 })),
  product: fc.oneof(fc.constantFrom(...PRODUCT_NAMES), fc.constant('Vaccin bleu'), fc.constant(null)),
  antigens: fc.uniqueArray(fc.constantFrom<Antigen>(...keys(ANTIGENS)), { minLength: 1, maxLength: 5 }),
});
const situation = fc
  .record({
    day: question,
    age: ageInDays,
    sex: fc.constantFrom('M' as const, 'F' as const),
    conditions: fc.uniqueArray(fc.tuple(fc.constantFrom<Condition>(...keys(CONDITIONS)), fc.boolean()), {
      maxLength: 6,
    }),
    events: fc.array(fc.tuple(fc.constantFrom<VaccinationEvent>(...keys(EVENTS)), fc.integer({ min: 0, max: 3000 })), {
      maxLength: 3,
    }),
    pregnantFor: fc.option(fc.integer({ min: 0, max: 320 })),
    doses: fc.array(dose, { maxLength: 8 }),
  })
  .map((one): { day: string; patient: VaccinationPatient } => {
    const before = (days: number): string => addDays(one.day, -days);
    return {
      day: one.day,
      patient: {
        birthDay: before(one.age),
        sex: one.sex,
        conditions: Object.fromEntries(one.conditions),
        events: one.events.map(([event, days]) => ({ event, day: before(Math.min(days, one.age)) })),
        ...(one.sex === 'M' || one.pregnantFor === null || one.pregnantFor > one.age
          ? {}
          : { pregnancy: { amenorrhoeaFrom: before(one.pregnantFor) } }),
        doses: one.doses.map(({ daysAgo, product, antigens }) => {
          const day = before(Math.min(daysAgo, one.age));
          return product === null ? { antigens, day } : { product, day };
        }),
      },
    };
  });

const FOLDER = import.meta.dirname;
const cases = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .flatMap((file) => readCases(join(FOLDER, file)))
  .filter(({ rule }) => rule === 'vaccination.evaluate');

describe('toute situation', () => {
  it('a 34 réponses qui se transportent, dans les états connus, sans mot qui conclut', () => {
    const known = new Set(VACCINATION_PARAMETERS.map(({ id }) => id));
    fc.assert(
      fc.property(situation, ({ day, patient }) => {
        const answers = evaluateVaccination(prepareVaccination(day), patient);
        expect(answers).toHaveLength(34);
        expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
        const words = answers.flatMap(({ reasons }) => reasons.map((reason) => reason.words));
        expect(findConcludingWords(words.join(' '))).toEqual([]);
        for (const answer of answers) {
          expect(VACCINATION_STATES).toContain(answer.state);
          expect(answer.edition).toBe('2025');
          expect(answer.reasons.length).toBeGreaterThan(0);
          expect(answer.parameters.filter(({ id }) => !known.has(id))).toEqual([]);
          if (answer.state === 'undetermined') expect(answer.missing).not.toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a un jour attendu en accord avec son état', () => {
    fc.assert(
      fc.property(situation, ({ day, patient }) => {
        for (const { state, dueDay, dose: next } of evaluateVaccination(prepareVaccination(day), patient)) {
          if (state === 'not_yet') expect(dueDay !== null && dueDay > day).toBe(true);
          if (state === 'due') expect(dueDay !== null && dueDay <= day && next !== null).toBe(true);
          if (state === 'late') expect(dueDay !== null && dueDay < day).toBe(true);
          if (state === 'complete' || state === 'out_of_scope') expect([dueDay, next]).toEqual([null, null]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('n’atteint aucun état qui n’ait son cas écrit', () => {
    const written = new Set(
      cases.flatMap(({ expected }) =>
        ((expected['rules'] ?? []) as { rule?: string; state?: string }[]).map(({ rule, state }) => `${rule} ${state}`),
      ),
    );
    expect(new Set([...written].map((pair) => pair.split(' ')[1]))).toEqual(new Set(VACCINATION_STATES));
    const reached = new Set<string>();
    fc.assert(
      fc.property(situation, ({ day, patient }) => {
        for (const { rule, state } of evaluateVaccination(prepareVaccination(day), patient))
          reached.add(`${rule} ${state}`);
      }),
      { numRuns: 1000 },
    );
    expect(reached.size).toBeGreaterThan(100);
    expect([...reached].filter((pair) => !written.has(pair))).toEqual([]);
  });

  it('sans nouvelle dose, ne redevient jamais « pas encore »', () => {
    const timed = new Set(['INF-HEXA', 'INF-PNC', 'INF-ROTA', 'INF-MENB', 'INF-MENACWY', 'INF-ROR', 'HPV', 'CHILD-6']);
    for (const id of ['TEEN-11', 'ADULT-25', 'ADULT-45', 'ADULT-65PLUS', 'ZONA-65', 'PNC-65', 'VRS-75']) timed.add(id);
    fc.assert(
      fc.property(question, ageInDays, fc.integer({ min: 1, max: 5000 }), (day, age, later) => {
        const patient: VaccinationPatient = { birthDay: addDays(day, -age), sex: 'F', doses: [] };
        const then = evaluateVaccination(prepareVaccination(addDays(day, later)), patient);
        for (const [index, { rule, state }] of evaluateVaccination(prepareVaccination(day), patient).entries()) {
          if (timed.has(rule) && state !== 'not_yet') expect(then[index]?.state, rule).not.toBe('not_yet');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('un vaccin inconnu laisse la réponse, ou la rend indéterminée', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: 0, max: 3000 }), ({ day, patient }, ago) => {
        const prepared = prepareVaccination(day);
        const doses = patient.doses.filter(({ product }) => product !== 'Vaccin bleu');
        const given = addDays(day, -ago) < patient.birthDay ? patient.birthDay : addDays(day, -ago);
        const before = evaluateVaccination(prepared, { ...patient, doses });
        const after = evaluateVaccination(prepared, {
          ...patient,
          doses: [...doses, { product: 'Vaccin bleu', day: given }],
        });
        for (const [index, { state, rule }] of after.entries()) {
          if (state !== 'undetermined') expect(state, rule).toBe(before[index]?.state);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('les règles appelées par leur nom', () => {
  it('refusent ou répondent, sans jamais tomber', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.oneof(question, fc.string()), (anything, day) => {
        for (const entry of [evaluateEntry, productEntry, mandatoryEntry]) JSON.stringify(entry.ask(anything, day));
      }),
      { numRuns: 500 },
    );
  });

  it('répondent comme la fonction directe', () => {
    fc.assert(
      fc.property(situation, ({ day, patient }) => {
        const rules = evaluateVaccination(prepareVaccination(day), patient);
        expect(evaluateEntry.ask(patient, day)).toEqual({ edition: '2025', rules });
      }),
      { numRuns: 50 },
    );
  });
});

describe('le calendrier des durées', () => {
  it('est celui des dates du noyau, fins de mois et 29 février compris', () => {
    fc.assert(
      fc.property(dayBetween('1900-01-01', '2100-12-31'), fc.integer({ min: 0, max: 1500 }), (day, count) => {
        expect(addPeriod(day, count, 'month')).toBe(addMonths(day, count));
        expect(addPeriod(day, count % 120, 'year')).toBe(addMonths(day, (count % 120) * 12));
        expect(addPeriod(day, count, 'week')).toBe(addDays(day, count * 7));
        expect(daysAfter(day, count)).toBe(addDays(day, count));
      }),
      { numRuns: 500 },
    );
    expect(addPeriod('2024-02-29', 1, 'year')).toBe('2025-02-28');
    expect(addPeriod('2025-01-31', 1, 'month')).toBe('2025-02-28');
    expect(addPeriod('2025-12-31', 2, 'month')).toBe('2026-02-28');
  });
});

describe('le chapitre', () => {
  it('a un article par règle et des identifiants uniques', () => {
    const ids = VACCINATION_PARAMETERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(vaccinationRuleSet.articles.length).toBe(34 + 4);
    expect(
      findConcludingWords(vaccinationRuleSet.articles.map(({ title, versions }) => title + versions[0].text).join(' ')),
    ).toEqual([]);
  });

  it('répond pour une personne bien au-dessous d’une demi-milliseconde', () => {
    const prepared = prepareVaccination('2025-11-22');
    const people = fc.sample(situation, { numRuns: 200, seed: 7 }).map(({ patient }) => patient);
    const round = (): number => {
      const start = performance.now();
      for (const patient of people) evaluateVaccination(prepared, patient);
      return (performance.now() - start) / people.length;
    };
    // The best of a few rounds: the machine may be busy with something else.
    expect(Math.min(round(), round(), round(), round(), round())).toBeLessThan(0.5);
  });
});
