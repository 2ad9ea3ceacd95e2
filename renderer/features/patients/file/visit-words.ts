import type { PracticeView } from '#shared/contract/practice.ts';
import { STAGE_LABELS, type Stage } from '#shared/domain/stage.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatTime } from '#shared/kernel/format.ts';
import type { File } from './file-page.tsx';

type Visit = File['visits'][number];

/** Stages of a visit that did not take place. */
const missed: readonly Stage[] = ['excused', 'unexcused', 'cancelled', 'left_unseen'];
export const wasMissed = (visit: Visit) => missed.includes(visit.stage as Stage);

export const dayWords = (visit: Visit, today: string) => (visit.day === today ? 'Aujourd’hui' : formatDay(visit.day));
export const doctorOf = (visit: Visit, practice: PracticeView) =>
  practice.doctors.find((doctor) => doctor.id === visit.doctorId)?.displayName ?? '';
export const timeOf = (visit: Visit) =>
  visit.startMinute === null ? (visit.walkIn ? 'sans rendez-vous' : '') : formatTime(visit.startMinute);

/** What is told of a visit beyond its day and doctor; a stage passed needs no word. */
export function stateOf(visit: Visit, today: string): string {
  const parts = [
    visit.day >= today || wasMissed(visit) ? STAGE_LABELS[visit.stage as Stage] : null,
    visit.outcomeReason,
    visit.preparedBy === null ? null : `préparation${'\u00a0'}: ${visit.preparedBy}`,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
