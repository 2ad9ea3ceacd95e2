/** The only place that knows the time. Services receive a clock; tests give a fixed one. */
export interface Clock {
  /** Instant as UTC ISO text with milliseconds. */
  now(): string;
  /** Milliseconds since 1970, for delays. */
  millis(): number;
  /** The instant `ms` milliseconds from now, as UTC ISO text. */
  later(ms: number): string;
  /** Local day of the practice, YYYY-MM-DD. */
  today(): string;
  /** Local minute of the day, 0-1439. */
  minute(): number;
  /** Local offset such as +01:00, written in the journal beside the instant. */
  offset(): string;
}

/** UTC ISO text with milliseconds, as every instant is written. */
export const instantText = (millis: number): string => new Date(millis).toISOString();

function clockFrom(read: () => number, zone: string): Clock {
  const local = () => Temporal.Instant.fromEpochMilliseconds(read()).toZonedDateTimeISO(zone);
  return {
    now: () => instantText(read()),
    millis: read,
    later: (ms) => instantText(read() + ms),
    today: () => local().toPlainDate().toString(),
    minute: () => local().hour * 60 + local().minute,
    offset: () => local().offset,
  };
}

/** The machine's clock, in the practice's zone. */
export const systemClock = (zone = 'Europe/Paris'): Clock => clockFrom(() => Date.now(), zone);

/** The machine's clock moved to another start: pictures and journeys of a day that does not depend on the hour they run. */
export function movedClock(start: string, zone = 'Europe/Paris'): Clock {
  const shift = Temporal.Instant.from(start).epochMilliseconds - Date.now();
  return clockFrom(() => Date.now() + shift, zone);
}

/** A clock that only moves when told: for tests and for the demonstration. */
export function fixedClock(
  start: string,
  zone = 'Europe/Paris',
): Clock & { advance(ms: number): void; set(instant: string): void } {
  let millis = Temporal.Instant.from(start).epochMilliseconds;
  return {
    ...clockFrom(() => millis, zone),
    advance: (ms) => void (millis += ms),
    set: (instant) => void (millis = Temporal.Instant.from(instant).epochMilliseconds),
  };
}
