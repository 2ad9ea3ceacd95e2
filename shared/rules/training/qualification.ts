import type { Day } from '#shared/kernel/day.ts';
import type { Diploma, Profile, RequiredTraining, TrainingFile } from './types.ts';

const PROFILE_OF: Readonly<Record<Diploma, Profile>> = {
  DEI: 'DEI_DEAS_DEAP',
  DEAS: 'DEI_DEAS_DEAP',
  DEAP: 'DEI_DEAS_DEAP',
  OTHER: 'NO_CARE_DIPLOMA',
  NONE: 'NO_CARE_DIPLOMA',
};

/** Profile of the texts: the one given, else that of the diploma; null when neither is known. */
export function profileOf({ profile, diploma }: Pick<TrainingFile, 'profile' | 'diploma'>): Profile | null {
  if (profile !== undefined) return profile;
  return diploma === undefined ? null : PROFILE_OF[diploma];
}

export interface Qualification {
  readonly by: RequiredTraining;
  readonly on: Day;
}

/** The qualification held on `day`: the CQP, or the adaptation training of a care diploma; the earlier one. */
export function qualificationOn(file: TrainingFile, day: Day): Qualification | null {
  const { cqpObtainedOn: cqp, faeCompletedOn: fae } = file;
  const held: Qualification[] = [];
  if (cqp !== undefined && cqp <= day) held.push({ by: 'CQP', on: cqp });
  if (fae !== undefined && fae <= day && profileOf(file) === 'DEI_DEAS_DEAP') held.push({ by: 'FAE', on: fae });
  return held.sort((left, right) => (left.on < right.on ? -1 : 1))[0] ?? null;
}
