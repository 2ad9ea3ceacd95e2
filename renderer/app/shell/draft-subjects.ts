import type { DraftView } from '#shared/contract/session.ts';
import { IconDraft, IconMessage, IconNewPatient, IconPreparation, type Icon } from '../../ui/icons.ts';

/** One entry to take up again: every draft field of one subject. */
export interface OpenEntry {
  subject: string;
  subjectId: string;
  patientId: string | null;
  fields: readonly DraftView[];
  /** Of the latest field. */
  savedAt: string;
}

/** What a feature says of its drafts. */
export interface DraftSubject {
  label: string;
  icon: Icon;
  /** Address where the entry goes on: view names and opaque ids only. */
  resumeAt: (entry: OpenEntry) => string;
  /** Words typed in the entry that tell it from another; the name of a known patient is found without it. */
  nameFrom?: (entry: OpenEntry) => string;
}

const subjects = new Map<string, DraftSubject>();

/** Declares how drafts of this subject are named and resumed. */
export function addDraftSubject(subject: string, declared: DraftSubject): void {
  subjects.set(subject, declared);
}

/** What is declared of a subject; an unknown one is still listed, without a way to resume it. */
export const draftSubject = (subject: string): DraftSubject | null => subjects.get(subject) ?? null;

/** The drafts of a person, gathered by entry, latest first. */
export function openEntries(drafts: readonly DraftView[]): OpenEntry[] {
  const entries = new Map<string, OpenEntry>();
  for (const draft of drafts) {
    const key = `${draft.subject} ${draft.subjectId}`;
    const before = entries.get(key);
    entries.set(key, {
      subject: draft.subject,
      subjectId: draft.subjectId,
      patientId: before?.patientId ?? draft.patientId,
      fields: [...(before?.fields ?? []), draft],
      savedAt: before !== undefined && before.savedAt > draft.savedAt ? before.savedAt : draft.savedAt,
    });
  }
  return [...entries.values()].toSorted((one, other) => other.savedAt.localeCompare(one.savedAt));
}

const typed = (entry: OpenEntry, field: string) =>
  entry.fields.find((draft) => draft.field === field)?.raw.trim() ?? '';
const patientOf = (entry: OpenEntry) => (entry.patientId === null ? '' : `?patient=${entry.patientId}`);

addDraftSubject('new_patient', {
  label: 'Nouveau patient',
  icon: IconNewPatient,
  resumeAt: ({ subjectId }) => `/patients/nouveau?brouillon=${subjectId}`,
  nameFrom: (entry) =>
    [typed(entry, 'birthName').toLocaleUpperCase('fr'), typed(entry, 'firstGivenName')].filter(Boolean).join(' '),
});
addDraftSubject('patient', {
  label: 'Fiche à corriger',
  icon: IconDraft,
  resumeAt: ({ subjectId }) => `/patients/${subjectId}?onglet=administratif`,
});
addDraftSubject('preparation', {
  label: 'Préparation',
  icon: IconPreparation,
  resumeAt: (entry) => `/preparation/${entry.subjectId}${patientOf(entry)}`,
});
addDraftSubject('preparation.message', {
  label: 'Message au médecin',
  icon: IconMessage,
  resumeAt: (entry) => `/preparation/${entry.subjectId}${patientOf(entry)}`,
});
