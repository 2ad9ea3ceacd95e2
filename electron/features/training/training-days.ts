import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { DaysAsked, DaysFound } from '#shared/contract/training.ts';
import { ABSENCE_KINDS } from '#shared/domain/employer.ts';
import { trainingLimits } from '#shared/domain/training.ts';
import { addDays, addYears, formatDay, weekdayOf, type Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import { publicHolidays, type HolidayList } from '#shared/rules/calendar/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { readPlace } from './practice-place.ts';
import type { EmployedAssistant } from './training-rows.ts';

const invalid = (field: string, message: string): DomainError =>
  new DomainError('INVALID', { problems: [{ field, message: frenchTypography(message) }] });

/** The farthest day a training is planned: beyond, a year is a slip. */
const YEARS_AHEAD = 4;

interface Asking {
  readonly db: Kysely<Schema>;
  readonly today: Day;
  readonly assistant: EmployedAssistant;
}

/**
 * The days a gesture blocks: those asked, less the public holidays of the practice's place, the days already blocked
 * and the days of an absence, each told with its reason.
 * @throws INVALID: end before start, a day outside the employment, too far, nothing left
 */
export async function daysToBlock(asking: Asking, asked: DaysAsked): Promise<DaysFound> {
  const wanted = wantedDays(asked, asking.today);
  refuseOutside(asking.assistant, wanted, asked.kind === 'list' ? 'days' : 'to');
  const taken = await alreadyBlocked(asking, wanted);
  const { holidays, notes } = await holidaysOf(asking.db, wanted);
  const days: Day[] = [];
  const skipped: { day: Day; reason: string }[] = [];
  for (const day of wanted) {
    const reason = skipReason(day, { taken, holidays, assistant: asking.assistant });
    if (reason === null) days.push(day);
    else skipped.push({ day, reason });
  }
  return { days, skipped, notes };
}

/** The same, refused when nothing is left to block. */
export function refuseNothing({ days, skipped }: DaysFound): void {
  if (days.length > 0) return;
  const why = skipped.slice(0, 3).map(({ day, reason }) => `${formatDay(day)} : ${reason}`);
  throw invalid('days', `Aucune journée à bloquer. ${why.join(' ; ')}. Choisir d’autres jours.`);
}

function wantedDays(asked: DaysAsked, today: Day): Day[] {
  const latest = addYears(today, YEARS_AHEAD);
  const earliest = addYears(today, -YEARS_AHEAD);
  const far = (day: Day): boolean => day < earliest || day > latest;
  const refuseFar = (day: Day, field: string): void => {
    if (far(day)) throw invalid(field, `Année à vérifier : ${formatDay(day)}.`);
  };
  if (asked.kind === 'list') {
    for (const day of asked.days) refuseFar(day, 'days');
    return [...new Set(asked.days)].sort();
  }
  const { weekdays, from, to } = asked;
  refuseFar(from, 'from');
  refuseFar(to, 'to');
  if (to < from) {
    throw invalid(
      'to',
      `Fin le ${formatDay(to)}, avant le début du ${formatDay(from)}. Corriger l’une des deux dates.`,
    );
  }
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekdays.includes(weekdayOf(day))) days.push(day);
  if (days.length === 0) throw invalid('weekdays', 'Aucun de ces jours de la semaine dans cette période.');
  if (days.length > trainingLimits.days) {
    throw invalid('to', `${days.length} journées : ${trainingLimits.days} au plus en un geste. Raccourcir la période.`);
  }
  return days;
}

/** Is the assistant employed that day? */
export function isEmployedOn({ employments }: EmployedAssistant, day: Day): boolean {
  return employments.some(({ start, end }) => start <= day && (end === null || day <= end));
}

function refuseOutside(assistant: EmployedAssistant, days: readonly Day[], field: string): void {
  const outside = days.find((day) => !isEmployedOn(assistant, day));
  if (outside === undefined) return;
  const { givenName, familyName, employments } = assistant;
  const spans = employments.map(({ start, end }) =>
    end === null ? `depuis le ${formatDay(start)}` : `du ${formatDay(start)} au ${formatDay(end)}`,
  );
  const contract = spans.length === 0 ? 'aucun contrat saisi' : spans.join(', puis ');
  throw invalid(
    field,
    `${formatDay(outside)} : hors du contrat de travail de ${givenName} ${familyName} (${contract}). Changer la date, ou compléter le contrat.`,
  );
}

async function alreadyBlocked({ db, assistant }: Asking, days: readonly Day[]): Promise<Set<Day>> {
  const rows = await db
    .selectFrom('training_day')
    .select('day')
    .where('assistant_id', '=', assistant.id)
    .where('day', '>=', days[0] ?? '')
    .where('day', '<=', days.at(-1) ?? '')
    .execute();
  return new Set(rows.map(({ day }) => day));
}

async function holidaysOf(db: Kysely<Schema>, days: readonly Day[]) {
  const { place, known } = await readPlace(db);
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  const lists = years.map((year) => publicHolidays(place, year));
  const named = (read: (list: HolidayList) => HolidayList['holidays']) =>
    new Map(lists.flatMap(read).map(({ day, names }) => [day, names.join(', ')]));
  const doubtful = named((list) => list.uncertain);
  const notes = [
    ...(known ? [] : ['Code postal du cabinet non renseigné : jours fériés de la métropole.']),
    ...days
      .filter((day) => doubtful.has(day))
      .map((day) => `${formatDay(day)} : ${doubtful.get(day)}, férié dans certaines communes. Gardé.`),
    ...(place.territory === 'other_overseas' ? ['Jours fériés de ce territoire non lus : à vérifier.'] : []),
  ];
  return { holidays: named((list) => list.holidays), notes: notes.map(frenchTypography) };
}

interface Known {
  readonly taken: ReadonlySet<Day>;
  readonly holidays: ReadonlyMap<Day, string>;
  readonly assistant: EmployedAssistant;
}

function skipReason(day: Day, { taken, holidays, assistant }: Known): string | null {
  const holiday = holidays.get(day);
  if (holiday !== undefined) return `férié (${holiday})`;
  if (taken.has(day)) return 'déjà bloqué';
  const absence = absenceOn(assistant, day);
  return absence === null ? null : `absence (${absence})`;
}

/** The absence of that day, in words; a training is not one of them. */
export function absenceOn({ absences }: EmployedAssistant, day: Day): string | null {
  const found = absences.find(({ kind, from, to }) => kind !== 'TRAINING' && from <= day && (to === null || day <= to));
  if (found === undefined) return null;
  return (
    Object.hasOwn(ABSENCE_KINDS, found.kind) ? ABSENCE_KINDS[found.kind as keyof typeof ABSENCE_KINDS] : 'absence'
  ).toLowerCase();
}
