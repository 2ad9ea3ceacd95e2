import { call, type Output } from '../../api/queries.ts';

/** Base64 of one piece, without going through a text of the whole file. */
async function base64Of(piece: Blob): Promise<string> {
  const bytes = new Uint8Array(await piece.arrayBuffer());
  return bytes.toBase64();
}

/**
 * Sends the file piece by piece to the core's memory, then asks what it is. Nothing is written anywhere.
 * @throws IMPORT_REFUSED with the sentence of a bad file, IMPORT_BUSY
 */
export async function uploadList(
  file: File,
  onProgress: (done: number, total: number) => void,
): Promise<Output<'imports', 'analyse'>> {
  const { id, chunkBytes, chunks } = await call('imports', 'begin', { fileName: file.name, size: file.size });
  for (let index = 0; index < chunks; index += 1) {
    const piece = file.slice(index * chunkBytes, (index + 1) * chunkBytes);
    await call('imports', 'chunk', { id, index, base64: await base64Of(piece) });
    onProgress(index + 1, chunks);
  }
  return call('imports', 'analyse', { id });
}
