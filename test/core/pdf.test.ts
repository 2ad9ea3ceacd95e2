import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { PdfFailure, renderPdf, type PdfOptions } from '#electron/reporting/render-pdf.ts';
import { readPdf } from '../support/pdf.ts';

const options = {
  title: 'Synthèse de préparation',
  language: 'fr',
  standard: 'a-2a',
  createdAt: '2026-11-17T07:00:00Z',
} satisfies PdfOptions;
const template = `
= #data.title
#data.text #emph[souligné] #strong[fort]
== Constantes
#table(columns: 2, table.header[Mesure][Valeur], ..data.rows.flatten())
`;
const data = {
  title: 'Préparation',
  text: 'Été, cœur, « ça va » — #panic("non") *brut* Łukasz Σ',
  rows: [
    ['PAS', '128'],
    ['PAD', '74'],
  ],
};
const renderer = new URL('../../electron/reporting/render-pdf.ts', import.meta.url).href;
const digest = (pdf: Uint8Array) => createHash('sha256').update(pdf).digest('hex');

describe('un document PDF', () => {
  test.each([
    ['a-2a', '2'],
    ['a-1a', '1'],
  ] as const)(
    'au format %s : balisé, titré, en français, daté, avec les seules polices livrées',
    async (standard, part) => {
      const read = await readPdf(await renderPdf(template, data, { ...options, standard }));
      expect(read).toMatchObject({ title: options.title, language: 'fr', pages: 1, marked: true });
      expect(read.xmp).toMatchObject({ part, conformance: 'A', created: '2026-11-17T07:00:00+00:00' });
      expect(read.roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Table', 'TH', 'TD']));
      expect(read.fonts).toEqual(['Inter-Bold', 'Inter-Italic', 'Inter-Regular']);
      expect(read.text).toContain('Constantes');
    },
  );

  test('imprime les valeurs telles quelles : rien n’y est lu comme une consigne', async () => {
    expect((await readPdf(await renderPdf(template, data, options))).text).toContain(data.text);
  });

  test('est le même, octet pour octet, à partir des mêmes valeurs ; la date le change', async () => {
    const first = digest(await renderPdf(template, data, options));
    expect(digest(await renderPdf(template, data, options))).toBe(first);
    expect(digest(await renderPdf(template, data, { ...options, createdAt: '2026-11-18T07:00:00Z' }))).not.toBe(first);
  });

  test.skipIf(process.platform === 'win32')('se fait en mémoire, même quand aucun fichier ne peut être écrit', () => {
    const script = `
      import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
      import { renderPdf } from ${JSON.stringify(renderer)};
      process.on('SIGXFSZ', () => {});
      const folder = mkdtempSync('${tmpdir()}/prelude-sans-fichier-');
      let refused = '';
      try { writeFileSync(folder + '/essai', 'x'); } catch (error) { refused = error.code; }
      rmSync(folder, { recursive: true });
      const pdf = await renderPdf('Bonjour', {}, ${JSON.stringify(options)});
      process.stdout.write(refused + ' ' + Buffer.from(pdf.subarray(0, 8)).toString());
    `;
    const limited = ['-c', 'ulimit -f 0 && exec "$0" -e "$1"', process.execPath, script];
    expect(execFileSync('sh', limited, { encoding: 'utf8' })).toBe('EFBIG %PDF-1.7');
  });

  test.each([
    ['une police de la machine', '#set text(font: "DejaVu Sans", fallback: true)\nBonjour'],
    ['une police du moteur', '#set text(font: "Libertinus Serif")\nBonjour'],
    ['une police inconnue', '#set text(font: "Absente")\nBonjour'],
    ['un paquet du réseau', '#import "@preview/cetz:0.3.0"\nBonjour'],
    ['un fichier de la machine', '#read("/etc/hostname")'],
    ['une valeur absente', '#data.absente'],
  ])('refuse %s', async (_, source) => {
    await expect(renderPdf(source, data, options)).rejects.toThrow(PdfFailure);
  });

  test('nomme les signes que les polices livrées ne dessinent pas, sans les prendre ailleurs', async () => {
    const refused = renderPdf('#data.text', { text: 'Li 漢 Wei' }, options);
    await expect(refused).rejects.toMatchObject({ missing: ['漢'] });
  });
});
