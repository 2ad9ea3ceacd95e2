import type { RenewalOutput } from '#shared/contract/renewal.ts';
import { call } from '../../api/queries.ts';

/** Fetches an output of a frozen file part after part, and hands it to the browser as a file. Nothing else leaves. */
export async function saveOutput(id: string, what: RenewalOutput): Promise<void> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; ;) {
    const part = await call('renewal', 'file', { id, what, offset });
    const bytes = Uint8Array.fromBase64(part.bytes);
    parts.push(bytes);
    offset += bytes.byteLength;
    if (offset >= part.size || bytes.byteLength === 0) {
      offer(part.name, new Blob(parts, { type: part.mediaType }));
      return;
    }
  }
}

function offer(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
