import { lineOutcomeLabels } from '#shared/domain/import-fields.ts';
import { call, type Output } from '../../api/queries.ts';

type Line = Output<'imports', 'report'>['lines'][number];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** The report as a CSV of line numbers, outcomes and reasons: no name in it. Semicolons and BOM, as French spreadsheets expect. */
function csvOf(lines: readonly Line[]): string {
  const rows = lines.map((line) =>
    [String(line.line), quoted(lineOutcomeLabels[line.outcome]), quoted(line.reasons.join(' '))].join(';'),
  );
  return `\uFEFFLigne;Issue;Raisons\r\n${rows.join('\r\n')}\r\n`;
}

/** Reads the whole report, page after page, and hands it to the browser as a file. */
export async function saveReport(id: string): Promise<void> {
  const lines: Line[] = [];
  for (;;) {
    const page = await call('imports', 'report', { id, outcomes: [], offset: lines.length, limit: 2000 });
    lines.push(...page.lines);
    if (page.lines.length === 0 || lines.length >= page.total) break;
  }
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([csvOf(lines)], { type: 'text/csv;charset=utf-8' }));
  link.download = 'rapport-import.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
