import type { Kysely } from 'kysely';
import type { Head } from './head-file.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** The base while the vault is open: its reading face, the writing one, and who is told of commits. */
export interface OpenPractice {
  reader: Kysely<Schema>;
  writer: Kysely<Schema>;
  /** How many commands wait for their turn to write, for a worker to read. */
  waiting: SharedArrayBuffer;
  committed(head: Head): void;
}
