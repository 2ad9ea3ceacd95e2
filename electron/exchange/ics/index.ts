export { escapeText, foldLine, writeCalendar, type CalendarEvent } from './write-calendar.ts';
