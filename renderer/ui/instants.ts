/** An instant as the person reads it: "10:24" today, else "17/11/2026 à 10:24". Local time of the post. */
export function formatInstant(instant: string, today: string = Temporal.Now.plainDateISO().toString()): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  const two = (figure: number) => String(figure).padStart(2, '0');
  const time = `${two(local.hour)}:${two(local.minute)}`;
  const day = local.toPlainDate();
  return day.toString() === today ? time : `${two(day.day)}/${two(day.month)}/${day.year} à ${time}`;
}
