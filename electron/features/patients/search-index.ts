import { sql, type Insertable, type Kysely } from 'kysely';
import { compactKey, nameTokens, phoneticKey } from '#shared/kernel/text.ts';
import { blockingKeys } from '#shared/rules/identity/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';
import { comparedOfRow, homonymKeys } from './patient-row.ts';

export interface IndexRows {
  tokens: Insertable<Schema['patient_token']>[];
  blocks: Insertable<Schema['patient_block']>[];
  /** Dictionary lines: insert with `on conflict do nothing`. */
  words: Insertable<Schema['patient_word']>[];
}

const sortLength = 8;

/** Words of a name, and the whole stuck together: `D'Artagnan` is found by `artagnan` and by `dartagnan`. */
function wordsOf(names: readonly (string | null)[]): Set<string> {
  const words = new Set<string>();
  for (const name of names) {
    if (name === null) continue;
    const tokens = nameTokens(name);
    for (const token of tokens) words.add(token);
    if (tokens.length > 1) words.add(compactKey(name));
  }
  return words;
}

/** Every derived row of one file: search words, dictionary, keys of duplicates and homonyms. */
export function indexRowsOf(row: PatientRow): IndexRows {
  const { number } = row;
  const family = wordsOf([row.birth_name, row.used_name]);
  const given = wordsOf([row.first_given_name, row.used_given_name, row.given_names]);
  const familySort = row.name_key.slice(0, sortLength);
  const givenSort = row.given_key.slice(0, sortLength);
  const [year = '', month = '', day = ''] = row.birth_day.split('-');
  const line = (kind: string, token: string, sort: string) => ({ token, kind, sort, number });
  const tokens = [
    ...[...family].map((token) => line('a', token, givenSort)),
    ...[...given].map((token) => line('b', token, familySort)),
    line('d', `${day}${month}${year}`, familySort),
    ...[...new Set([row.insured_nir, row.matricule])]
      .filter((nir) => nir !== null)
      .map((nir) => line('n', nir.toLowerCase(), familySort)),
    ...[...new Set([row.phone_mobile, row.phone_other])]
      .filter((phone) => phone !== null)
      .map((phone) => line('p', phone, familySort)),
  ];
  const words = [...new Set([...family, ...given])].flatMap((word) => [
    { kind: 's', fragment: phoneticKey(word), word },
    ...Array.from({ length: Math.max(0, word.length - 3) }, (_, index) => ({
      kind: 'x',
      fragment: word.slice(index + 1),
      word,
    })),
  ]);
  const blocks = [...blockingKeys(comparedOfRow(row)), ...homonymKeys(row)].map((key) => ({ key, number }));
  return { tokens, blocks, words };
}

/** Rebuilds the derived rows of one file from its row; a merged or absent file has none. */
export async function reindexPatient(db: Kysely<Schema>, id: string): Promise<void> {
  const row = await db.selectFrom('patient').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return pruneWords(db);
  const before = await db
    .selectFrom('patient_token')
    .select('token')
    .where('number', '=', row.number)
    .where('kind', 'in', ['a', 'b'])
    .execute();
  await db.deleteFrom('patient_token').where('number', '=', row.number).execute();
  await db.deleteFrom('patient_block').where('number', '=', row.number).execute();
  const kept = new Set<string>();
  if (row.merged_into === null) {
    const { tokens, blocks, words } = indexRowsOf(row);
    await db.insertInto('patient_token').values(tokens).execute();
    if (blocks.length > 0) await db.insertInto('patient_block').values(blocks).execute();
    if (words.length > 0)
      await db
        .insertInto('patient_word')
        .values(words)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const { token } of tokens) kept.add(token);
  }
  for (const { token } of before) if (!kept.has(token)) await pruneWord(db, token);
}

/** A word nobody bears any more leaves the dictionary: nothing of a destroyed file stays. */
async function pruneWord(db: Kysely<Schema>, word: string): Promise<void> {
  await sql`delete from patient_word where word = ${word} and not exists (select 1 from patient_token t where t.token = ${word} and t.kind in ('a', 'b'))`.execute(
    db,
  );
}

/** The same for every word: when the file is no longer there to say its own. */
async function pruneWords(db: Kysely<Schema>): Promise<void> {
  await sql`delete from patient_word where not exists (select 1 from patient_token t where t.token = patient_word.word and t.kind in ('a', 'b'))`.execute(
    db,
  );
}

/** The next file number. Inside a transaction: two creations at once cannot take the same one. */
export async function nextNumber(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('patient')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}
