import { LETTERS, type Letter, type RenewalSnapshot, type ReportBlock } from '#shared/domain/renewal-report.ts';
import { drawChart } from '#shared/domain/report-chart.ts';
import { PdfFailure, renderPdf } from '#electron/reporting/render-pdf.ts';
import { letterTemplate } from './letter-template.ts';
import { reportTemplate } from './report-template.ts';

/** A frozen file and the fingerprint of its text. */
export interface Frozen {
  readonly snapshot: RenewalSnapshot;
  readonly fingerprint: string;
}

/** The report, PDF/A-2a. Same snapshot, same bytes. */
export function reportPdf({ snapshot, fingerprint }: Frozen): Promise<Uint8Array> {
  const { title, subtitle, practice, stoppedWords, contractLine, complete } = snapshot;
  const sections = snapshot.sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(laidOut) }));
  const data = { title, subtitle, practice, stoppedWords, contractLine, complete, sections, fingerprint };
  return drawn(reportTemplate, data, title, snapshot.stoppedAt);
}

/** One letter, PDF/A-2a. */
export function letterPdf({ snapshot, fingerprint }: Frozen, letter: Letter): Promise<Uint8Array> {
  const { practice, contractLine, signer, stoppedAt } = snapshot;
  const { recipient, placeAndDay, object, paragraphs } = letter;
  const data = { practice, contractLine, signer, recipient, object, paragraphs, placeAndDay, fingerprint };
  return drawn(letterTemplate, data, LETTERS[letter.code], stoppedAt);
}

/** A sign the fonts do not draw is printed « ? » rather than stopping the file: names come from everywhere. */
async function drawn(template: string, data: unknown, title: string, createdAt: string): Promise<Uint8Array> {
  const options = { title, language: 'fr', standard: 'a-2a', createdAt } as const;
  try {
    return await renderPdf(template, data, options);
  } catch (error) {
    if (!(error instanceof PdfFailure) || error.missing.length === 0) throw error;
    return renderPdf(template, JSON.parse(without(JSON.stringify(data), error.missing)) as unknown, options);
  }
}

const without = (text: string, signs: readonly string[]): string =>
  signs.reduce((kept, sign) => kept.replaceAll(sign, '?'), text);

const fingerprintLength = 64;

/** A table's widths follow its longest words; a chart without a point is left out. */
function laidOut(block: ReportBlock): object[] {
  if (block.kind === 'chart') {
    const drawing = drawChart(block);
    return drawing === null ? [] : [{ ...block, drawing }];
  }
  if (block.kind !== 'table') return [block];
  const widths = block.columns.map(({ head }, index) => {
    const lengths = block.rows.map((row) => row[index]?.text.length ?? 0);
    const longest = Math.max(head.length, ...lengths);
    if (longest === fingerprintLength) return longest;
    const mean = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
    return Math.min(60, Math.max(9, (longest + 3 * mean) / 4));
  });
  return [{ ...block, widths }];
}
