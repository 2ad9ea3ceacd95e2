import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  createSourceFile,
  forEachChild,
  isImportDeclaration,
  isStringLiteralLike,
  isTemplateExpression,
  ScriptTarget,
  type Node,
} from 'typescript';
import { describe, expect, it } from 'vitest';
import { evaluate, VITAL_SIGN_CODES } from '#shared/rules/vital-signs/index.ts';
import { concludingWords, findConcludingWords } from '#shared/rules/wording.ts';

const FOLDER = join(import.meta.dirname, '../../shared/rules');

/** Every text written in a file, pieces of templates included; import paths are left out. */
function textsOf(file: string): string[] {
  const source = createSourceFile(file, readFileSync(file, 'utf8'), ScriptTarget.ESNext, true);
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (isImportDeclaration(node)) return;
    if (isStringLiteralLike(node)) texts.push(node.text);
    if (isTemplateExpression(node)) {
      texts.push([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' … '));
    }
    forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const ruleFiles = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('l’apostrophe des messages', () => {
  const straight = /\p{L}'\p{L}/u;

  it.each([...ruleFiles, '../kernel/day.ts'])('est typographique dans %s', (file) => {
    expect(textsOf(join(FOLDER, file)).filter((text) => straight.test(text))).toEqual([]);
  });

  it('est reconnue quand elle est droite', () => {
    expect(straight.test("Cette date n'existe pas.")).toBe(true);
    expect(straight.test('Cette date n’existe pas.')).toBe(false);
  });
});

describe('les mots qui concluent', () => {
  // A citation keeps the title its author gave it; the list itself holds the words.
  const files = ruleFiles.filter((file) => !file.endsWith('sources.ts') && file !== 'wording.ts');

  it.each(files)('sont absents de %s', (file) => {
    const found = textsOf(join(FOLDER, file)).filter((text) => findConcludingWords(text).length > 0);
    expect(found).toEqual([]);
  });

  it('sont absents de toute réponse sur une mesure', () => {
    const day = '2026-11-22';
    fc.assert(
      fc.property(
        fc.constantFrom(...VITAL_SIGN_CODES),
        fc.oneof(fc.double({ min: 0, max: 450, noNaN: true }), fc.integer({ min: 0, max: 450 })),
        fc.constantFrom('1959-04-12', '2018-01-01', '2026-10-30'),
        (code, value, birthDate) => {
          const answer = evaluate({
            code,
            value,
            day,
            patient: { birthDate, sex: 'F' },
            history: [
              { code: 'POIDS', day: '2026-11-10', value: 80 },
              { code: 'TAILLE', day: '2020-01-01', value: 170 },
            ],
            context: { glucoseMoment: 'a_jeun', heartFailure: true, personalBest: 420 },
          });
          const words = [
            answer.words,
            answer.refusal?.words,
            answer.confirmation?.words,
            ...answer.alerts.map((alert) => alert.message),
          ];
          expect(findConcludingWords(words.join(' '))).toEqual([]);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('sont reconnus quelle que soit leur forme', () => {
    for (const text of [
      'Tension NORMALE',
      'valeurs anormales',
      'IMC : obésité',
      'Hypertension artérielle',
      'pouls trop bas',
      'FIEVRE',
    ]) {
      expect(findConcludingWords(text)).not.toEqual([]);
    }
    for (const text of ['dans les limites', 'au-dessus du seuil 140/90', 'à la normande', 'sans seuil à cet âge']) {
      expect(findConcludingWords(text)).toEqual([]);
    }
    expect(concludingWords).toContain('surpoids');
  });
});
