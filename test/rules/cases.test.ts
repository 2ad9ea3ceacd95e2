import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCases, readCasesText, runCase } from './run-cases.ts';

const FOLDER = import.meta.dirname;
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .sort();

describe.each(files)('%s', (file) => {
  it.each(readCases(join(FOLDER, file)).map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(runCase(one).differences).toEqual([]);
  });
});

describe('le jeu de cas', () => {
  it('compte au moins 120 cas, de noms différents', () => {
    const names = files.flatMap((file) => readCases(join(FOLDER, file)).map((one) => `${file} ${one.name}`));
    expect(names.length).toBeGreaterThanOrEqual(120);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('le format des cas', () => {
  const text = (rule: string, input: string, expected: string): string =>
    `- { name: essai, day: 2026-11-22, rule: ${rule}, input: ${input}, expected: ${expected}, source: essai }`;
  const differences = (rule: string, input: string, expected: string): readonly string[] => {
    const [one] = readCasesText(text(rule, input, expected), 'essai.yaml');
    return one === undefined ? [] : runCase(one).differences;
  };

  it('signale une réponse différente avec le champ', () => {
    expect(differences('identity.rpps', '{ raw: "10000000008" }', '{ state: ok }')).toEqual([
      'state: expected "ok", got "refused"',
    ]);
  });
  it('signale une règle inconnue et un champ inconnu', () => {
    expect(differences('identity.rien', '{}', '{ state: ok }')).toEqual(['rule: unknown rule "identity.rien"']);
    expect(differences('identity.rpps', '{ texte: "1" }', '{ state: ok }').join()).toContain('texte');
  });
  it('refuse un fichier sans source, sans attendu ou avec un jour impossible', () => {
    expect(() => readCasesText('- { name: a, day: 2026-11-22, rule: b, input: {}, expected: { c: 1 } }', 'f')).toThrow(
      /source/,
    );
    expect(() => readCasesText(text('identity.rpps', '{}', '{}'), 'f')).toThrow(/nothing is expected/);
    expect(() => readCasesText(text('identity.rpps', '{}', '{ a: 1 }').replace('11-22', '02-30'), 'f')).toThrow(/day/);
  });
});
