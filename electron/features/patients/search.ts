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
const counted = 400;
/** Index lines of the leading term read for what only resembles. */
const mostScanned = 2000;
/** Under this many letters, a word inside another or sounding like it means nothing. */
const leastLetters = 3;

interface Found {
  number: number;
}

const within = (column: RawBuilder<unknown>, term: SearchTerm) =>
  sql`(${sql.join(term.ranges.map(([low, high]) => sql`(${column} >= ${low} and ${column} < ${high})`), sql` or `)})`;
/** Merged files have no search words; those of an unpublished import are set aside, most often an empty list. */
const visible = sql`t.number not in (select h.number from patient h where h.import_id in (select id from import_run where published = 0))`;

/** What one term looks for in the index: its ranges, and the words that resemble it when these count too. */
interface Wanted {
  term: SearchTerm;
  words: readonly string[];
}

/** Lists are padded to one length so that few statements are prepared. */
const listed = (words: readonly string[]) => sql.join(Array.from({ length: mostWords * 2 }, (_, index) => words[index] ?? words[0] ?? ''));
const matching = (table: string, { term, words }: Wanted) => {
  const column = sql.raw(`${table}.token`);
  return words.length === 0 ? within(column, term) : sql`(${within(column, term)} or ${column} in (${listed(words)}))`;
};

/** The rarest term leads: each of its lines costs one look-up per other term. Counting stops at `counted`. */
async function rarestFirst(db: Kysely<Schema>, wanted: readonly Wanted[]): Promise<Wanted[]> {
  if (wanted.length < 2) return [...wanted];
  const counts = wanted.map((one, index) => sql`(select count(*) from (select 1 from patient_token t where ${matching('t', one)} limit ${counted}) c) as ${sql.ref(`c${index}`)}`);
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(db);
  const size = new Map(wanted.map((one, index) => [one, Number(rows[0]?.[`c${index}`] ?? 0)]));
  return [...wanted].sort((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0) || b.term.weight - a.term.weight);
}

const otherTerms = (others: readonly Wanted[]) =>
  sql.join(others.map((one) => sql` and exists (select 1 from patient_token x where x.number = t.number and ${matching('x', one)})`), sql``);

/** Files whose words begin with every typed word, in alphabetical order of the leading one. */
async function beginning(db: Kysely<Schema>, terms: readonly SearchTerm[]): Promise<{ numbers: number[]; more: boolean }> {
  const [lead, ...others] = await rarestFirst(db, terms.map((term) => ({ term, words: [] })));
  if (lead === undefined) return { numbers: [], more: false };
  const { rows } = await sql<Found>`select t.number from patient_token t where ${matching('t', lead)}${otherTerms(others)} and ${visible}
    order by t.token, t.kind, t.sort, t.number limit ${ceiling}`.execute(db);
  return { numbers: [...new Set(rows.map((row) => Number(row.number)))], more: rows.length === ceiling };
}

interface Words {
  inside: string[];
  sound: string[];
}
const none: Words = { inside: [], sound: [] };

async function resembling(db: Kysely<Schema>, letters: string): Promise<Words> {
  const { rows } = await sql<{ kind: string; word: string }>`
    select * from (select kind, word from patient_word where kind = 'x' and fragment >= ${letters} and fragment < ${`${letters}\u{10FFFF}`} limit ${mostWords}) i
    union all
    select * from (select kind, word from patient_word where kind = 's' and fragment = ${phoneticKey(letters)} limit ${mostWords}) s`.execute(db);
  const of = (kind: string) => [...new Set(rows.filter((row) => row.kind === kind).map((row) => row.word))];
  return { inside: of('x'), sound: of('s') };
}

/** Files where every typed word begins a word, is inside one or sounds like one. The words of the lead come rarest first. */
async function resemblingFiles(db: Kysely<Schema>, wanted: readonly Wanted[]): Promise<number[]> {
  const [lead, ...others] = await rarestFirst(db, wanted);
  if (lead === undefined) return [];
  const { rows } = await sql<Found>`select distinct t.number from (select number from patient_token t where ${matching('t', lead)} limit ${mostScanned}) t
    where ${visible}${otherTerms(others)} order by t.number limit ${ceiling}`.execute(db);
  return rows.map((row) => Number(row.number));
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
      const wanted = terms.map((term) => ({ term, words: pick(words.get(term) ?? none) }));
      if (match.size >= input.limit || wanted.every((one) => one.words.length === 0)) return;
      for (const number of await resemblingFiles(db, wanted)) {
        if (match.size < input.limit && !match.has(number)) match.set(number, kind);
      }
    };
    await fill('infix', (found) => found.inside);
    await fill('sound', (found) => [...new Set([...found.inside, ...found.sound])]);
  }
  const lines = await linesOf(db, [...match.keys()], today);
  return { total: numbers.length, more, results: lines.map((line) => ({ ...line, match: match.get(line.number) ?? 'prefix' })) };
}
