import { profileOn } from '#shared/contract/doctor-profile.ts';
import type { AidGesture } from '#shared/domain/aid.ts';
import type { DocumentKind } from '#shared/domain/documents.ts';
import { employmentOn, weeklyMinutesOn } from '#shared/domain/employer-record.ts';
import type { ChecklistLine, RenewalPlace, RenewalStep } from '#shared/domain/renewal.ts';
import type { Gathered } from './gather/gathered.ts';
import type { ContractAnswer } from './gather/readings.ts';

export type Gesture = NonNullable<ChecklistLine['gesture']>;
type Missing = ContractAnswer['missing'][number];

/** A target of several parts, as a place takes it: `RECEIVED.3.1`. */
const parts = (...all: readonly (string | number | null | undefined)[]): string =>
  all.filter((one) => one !== null && one !== undefined && one !== '').join('.');

const link = (label: string, place: RenewalPlace, target: string | null = null): Gesture => ({ label, place, target });

/** What one counter of one doctor is stated by. */
export const countGesture = (label: string, metric: string, doctorId: string | null): Gesture =>
  link(label, 'count', parts(metric.startsWith('PMT') ? 'PMT' : 'FA', doctorId));

/** What was true of a doctor the day the contract was signed; null when nothing was said for that day. */
const signedProfile = (doctorId: string, { contract, profiles }: Gathered): string | null =>
  profileOn(profiles.find((one) => one.doctorId === doctorId)?.lines ?? [], contract.fields.signedOn)?.id ?? null;

/** That line of the profile, corrected; a new one without it. */
export const profileGesture = (doctorId: string, lineId: string | null): Gesture =>
  link(lineId === null ? 'Compléter le profil' : 'Corriger le profil', 'profile', parts(doctorId, lineId));

/** Follow-up of a training, or its beginning when nothing was typed. */
export const trainingGesture = (assistantId: string, begun: boolean): Gesture =>
  begun
    ? link('Ouvrir la formation', 'training', assistantId)
    : link('Saisir la formation', 'registration', assistantId);

/** The hours of the post running at the end of the period, else a first contract of employment. */
export function employmentGesture(assistantId: string, { assistants, scope }: Gathered): Gesture {
  const employments = assistants.find(({ record }) => record.id === assistantId)?.record.employments ?? [];
  const day = scope.until ?? scope.today;
  const post = employmentOn(employments, day);
  return post !== null && weeklyMinutesOn(post, day) === null
    ? link('Saisir la durée du travail', 'employment', parts(assistantId, post.id))
    : link('Saisir le contrat de travail', 'employment', assistantId);
}

/** The year of the file; for the renewal, the last one begun. */
function yearOf({ contract, scope }: Gathered): number | null {
  if (scope.contractYear !== null) return scope.contractYear;
  const begun = contract.years.filter(({ start }) => start.value !== null && start.value <= scope.today);
  return begun.at(-1)?.contractYear ?? null;
}

const paymentGesture = (kind: 'RECEIVED' | 'EXPECTED', field: string | number | null): Gesture =>
  link(
    kind === 'EXPECTED' ? 'Saisir la date attendue' : 'Saisir le versement',
    'payment',
    field === null ? null : parts(kind, field),
  );

/** Where something the contract's own screen misses is typed, and the step it belongs to. */
const OF_THE_AID: Readonly<
  Record<AidGesture, { step: RenewalStep; of: (one: Missing, gathered: Gathered) => Gesture } | null>
> = {
  contract: {
    step: 'contract',
    of: ({ field }, { contract }) =>
      field === 'policy' ? link('Saisir la règle', 'policy') : link('Compléter le contrat', 'contract', contract.id),
  },
  event: {
    step: 'contract',
    of: ({ targetId }) => (targetId === null ? link('Noter le courrier', 'letter') : link('Ouvrir', 'event', targetId)),
  },
  year: { step: 'contract', of: ({ field }) => link('Compléter l’année', 'year', field) },
  member: {
    step: 'contract',
    // A condition names the doctor, the form takes the adhesion.
    of: ({ targetId }, { contract }) => {
      const member = contract.members.find(({ id, doctorId }) => id === targetId || doctorId === targetId);
      return link('Compléter', 'member', member?.id ?? null);
    },
  },
  payment: {
    step: 'contract',
    of: ({ code, field }) => paymentGesture(code === 'payment_day' ? 'EXPECTED' : 'RECEIVED', field),
  },
  profile: {
    step: 'contract',
    of: ({ targetId }, gathered) =>
      targetId === null
        ? link('Compléter le profil', 'profile')
        : profileGesture(targetId, signedProfile(targetId, gathered)),
  },
  objective: { step: 'patients', of: ({ field }) => link('Saisir l’objectif', 'objective', field) },
  // Statements have their own lines.
  count: null,
  assistant: { step: 'assistant', of: ({ targetId }) => link('Rattacher un assistant', 'assistant', targetId) },
  employment: {
    step: 'assistant',
    of: ({ targetId }, gathered) =>
      targetId === null ? link('Saisir le contrat de travail', 'employment') : employmentGesture(targetId, gathered),
  },
  // The practice's list of pieces.
  document: null,
  // This very file.
  renewal: null,
};

/** The gesture for something missing, with its step; null when the file says it otherwise. */
export function gestureOfMissing(one: Missing, gathered: Gathered): { step: RenewalStep; gesture: Gesture } | null {
  const known = OF_THE_AID[one.gesture];
  return known === null ? null : { step: known.step, gesture: known.of(one, gathered) };
}

/** Where to go first when nothing can take a proof of this kind yet. */
export function beforeProof(kind: DocumentKind, gathered: Gathered): Gesture {
  const { contract, assistants, counters, trainings } = gathered;
  const attach = link('Rattacher un assistant', 'assistant');
  switch (kind) {
    case 'AID_CONTRACT':
    case 'OTHER':
      return link('Ouvrir le contrat', 'contract', contract.id);
    case 'AVENANT':
      return link('Noter l’avenant', 'avenant');
    case 'CPAM_LETTER':
      return link('Noter le courrier', 'letter');
    case 'EMPLOYMENT_CONTRACT': {
      const [first] = assistants;
      return first === undefined ? attach : employmentGesture(first.record.id, gathered);
    }
    case 'DIPLOMA':
    case 'PAYSLIP':
      return attach;
    case 'REGISTRATION':
    case 'ATTESTATION':
    case 'CERTIFICATE': {
      const without = trainings.find(({ training }) => training === null) ?? trainings[0];
      return without === undefined ? attach : trainingGesture(without.assistant.id, without.training !== null);
    }
    case 'STATEMENT': {
      const followed = contract.objectives.map(({ metric }) => (metric === 'FILE_ACTIVE' ? 'FA' : 'PMT'));
      const first = counters.find(({ metric }) => followed.includes(metric)) ?? counters[0];
      return first === undefined
        ? link('Ouvrir le contrat', 'contract', contract.id)
        : countGesture('Saisir le relevé', first.metric, first.card.doctorId);
    }
    case 'PAYMENT_PROOF':
      return paymentGesture('RECEIVED', yearOf(gathered));
  }
}
