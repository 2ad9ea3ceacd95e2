import { z } from 'zod';
import { WHOLE_SHARE } from '#shared/domain/employer.ts';
import { WorkDay } from '#shared/domain/employer-record.ts';
import { Id } from '#shared/domain/values.ts';
import {
  ADAPTED_SITUATIONS,
  COORDINATED_PRACTICES,
  SECTORS,
  SPECIALITIES,
  ZONES,
  type EligibilitySituation,
} from '#shared/rules/aid/index.ts';

const codes = <Code extends string>(labels: Readonly<Record<Code, string>>) => z.enum(Object.keys(labels) as Code[]);
const share = z.number().int().min(0).max(WHOLE_SHARE).nullable();

/** What the aid depends on, from a day on. Null = not said: the eligibility stays undetermined. */
export const profileFields = {
  fromDay: WorkDay,
  sector: codes(SECTORS).nullable(),
  speciality: codes(SPECIALITIES).nullable(),
  /** Médecin à exercice particulier. */
  mep: z.boolean().nullable(),
  zone: codes(ZONES).nullable(),
  installedOn: WorkDay.nullable(),
  /** As the CPAM reads it: the book has no length of time for it. */
  newlyInstalled: z.boolean().nullable(),
  /** Read by the doctor in the lists of avenant 7, speciality other than general practice. */
  specialityListed: z.boolean().nullable(),
  adaptedSituation: codes(ADAPTED_SITUATIONS).nullable(),
  doctorsInPractice: z.number().int().min(1).max(200).nullable(),
  coordinatedPractice: codes(COORDINATED_PRACTICES).nullable(),
  joinBy: WorkDay.nullable(),
  /** Patients under 16 and technical acts, in hundredths of a percent. */
  childrenShare: share,
  technicalShare: share,
};

export const DoctorProfile = z.object({ id: Id, doctorId: Id, ...profileFields });
export type DoctorProfile = z.infer<typeof DoctorProfile>;

/** The line in force on a day; lines in the order of their days. */
export const profileOn = <P extends Pick<DoctorProfile, 'fromDay'>>(lines: readonly P[], day: string): P | null =>
  lines.findLast((line) => line.fromDay <= day) ?? null;

type DoctorFacts = Omit<EligibilitySituation, 'signatureDay' | 'option' | 'overrides'>;

/** What the rules take of a profile: an absent field was not said. */
export function eligibilityFacts(profile: DoctorProfile | null): DoctorFacts {
  if (profile === null) return {};
  const said = {
    sector: profile.sector,
    speciality: profile.speciality,
    specialityListed: profile.specialityListed,
    particularPractice: profile.mep,
    newlyInstalled: profile.newlyInstalled,
    zone: profile.zone,
    adaptedSituation: profile.adaptedSituation,
    doctorsInPractice: profile.doctorsInPractice,
    coordinatedPractice: profile.coordinatedPractice,
    joinBy: profile.joinBy,
    childrenShare: profile.childrenShare === null ? null : profile.childrenShare / 100,
    technicalShare: profile.technicalShare === null ? null : profile.technicalShare / 100,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)) as DoctorFacts;
}
