import type { Kysely } from 'kysely';
import type { Head } from './head-file.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** The base while the vault is open: a reading connection, the writing one, and who is told of commits. */
export interface OpenPractice {
  reader: Kysely<Schema>;
  writer: Kysely<Schema>;
  committed(head: Head): void;
}
