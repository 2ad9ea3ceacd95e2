import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { decodedPieces, detectEncoding, type CsvEncoding } from './encoding.ts';
import { ImportRefusal } from './refusal.ts';
import { declaredSeparator, guessSeparator, type Separator } from './separator.ts';

export interface CsvShape {
  encoding: CsvEncoding;
  /** Name the decoder knows. */
  label: string;
  separator: Separator;
  /** Signs before the header (`sep=;`). */
  skip: number;
}

/** A row and its number as a spreadsheet shows it; the header is 1 (2 under a `sep=` line). */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Longest row kept: beyond it, a quote was never closed. */
const longestRow = 128 * 1024;

/** Encoding and separator of a file. @throws ImportRefusal */
export function detectShape(bytes: Uint8Array): CsvShape {
  const { encoding, label } = detectEncoding(bytes);
  const [start = ''] = decodedPieces(bytes.subarray(0, 2 ** 18), label);
  const declared = declaredSeparator(start);
  if (start.trim() === '') throw new ImportRefusal('Ce fichier est vide. Choisir un autre fichier.');
  if (declared !== null) return { encoding, label, separator: declared.separator, skip: declared.skip };
  return { encoding, label, separator: guessSeparator(start), skip: 0 };
}

function* withoutStart(pieces: Iterable<string>, skip: number): Generator<string> {
  let first = true;
  for (const piece of pieces) {
    yield first ? piece.slice(skip) : piece;
    first = false;
  }
}

/**
 * Streams the rows, header included, blank rows left out but counted.
 * @throws ImportRefusal when a quote is never closed
 */
export async function* readRows(bytes: Uint8Array, shape: CsvShape): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: shape.separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRow,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const source = Readable.from(withoutStart(decodedPieces(bytes, shape.label), shape.skip));
  source.pipe(parser);
  let line = shape.skip > 0 ? 1 : 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      line += 1;
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The parser reads ahead of what it hands out: it knows better where it stands.
    const last = Number(error['records'] ?? line) + (shape.skip > 0 ? 1 : 0);
    throw new ImportRefusal(
      `Un guillemet ouvert après la ligne ${last} n’est jamais fermé. Corriger cette ligne dans le fichier, puis recommencer.`,
    );
  } finally {
    source.destroy();
    parser.destroy();
  }
}
