import type { TrainingRecord } from '#shared/contract/training.ts';
import { trainingProblems } from '#shared/domain/training.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, frenchTypography, NBSP } from '#shared/kernel/format.ts';
import { profileOf, type TrainingFile } from '#shared/rules/training/index.ts';
import { absenceOn, isEmployedOn } from './training-days.ts';
import { firstDayOf, type EmployedAssistant, type ModuleFacts } from './training-rows.ts';

/** `3 h`, `3,5 h` from minutes. */
export const hoursOf = (minutes: number): string => `${formatNumber(Math.round((minutes / 60) * 100) / 100)}${NBSP}h`;

/** What does not add up in one module, in words. Nothing is refused for it. */
export function moduleRemarks(facts: ModuleFacts, startedOn: Day | null): string[] {
  const { plannedMinutes, doneMinutes, exemptMinutes, state, validatedOn } = facts;
  const found: string[] = [];
  const asked = plannedMinutes === null ? null : Math.max(0, plannedMinutes - (exemptMinutes ?? 0));
  if (asked !== null && doneMinutes > asked) found.push(`${hoursOf(doneMinutes - asked)} au-delà du plan.`);
  if (asked !== null && doneMinutes < asked && state === 'done') {
    found.push(`Noté suivi, ${hoursOf(asked - doneMinutes)} de moins que le plan.`);
  }
  if (validatedOn !== null && startedOn !== null && validatedOn < startedOn) {
    found.push(`Validé le ${formatDay(validatedOn)}, avant le début de la formation.`);
  }
  return found.map(frenchTypography);
}

const count = (days: readonly Day[], one: string, many: string): string =>
  `${days.length === 1 ? one : `${days.length}${NBSP}${many}`} (${days.slice(0, 3).map(formatDay).join(', ')}${days.length > 3 ? '…' : ''})`;

/** Facts already stored that contradict each other: a contract changed since, an absence noted over a training day. */
export function contradictionsOf(
  assistant: EmployedAssistant,
  current: TrainingRecord | null,
  open: readonly TrainingRecord[],
  file: TrainingFile,
  today: Day,
): string[] {
  const found: string[] = [];
  if (open.length > 1) found.push(`${open.length} formations en cours à la fois : en abandonner une.`);
  if (current !== null) {
    const { facts, days } = current;
    found.push(...trainingProblems(facts, today, firstDayOf(assistant)).map(({ message }) => message));
    if (facts.route === 'FAE' && profileOf(file) === 'NO_CARE_DIPLOMA') {
      found.push('Parcours FAE sans diplôme de soins au dossier : la FAE ne donne alors pas la qualification.');
    }
    const all = days.map(({ day }) => day);
    const outside = all.filter((day) => !isEmployedOn(assistant, day));
    if (outside.length > 0) {
      found.push(
        `${count(outside, 'Une journée bloquée', 'journées bloquées')} hors du contrat de travail : à libérer.`,
      );
    }
    const during = all.filter((day) => absenceOn(assistant, day) !== null);
    if (during.length > 0) {
      found.push(`${count(during, 'Une journée bloquée', 'journées bloquées')} pendant une absence : à déplacer.`);
    }
  }
  return found.map(frenchTypography);
}
