import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DECISION_TABLE,
  DECISIONS,
  decisionOn,
  PREVENTION_GROUPS,
  preventionLabel,
  RECORDED_DECISIONS,
  STATES_OF,
  type PreventionDecision,
  type PreventionLine,
  type RecordedDecision,
} from '#shared/rules/prevention/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';

const states = [...new Set([...STATES_OF.vaccination, ...STATES_OF.screening])];
const pairs = states.flatMap((state) => DECISIONS.map((decision) => [state, decision] as const));

describe('la table état × décision', () => {
  it('a exactement les états des vaccins et des dépistages', () => {
    expect(Object.keys(DECISION_TABLE).toSorted()).toEqual(states.toSorted());
  });

  it.each(pairs)('%s × %s a ses mots et sa place', (state, decision) => {
    const { group, templates } = DECISION_TABLE[state][decision];
    expect(Object.keys(PREVENTION_GROUPS)).toContain(group);
    for (const template of templates) {
      expect(template).toMatch(/^\p{Lu}/u);
      expect(findConcludingWords(template)).toEqual([]);
    }
    // The plainest words need nothing a line may lack: the day of a decision is always recorded, that of a
    // postponement too.
    const always = decision === 'none' ? [] : ['on', ...(decision === 'postponed' ? ['until'] : [])];
    const last = templates.at(-1) ?? '{rien}';
    expect(
      [...last.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).filter((name) => !always.includes(name ?? '')),
    ).toEqual([]);
  });

  it('ne propose jamais à une personne non concernée, exclue ou pour qui c’est contre-indiqué', () => {
    for (const state of ['out_of_scope', 'not_concerned', 'excluded'] as const) {
      for (const decision of DECISIONS) expect(DECISION_TABLE[state][decision].group).toBe('not_concerned');
    }
    for (const state of states) expect(DECISION_TABLE[state].contraindicated.group).not.toBe('to_propose');
  });
});

const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const decision: fc.Arbitrary<PreventionDecision> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(RECORDED_DECISIONS) as RecordedDecision[])),
    on: day,
    until: day,
    doneOn: day,
  })
  .map(({ kind, on, until, doneOn }) => ({
    kind,
    on,
    ...(kind === 'refused' || kind === 'postponed' ? { until } : {}),
    ...(kind === 'done' ? { doneOn } : {}),
  }));
const line: fc.Arbitrary<PreventionLine> = fc
  .constantFrom('vaccination' as const, 'screening' as const)
  .chain((subject) =>
    fc.record(
      {
        subject: fc.constant(subject),
        state: fc.constantFrom(...STATES_OF[subject]),
        decision,
        doneOn: fc.option(day),
        nextDay: fc.option(day),
        until: fc.option(day),
      },
      { requiredKeys: ['subject', 'state'] },
    ),
  );

describe('les mots d’une ligne', () => {
  it('sont complets pour toute ligne', () => {
    fc.assert(
      fc.property(line, day, (one, on) => {
        const { label, decision: counted } = preventionLabel(one, on);
        expect(label).not.toMatch(/[{}…]|undefined/u);
        expect(counted).toBe(decisionOn(one.decision, on));
      }),
      { numRuns: 800 },
    );
  });

  it('un refus ou un report ne se referme plus une fois son jour venu', () => {
    fc.assert(
      fc.property(decision, day, day, (one, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        if (decisionOn(one, first).endsWith('_over')) expect(decisionOn(one, second)).toBe(decisionOn(one, first));
      }),
      { numRuns: 300 },
    );
  });
});
