/** A taken interval of the day, in minutes since midnight; the end is excluded. */
export interface Interval {
  start: number;
  end: number;
}

/**
 * Day of the practice until opening hours exist: 08:00 to 19:00, starts on multiples of five minutes.
 * A choice of the software, not a rule.
 */
export const practiceDay = { start: 480, end: 1140, step: 5 } as const;

/** Between these minutes an appointment may be typed, however early or late; and this many years ahead at most. */
export const bookable = { start: 360, end: 1320, yearsAhead: 2 } as const;

/**
 * Starts at which a visit of this length fits, packed against what is already booked: in each free gap, from its
 * beginning, one after the other. `from` leaves out what is already past on the day itself.
 */
export function freeStarts(taken: readonly Interval[], duration: number, from: number = practiceDay.start): number[] {
  const starts: number[] = [];
  const roundUp = (minute: number) => Math.ceil(minute / practiceDay.step) * practiceDay.step;
  let cursor = roundUp(Math.max(from, practiceDay.start));
  const busy = taken.filter((interval) => interval.end > cursor).toSorted((a, b) => a.start - b.start);
  for (const gapEnd of [...busy, { start: practiceDay.end, end: practiceDay.end }]) {
    const limit = Math.min(gapEnd.start, practiceDay.end);
    while (cursor + duration <= limit) {
      starts.push(cursor);
      cursor = roundUp(cursor + duration);
    }
    cursor = Math.max(cursor, roundUp(gapEnd.end));
  }
  return starts;
}
