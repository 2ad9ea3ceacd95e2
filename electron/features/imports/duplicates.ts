import { compactKey } from '#shared/kernel/text.ts';
import {
  blockingKeys,
  compareNames,
  scoreDuplicate,
  type ComparedPerson,
  type DuplicateScore,
} from '#shared/rules/identity/index.ts';
import { comparedOfRow } from '#electron/features/patients/index.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';

/** The best resemblance of a line: with a file of the base, or with an earlier line of the list. */
export interface Resemblance {
  score: DuplicateScore;
  /** A file of the base, else the number of an earlier line. */
  file: { id: string; number: number } | null;
  line: number | null;
}

interface Candidate {
  person: ComparedPerson;
  names: readonly string[];
  givens: readonly string[];
  /** All of them, folded and without spaces. */
  words: ReadonlySet<string>;
  matricule: string;
  file: Resemblance['file'];
  line: number | null;
}

const rank = { none: 0, possible: 1, tres_probable: 2, certain: 3 } as const;
/** Keys asked of the base at once. */
const keysAtOnce = 400;
const columns =
  'id, number, birth_name, first_given_name, used_name, used_given_name, sex, birth_day, birth_place_code, matricule, insured_nir, insured_quality, phone_mobile, phone_other, city';

const filled = (...names: (string | null | undefined)[]) =>
  names.filter((name): name is string => name != null && name !== '');

function candidate(person: ComparedPerson, file: Candidate['file'], line: number | null): Candidate {
  const names = filled(person.birthName, person.usedName);
  const givens = filled(person.firstGivenName, person.usedGivenName);
  return {
    person,
    names,
    givens,
    words: new Set([...names, ...givens].map(compactKey)),
    matricule: person.matricule?.slice(0, 13) ?? '',
    file,
    line,
  };
}

/** Remembers which names resemble: a few hundred names make most of a list. */
function createResemblances() {
  const known = new Map<string, boolean>();
  const alike = (a: string, b: string): boolean => {
    const pair = a < b ? `${a}|${b}` : `${b}|${a}`;
    const before = known.get(pair);
    if (before !== undefined) return before;
    const compared = compareNames(a, b);
    if (known.size > 200_000) known.clear();
    known.set(pair, compared === 'same' || compared === 'close');
    return compared === 'same' || compared === 'close';
  };
  return (left: readonly string[], right: readonly string[]) => left.some((a) => right.some((b) => alike(a, b)));
}

/** Day and month exchanged, or one of the three figures different. */
function closeDays(a: string, b: string): boolean {
  const [yearA, monthA, dayA] = a.split('-');
  const [yearB, monthB, dayB] = b.split('-');
  if (yearA === yearB && monthA === dayB && dayA === monthB) return true;
  return Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB) === 2;
}

/**
 * Looks for duplicates by equality of keys, then by score: against the base, and against the lines already accepted.
 * `search` takes lines in groups, so that the base is asked for many keys at once.
 */
export function createDuplicateSearch(base: Pick<BulkWriter, 'all'>) {
  const linesByKey = new Map<string, Candidate | Candidate[]>();
  const alike = createResemblances();
  const files = new Map<number, Candidate>();

  const filesByKey = (keys: readonly string[]): Map<string, number[]> => {
    const found = new Map<string, number[]>();
    for (let at = 0; at < keys.length; at += keysAtOnce) {
      const some = keys.slice(at, at + keysAtOnce);
      // The last piece repeats its last key: one prepared statement serves them all.
      const asked =
        some.length === keysAtOnce
          ? some
          : [...some, ...Array.from({ length: keysAtOnce - some.length }, () => some.at(-1) ?? '')];
      const rows = base.all<{ key: string; number: number }>(
        `select key, number from patient_block where key in (${marks})`,
        ...asked,
      );
      for (const { key, number } of rows) found.set(key, [...(found.get(key) ?? []), number]);
    }
    loadFiles([...new Set([...found.values()].flat())].filter((number) => !files.has(number)));
    return found;
  };
  const marks = Array.from({ length: keysAtOnce }, () => '?').join(',');
  const loadFiles = (numbers: readonly number[]) => {
    if (files.size > 50_000) files.clear();
    for (let at = 0; at < numbers.length; at += keysAtOnce) {
      const some = numbers.slice(at, at + keysAtOnce);
      const asked = [...some, ...Array.from({ length: keysAtOnce - some.length }, () => -1)];
      const rows = base.all<PatientRow>(`select ${columns} from visible_patient where number in (${marks})`, ...asked);
      for (const row of rows)
        files.set(row.number, candidate(comparedOfRow(row), { id: row.id, number: row.number }, null));
    }
  };
  /**
   * False when the scoring, far costlier, could only say « none »: another date without an exact word and two names
   * alike; the same date without names alike nor any exact word (inverted names, changed name, twins have one).
   */
  const worthScoring = (a: Candidate, b: Candidate): boolean => {
    if (a.matricule !== '' && a.matricule === b.matricule) return true;
    const exact = !a.words.isDisjointFrom(b.words);
    if (a.person.birthDate === b.person.birthDate) return exact || alike(a.names, b.names);
    return (
      exact &&
      closeDays(a.person.birthDate ?? '', b.person.birthDate ?? '') &&
      alike(a.names, b.names) &&
      alike(a.givens, b.givens)
    );
  };
  const best = (line: Candidate, against: Iterable<Candidate>): Resemblance | null => {
    let found: Resemblance | null = null;
    for (const other of against) {
      if (!worthScoring(line, other)) continue;
      const score = scoreDuplicate(line.person, other.person);
      if (score.level === 'none' && !score.twins) continue;
      if (found === null || rank[score.level] > rank[found.score.level])
        found = { score, file: other.file, line: other.line };
    }
    return found;
  };

  return {
    /**
     * The best resemblance of each person, in order; `accepted` says at once whether the line will be imported, so
     * that the next ones are compared with it.
     */
    search(
      people: readonly { person: ComparedPerson; line: number }[],
      accepted: (index: number, found: Resemblance | null) => boolean,
    ): void {
      const keysOf = people.map(({ person }) => blockingKeys(person));
      const byKey = filesByKey([...new Set(keysOf.flat())].sort());
      for (const [index, { person, line }] of people.entries()) {
        const own = candidate(person, null, line);
        const against = new Set<Candidate>();
        for (const key of keysOf[index] ?? []) {
          for (const number of byKey.get(key) ?? []) {
            const file = files.get(number);
            if (file !== undefined) against.add(file);
          }
          const earlier = linesByKey.get(key);
          if (Array.isArray(earlier)) for (const one of earlier) against.add(one);
          else if (earlier !== undefined) against.add(earlier);
        }
        if (!accepted(index, best(own, against))) continue;
        for (const key of keysOf[index] ?? []) {
          const same = linesByKey.get(key);
          if (Array.isArray(same)) same.push(own);
          else linesByKey.set(key, same === undefined ? own : [same, own]);
        }
      }
    },
  };
}
