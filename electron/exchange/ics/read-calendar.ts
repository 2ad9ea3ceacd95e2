import { dayOf, type Day } from '#shared/kernel/day.ts';
import { ImportRefusal } from '#electron/exchange/csv/refusal.ts';
import { decodedPieces, detectEncoding, type CsvEncoding } from '#electron/exchange/csv/encoding.ts';

/** One VEVENT, as far as a list of passages needs it. */
interface CalendarEvent {
  /** Place in the file, from 1. */
  number: number;
  /** Local day of its start; null with `problem`. */
  day: Day | null;
  allDay: boolean;
  summary: string;
  /** Common name of the organizer. */
  organizer: string;
  cancelled: boolean;
  /** Why it cannot be used, in words. */
  problem: string | null;
}

export interface Calendar {
  encoding: CsvEncoding;
  /** X-WR-CALNAME. */
  name: string;
  events: CalendarEvent[];
}

/** Does a text file present itself as an iCalendar object? */
export function looksLikeCalendar(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).replaceAll('\0', '');
  return /^(?:ÿþ|þÿ|ï»¿)?\s*BEGIN:VCALENDAR/iu.test(start);
}

const broken = (why: string) =>
  new ImportRefusal(`${why} Refaire l’export de l’agenda au format .ics, puis recommencer.`);

interface Line {
  name: string;
  params: ReadonlyMap<string, string>;
  value: string;
}

/** `DTSTART;TZID="Europe/Paris":20260105T093000`; a colon inside quotes does not end the parameters (RFC 5545, 3.1). */
function readLine(text: string): Line | null {
  const found = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/su.exec(
    text,
  );
  if (found === null) return null;
  const params = new Map<string, string>();
  for (const [, name = '', value = ''] of (found[2] ?? '').matchAll(/;([A-Za-z0-9-]+)=("[^"]*"|[^;]*)/gu))
    params.set(name.toUpperCase(), value.replaceAll('"', ''));
  return { name: (found[1] ?? '').toUpperCase(), params, value: found[3] ?? '' };
}

/** Lines longer than 75 bytes go on after a line break and one blank (RFC 5545, 3.1). */
const unfolded = (text: string) =>
  text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/\n[ \t]/gu, '')
    .split('\n')
    .filter((line) => line.trim() !== '');

const textOf = (value: string) =>
  value.replace(/\\([\\;,nN])/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign)).trim();

/**
 * Local day of a DTSTART: a day as written, an hour of the practice or without a zone as written, another zone or UTC
 * brought to the practice's. A zone nobody knows is read as written: only the day is used.
 */
function dayOfStart({ params, value }: Line, zone: string): { day: Day; allDay: boolean } | null {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/u.exec(value.trim());
  if (found === null) return null;
  const [, year, month, date, hour, minute, , utc] = found;
  const day = dayOf(Number(year), Number(month), Number(date));
  if (day === null || Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59) return null;
  if (hour === undefined) return { day, allDay: true };
  const from = utc === undefined ? params.get('TZID') : 'UTC';
  if (from === undefined || from === zone) return { day, allDay: false };
  try {
    const local = Temporal.PlainDateTime.from(`${day}T${hour}:${minute}`).toZonedDateTime(from);
    return { day: local.withTimeZone(zone).toPlainDate().toString(), allDay: false };
  } catch {
    return { day, allDay: false };
  }
}

function eventOf(lines: readonly Line[], number: number, zone: string): CalendarEvent {
  const first = (name: string) => lines.find((line) => line.name === name);
  const start = first('DTSTART');
  const read = start === undefined ? null : dayOfStart(start, zone);
  const repeated = first('RRULE') !== undefined || first('RDATE') !== undefined;
  const organizer = first('ORGANIZER');
  const problem = repeated
    ? 'Rendez-vous répété\u00a0: ses dates ne sont pas écrites dans le fichier. Exporter l’agenda sans répétition.'
    : start === undefined
      ? 'Cet événement n’a pas de date de début.'
      : read === null
        ? 'La date de cet événement est illisible.'
        : null;
  return {
    number,
    day: problem === null ? (read?.day ?? null) : null,
    allDay: read?.allDay ?? false,
    summary: textOf(first('SUMMARY')?.value ?? ''),
    organizer: textOf(organizer?.params.get('CN') ?? ''),
    cancelled: first('STATUS')?.value.trim().toUpperCase() === 'CANCELLED',
    problem,
  };
}

/**
 * Reads the events of an iCalendar file (RFC 5545): unfolding, parameters, escapes, all-day and zoned starts. A series
 * (RRULE) is not developed: the event says so.
 * @param zone of the practice
 * @throws ImportRefusal when the file is cut, unbalanced or empty
 */
export function readCalendar(bytes: Uint8Array, zone: string, most: number): Calendar {
  const { encoding, label } = detectEncoding(bytes);
  const open: string[] = [];
  const events: CalendarEvent[] = [];
  let lines: Line[] = [];
  let name = '';
  for (const text of unfolded([...decodedPieces(bytes, label)].join(''))) {
    const line = readLine(text);
    if (line === null)
      throw broken(`Cet agenda est abîmé\u00a0: une ligne est illisible après l’événement ${events.length}.`);
    if (line.name === 'BEGIN') {
      const component = line.value.trim().toUpperCase();
      if (component === 'VEVENT' && open.at(-1) !== 'VCALENDAR')
        throw broken(`Cet agenda est abîmé\u00a0: l’événement ${events.length + 1} n’est pas à sa place.`);
      open.push(component);
      if (component === 'VEVENT') lines = [];
    } else if (line.name === 'END') {
      const component = line.value.trim().toUpperCase();
      if (open.pop() !== component) throw broken(`Cet agenda est abîmé après l’événement ${events.length}.`);
      if (component === 'VEVENT') events.push(eventOf(lines, events.length + 1, zone));
      if (events.length > most)
        throw new ImportRefusal('Cet agenda est trop long. L’exporter en plusieurs périodes, puis recommencer.');
    } else if (open.at(-1) === 'VEVENT') lines.push(line);
    else if (open.length === 1 && line.name === 'X-WR-CALNAME') name = textOf(line.value);
  }
  if (open.length > 0)
    throw broken(`Cet agenda est coupé\u00a0: la fin du fichier manque après l’événement ${events.length}.`);
  if (events.length === 0)
    throw new ImportRefusal('Cet agenda ne contient aucun rendez-vous. Choisir un autre fichier.');
  return { encoding, name, events };
}
