import { dateOrderOf } from '#shared/domain/import-dates.ts';
import { guessPastVisitFields } from '#shared/domain/past-visit-guess.ts';
import { pastVisitLimits, type PastVisitField } from '#shared/domain/past-visits.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { cleanCell } from '#electron/exchange/csv/formula.ts';
import { ImportRefusal } from '#electron/exchange/csv/refusal.ts';
import { readRows } from '#electron/exchange/csv/rows.ts';
import { dateQuestion, fitted, surveyFile } from '#electron/exchange/csv/survey.ts';
import { looksLikeCalendar, readCalendar, type Calendar } from '#electron/exchange/ics/read-calendar.ts';
import type { PastFile } from './past-import.ts';

const zone = 'Europe/Paris';

/** Cells of a calendar, as if it were a list. */
const calendarColumns = [
  ['Date', 'day'],
  ['Objet', 'patientName'],
  ['Agenda', 'doctor'],
  ['État', 'status'],
] as const satisfies readonly (readonly [string, PastVisitField])[];

/** One line of a list, or one event. `cells` null = cannot be used, and `problem` says why. */
export interface PastRow {
  line: number;
  cells: readonly string[] | null;
  problem: string | null;
  /** An event without an hour: counted only when it names a known patient. */
  allDay: boolean;
}

const cellsOf = (event: Calendar['events'][number], calendar: string): string[] => [
  event.day === null ? '' : formatDay(event.day),
  event.summary,
  event.organizer === '' ? calendar : event.organizer,
  event.cancelled ? 'annulé' : '',
];

/**
 * Reads a whole list or calendar once: what it is, what its columns look like.
 * @throws ImportRefusal with the sentence for the person
 */
export async function analysePastFile(bytes: Uint8Array, fileName: string): Promise<PastFile> {
  if (looksLikeCalendar(bytes)) return calendarFile(readCalendar(bytes, zone, pastVisitLimits.lines));
  if (/\.ics$/iu.test(fileName) && bytes.length > 0)
    throw new ImportRefusal(
      'Ce fichier porte l’extension .ics mais n’est pas un agenda. Refaire l’export, puis recommencer.',
    );
  const survey = await surveyFile(bytes, { lines: pastVisitLimits.lines, bears: 'un passage' });
  const { shape, header, lines, columns } = survey;
  const orders = columns.map(({ clues }) => dateOrderOf(clues));
  const fields = guessPastVisitFields(
    header,
    orders.map((order) => order !== null),
  );
  const described = header.map((name, index) => ({
    index,
    header: name,
    samples: columns[index]?.sample.slice(0, 3) ?? [],
    field: fields[index] ?? null,
    dates: orders[index] ?? null,
  }));
  const ambiguous = described.find(({ field, dates }) => field === 'day' && dates?.ambiguous === true);
  const notes = fields.includes('status')
    ? survey.notes
    : [...survey.notes, 'Aucune colonne ne dit l’état du rendez-vous\u00a0: tous comptent comme vus.'];
  return {
    kind: 'csv',
    shape,
    header,
    analysis: {
      kind: 'csv',
      encoding: shape.encoding,
      separator: shape.separator,
      lines,
      columns: described,
      question: ambiguous === undefined ? null : dateQuestion(ambiguous),
      notes,
    },
  };
}

function calendarFile({ encoding, name, events }: Calendar): PastFile {
  const header = calendarColumns.map(([title]) => title);
  const rows = events.slice(0, 200).map((event) => cellsOf(event, name));
  const repeated = events.filter(({ problem }) => problem !== null).length;
  const notes = ['Un agenda garde aussi les réunions et les congés\u00a0: vérifier les événements sans dossier.'];
  if (repeated > 0)
    notes.unshift(
      `${repeated} événement${repeated > 1 ? 's' : ''} ne peuvent pas être lus\u00a0: voir le compte rendu.`,
    );
  return {
    kind: 'ics',
    shape: null,
    header,
    analysis: {
      kind: 'ics',
      encoding,
      separator: null,
      lines: events.length,
      columns: calendarColumns.map(([title, field], index) => ({
        index,
        header: title,
        samples: rows.flatMap((cells) => (cells[index] === '' ? [] : [cells[index] ?? ''])).slice(0, 3),
        field,
        dates: field === 'day' ? { order: 'dmy' as const, ambiguous: false } : null,
      })),
      question: null,
      notes,
    },
  };
}

/** The lines of the file, header left out. */
export async function* pastRows(bytes: Uint8Array, file: PastFile): AsyncGenerator<PastRow> {
  if (file.shape === null) {
    const { name, events } = readCalendar(bytes, zone, pastVisitLimits.lines);
    for (const event of events) {
      const cells = event.problem === null ? cellsOf(event, name) : null;
      yield { line: event.number, cells, problem: event.problem, allDay: event.allDay };
    }
    return;
  }
  let header = true;
  for await (const { line, cells } of readRows(bytes, file.shape)) {
    if (header) {
      header = false;
      continue;
    }
    const whole = fitted(cells, file.header.length);
    const problem = whole === null ? 'Cette ligne n’a pas autant de cellules que l’en-tête.' : null;
    yield { line, cells: whole?.map((cell) => cleanCell(cell).text) ?? null, problem, allDay: false };
  }
}
