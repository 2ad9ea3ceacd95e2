import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears } from '#shared/kernel/day.ts';
import {
  PROPOSALS,
  RETAINED,
  retentionProposal,
  type Retained,
  type RetentionSituation,
} from '#shared/rules/retention/index.ts';

const day = fc
  .date({ min: new Date('1930-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const data = fc.constantFrom(...(Object.keys(RETAINED) as Retained[]));
/** A file with its dates in order: birth, last visit, death. */
const file: fc.Arbitrary<RetentionSituation & { from: string; birthDay: string }> = fc
  .tuple(day, fc.nat({ max: 30_000 }), fc.option(fc.nat({ max: 9000 })))
  .map(([birthDay, lived, after]) => {
    const from = addDays(birthDay, lived);
    return { data: 'patient_file', birthDay, from, deathDay: after === null ? null : addDays(from, after) } as const;
  });
const rank = { keep: 0, archive: 1, destroy: 2, anonymise: 2 } as Readonly<Record<string, number>>;

describe('les propositions', () => {
  it('avancent avec les jours : à conserver, à archiver, à détruire', () => {
    fc.assert(
      fc.property(file, day, fc.nat({ max: 9000 }), (one, first, days) => {
        const alive = { ...one, deathDay: null };
        const [before, after] = [first, addDays(first, days)].map((when) => retentionProposal(alive, when).proposal);
        expect(rank[before ?? ''] ?? -1).toBeLessThanOrEqual(rank[after ?? ''] ?? -1);
      }),
    );
  });

  it('une visite plus récente ne rapproche jamais la destruction', () => {
    fc.assert(
      fc.property(file, day, fc.nat({ max: 2000 }), (one, when, days) => {
        const later = { ...one, from: addDays(one.from, days) };
        const [first, second] = [one, later].map((each) => retentionProposal(each, when).destroyOn.value ?? '');
        expect((second ?? '') >= (first ?? '')).toBe(true);
      }),
    );
  });

  it('aucune destruction avant vingt ans, ni avant 28 ans, ni dix ans après un décès', () => {
    fc.assert(
      fc.property(file, day, (one, when) => {
        const answer = retentionProposal(one, when);
        const date = answer.destroyOn.value ?? '';
        expect(date >= addYears(one.from, 20)).toBe(true);
        expect(date >= addYears(one.birthDay, 28)).toBe(true);
        if (typeof one.deathDay === 'string' && one.deathDay <= when) {
          expect(date >= addYears(one.deathDay, 10)).toBe(true);
        }
        expect(answer.proposal === 'destroy').toBe(date <= when);
        expect((answer.archiveOn?.value ?? '') < date).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('une procédure suspend tout, chaque jour qu’elle dure, et aucun autre', () => {
    fc.assert(
      fc.property(data, day, day, fc.nat({ max: 5000 }), day, (kind, from, since, days, when) => {
        const hold = { since, until: addDays(since, days) };
        const held = retentionProposal({ data: kind, from, birthDay: '1929-12-31', hold }, when);
        expect(held.proposal === 'suspended').toBe(when >= since && when <= hold.until);
        expect(PROPOSALS).toContain(held.proposal);
      }),
      { numRuns: 300 },
    );
  });
});
