/** A value a spreadsheet would run: `=…`, `@…`, or a sign before anything but a figure. */
const runs = /^\s*[=@+\-\t\r]/u;

/** One cell of a file to be written: a number keeps its figure, a text is never run. */
export type CsvValue = string | number | null;

/**
 * A CSV file as French spreadsheets open it: UTF-8 with its mark, `;`, decimal comma, CRLF. A text that a spreadsheet
 * would run is preceded by an apostrophe. Same rows, same bytes.
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): Uint8Array {
  const lines = [head, ...rows].map((row) => row.map(cellOf).join(';'));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function cellOf(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberOf(value);
  const safe = runs.test(value) ? `'${value}` : value;
  return /[";\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** `1234,5`: no group of thousands, never an exponent. */
function numberOf(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = String(value);
  return (text.includes('e') ? value.toFixed(10).replace(/\.?0+$/u, '') : text).replace('.', ',');
}
