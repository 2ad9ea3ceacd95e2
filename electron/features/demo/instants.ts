import { instantText } from '#electron/platform/clock.ts';

const zone = 'Europe/Paris';
const minute = 60_000;
const starts = new Map<string, number>();

/** Milliseconds since 1970 of a local minute of a day of the practice; minutes may be negative or decimal. */
export function millisOf(day: string, minuteOfDay: number): number {
  let start = starts.get(day);
  if (start === undefined) {
    // Noon, less twelve hours: on the two nights a year when the hour changes, working hours stay right.
    start = Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(zone).epochMilliseconds - 720 * minute;
    if (starts.size > 5000) starts.clear();
    starts.set(day, start);
  }
  return start + Math.round(minuteOfDay * 60) * 1000;
}

export const instantOf = (day: string, minuteOfDay: number): string => instantText(millisOf(day, minuteOfDay));
