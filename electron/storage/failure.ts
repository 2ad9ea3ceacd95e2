/** Why the storage could not serve. Corrupted and wrong key open the rescue screen; nothing is retried silently. */
export type FailureKind =
  'locked' | 'read_only' | 'disk_full' | 'corrupted' | 'wrong_key' | 'newer_schema' | 'conflict' | 'other';

export class StorageFailure extends Error {
  readonly kind: FailureKind;
  readonly constraint: string | null;
  constructor(kind: FailureKind, cause: unknown, constraint: string | null = null) {
    super(`storage: ${kind}`, { cause });
    this.kind = kind;
    this.constraint = constraint;
  }
}

const kindByCode: Record<string, FailureKind> = {
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_READONLY: 'read_only',
  SQLITE_CANTOPEN: 'read_only',
  SQLITE_PERM: 'read_only',
  SQLITE_FULL: 'disk_full',
  SQLITE_CORRUPT: 'corrupted',
  SQLITE_IOERR: 'corrupted',
  // A vault slot that opened proves the key, so an unreadable header is damage (settled point 2).
  SQLITE_NOTADB: 'corrupted',
  '23505': 'conflict',
  '23503': 'conflict',
  '23P01': 'conflict',
  '53100': 'disk_full',
  '40001': 'locked',
  '40P01': 'locked',
};

/** Sorts a driver's error by kind; an error already sorted is returned as it is. */
export function storageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : '';
  if (code === 'SQLITE_IOERR_WRITE' && message.includes('full')) return new StorageFailure('disk_full', error);
  if (code.startsWith('SQLITE_CONSTRAINT')) return new StorageFailure('conflict', error, message);
  const kind = kindByCode[code] ?? kindByCode[code.split('_').slice(0, 2).join('_')];
  const constraint =
    typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : message;
  return new StorageFailure(kind ?? 'other', error, kind === 'conflict' ? constraint : null);
}
