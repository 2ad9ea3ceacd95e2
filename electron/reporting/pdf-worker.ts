import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfAnswer, PdfJob } from './render-pdf.ts';

// One document, then it ends. It imports packages only: once packaged, it runs outside the archive.
const { resolve } = createRequire(import.meta.url);
const fonts = ['400Regular/Inter_400Regular', '400Regular_Italic/Inter_400Regular_Italic', '700Bold/Inter_700Bold'].map(
  (name) => resolve(`@expo-google-fonts/inter/${name}.ttf`),
);
/** Names of those fonts inside a document. */
const shipped = ['Inter-Regular', 'Inter-Italic', 'Inter-Bold'];

// `fallback: false`: a missing sign is refused rather than borrowed from a font of this machine.
const before = `#let data = json(bytes(sys.inputs.data))
#set document(title: sys.inputs.title, date: auto)
#set text(font: "Inter", size: 10.5pt, lang: sys.inputs.language, fallback: false)
#set page(paper: "a4", margin: (x: 22mm, y: 20mm))
#set par(leading: 0.65em, spacing: 1.1em)
`;

/** Fonts a document carries, without the six letters of their subset. */
const fontsIn = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/FontName\s*\/(?:[A-Z]{6}\+)?([\w.-]+)/gu)].map((match) => match[1] ?? '');

const signsIn = (message: string): string[] =>
  [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map((match) => match[1] ?? '');

function render({ template, data, title, language, standard, createdAt }: PdfJob): PdfAnswer {
  // A package would be fetched from the network.
  if (/import\s+"@/u.test(template)) return { failure: 'the template imports a package', missing: [] };
  const compiler = NodeCompiler.create({
    // The only folder a template could read.
    workspace: dirname(resolve('@expo-google-fonts/inter/package.json')),
    // Put before the fonts of the machine, which the compiler always looks at: a namesake there is not taken.
    fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
  });
  try {
    const compiled = compiler.compile({ mainFileContent: before + template, inputs: { data, title, language } });
    // A warning is an unknown font, whose text would be left out.
    const said = compiled.takeError() ?? compiled.takeWarnings();
    if (said !== null || compiled.result === null) {
      const words = said === null ? [] : compiler.fetchDiagnostics(said).map((one: { message: string }) => one.message);
      return { failure: words.join('; '), missing: [] };
    }
    const pdf = compiler.pdf(compiled.result, { pdfStandard: standard, pdfTags: true, creationTimestamp: createdAt });
    const foreign = fontsIn(pdf).filter((name) => !shipped.includes(name));
    if (foreign.length > 0) return { failure: `fonts not shipped: ${foreign.join(', ')}`, missing: [] };
    return { pdf: new Uint8Array(pdf) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const missing = signsIn(message);
    return { failure: missing.length > 0 ? 'signs without a drawing' : message, missing };
  } finally {
    // The compiler's cache is the process's: it would keep every document.
    compiler.evictCache(0);
  }
}

parentPort?.postMessage(render(workerData as PdfJob));
