import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Head of a kept file: format, then the nonce. The tag comes last. */
const magic = Buffer.from('PRD1');
const nonceBytes = 12;
const tagBytes = 16;
const boundTo = Buffer.from('prelude:document:1');

/** The kept file is gone, altered, or not the one asked. */
export class DocumentUnreadable extends Error {}

/** A file being received: encrypted as it comes, never written in clear, nowhere whole in memory. */
export interface Receiving {
  readonly received: number;
  /** First bytes, to recognise the kind. */
  readonly first: Buffer;
  append(part: Uint8Array): Promise<void>;
  /** Synced on the disk and named by its content. @returns SHA-256 of the clear content, hexadecimal */
  finish(): Promise<string>;
  abandon(): Promise<void>;
}

/** Proofs of the practice: one encrypted file per content, named by a keyed digest of its fingerprint (settled point 4). */
export interface DocumentStore {
  receive(): Promise<Receiving>;
  /** @throws DocumentUnreadable */
  read(fingerprint: string): Promise<Buffer>;
}

export function documentStore(dataDir: string, key: () => Buffer): DocumentStore {
  const folder = join(dataDir, 'documents');
  const pathOf = (fingerprint: string, secret: Buffer) => {
    const name = createHmac('sha256', secret).update(fingerprint).digest('hex');
    return join(folder, name.slice(0, 2), `${name}.prd`);
  };

  return {
    async receive() {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const coming = join(folder, `${randomUUID()}.nouveau`);
      const secret = key();
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', secret, nonce, { authTagLength: tagBytes });
      cipher.setAAD(boundTo);
      const hash = createHash('sha256');
      const file = await open(coming, 'wx', 0o600);
      await file.write(Buffer.concat([magic, nonce]));
      let received = 0;
      let first = Buffer.alloc(0);
      let closed = false;
      const close = async () => {
        if (!closed) await file.close();
        closed = true;
        secret.fill(0);
      };
      return {
        get received() {
          return received;
        },
        get first() {
          return first;
        },
        async append(part) {
          if (first.length < 16) first = Buffer.concat([first, part]).subarray(0, 16);
          hash.update(part);
          await file.write(cipher.update(part));
          received += part.byteLength;
        },
        async finish() {
          await file.write(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
          await file.sync();
          const fingerprint = hash.digest('hex');
          const path = pathOf(fingerprint, secret);
          await close();
          await mkdir(dirname(path), { recursive: true, mode: 0o700 });
          await rename(coming, path);
          await syncFolder(dirname(path));
          return fingerprint;
        },
        async abandon() {
          await close();
          await rm(coming, { force: true });
        },
      };
    },
    async read(fingerprint) {
      const secret = key();
      try {
        const kept = await readFile(pathOf(fingerprint, secret));
        const decipher = createDecipheriv(
          'aes-256-gcm',
          secret,
          kept.subarray(magic.length, magic.length + nonceBytes),
          {
            authTagLength: tagBytes,
          },
        );
        decipher.setAAD(boundTo);
        decipher.setAuthTag(kept.subarray(-tagBytes));
        const sealed = kept.subarray(magic.length + nonceBytes, -tagBytes);
        const clear = Buffer.concat([decipher.update(sealed), decipher.final()]);
        if (createHash('sha256').update(clear).digest('hex') !== fingerprint) throw new Error('another content');
        return clear;
      } catch (error) {
        throw new DocumentUnreadable('document', { cause: error });
      } finally {
        secret.fill(0);
      }
    },
  };
}

/** A power cut must not forget the renaming. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  if (!(await stat(path)).isDirectory()) return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
