import { frenchDateText } from '#shared/domain/import-dates.ts';
import { tookNoPlace } from '#shared/domain/past-visit-guess.ts';
import type { PastVisitField } from '#shared/domain/past-visits.ts';
import { PAST_VISIT_FIELDS, type PastVisitMapping } from '#shared/domain/past-visits.ts';
import { addYears, parseFrenchDate } from '#shared/kernel/day.ts';
import { foldKey } from '#shared/kernel/text.ts';
import type { Breath } from '#electron/exchange/import/worker-host.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import { createDoctorSearch } from './past-doctors.ts';
import { pastRows, type PastRow } from './past-file.ts';
import type { PastCheckOrder, PastFile, PastLine, PastResult } from './past-import.ts';
import { createPersonSearch, readBirthDay, splitBirthDay, type WrittenPerson } from './past-persons.ts';

/** Lines of a slice: some ten milliseconds of work. */
const slice = 500;
/** Older passages help no counter and are most often a slip. */
const oldest = 30;

/** Why this mapping cannot give a single passage; null when it can. */
export function pastMappingProblem(mapping: PastVisitMapping, columns: number, doctorId: string | null): string | null {
  const fields = new Set(mapping.map(({ field }) => field));
  if (fields.size < mapping.length) return 'Un même champ est donné par deux colonnes. N’en garder qu’une.';
  if (new Set(mapping.map(({ column }) => column)).size < mapping.length)
    return 'Une même colonne donne deux champs. N’en garder qu’un.';
  if (mapping.some(({ column }) => column >= columns)) return 'Cette colonne n’existe pas dans le fichier.';
  const lower = (field: PastVisitField) =>
    PAST_VISIT_FIELDS[field].charAt(0).toLowerCase() + PAST_VISIT_FIELDS[field].slice(1);
  if (!fields.has('day')) return `Il manque\u00a0: ${lower('day')}. Choisir la colonne qui la donne.`;
  const named = fields.has('patientName') || (fields.has('familyName') && fields.has('givenName'));
  if (!named && !fields.has('patientNumber'))
    return 'Il manque le patient\u00a0: son nom et son prénom, ou son numéro de dossier. Choisir les colonnes qui les donnent.';
  if (!fields.has('doctor') && doctorId === null)
    return 'Il manque le médecin. Choisir la colonne qui le donne, ou le médecin de tout le fichier.';
  return null;
}

/** A day as agendas write it: « mar. 12/03/2024 09h30 », `2024-03-12T09:30:00+01:00`. */
const dayText = (cell: string) =>
  cell
    .trim()
    .replace(/^(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?,?\s+/iu, '')
    .replace(/(?:T|\s+(?:à\s+)?)\d{1,2}\s?[h:]\s?\d{0,2}.*$/iu, '');

/** Counts of a check, and the names of doctors it met. */
export function pastResultOf(lines: readonly PastLine[]): PastResult {
  const of = (outcome: PastLine['outcome']) => lines.filter((line) => line.outcome === outcome).length;
  const doctors = new Map<string, PastResult['doctors'][number]>();
  for (const { doctorText: text, doctorId, outcome } of lines) {
    if (text === '') continue;
    const key = foldKey(text);
    const known = doctors.get(key);
    if (known === undefined) {
      const leftOut = doctorId === null && outcome !== 'unknown_doctor';
      doctors.set(key, { text, lines: 1, doctorId, leftOut });
    } else known.lines += 1;
  }
  return {
    counts: {
      matched: of('matched'),
      unmatched: of('unmatched'),
      unknownDoctor: of('unknown_doctor'),
      duplicate: of('duplicate'),
      leftOut: of('left_out'),
      invalid: of('invalid'),
    },
    doctors: [...doctors.values()].toSorted((a, b) => b.lines - a.lines),
  };
}

/** The dry run: every line with its outcome, nothing written. */
export async function checkPastLines(
  bytes: Uint8Array,
  file: PastFile,
  order: PastCheckOrder,
  base: Pick<BulkWriter, 'all'>,
  breath: Breath,
): Promise<PastLine[]> {
  const judge = createJudge(file, order, base);
  const lines: PastLine[] = [];
  for await (const row of pastRows(bytes, file)) {
    lines.push(judge(row));
    if (lines.length % slice === 0) await breath(lines.length);
  }
  await breath(lines.length);
  return lines;
}

function createJudge(file: PastFile, order: PastCheckOrder, base: Pick<BulkWriter, 'all'>): (row: PastRow) => PastLine {
  const findPerson = createPersonSearch(base, order.personKey);
  const findDoctor = createDoctorSearch(base, order.doctors);
  const counted = createAlreadyCounted(order, base);
  const byField = new Map(order.mapping.map((one) => [one.field, one]));
  const cellOf = (row: PastRow, field: PastVisitField) => {
    const column = byField.get(field)?.column;
    return column === undefined ? '' : (row.cells?.[column] ?? '').trim();
  };
  const dateOrder = (field: PastVisitField) => byField.get(field)?.dateOrder ?? 'dmy';
  const earliest = addYears(order.today, -oldest);

  const personOf = (row: PastRow): WrittenPerson => {
    const together = splitBirthDay(cellOf(row, 'patientName'));
    const apart = `${cellOf(row, 'familyName')} ${cellOf(row, 'givenName')}`.trim();
    const typed = readBirthDay(cellOf(row, 'birthDay'), dateOrder('birthDay'), order.today);
    return {
      names: apart === '' ? together.names : apart,
      birthDay: typed ?? (apart === '' ? together.birthDay : null),
      number: cellOf(row, 'patientNumber'),
    };
  };

  return (row) => {
    const line: PastLine = {
      line: row.line,
      outcome: 'invalid',
      day: null,
      reasons: [],
      doctorId: null,
      doctorText: '',
      patientId: null,
      patientKey: '',
    };
    const end = (outcome: PastLine['outcome'], ...reasons: string[]): PastLine => {
      line.outcome = outcome;
      line.reasons.push(...reasons);
      return line;
    };
    if (row.problem !== null) return end('invalid', row.problem);
    const read = parseFrenchDate(frenchDateText(dayText(cellOf(row, 'day')), dateOrder('day')), {
      today: order.today,
      earliest,
    });
    if (read.kind === 'empty') return end('invalid', 'Date du passage absente.');
    if (read.kind === 'refused') return end('invalid', `Date du passage\u00a0: ${read.message}`);
    line.day = read.kind === 'day' ? read.day : read.days[1];
    if (tookNoPlace(cellOf(row, 'status'))) return end('left_out', 'Rendez-vous annulé ou patient absent.');

    const text = cellOf(row, 'doctor');
    const doctor =
      byField.has('doctor') && text !== '' ? findDoctor(text) : { doctorId: order.doctorId, leftOut: false };
    line.doctorText = byField.has('doctor') ? text.slice(0, 200) : '';
    line.doctorId = doctor.doctorId;
    if (doctor.leftOut) return end('left_out', 'Médecin laissé de côté.');
    if (text === '' && doctor.doctorId === null) return end('invalid', 'Médecin absent de la ligne.');

    const found = findPerson(personOf(row));
    if (found === null) return end('invalid', 'Patient absent de la ligne.');
    line.patientId = found.patientId;
    line.patientKey = found.key;
    if (doctor.doctorId === null) return end('unknown_doctor', 'Aucun médecin du cabinet ne porte ce nom.');
    line.reasons.push(...found.reasons);
    if (counted(line)) return end('duplicate', 'Même patient, même médecin, même jour\u00a0: déjà compté.');
    if (found.patientId !== null) return end('matched');
    if (row.allDay) return end('left_out', 'Événement d’une journée entière, sans dossier à ce nom.');
    return order.unknownPatients === 'keep'
      ? end('unmatched')
      : end('left_out', 'Patient sans dossier, laissé de côté.');
  };
}

/** Is this passage in Prélude, in a published import, or on an earlier line? */
function createAlreadyCounted(order: PastCheckOrder, base: Pick<BulkWriter, 'all'>): (line: PastLine) => boolean {
  const seen = new Set<string>();
  const stages = order.stages.map(() => '?').join(',');
  return ({ doctorId, day, patientId, patientKey }) => {
    if (doctorId === null || day === null) return false;
    const key = `${doctorId} ${day} ${patientId ?? patientKey}`;
    if (seen.has(key)) return true;
    seen.add(key);
    const visits =
      patientId === null
        ? []
        : base.all(
            `select 1 from visit where patient_id = ? and day = ? and stage in (${stages}) and doctor_id = ? limit 1`,
            patientId,
            day,
            ...order.stages,
            doctorId,
          );
    if (visits.length > 0) return true;
    return (
      base.all(
        `select 1 from past_visit where doctor_id = ? and day = ? and coalesce(patient_id, patient_key) = ?
         and import_id in (select id from past_visit_import where state = 'published') limit 1`,
        doctorId,
        day,
        patientId ?? patientKey,
      ).length > 0
    );
  };
}
