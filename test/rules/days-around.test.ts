import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import { RULE_BOOK } from '#shared/rules/book.ts';
import { bookParameters } from '#shared/rules/freshness.ts';
import { answerTo, readCases, type RuleCase } from './run-cases.ts';

const cases = globSync(join(import.meta.dirname, '*/*.yaml')).flatMap(readCases);

/** Every `parameter on day` that an answer shows. */
function usesIn(answer: unknown, found: Set<string>): void {
  if (typeof answer !== 'object' || answer === null) return;
  if ('id' in answer && 'on' in answer && 'checkedOn' in answer) found.add(`${String(answer.id)} ${String(answer.on)}`);
  for (const inner of Object.values(answer)) usesIn(inner, found);
}

/** Each change of a figure: its parameter, its day, and whether the figure had no value before. */
const changes = bookParameters().flatMap(({ id, values }) =>
  values.flatMap(({ from }, index) => (from === null ? [] : [{ id, from, first: index === 0 }])),
);

const themeOf = new Map(
  RULE_BOOK.flatMap(({ theme, articles }) =>
    articles.flatMap(({ parameters }) => parameters.map(({ id }) => [id, theme] as const)),
  ),
);

/** Days written in a case, its own included. */
const daysOf = ({ day, input }: RuleCase) => [day, ...(JSON.stringify(input).match(/\d{4}-\d{2}-\d{2}/gu) ?? [])];

/** What the cases read, and the days each family of rules is asked about. */
function readBy(among: readonly RuleCase[]) {
  const used = new Set<string>();
  const days = new Map<string, Set<string>>();
  for (const one of among) {
    usesIn(answerTo(one), used);
    const [owner = ''] = one.rule.split('.');
    const known = days.get(owner) ?? new Set();
    for (const day of daysOf(one)) known.add(day);
    days.set(owner, known);
  }
  return { used, days };
}

/** One line for each change that has no case on the eve, the day or the day after. */
function missingAround({ used, days }: ReturnType<typeof readBy>): string[] {
  return changes.flatMap(({ id, from, first }) => {
    const eve = addDays(from, -1);
    // Before its first value a figure cannot be used: a case of the same theme must still stand on that day.
    const onEve = used.has(`${id} ${eve}`) || (first && days.get(themeOf.get(id) ?? '')?.has(eve) === true);
    return [
      ...(onEve ? [] : [`${id} : la veille, ${eve}`]),
      ...(used.has(`${id} ${from}`) ? [] : [`${id} : le jour, ${from}`]),
      ...(used.has(`${id} ${addDays(from, 1)}`) ? [] : [`${id} : le lendemain, ${addDays(from, 1)}`]),
    ];
  });
}

describe('autour de chaque changement d’une valeur', () => {
  const read = readBy(cases);

  it(`la veille, le jour et le lendemain ont leur cas (${changes.length} changements)`, () => {
    expect(missingAround(read)).toEqual([]);
    expect(changes.length).toBeGreaterThan(250);
    expect(cases.length).toBeGreaterThanOrEqual(400);
  });

  it('un cas retiré se voit', () => {
    const [{ id, from } = { id: '', from: '' }] = changes.filter(({ first }) => !first);
    for (const day of [addDays(from, -1), from, addDays(from, 1)]) {
      const without = { ...read, used: new Set([...read.used].filter((use) => use !== `${id} ${day}`)) };
      expect(missingAround(without)).toEqual([expect.stringContaining(`${id} : `)]);
    }
    expect(missingAround({ used: new Set(), days: new Map() })).toHaveLength(changes.length * 3);
  });
});
