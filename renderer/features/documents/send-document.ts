import { documentLimits } from '#shared/domain/documents.ts';
import { can } from '#shared/permissions/roles.ts';
import { call, type Input, type Output } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';

/**
 * Sends a proof piece by piece, then joins it to what it proves. Nothing is visible before the last step.
 * @throws INVALID with the sentence of a bad file
 */
export async function sendDocument(
  file: File,
  about: Omit<Input<'documents', 'add'>, 'uploadId' | 'name'>,
  onProgress: (sent: number, total: number) => void = () => {},
): Promise<Output<'documents', 'add'>> {
  const uploadId = crypto.randomUUID();
  for (let offset = 0; offset === 0 || offset < file.size; offset += documentLimits.chunk) {
    const piece = new Uint8Array(await file.slice(offset, offset + documentLimits.chunk).arrayBuffer());
    await call('documents', 'send', { uploadId, offset, bytes: piece.toBase64() });
    onProgress(Math.min(offset + piece.byteLength, file.size), file.size);
  }
  return call('documents', 'add', { uploadId, name: file.name, ...about }, { command: true });
}

/** Reads a proof whole: any of them for the employer, one's own otherwise. */
export function readDocument(id: string): Promise<Output<'documents', 'read'>> {
  const me = useSession.getState().state?.me;
  return me != null && can(me, 'employer.read')
    ? call('documents', 'read', { id })
    : call('documents', 'readMine', { id });
}

/** Reads a proof and hands it to the browser as a file. */
export async function saveDocument(id: string): Promise<void> {
  const { name, mediaType, bytes } = await readDocument(id);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([Uint8Array.fromBase64(bytes)], { type: mediaType }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
