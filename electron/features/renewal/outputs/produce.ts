import { letterCodes, type LetterCode } from '#shared/domain/renewal-report.ts';
import type { RenewalOutput } from '#shared/contract/renewal.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { storeZip, type ZipEntry } from '#electron/exchange/zip/store-zip.ts';
import { DocumentUnreadable, type DocumentStore } from '#electron/storage/documents/document-store.ts';
import { figuresCsv } from './figures.ts';
import { letterPdf, reportPdf, type Frozen } from './render.ts';

export interface Produced {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const LETTER_FILES: Readonly<Record<LetterCode, string>> = {
  CALCULATION: 'demande-de-calcul',
  CLAIM: 'reponse-a-la-caisse',
  AVENANT: 'demande-d-avenant',
};

/**
 * One output of a frozen file, from its snapshot and the proofs it names: the same bytes every time.
 * @throws INVALID when a proof can no longer be read as it was
 */
export async function produce(frozen: Frozen, what: RenewalOutput, store: DocumentStore): Promise<Produced> {
  const start = fileStart(frozen);
  if (what === 'REPORT') return pdf(`${start}.pdf`, await reportPdf(frozen));
  if (what === 'FIGURES') return { name: `${start}.csv`, mediaType: 'text/csv', bytes: figuresCsv(frozen) };
  if (what === 'BUNDLE') {
    return { name: `${start}.zip`, mediaType: 'application/zip', bytes: await bundle(frozen, store) };
  }
  const letter = frozen.snapshot.letters.find(({ code }) => code === what);
  if (letter === undefined) throw new DomainError('NOT_FOUND', { what: 'letter' });
  return pdf(`${LETTER_FILES[what]}-${day(frozen)}.pdf`, await letterPdf(frozen, letter));
}

const pdf = (name: string, bytes: Uint8Array): Produced => ({ name, mediaType: 'application/pdf', bytes });
const day = ({ snapshot }: Frozen): string => snapshot.stoppedAt.slice(0, 10);

/** Names no person: it will be seen in a folder of downloads. */
const fileStart = (frozen: Frozen): string =>
  `${frozen.snapshot.title.startsWith('Bilan') ? 'bilan-annuel' : 'renouvellement'}-${day(frozen)}-${frozen.fingerprint.slice(0, 8)}`;

async function bundle(frozen: Frozen, store: DocumentStore): Promise<Uint8Array> {
  const { snapshot } = frozen;
  const entries: ZipEntry[] = [
    { name: 'dossier.pdf', bytes: await reportPdf(frozen) },
    { name: 'chiffres.csv', bytes: figuresCsv(frozen) },
  ];
  for (const code of letterCodes) {
    const letter = snapshot.letters.find((one) => one.code === code);
    if (letter === undefined) continue;
    entries.push({ name: `lettres/${LETTER_FILES[code]}.pdf`, bytes: await letterPdf(frozen, letter) });
  }
  for (const { file, name, fingerprint } of snapshot.proofs) {
    try {
      entries.push({ name: file, bytes: await store.read(fingerprint) });
    } catch (error) {
      if (!(error instanceof DocumentUnreadable)) throw error;
      const message = `La pièce ${name} n’a pas pu être relue${NBSP}: la joindre à nouveau, puis produire un nouveau dossier.`;
      throw new DomainError('INVALID', { problems: [{ field: 'what', message }] });
    }
  }
  return storeZip(entries, snapshot.stoppedAt);
}
