import type { DeadlineView } from '#shared/contract/deadlines.ts';
import type { DeadlinePlace, DeadlineState } from '#shared/domain/deadlines.ts';
import type { Day } from '#shared/kernel/day.ts';
import { addMonths } from '#shared/kernel/day.ts';

/** Screen of each place, its name on a button, and its address. Ids only. */
const PLACES: Readonly<Record<DeadlinePlace, { label: string; address: (id: string | null) => string }>> = {
  training: { label: 'Formation', address: () => '/formation' },
  employer: { label: 'Employeur', address: (id) => (id === null ? '/employeur' : `/employeur?assistant=${id}`) },
  aid: { label: 'Aide CNAM', address: (id) => (id === null ? '/aide' : `/aide?contrat=${id}`) },
  counters: { label: 'Aide CNAM', address: () => '/aide?saisie=releve' },
  renewal: { label: 'Renouvellement', address: (id) => (id === null ? '/aide' : `/aide/renouvellement/${id}`) },
};

export const placeLabel = ({ place }: Pick<DeadlineView, 'place'>): string => PLACES[place].label;
export const placeAddress = ({ place, recordId }: Pick<DeadlineView, 'place' | 'recordId'>): string =>
  PLACES[place].address(recordId);

export const TONES = { late: 'bad', due: 'warn', ahead: 'neutral', open: 'neutral' } as const satisfies Record<
  DeadlineState,
  string
>;

export const subjects = [
  { id: 'tout', label: 'Tout' },
  { id: 'formation', label: 'Formation' },
  { id: 'aide', label: 'Aide CNAM' },
  { id: 'emploi', label: 'Emploi' },
] as const;
export type Subject = (typeof subjects)[number]['id'];

const ofSubject: Readonly<Record<Subject, readonly DeadlinePlace[]>> = {
  tout: ['training', 'employer', 'aid', 'counters', 'renewal'],
  formation: ['training'],
  aide: ['aid', 'counters', 'renewal'],
  emploi: ['employer'],
};

export const inSubject = (subject: Subject, { place }: Pick<DeadlineView, 'place'>): boolean =>
  ofSubject[subject].includes(place);

/** Late, within a month, within a year, later, without a day: only those that hold something. */
export function deadlineGroups(list: readonly DeadlineView[], today: Day) {
  const [month, year] = [addMonths(today, 1), addMonths(today, 12)];
  const within = (from: Day, to: Day) => list.filter(({ day }) => day !== null && from <= day && day < to);
  return [
    { id: 'late', label: 'En retard', rows: list.filter(({ state }) => state === 'late') },
    { id: 'month', label: 'Dans le mois', rows: within(today, month) },
    { id: 'year', label: 'Dans les douze mois', rows: within(month, year) },
    { id: 'later', label: 'Plus tard', rows: within(year, '9999-12-31') },
    { id: 'open', label: 'À compléter, sans date', rows: list.filter(({ day }) => day === null) },
  ].filter(({ rows }) => rows.length > 0);
}
