import { call } from '../../api/queries.ts';

/** Asks for the calendar file and hands it to the browser. */
export async function saveCalendar(): Promise<void> {
  const { fileName, text } = await call('deadlines', 'calendar', {});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
