import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULE_ENTRIES } from '#shared/rules/book.ts';
import type { RuleEntry } from '#shared/rules/kernel/index.ts';
import { CALLABLE_RULES } from './callable-rules.ts';

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
const rows = readme.split('\n').filter((line) => line.startsWith('| `'));

/** The part of the page about a family of rules: `### aid …`. */
function sectionOf(id: string): string {
  const [family = ''] = id.split('.');
  const [, after = ''] = readme.split(new RegExp(`^### ${family}\\b`, 'mu'));
  return after.split(/^### /mu)[0] ?? '';
}

const named = (text: string, word: string): boolean => new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'u').test(text);

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
}
interface Schema {
  readonly _zod: { readonly def: unknown };
}

/** Names of the fields of a situation and values of its lists, at every depth. */
function wordsOf(schema: Schema | undefined): string[] {
  if (schema === undefined) return [];
  const { type, shape = {}, entries = {}, element, innerType, options = [] } = schema._zod.def as Definition;
  if (type === 'enum') return Object.values(entries);
  if (type === 'object') return Object.entries(shape).flatMap(([field, inner]) => [field, ...wordsOf(inner)]);
  return [...wordsOf(element), ...wordsOf(innerType), ...options.flatMap(wordsOf)];
}

describe('la page des cas', () => {
  const ids = [...RULE_ENTRIES.keys(), ...Object.keys(CALLABLE_RULES)];

  it.each(ids)('décrit %s, une fois', (id) => {
    expect(rows.filter((row) => row.split('|')[1]?.includes(`\`${id}\``) === true)).toHaveLength(1);
  });

  it('ne décrit aucune règle qui n’existe pas', () => {
    const described = rows.flatMap((row) => row.split('|')[1]?.match(/[a-z_]+\.[a-z_]+/gu) ?? []);
    expect(described.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each([...(RULE_ENTRIES as ReadonlyMap<string, unknown>)])(
    'nomme chaque champ et chaque valeur de %s',
    (id, entry) => {
      const section = sectionOf(id);
      const { situation } = entry as RuleEntry;
      expect(wordsOf(situation).filter((word) => !named(`${section}${readme.split('### ')[0] ?? ''}`, word))).toEqual(
        [],
      );
    },
  );
});
