import { createHmac } from 'node:crypto';
import { frenchDateText } from '#shared/domain/import-dates.ts';
import type { DateOrder } from '#shared/domain/import-fields.ts';
import { addYears, parseFrenchDate } from '#shared/kernel/day.ts';
import { nameTokens } from '#shared/kernel/text.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';

/** Who a line speaks of, as written. */
export interface WrittenPerson {
  /** Names together in any order, civility left out. */
  names: string;
  birthDay: string | null;
  number: string;
}

export interface FoundPerson {
  patientId: string | null;
  /** Keyed digest: tells nothing of the person, the same for the same writing. */
  key: string;
  reasons: string[];
}

const civilities = new Set(['m', 'mr', 'mme', 'mlle', 'melle', 'monsieur', 'madame', 'mademoiselle', 'enfant', 'bb']);

/** Names in any order: `MARTIN Jean-Paul` and `Jean Paul Martin` give the same. */
const namesKey = (text: string) =>
  nameTokens(text)
    .filter((token) => !civilities.has(token))
    .toSorted()
    .join(' ');

const written = /\b(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\b/u;

/** A birth date written beside the name, as many agendas do: « DUPONT Jean (12/03/1954) ». */
export function splitBirthDay(text: string): { names: string; birthDay: string | null } {
  const found = written.exec(text)?.[1];
  const day = found === undefined ? null : readBirthDay(found, 'dmy', '2100-01-01');
  const names = text.replace(written, ' ').replace(/\bn[ée]{1,2}(?:\(e\))?\s+le\b/giu, ' ');
  return { names: found === undefined ? text : names, birthDay: day };
}

/** The day a cell of birth dates says, or null. */
export function readBirthDay(cell: string, order: DateOrder, today: string): string | null {
  const read = parseFrenchDate(frenchDateText(cell, order), { today, latest: today, earliest: addYears(today, -230) });
  return read.kind === 'day' ? read.day : null;
}

interface FileRow {
  id: string;
  birth_name: string;
  used_name: string | null;
  first_given_name: string;
  used_given_name: string | null;
  birth_day: string;
  merged_into: string | null;
}

/** Files by the names they bear, and by names and birth. A merged file stands for the one that holds everything now. */
function readFiles(base: Pick<BulkWriter, 'all'>): Record<'byNames' | 'byBirth', Map<string, Set<string>>> {
  const rows = base.all<FileRow>(
    `select id, birth_name, used_name, first_given_name, used_given_name, birth_day, merged_into from patient
     where import_id is null or import_id not in (select id from import_run where published = 0)`,
  );
  const mergedInto = new Map(rows.flatMap(({ id, merged_into: into }) => (into === null ? [] : [[id, into] as const])));
  const keptId = (id: string): string => {
    let kept = id;
    for (let into = mergedInto.get(kept); into !== undefined; into = mergedInto.get(kept)) kept = into;
    return kept;
  };
  const byNames = new Map<string, Set<string>>();
  const byBirth = new Map<string, Set<string>>();
  const add = (map: Map<string, Set<string>>, key: string, id: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(id));
  for (const row of rows) {
    const id = keptId(row.id);
    for (const name of [row.birth_name, row.used_name])
      for (const given of [row.first_given_name, row.used_given_name]) {
        if (name === null || given === null) continue;
        const key = namesKey(`${name} ${given}`);
        add(byNames, key, id);
        add(byBirth, `${key}|${row.birth_day}`, id);
      }
  }
  return { byNames, byBirth };
}

const digestWith = (personKey: Uint8Array) => (text: string) =>
  createHmac('sha256', personKey).update(text).digest('base64url');

/** The only file behind each digest that a person without a file may have been counted under. */
export function filesByDigest(base: Pick<BulkWriter, 'all'>, personKey: Uint8Array): Map<string, string> {
  const { byNames, byBirth } = readFiles(base);
  const digest = digestWith(personKey);
  const found = new Map<string, string>();
  const note = (text: string, ids: ReadonlySet<string>) => {
    const [only] = ids;
    if (ids.size === 1 && only !== undefined) found.set(digest(text), only);
  };
  for (const [key, ids] of byNames) note(`p|${key}|`, ids);
  for (const [key, ids] of byBirth) note(`p|${key}`, ids);
  return found;
}

/**
 * Finds the file of a written person: the same names and birth date; or the same names alone, when the line says no
 * birth date and one file only bears them.
 */
export function createPersonSearch(base: Pick<BulkWriter, 'all'>, personKey: Uint8Array) {
  const { byNames, byBirth } = readFiles(base);
  const digest = digestWith(personKey);

  return (person: WrittenPerson): FoundPerson | null => {
    const key = namesKey(person.names);
    if (key === '' && person.number === '') return null;
    const own = digest(person.number === '' ? `p|${key}|${person.birthDay ?? ''}` : `n|${person.number}`);
    const unlinked = (...reasons: string[]): FoundPerson => ({ patientId: null, key: own, reasons });
    if (key === '') return unlinked('Numéro de l’ancien logiciel seul, sans nom\u00a0: compté sans dossier.');
    // « Consultation - DUPONT Jean »: each part of the words may be the name.
    const parts = [key, ...person.names.split(/[-–:,/|()]+/u).map(namesKey)].filter((part) => part.includes(' '));
    const suffix = person.birthDay === null ? '' : `|${person.birthDay}`;
    const files = person.birthDay === null ? byNames : byBirth;
    const found = parts.map((part) => files.get(part + suffix)).find((ids) => ids !== undefined);
    if (found === undefined) return unlinked('Aucun dossier à ce nom et à cette naissance.');
    const [only] = found;
    if (found.size > 1 || only === undefined)
      return unlinked('Plusieurs dossiers portent ce nom\u00a0: compté sans dossier.');
    const reasons = person.birthDay === null ? ['Rattaché sur le nom seul, sans date de naissance.'] : [];
    return { patientId: only, key: own, reasons };
  };
}
