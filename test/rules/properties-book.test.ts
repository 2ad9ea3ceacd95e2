import { globSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RULE_BOOK } from '#shared/rules/book.ts';
import { bookParameters } from '#shared/rules/freshness.ts';
import type { RuleEntry } from '#shared/rules/kernel/index.ts';
import { PREVENTION_GROUPS } from '#shared/rules/prevention/index.ts';
import { PROPOSALS } from '#shared/rules/retention/index.ts';
import { SCREENING_STATES } from '#shared/rules/screening/index.ts';
import { VACCINATION_STATES } from '#shared/rules/vaccination/index.ts';
import { anyDay, anyJunk, arbitraryOf } from './arbitrary-situation.ts';
import { readCases } from './run-cases.ts';

const entries = RULE_BOOK.flatMap((chapter) => chapter.entries) as readonly unknown[] as readonly RuleEntry[];
const ids = bookParameters().map(({ id }) => id);
const RUNS = 80;

type Fields = Record<string, unknown>;

/** Situations somebody wrote by hand, by rule: a random one starts from them, so that most are answered. */
const written = new Map<string, Fields[]>();
for (const { rule, input } of globSync(join(import.meta.dirname, '*/*.yaml')).flatMap(readCases)) {
  written.set(rule, [...(written.get(rule) ?? []), input as Fields]);
}

/** A situation of the schema, or a written one with some of its fields drawn again. */
function situationOf({ id, situation }: RuleEntry): fc.Arbitrary<unknown> {
  const drawn = arbitraryOf(situation, ids);
  const known = written.get(id) ?? [];
  if (known.length === 0) return drawn;
  const mixed = fc.tuple(fc.constantFrom(...known), drawn, fc.array(fc.nat({ max: 40 }), { maxLength: 2 }));
  const withDrawn = ([one, other, ranks]: [Fields, unknown, number[]]): unknown => {
    const fields = Object.entries(other as Fields);
    return { ...one, ...Object.fromEntries(ranks.flatMap((rank) => fields.slice(rank, rank + 1))) };
  };
  return fc.oneof({ weight: 1, arbitrary: drawn }, { weight: 3, arbitrary: mixed.map(withDrawn) });
}

/** Every value a field may have in an answer, wherever it stands. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  outcome: ['refused', 'met', 'not_met', 'computed', 'undetermined', 'known', 'decided'],
  proposal: PROPOSALS,
  group: Object.keys(PREVENTION_GROUPS),
  state: [
    ...VACCINATION_STATES,
    ...SCREENING_STATES,
    // The coverage of a count, children's exams, then the training.
    ...['covered', 'partial', 'none'],
    ...['not_recorded', 'before_calendar', 'ahead', 'kept', 'kept_late', 'running', 'not_started'],
  ],
};

/** What an answer says that the book does not know, and what is undetermined without a word on what to do. */
function oddities(answer: unknown, path = '', told = false): string[] {
  if (typeof answer !== 'object' || answer === null) return [];
  const fields = answer as Fields;
  const odd = Object.entries(KNOWN).flatMap(([field, values]) => {
    const value = fields[field];
    return typeof value !== 'string' || values.includes(value) ? [] : [`${path}.${field} = ${value}`];
  });
  // A part may lean on the words of the whole, and the whole on those of a part that is undetermined too.
  const words = told || hasWords(fields);
  if (fields['outcome'] === 'undetermined' && !words && !partHasWords(fields))
    odd.push(`${path}: undetermined, untold`);
  return [...odd, ...Object.entries(fields).flatMap(([key, inner]) => oddities(inner, `${path}.${key}`, words))];
}

function hasWords({ reasons, missing }: { reasons?: unknown[]; missing?: unknown[] }): boolean {
  return (reasons?.length ?? 0) + (missing?.length ?? 0) > 0;
}

function partHasWords(fields: Fields): boolean {
  return Object.values(fields).some((part) => {
    if (typeof part !== 'object' || part === null) return false;
    const inner = part as Fields;
    return (inner['outcome'] === 'undetermined' && hasWords(inner)) || partHasWords(inner);
  });
}

const isRefused = (answer: unknown): boolean => (answer as { outcome?: unknown }).outcome === 'refused';

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_id, entry) => {
  it('répond ou refuse, ne tombe jamais, et sa réponse survit au JSON', () => {
    let answered = 0;
    fc.assert(
      fc.property(situationOf(entry), anyDay, (situation, day) => {
        const answer = entry.ask(situation, day);
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        expect(oddities(answer)).toEqual([]);
        if (!isRefused(answer)) answered += 1;
      }),
      { numRuns: RUNS },
    );
    expect(answered).toBeGreaterThan(RUNS / 20);
  });

  it('refuse une situation abîmée en nommant le champ', () => {
    const damaged = fc.tuple(arbitraryOf(entry.situation, ids), fc.nat({ max: 40 }), anyJunk, anyDay);
    fc.assert(
      fc.property(damaged, ([situation, rank, junk, day]) => {
        const fields = Object.keys(situation as Fields);
        const field = fields[rank % Math.max(1, fields.length)] ?? 'inconnu';
        const answer = entry.ask({ ...(situation as Fields), [field]: junk }, day) as {
          outcome?: string;
          refusals?: readonly { field: string; words: string }[];
        };
        expect(answer.outcome).toBe('refused');
        expect(answer.refusals?.some((one) => one.field === field || one.field.startsWith(`${field}.`))).toBe(true);
        expect(answer.refusals?.every(({ words }) => words.trim() !== '')).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
