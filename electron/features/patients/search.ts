import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { MatchKind } from '#shared/domain/patient.ts';
import { phoneticKey } from '#shared/kernel/text.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { linesOf } from './patient-lines.ts';
import { searchTerms, type SearchTerm } from './search-terms.ts';

/** Beyond this many index lines the search stops counting: the list shows 20, more letters are the way out. */
const ceiling = 150;
const mostWords = 40;
/** Under this many letters, a word inside another or sounding like it means nothing. */
const leastLetters = 3;

interface Found {
  number: number;
}

const within = (column: RawBuilder<unknown>, term: SearchTerm) =>
  sql`(${sql.join(term.ranges.map(([low, high]) => sql`(${column} >= ${low} and ${column} < ${high})`), sql` or `)})`;
const visible = sql`exists (select 1 from visible_patient p where p.number = t.number)`;
const token = sql.raw('t.token');

/** Files whose words begin with every typed word, in alphabetical order of the leading one. */
async function beginning(db: Kysely<Schema>, terms: readonly SearchTerm[]): Promise<{ numbers: number[]; more: boolean }> {
  const [lead, ...others] = terms;
  if (lead === undefined) return { numbers: [], more: false };
  const also = others.map((term) => sql` and exists (select 1 from patient_token x where x.number = t.number and ${within(sql.raw('x.token'), term)})`);
  const { rows } = await sql<Found>`select t.number from patient_token t where ${within(token, lead)}${sql.join(also, sql``)} and ${visible}
    order by t.token, t.kind, t.sort, t.number limit ${ceiling}`.execute(db);
  return { numbers: [...new Set(rows.map((row) => Number(row.number)))], more: rows.length === ceiling };
}

interface Words {
  inside: string[];
  sound: string[];
}

async function resembling(db: Kysely<Schema>, letters: string): Promise<Words> {
  const { rows } = await sql<{ kind: string; word: string }>`
    select * from (select kind, word from patient_word where kind = 'x' and fragment >= ${letters} and fragment < ${`${letters}\u{10FFFF}`} limit ${mostWords}) i
    union all
    select * from (select kind, word from patient_word where kind = 's' and fragment = ${phoneticKey(letters)} limit ${mostWords}) s`.execute(db);
  const of = (kind: string) => [...new Set(rows.filter((row) => row.kind === kind).map((row) => row.word))];
  return { inside: of('x'), sound: of('s') };
}

/** Lists are padded so that few statements are prepared. */
const listed = (words: readonly string[]) => sql.join([...words, ...Array.from({ length: mostWords * 2 - words.length }, () => words[0] ?? '')]);

/** Files where one typed word is inside a name or sounds like it, the others beginning, inside or sounding too. */
async function resemblingFiles(db: Kysely<Schema>, terms: readonly SearchTerm[], words: ReadonlyMap<SearchTerm, readonly string[]>): Promise<number[]> {
  const numbers = new Set<number>();
  for (const [lead, list] of words) {
    if (list.length === 0) continue;
    const also = terms.filter((term) => term !== lead).map((term) => {
      const own = words.get(term) ?? [];
      const or = own.length === 0 ? sql`` : sql` or x.token in (${listed(own)})`;
      return sql` and exists (select 1 from patient_token x where x.number = t.number and (${within(sql.raw('x.token'), term)}${or}))`;
    });
    const { rows } = await sql<Found>`select t.number from patient_token t where t.token in (${listed(list)}) and t.kind in ('a', 'b')${sql.join(also, sql``)} and ${visible}
      order by t.token, t.kind, t.sort, t.number limit ${mostWords}`.execute(db);
    for (const row of rows) numbers.add(Number(row.number));
  }
  return [...numbers];
}

/** One box for everything: names in any order, birth date in French habits, telephone, NIR (settled point 22). */
export async function searchPatients(
  db: Kysely<Schema>,
  input: { text: string; limit: number },
  today: string,
): Promise<{ total: number; more: boolean; results: (PatientLine & { match: MatchKind })[] }> {
  const terms = searchTerms(input.text);
  const { numbers, more } = await beginning(db, terms);
  const match = new Map<number, MatchKind>(numbers.slice(0, input.limit).map((number) => [number, 'prefix']));
  const spoken = terms.filter((term) => term.letters !== null && term.letters.length >= leastLetters);
  if (match.size < input.limit && spoken.length > 0) {
    const words = new Map<SearchTerm, Words>();
    for (const term of spoken) words.set(term, await resembling(db, term.letters ?? ''));
    const fill = async (kind: MatchKind, pick: (found: Words) => readonly string[]) => {
      if (match.size >= input.limit) return;
      const lists = new Map([...words].map(([term, found]) => [term, pick(found)]));
      for (const number of await resemblingFiles(db, terms, lists)) {
        if (match.size < input.limit && !match.has(number)) match.set(number, kind);
      }
    };
    await fill('infix', (found) => found.inside);
    await fill('sound', (found) => [...new Set([...found.inside, ...found.sound])]);
  }
  const lines = await linesOf(db, [...match.keys()], today);
  return { total: numbers.length, more, results: lines.map((line) => ({ ...line, match: match.get(line.number) ?? 'prefix' })) };
}
