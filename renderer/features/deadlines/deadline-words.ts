import type { DeadlineView } from '#shared/contract/deadlines.ts';
import type { DeadlinePlace } from '#shared/domain/deadlines.ts';
import type { Day } from '#shared/kernel/day.ts';
import { addMonths } from '#shared/kernel/day.ts';

/** Screen of each place, its name on a button, and its address. Ids only. */
const PLACES: Readonly<
  Record<DeadlinePlace, { label: string; address: (id: string | null, kind: DeadlineView['kind']) => string }>
> = {
  training: { label: 'Formation', address: () => '/formation' },
  employer: { label: 'Employeur', address: (id) => (id === null ? '/employeur' : `/employeur?assistant=${id}`) },
  aid: { label: 'Aide CNAM', address: (id) => (id === null ? '/aide' : `/aide?contrat=${id}`) },
  counters: {
    label: 'Aide CNAM',
    // A statement to come is that of a contract; a statement without its proof is already in the list.
    address: (id, kind) =>
      id !== null && kind === 'OFFICIAL_COUNT' ? `/aide?contrat=${id}&saisie=releve` : '/aide?saisie=releves',
  },
  renewal: { label: 'Renouvellement', address: (id) => (id === null ? '/aide' : `/aide/renouvellement/${id}`) },
};

export const placeLabel = ({ place }: Pick<DeadlineView, 'place'>): string => PLACES[place].label;
export const placeAddress = ({ place, recordId, kind }: Pick<DeadlineView, 'place' | 'recordId' | 'kind'>): string =>
  PLACES[place].address(recordId, kind);

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

/** Those that ask for something now: late, or within three months. The counts of the navigation are theirs. */
export const asksNow = ({ state }: Pick<DeadlineView, 'state'>): boolean => state === 'late' || state === 'due';

/** Late, near, within a year, later, without a day: only those that hold something. The groups follow the colours. */
export function deadlineGroups(list: readonly DeadlineView[], today: Day) {
  const year = addMonths(today, 12);
  const rows = (of: (one: DeadlineView) => boolean) => list.filter(of);
  const ahead = (of: (day: Day) => boolean) => rows(({ state, day }) => state === 'ahead' && day !== null && of(day));
  return [
    { id: 'late', label: 'En retard', rows: rows(({ state }) => state === 'late') },
    { id: 'near', label: 'Dans les trois mois', rows: rows(({ state }) => state === 'due') },
    { id: 'year', label: 'Dans les douze mois', rows: ahead((day) => day < year) },
    { id: 'later', label: 'Plus tard', rows: ahead((day) => day >= year) },
    { id: 'open', label: 'À compléter, sans date', rows: rows(({ state }) => state === 'open') },
  ].filter((group) => group.rows.length > 0);
}
