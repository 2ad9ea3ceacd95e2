/** One whole-day event. */
export interface CalendarEvent {
  /** Stable and opaque; a calendar that reads the file again replaces the event. */
  uid: string;
  /** YYYY-MM-DD. */
  day: string;
  summary: string;
  description: string;
  categories?: readonly string[];
  /** Days before, in the morning, at which the agenda reminds. */
  alarmDays: readonly number[];
}

const encoder = new TextEncoder();
/** RFC 5545 §3.1: a line is at most 75 octets, its end not counted. */
const longest = 75;

/** Folds a content line without cutting a character; what follows starts with one space. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > longest) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += sign;
    octets += size;
  }
  return folded;
}

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line ends of a text. */
export const escapeText = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/gu, '\\n');

const compactDay = (day: string): string => day.replaceAll('-', '');
/** `20261117T070000Z` from the UTC ISO text of an instant. */
const compactInstant = (instant: string): string => `${instant.replace(/\.\d+Z$/u, 'Z').replaceAll(/[-:]/gu, '')}`;

/**
 * An RFC 5545 calendar of whole-day events, in UTF-8, lines ended by CRLF.
 * @param now instant of the export, UTC ISO: DTSTAMP of every event
 */
export function writeCalendar(calendar: { name: string; now: string; events: readonly CalendarEvent[] }): string {
  const { name, now, events } = calendar;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Prelude//Echeances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, now: string): string[] {
  const next = Temporal.PlainDate.from(event.day).add({ days: 1 }).toString();
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${compactInstant(now)}`,
    `DTSTART;VALUE=DATE:${compactDay(event.day)}`,
    `DTEND;VALUE=DATE:${compactDay(next)}`,
    `SUMMARY:${escapeText(event.summary)}`,
    `DESCRIPTION:${escapeText(event.description)}`,
    ...(event.categories === undefined ? [] : [`CATEGORIES:${event.categories.map(escapeText).join(',')}`]),
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...event.alarmDays.flatMap((days) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(event.summary)}`,
      // From midnight of the day: 8 in the morning, so many days before.
      `TRIGGER:${days === 0 ? 'PT8H' : `-P${days - 1}DT16H`}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}
