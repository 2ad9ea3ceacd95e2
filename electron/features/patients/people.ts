import type { Kysely } from 'kysely';
import type { Schema } from '#electron/storage/schema.ts';

/** Who did something, as shown to a colleague: « Dr Claire Lemoine ». Empty for an unknown account. */
export async function namesOfAccounts(
  db: Kysely<Schema>,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'civility', 'given_name', 'family_name'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [row.id, [row.civility, row.given_name, row.family_name].filter(Boolean).join(' ')]),
  );
}
