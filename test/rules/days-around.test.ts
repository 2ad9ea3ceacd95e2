import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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

const used = new Set<string>();
for (const one of cases) usesIn(answerTo(one), used);

/** Days written in a case, its own included. */
const daysOf = ({ day, input }: RuleCase) => [day, ...(JSON.stringify(input).match(/\d{4}-\d{2}-\d{2}/gu) ?? [])];
const daysByRule = new Map<string, Set<string>>();
for (const one of cases) {
  const [owner = ''] = one.rule.split('.');
  daysByRule.set(owner, (daysByRule.get(owner) ?? new Set()).union(new Set(daysOf(one))));
}
const themeOf = new Map(
  RULE_BOOK.flatMap(({ theme, articles }) =>
    articles.flatMap(({ parameters }) => parameters.map(({ id }) => [id, theme] as const)),
  ),
);

it('chaque changement d’une valeur a un cas la veille, le jour et le lendemain', () => {
  const changes = bookParameters().flatMap(({ id, values }) =>
    values.flatMap(({ from }, index) => (from === null ? [] : [{ id, from, first: index === 0 }])),
  );
  const missing = changes.flatMap(({ id, from, first }) => {
    const eve = addDays(from, -1);
    // Before its first value a figure cannot be used: a case of the same theme must still stand on that day.
    const onEve = first
      ? daysByRule.get(themeOf.get(id) ?? '')?.has(eve) === true || used.has(`${id} ${eve}`)
      : used.has(`${id} ${eve}`);
    return [
      ...(onEve ? [] : [`${id} : la veille, ${eve}`]),
      ...[from, addDays(from, 1)].filter((day) => !used.has(`${id} ${day}`)).map((day) => `${id} : ${day}`),
    ];
  });
  expect(missing).toEqual([]);
  expect(cases.length).toBeGreaterThanOrEqual(400);
});
