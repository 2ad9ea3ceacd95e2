import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { MatchKind } from '#shared/domain/patient.ts';
import { compactKey, phoneticKey } from '#shared/kernel/text.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { linesOf } from './patient-lines.ts';
import { searchTerms, type SearchTerm } from './search-terms.ts';

/** Beyond this many index lines the search stops counting: the list shows 20, more letters are the way out. */
const ceiling = 60;
/** A list is short, and what resembles fills it, under this many lines. */
const short = 5;
const mostWords = 20;
const listLengths = [4, 12, mostWords * 2];
/** Lines counted to tell a rare word from a common one. */
const counted = 1000;
/** Index lines of the leading term read for what only resembles. */
const mostScanned = 300;
/** Under this many letters, a word inside another or sounding like it means nothing. */
const leastLetters = 3;

interface Found {
  number: number;
}

const within = (column: RawBuilder<unknown>, term: SearchTerm) =>
  sql`(${sql.join(
    term.ranges.map(([low, high]) => sql`(${column} >= ${low} and ${column} < ${high})`),
    sql` or `,
  )})`;
/**
 * Merged files have no search words; those of an unpublished import are set aside. Asked of each line read, and only
 * while such an import exists: listing the import would cost its whole size at each key.
 */
const visible = sql`(not exists (select 1 from import_run r join patient h on h.import_id = r.id where r.published = 0)
  or not exists (select 1 from patient h join import_run r on r.id = h.import_id and r.published = 0 where h.number = t.number))`;

/** What one term looks for in the index: its ranges, and the words that resemble it when these count too. */
interface Wanted {
  term: SearchTerm;
  words: readonly string[];
}

/** Lists are padded to a few lengths so that few statements are prepared. */
const listed = (words: readonly string[]) => {
  const length = listLengths.find((one) => one >= words.length) ?? words.length;
  return sql.join(Array.from({ length }, (_, index) => words[index] ?? words[0] ?? ''));
};
const matching = (table: string, { term, words }: Wanted) => {
  const column = sql.raw(`${table}.token`);
  return words.length === 0 ? within(column, term) : sql`(${within(column, term)} or ${column} in (${listed(words)}))`;
};

/** The rarest term leads: each of its lines costs one look-up per other term. Counting stops at `counted`. */
async function rarestFirst(db: Kysely<Schema>, wanted: readonly Wanted[]): Promise<Wanted[]> {
  if (wanted.length < 2) return [...wanted];
  const counts = wanted.map(
    (one, index) =>
      sql`(select count(*) from (select 1 from patient_token t where ${matching('t', one)} limit ${counted}) c) as ${sql.ref(`c${index}`)}`,
  );
  const { rows } = await sql<Record<string, number>>`select ${sql.join(counts)}`.execute(db);
  const size = new Map(wanted.map((one, index) => [one, Number(rows[0]?.[`c${index}`] ?? 0)]));
  return [...wanted].sort((a, b) => (size.get(a) ?? 0) - (size.get(b) ?? 0) || b.term.weight - a.term.weight);
}

const otherTerms = (others: readonly Wanted[]) =>
  sql.join(
    others.map(
      (one) => sql` and exists (select 1 from patient_token x where x.number = t.number and ${matching('x', one)})`,
    ),
    sql``,
  );

/** Files whose words begin with every typed word, in alphabetical order of the leading one. */
async function beginning(
  db: Kysely<Schema>,
  terms: readonly SearchTerm[],
): Promise<{ numbers: number[]; more: boolean }> {
  const [lead, ...others] = await rarestFirst(
    db,
    terms.map((term) => ({ term, words: [] })),
  );
  if (lead === undefined) return { numbers: [], more: false };
  const { rows } =
    await sql<Found>`select t.number from patient_token t where ${matching('t', lead)}${otherTerms(others)} and ${visible}
    order by t.token, t.kind, t.sort, t.number limit ${ceiling}`.execute(db);
  return { numbers: [...new Set(rows.map((row) => Number(row.number)))], more: rows.length === ceiling };
}

/** Words in use that hold these letters further on, then those of the same sound. */
async function resemblingWords(db: Kysely<Schema>, letters: string): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select * from (select word from patient_word where kind = 'x' and fragment >= ${letters} and fragment < ${`${letters}\u{10FFFF}`} limit ${mostWords}) i
    union all
    select * from (select word from patient_word where kind = 's' and fragment = ${phoneticKey(letters)} limit ${mostWords}) s`.execute(
    db,
  );
  return [...new Set(rows.map((row) => row.word))];
}

/** Files where every typed word begins a word, is inside one or sounds like one. */
async function resemblingFiles(db: Kysely<Schema>, terms: readonly SearchTerm[]): Promise<number[]> {
  const wanted: Wanted[] = [];
  for (const term of terms) {
    const spoken = term.letters !== null && term.letters.length >= leastLetters;
    wanted.push({ term, words: spoken ? await resemblingWords(db, term.letters ?? '') : [] });
  }
  if (wanted.every((one) => one.words.length === 0)) return [];
  const [lead, ...others] = await rarestFirst(db, wanted);
  if (lead === undefined) return [];
  const { rows } =
    await sql<Found>`select distinct t.number from (select number from patient_token t where ${matching('t', lead)} and ${visible} limit ${mostScanned}) t
    where true${otherTerms(others)} order by t.number limit ${ceiling}`.execute(db);
  return rows.map((row) => Number(row.number));
}

/** Letters typed are somewhere in a name of this line: « infix »; else only the sound brought it. */
function kindOf(line: PatientLine, terms: readonly SearchTerm[]): MatchKind {
  const names = [line.birthName, line.usedName, line.firstGivenName, line.usedGivenName].map((name) =>
    compactKey(name ?? ''),
  );
  const written = terms.every(({ letters }) => letters === null || names.some((name) => name.includes(letters)));
  return written ? 'infix' : 'sound';
}

const alphabetical = (a: PatientLine, b: PatientLine) => {
  const [left, right] = [a, b].map((line) => `${line.birthName} ${line.firstGivenName} ${line.birthDay}`);
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

/** One box for everything: names in any order, birth date in French habits, telephone, NIR (settled point 22). */
export async function searchPatients(
  db: Kysely<Schema>,
  input: { text: string; limit: number },
  today: string,
): Promise<{ total: number; more: boolean; results: (PatientLine & { match: MatchKind })[] }> {
  const terms = searchTerms(input.text);
  const { numbers, more } = await beginning(db, terms);
  const first = numbers.slice(0, input.limit);
  const alike =
    numbers.length < short
      ? (await resemblingFiles(db, terms))
          .filter((number) => !numbers.includes(number))
          .slice(0, input.limit - first.length)
      : [];
  const lines = await linesOf(db, [...first, ...alike], today);
  const begun = new Set(first);
  const found = lines
    .filter((line) => begun.has(line.number))
    .map((line) => ({ ...line, match: 'prefix' as MatchKind }));
  const near = lines.filter((line) => !begun.has(line.number)).map((line) => ({ ...line, match: kindOf(line, terms) }));
  const ordered = (kind: MatchKind) => near.filter((line) => line.match === kind).sort(alphabetical);
  return { total: numbers.length, more, results: [...found, ...ordered('infix'), ...ordered('sound')] };
}
