import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/day.ts';
import {
  absence,
  aidCollectiveRuleSet,
  aidEligibilityRuleSet,
  aidLifeRuleSet,
  eligibility,
  etpCap,
  noticeEnd,
  tier,
  waitingEnds,
  type EligibilitySituation,
} from '#shared/rules/aid/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';
import { answerTo, readCases } from '../run-cases.ts';
import { count, day, dayFrom, flag, SITUATIONS } from './eligibility-situations.ts';

const CHAPTERS = [aidEligibilityRuleSet, aidLifeRuleSet, aidCollectiveRuleSet];
const entries = CHAPTERS.flatMap((chapter) => chapter.entries);

interface Found {
  readonly words: string[];
  readonly uses: string[];
  undetermined: number;
  explained: number;
}

/** Every message, parameter use and undetermined answer inside an answer. */
function find(value: unknown, found: Found): Found {
  if (Array.isArray(value)) for (const item of value) find(item, found);
  else if (typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>;
    if (typeof fields['words'] === 'string') found.words.push(fields['words']);
    if (typeof fields['id'] === 'string' && typeof fields['on'] === 'string') {
      found.uses.push(`${fields['id']} ${fields['on']}`);
    }
    if (fields['outcome'] === 'undetermined') {
      found.undetermined += 1;
      if (Array.isArray(fields['reasons']) && fields['reasons'].length > 0) found.explained += 1;
    }
    for (const inner of Object.values(fields)) find(inner, found);
  }
  return found;
}
const nothing = (): Found => ({ words: [], uses: [], undetermined: 0, explained: 0 });

describe('aucune situation ne fait tomber une règle', () => {
  it('chaque règle a ses situations', () => {
    expect(entries.map(({ id }) => id).sort()).toEqual(Object.keys(SITUATIONS).sort());
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))('%s', (id, entry) => {
    fc.assert(
      fc.property(SITUATIONS[id] ?? fc.constant({}), day, (situation, today) => {
        const answer = entry.ask(situation, today);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        const { words, undetermined, explained } = find(answer, nothing());
        expect(words.length).toBeGreaterThan(0);
        expect(words.flatMap(findConcludingWords)).toEqual([]);
        expect(words.filter((text) => /[^\u00A0][;:!?%€](?:\s|$)|undefined|NaN|null/u.test(text))).toEqual([]);
        expect(explained).toBe(undetermined);
      }),
      { numRuns: 300 },
    );
  });

  it('une saisie quelconque est refusée ou répondue, jamais interrompue', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), fc.anything(), fc.anything(), (entry, situation, today) => {
        expect(entry.ask(situation, today)).toHaveProperty('outcome', 'refused');
      }),
      { numRuns: 500 },
    );
  });
});

const complete: EligibilitySituation = {
  signatureDay: '2025-03-01',
  option: 'ETP_1',
  sector: 'SECTEUR_1',
  speciality: 'MEDECINE_GENERALE',
  particularPractice: false,
  newlyInstalled: false,
  pmt: 900,
  adaptedSituation: 'NONE',
  childrenShare: 0,
  zone: 'ZIP',
  doctorsInPractice: 2,
  coordinatedPractice: 'ALREADY',
};

describe('les réponses vont dans le bon sens', () => {
  const signatureDay = dayFrom('2019-09-01', '2030-12-31');

  it('plus de patients n’écarte jamais un médecin', () => {
    fc.assert(
      fc.property(signatureDay, count, count, (signed, a, b) => {
        const verdict = (pmt: number): boolean =>
          eligibility({ ...complete, signatureDay: signed, pmt }).outcome === 'met';
        if (verdict(Math.min(a, b))) expect(verdict(Math.max(a, b))).toBe(true);
      }),
    );
  });

  it('un champ retiré ne change jamais un oui en non, ni un non en oui', () => {
    const removable = Object.keys(complete).filter((key) => key !== 'signatureDay' && key !== 'option');
    fc.assert(
      fc.property(signatureDay, count, fc.subarray(removable), (signed, pmt, removed) => {
        const full: EligibilitySituation = { ...complete, signatureDay: signed, pmt };
        const partial = Object.fromEntries(Object.entries(full).filter(([key]) => !removed.includes(key)));
        const before = eligibility(full).outcome;
        const after = eligibility(partial as unknown as EligibilitySituation).outcome;
        expect([before, 'undetermined']).toContain(after);
      }),
    );
  });

  it('la tranche suit la patientèle, et la borne appartient à la tranche selon la comparaison choisie', () => {
    const limits = fc.tuple(fc.integer({ min: 1046, max: 2000 }), fc.integer({ min: 2001, max: 4000 }));
    fc.assert(
      fc.property(limits, fc.constantFrom('>=', '>'), ([p90, p95], operator) => {
        const at = (startFigure: number): string | null =>
          tier({
            signatureDay: '2025-03-01',
            population: 'GP',
            particularPractice: false,
            newlyInstalled: false,
            startFigure,
            overrides: {
              practice: { 'aid.percentile.pmt.p90': p90, 'aid.percentile.pmt.p95': p95, 'aid.tier.operator': operator },
            },
          }).value;
        const included = operator === '>=';
        expect([p90 - 1, p90, p90 + 1].map(at)).toEqual(['STANDARD', included ? 'P90_P94' : 'STANDARD', at(p90 + 1)]);
        expect(at(p95)).toBe(included ? 'P95_PLUS' : 'P90_P94');
        expect(at(p95 + 1)).toBe('P95_PLUS');
      }),
    );
  });

  it('le plafond d’ETP croît avec les médecins et ne dépasse pas une fois et demie leur nombre', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), flag, (doctors, hosting, site) => {
        const hostingDoctors = Math.min(doctors, hosting);
        const cap = (n: number): number =>
          etpCap({ doctors: n, hostingDoctors, trainingSite: site }, '2026-11-22').value ?? 0;
        expect(cap(doctors + 1)).toBeGreaterThan(cap(doctors));
        expect(cap(doctors)).toBeLessThanOrEqual(doctors * 1.5);
      }),
    );
  });

  it('une absence plus longue ne demande jamais moins, fins de mois et 29 février compris', () => {
    const order = ['NONE', 'TELL_CPAM', 'SUSPENSION'];
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (firstDay, a, b) => {
        const action = (days: number): number =>
          order.indexOf(
            absence({ firstDay, lastDay: addDays(firstDay, days), replaced: false }, firstDay).action.value ?? '',
          );
        expect(action(Math.min(a, b))).toBeLessThanOrEqual(action(Math.max(a, b)));
        expect(action(59)).toBe(0);
        expect(action(60)).toBe(1);
        const { suspensionFrom } = absence({ firstDay }, firstDay);
        expect(suspensionFrom.value).toBe(addMonths(firstDay, 3));
      }),
    );
  });

  it('préavis et carence ne sautent jamais une fin de mois', () => {
    fc.assert(
      fc.property(dayFrom('2026-02-25', '2060-12-31'), (one) => {
        const end = noticeEnd({ letterDay: one }).value ?? '';
        expect(end).toBe(addMonths(one, 2));
        expect(end.slice(8) <= one.slice(8)).toBe(true);
        const first = waitingEnds({ endDay: one }).value ?? '';
        expect(addDays(first, -1)).toBe(addMonths(one, 24));
      }),
    );
  });
});

describe('les trois jours autour de chaque changement', () => {
  const cases = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => readCases(join(import.meta.dirname, file)));
  const used = new Set(find(cases.map(answerTo), nothing()).uses);
  const asked = new Set(
    cases.flatMap(({ day: on, input }) => [on, ...(JSON.stringify(input).match(/\d{4}-\d{2}-\d{2}/gu) ?? [])]),
  );
  const changes = CHAPTERS.flatMap(({ articles }) => articles.flatMap(({ parameters }) => parameters)).flatMap(
    ({ id, values }) => values.flatMap(({ from }, index) => (from === null ? [] : [{ id, from, first: index === 0 }])),
  );

  it.each(changes)('$id au $from', ({ id, from, first }) => {
    expect(used).toContain(`${id} ${from}`);
    expect(used).toContain(`${id} ${addDays(from, 1)}`);
    const before = addDays(from, -1);
    // Before its first value a parameter cannot be used: the question must have been asked all the same.
    if (first) expect(asked).toContain(before);
    else expect(used).toContain(`${id} ${before}`);
  });
});
