import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { WHOLE_SHARE } from './employer.ts';
import type { Absence, Assistant, Employment } from './employer-record.ts';

/** Two facts of one record that cannot both be true, and the way out. */
export interface Contradiction {
  field: string;
  message: string;
}

const period = ({ startDay, endDay }: Pick<Employment, 'startDay' | 'endDay'>): string =>
  endDay === null
    ? `contrat commencé le ${formatDay(startDay)}`
    : `contrat du ${formatDay(startDay)} au ${formatDay(endDay)}`;

/** Facts of one assistant that contradict each other: refused when typed, shown as such when already stored. */
export function contradictionsOf({
  employments,
  absences,
}: Pick<Assistant, 'employments' | 'absences'>): Contradiction[] {
  return [
    ...employments.flatMap(contradictionsOfEmployment),
    ...overlaps(employments),
    ...absences.flatMap((one) => contradictionsOfAbsence(one, employments)),
    ...absenceOverlaps(absences),
  ];
}

function contradictionsOfEmployment(one: Employment): Contradiction[] {
  const { startDay, endDay, workTimes, splits } = one;
  const found: Contradiction[] = [];
  const say = (field: string, message: string) => void found.push({ field, message });
  if (endDay !== null && endDay < startDay) {
    say(
      'endDay',
      `Fin le ${formatDay(endDay)}, avant le début le ${formatDay(startDay)}${NBSP}: corriger l’une des deux dates.`,
    );
  }
  if (one.nextHire !== null && one.nextHire !== 'NONE' && (endDay === null || one.nextHire <= endDay)) {
    say(
      'nextHire',
      endDay === null
        ? `Remplaçant noté sans fin de contrat${NBSP}: écrire la fin, ou retirer le remplaçant.`
        : `Remplaçant embauché le ${formatDay(one.nextHire)}, avant la fin du contrat${NBSP}: corriger l’une des deux dates.`,
    );
  }
  for (const day of twice(workTimes.map(({ fromDay }) => fromDay))) {
    say(
      'fromDay',
      `Deux durées de travail à partir du ${formatDay(day)}${NBSP}: corriger la première, ou changer la date.`,
    );
  }
  for (const { fromDay } of workTimes) {
    if (outside(fromDay, one)) {
      say(
        'fromDay',
        `Durée de travail à partir du ${formatDay(fromDay)}, hors du ${period(one)}${NBSP}: changer la date.`,
      );
    }
  }
  for (const { fromDay, parts } of splits) {
    const sum = parts.reduce((total, part) => total + part.share, 0);
    if (sum > WHOLE_SHARE) {
      const words = `${formatNumber(sum / 100)}${NBSP}%`;
      say(
        'shares',
        `Répartition à ${words} à partir du ${formatDay(fromDay)}${NBSP}: ramener le total à 100${NBSP}% au plus.`,
      );
    }
    if (outside(fromDay, one)) {
      say('fromDay', `Répartition à partir du ${formatDay(fromDay)}, hors du ${period(one)}${NBSP}: changer la date.`);
    }
  }
  return found;
}

function overlaps(employments: readonly Employment[]): Contradiction[] {
  return employments.flatMap((one, index) =>
    employments.slice(index + 1).flatMap((next) => {
      if (one.endDay !== null && one.endDay < next.startDay) return [];
      if (next.endDay !== null && next.endDay < one.startDay) return [];
      const message = `Le ${period(next)} chevauche le ${period(one)}${NBSP}: mettre fin au premier, ou changer les dates.`;
      return [{ field: 'startDay', message }];
    }),
  );
}

function contradictionsOfAbsence(one: Absence, employments: readonly Employment[]): Contradiction[] {
  const { fromDay, toDay } = one;
  if (toDay !== null && toDay < fromDay) {
    const message = `Absence terminée le ${formatDay(toDay)}, avant son début le ${formatDay(fromDay)}${NBSP}: corriger l’une des deux dates.`;
    return [{ field: 'toDay', message }];
  }
  const within = employments.some(
    (contract) => !outside(fromDay, contract) && (toDay === null || !outside(toDay, contract)),
  );
  if (within) return [];
  const words =
    toDay === null ? `à partir du ${formatDay(fromDay)}` : `du ${formatDay(fromDay)} au ${formatDay(toDay)}`;
  const message = `Absence ${words}, hors de tout contrat de travail${NBSP}: changer les dates de l’absence, ou celles du contrat.`;
  return [{ field: 'fromDay', message }];
}

function absenceOverlaps(absences: readonly Absence[]): Contradiction[] {
  return absences.flatMap((one, index) =>
    absences.slice(index + 1).flatMap((next) => {
      if (one.toDay !== null && one.toDay < next.fromDay) return [];
      if (next.toDay !== null && next.toDay < one.fromDay) return [];
      const message = `Deux absences se chevauchent, à partir du ${formatDay(one.fromDay)} et du ${formatDay(next.fromDay)}${NBSP}: terminer la première, ou changer les dates.`;
      return [{ field: 'fromDay', message }];
    }),
  );
}

const outside = (day: Day, { startDay, endDay }: Pick<Employment, 'startDay' | 'endDay'>): boolean =>
  day < startDay || (endDay !== null && day > endDay);

const twice = (days: readonly Day[]): Day[] => [...new Set(days.filter((day, index) => days.indexOf(day) !== index))];
