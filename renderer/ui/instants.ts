let practiceDay: string | null = null;

/** The practice's own day, told by the core: what « aujourd’hui » means on every screen, whatever the post's clock. */
export function setPracticeDay(day: string): void {
  practiceDay = day;
}

let clockGap = 0;

/** Sets the gap between the post's clock and the core's. `instant`: the core's now, as just received. */
export function setPracticeNow(instant: string): void {
  clockGap = Date.parse(instant) - Date.now();
}

/** Milliseconds since 1970 by the core's clock: a post that is late or fast counts the same minutes as the others. */
export const practiceNow = (): number => Date.now() + clockGap;

/** An instant as the person reads it: "10:24" today, else "17/11/2026 à 10:24". Local time of the practice. */
export function formatInstant(
  instant: string,
  today: string = practiceDay ?? Temporal.Now.plainDateISO().toString(),
): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris');
  const two = (figure: number) => String(figure).padStart(2, '0');
  const time = `${two(local.hour)}:${two(local.minute)}`;
  const day = local.toPlainDate();
  return day.toString() === today ? time : `${two(day.day)}/${two(day.month)}/${day.year} à ${time}`;
}
