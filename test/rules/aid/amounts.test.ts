import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '#shared/kernel/day.ts';
import {
  amountEntry,
  calendarEntry,
  contractAmount,
  contractCalendar,
  contractSchedule,
  modulatedAmount,
  modulationEntry,
  MODULATION_POLICIES,
  objectiveEntry,
  paymentsEntry,
  scheduleEntry,
  yearPayments,
  type ModulationPolicy,
} from '#shared/rules/aid/index.ts';
import type { Computed } from '#shared/rules/kernel/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';
import { contract, contractDay, contractYear, questions, tier } from './contracts.ts';

const TODAY = '2026-11-22';
const POLICIES = Object.keys(MODULATION_POLICIES) as ModulationPolicy[];
const runs = (numRuns: number) => ({ numRuns });

/** Every day a computed day may be, its own first. */
const daysOf = ({ value, alternatives }: Computed<string>): string[] =>
  [value, ...alternatives.map((one) => one.value)].filter((day) => day !== null);

describe('aucune question ne fait tomber les règles de l’aide', () => {
  const CONTRACT = 'signatureDay startDay option suspensions? typedStarts?';
  const asked = [
    [amountEntry, `${CONTRACT} contractYear tier? fundedEtp? typed? notified?`],
    [paymentsEntry, `${CONTRACT} contractYear tier? fundedEtp? hireDay? typed? notified?`],
    [calendarEntry, CONTRACT],
    [scheduleEntry, `${CONTRACT} tier? fundedEtp? hireDay? population? policy? cumulative?`],
    [
      objectiveEntry,
      'signatureDay option population? band? newlyInstalled? starts? typed:typedObjectives? fundedEtp? formerGains?',
    ],
    [modulationEntry, 'signatureDay option contractYear fullAmount metrics population? policy? cumulative? notified?'],
  ] as const;
  const anyDay = fc.oneof(contractDay, fc.constantFrom('9999-12-31', '0001-01-01'));

  it.each(asked.map(([entry, fields]) => [entry.id, entry, fields] as const))(
    '%s répond ou refuse, et se transporte',
    (_id, entry, fields) => {
      const outcomes = { answered: 0, refused: 0 };
      fc.assert(
        fc.property(questions(fields), anyDay, (question, day) => {
          const answer: unknown = entry.ask(question, day);
          const written = JSON.stringify(answer);
          expect(JSON.parse(written)).toEqual(answer);
          outcomes[written.startsWith('{"outcome":"refused"') ? 'refused' : 'answered'] += 1;
          expect(findConcludingWords(written.replaceAll(/"(?:title|publisher)":"[^"]*"/gu, ''))).toEqual([]);
        }),
        runs(300),
      );
      expect(Math.min(outcomes.answered, outcomes.refused)).toBeGreaterThan(8);
    },
  );

  it('un contrat bien saisi n’est jamais refusé', () => {
    fc.assert(
      fc.property(contract, tier, contractYear, (days, position, year) => {
        const amount = amountEntry.ask({ ...days, tier: position, contractYear: year }, TODAY);
        expect(amount.outcome).not.toBe('refused');
        const schedule = contractSchedule({ ...days, tier: position }, TODAY);
        expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule);
      }),
      runs(200),
    );
  });
});

describe('montants', () => {
  it('ne montent jamais d’une année à la suivante à une même table, sous le 90e centile', () => {
    fc.assert(
      fc.property(contract, (days) => {
        const { years } = contractSchedule({ ...days, suspensions: [], tier: 'STANDARD' }, TODAY);
        for (const [index, year] of years.entries()) {
          const before = years[index - 1];
          if (before === undefined || before.table.value !== year.table.value) continue;
          const [first, second] = [before.fullAmount.value, year.fullAmount.value];
          if (first !== null && second !== null) expect(second).toBeLessThanOrEqual(first);
        }
      }),
      runs(300),
    );
  });

  it('ne baissent jamais d’un palier au palier supérieur', () => {
    fc.assert(
      fc.property(contract, contractYear, (days, year) => {
        if (days.option === 'PER_ETP') return;
        const at = (position: 'STANDARD' | 'P90_P94' | 'P95_PLUS') =>
          contractAmount({ ...days, tier: position, contractYear: year }).value;
        const [low, middle, high] = [at('STANDARD'), at('P90_P94'), at('P95_PLUS')];
        if (low === null || middle === null || high === null) expect([low, middle, high]).toEqual([null, null, null]);
        else expect([low, middle, high].toSorted((a, b) => a - b)).toEqual([low, middle, high]);
      }),
      runs(300),
    );
  });

  it('un montant notifié fait toujours foi, et le calculé ne change pas', () => {
    fc.assert(
      fc.property(contract, tier, contractYear, fc.nat(9_000_000), (days, position, year, value) => {
        const base = { ...days, tier: position, contractYear: year };
        const computed = contractAmount(base);
        const answer = contractAmount({ ...base, notified: { value } });
        expect([answer.value, answer.origin, answer.ruleValue]).toEqual([value, 'notified', computed.ruleValue]);
      }),
      runs(200),
    );
  });

  it('les versements d’une année font son montant', () => {
    fc.assert(
      fc.property(contract, tier, contractYear, fc.nat(9_000_000), (days, position, year, value) => {
        const situation = { ...days, tier: position, contractYear: year };
        const { payments } = yearPayments(situation, contractAmount({ ...situation, notified: { value } }));
        if (payments.length === 0) return;
        expect(payments.reduce((sum, { amount }) => sum + (amount.value ?? Number.NaN), 0)).toBe(value);
      }),
      runs(200),
    );
  });
});

describe('calendrier', () => {
  it('les années se suivent sans trou ni recouvrement', () => {
    fc.assert(
      fc.property(contract, (days) => {
        const { years } = contractCalendar(days, TODAY);
        for (const [index, { start, end }] of years.entries()) {
          const next = years[index + 1];
          if (next === undefined) continue;
          expect(daysOf(end).map((day) => addDays(day, 1))).toEqual(daysOf(next.start));
          const [earliest = ''] = daysOf(start).toSorted();
          for (const day of daysOf(next.start)) expect(day > earliest).toBe(true);
        }
      }),
      runs(300),
    );
  });

  it('sans suspension, une année commence un an après l’autre, à un jour près pour le 29 février', () => {
    fc.assert(
      fc.property(contract, (days) => {
        const { years } = contractCalendar({ ...days, suspensions: [] }, TODAY);
        for (const [index, { start }] of years.entries()) {
          expect(start.value).toBe(addYears(days.startDay, index));
        }
      }),
      runs(200),
    );
  });

  it('chaque jour a son année de contrat, qui ne recule jamais', () => {
    fc.assert(
      fc.property(contract, contractDay, fc.integer({ min: 0, max: 900 }), (days, day, later) => {
        const yearsOn = (one: string) => {
          const { currentYear } = contractCalendar(days, one);
          return currentYear.value === null
            ? currentYear.alternatives.map(({ value }) => value ?? 0)
            : [currentYear.value];
        };
        const [before, after] = [yearsOn(day), yearsOn(addDays(day, later))];
        expect(before.length).toBeGreaterThan(0);
        expect(Math.min(...after)).toBeGreaterThanOrEqual(Math.min(...before));
        expect(Math.max(...after)).toBeGreaterThanOrEqual(Math.max(...before));
      }),
      runs(300),
    );
  });
});

describe('effet des objectifs', () => {
  const count = fc.integer({ min: 0, max: 3000 });
  const figures = fc.record({ start: count, objective: count });
  const share = (policy: ModulationPolicy, pmt: object, fileActive: object, cumulative: boolean) =>
    modulatedAmount({
      signatureDay: '2021-03-01',
      option: 'ETP_1',
      contractYear: 3,
      fullAmount: 2_200_000,
      population: 'GP',
      policy,
      cumulative,
      metrics: [
        { metric: 'PMT_ADULT', start: 0, objective: 0, ...pmt },
        { metric: 'FILE_ACTIVE', start: 0, objective: 0, ...fileActive },
      ],
    }).value;

  it.each(POLICIES)('%s, de zéro au montant entier, et jamais moins pour plus de patients', (policy) => {
    fc.assert(
      fc.property(figures, figures, count, count, fc.nat(500), fc.boolean(), (pmt, fa, a, b, more, cumulative) => {
        const less = share(policy, { ...pmt, achieved: a }, { ...fa, achieved: b }, cumulative);
        const best = share(policy, { ...pmt, achieved: a + more }, { ...fa, achieved: b }, cumulative);
        for (const value of [less, best]) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(2_200_000);
        }
        if (less !== null && best !== null) expect(best).toBeGreaterThanOrEqual(less);
      }),
      runs(500),
    );
  });

  it('sans règle connue, un montant n’est donné que si toutes les règles donnent le même', () => {
    fc.assert(
      fc.property(figures, figures, count, count, (pmt, fa, a, b) => {
        const metrics = [
          { metric: 'PMT_ADULT' as const, ...pmt, achieved: a },
          { metric: 'FILE_ACTIVE' as const, ...fa, achieved: b },
        ];
        const base = {
          signatureDay: '2021-03-01',
          option: 'ETP_1',
          contractYear: 4,
          fullAmount: 700_001,
          metrics,
        } as const;
        const answer = modulatedAmount({ ...base, population: 'GP' });
        const each = POLICIES.map((policy) => modulatedAmount({ ...base, population: 'GP', policy }).value);
        if (answer.value !== null) expect(each).toEqual(each.map(() => answer.value));
        else expect(answer.alternatives.map(({ value }) => value)).toEqual(each);
      }),
      runs(300),
    );
  });
});
