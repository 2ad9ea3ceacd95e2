import { ImportRefusal } from './refusal.ts';

export type CsvEncoding = 'utf-8' | 'windows-1252' | 'utf-16';

const workbook =
  'Ce fichier est un classeur de tableur, pas un fichier CSV. L’ouvrir dans le tableur, l’enregistrer au format CSV, puis recommencer.';
const exportAgain = 'Demander au logiciel d’origine un export au format CSV, puis recommencer.';

/** First bytes of the files most often taken for a list. */
const signatures: readonly { bytes: readonly number[]; sentence: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], sentence: workbook },
  { bytes: [0x50, 0x4b, 0x05, 0x06], sentence: workbook },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], sentence: workbook },
  { bytes: [0x25, 0x50, 0x44, 0x46], sentence: `Ce fichier est un PDF, pas un fichier CSV. ${exportAgain}` },
  {
    bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66],
    sentence: `Ce fichier est un texte mis en forme, pas un fichier CSV. ${exportAgain}`,
  },
  {
    bytes: [0x1f, 0x8b],
    sentence: 'Ce fichier est compressé. Le décompresser, puis choisir le fichier CSV qu’il contient.',
  },
];
const binary = `Ce fichier n’est pas un texte. ${exportAgain}`;

const startsWith = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, index) => bytes[index] === byte);

/** True when the bytes up to the last whole character read as UTF-8. */
function readsAsUtf8(bytes: Uint8Array): boolean {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const step = 2 ** 20;
    for (let at = 0; at < bytes.length; at += step) decoder.decode(bytes.subarray(at, at + step), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * Encoding of a text file, from its mark or its content: UTF-8 when it reads as such, else Windows-1252.
 * @throws ImportRefusal when the file is empty or no text
 */
export function detectEncoding(bytes: Uint8Array): { encoding: CsvEncoding; label: string } {
  if (bytes.length === 0) throw new ImportRefusal('Ce fichier est vide. Choisir un autre fichier.');
  for (const { bytes: start, sentence } of signatures) if (startsWith(bytes, start)) throw new ImportRefusal(sentence);
  if (startsWith(bytes, [0xff, 0xfe])) return { encoding: 'utf-16', label: 'utf-16le' };
  if (startsWith(bytes, [0xfe, 0xff])) return { encoding: 'utf-16', label: 'utf-16be' };
  // A text holds no control character but tabs and line ends.
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1b))) throw new ImportRefusal(binary);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase();
  if (/^(<\?xml|<!doctype|<html|<table)/.test(head)) {
    throw new ImportRefusal(`Ce fichier est une page ou un document XML, pas un fichier CSV. ${exportAgain}`);
  }
  return readsAsUtf8(bytes)
    ? { encoding: 'utf-8', label: 'utf-8' }
    : { encoding: 'windows-1252', label: 'windows-1252' };
}

/** The text in pieces of about a megabyte, without its mark. */
export function* decodedPieces(bytes: Uint8Array, label: string): Generator<string> {
  const decoder = new TextDecoder(label);
  const step = 2 ** 20;
  for (let at = 0; at < bytes.length; at += step) {
    yield decoder.decode(bytes.subarray(at, at + step), { stream: at + step < bytes.length });
  }
}
