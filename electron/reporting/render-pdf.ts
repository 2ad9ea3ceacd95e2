import { Worker } from 'node:worker_threads';

export interface PdfOptions {
  /** Title of the document, as a reader's window shows it. */
  title: string;
  language: 'fr';
  /** Archive and portability documents in PDF/A-1a, others in PDF/A-2a (settled point 32). Both are tagged. */
  standard: 'a-1a' | 'a-2a';
  /** Instant written as the creation date, UTC ISO text: the same input gives the same bytes. */
  createdAt: string;
}

/** What is handed to the worker. `data` is JSON text. */
export interface PdfJob extends Omit<PdfOptions, 'createdAt'> {
  template: string;
  data: string;
  /** Seconds since 1970. */
  createdAt: number;
}

export type PdfAnswer = { pdf: Uint8Array } | { failure: string; missing: string[] };

/** A document that cannot be made. `missing`: signs of the data that the shipped fonts do not draw. */
export class PdfFailure extends Error {
  readonly missing: readonly string[];
  constructor(message: string, missing: readonly string[] = []) {
    super(message);
    this.name = 'PdfFailure';
    this.missing = missing;
  }
}

/**
 * Renders a Typst template in memory, in a worker: nothing on the disk, nothing from the network, shipped fonts only.
 *
 * The template is Typst markup that reads `data`, a dictionary made of `data` here (anything JSON holds): what it
 * prints is never read as markup. Title, language, font (Inter: regular, bold, italic), A4 and margins are set before it.
 * @throws PdfFailure when the template is wrong, or when a sign has no drawing in the shipped fonts
 */
export async function renderPdf(template: string, data: unknown, options: PdfOptions): Promise<Uint8Array> {
  const job: PdfJob = {
    ...options,
    template,
    data: JSON.stringify(data).normalize('NFC'),
    createdAt: Math.floor(Temporal.Instant.from(options.createdAt).epochMilliseconds / 1000),
  };
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { workerData: job });
  try {
    const answer = await new Promise<PdfAnswer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new PdfFailure(`the worker ended with ${code}`)));
    });
    if ('failure' in answer) throw new PdfFailure(answer.failure, answer.missing);
    return answer.pdf;
  } finally {
    await worker.terminate();
  }
}
