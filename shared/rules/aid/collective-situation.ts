import type { Day } from '#shared/kernel/day.ts';
import type { Overrides } from '../kernel/index.ts';
import type { Sector, Speciality } from './parameters-eligibility.ts';

export const COMPANY_FORMS = {
  SCP: 'société civile professionnelle',
  SCM: 'société civile de moyens',
  SISA: 'société interprofessionnelle de soins ambulatoires',
  SEL: 'société d’exercice libéral',
  OTHER: 'autre forme',
} as const;
export type CompanyForm = keyof typeof COMPANY_FORMS;

/** One doctor who would adhere. An absent field was not asked. */
export interface CollectiveMember {
  readonly speciality?: Speciality;
  readonly particularPractice?: boolean;
  readonly sector?: Sector;
  /** Holds shares of the company in his or her own name. */
  readonly sharesInOwnName?: boolean;
  /** Individual adhesion form signed. */
  readonly adhesionSigned?: boolean;
  /** Patients who declared this doctor as médecin traitant, adults and children. */
  readonly pmt?: number;
  /** Last day of a running individual contract; null when there is none. */
  readonly individualContractEndsOn?: Day | null;
  /** Last day of a former collective contract; null when there is none. */
  readonly collectiveEndedOn?: Day | null;
}

/** A company of GPs that wants to sign, with the doctors who adhere; partners who stay out are not listed. */
export interface CollectiveSituation {
  readonly signatureDay: Day;
  readonly form?: CompanyForm;
  readonly members: readonly CollectiveMember[];
  /** Mean written by the CPAM: it wins over the one of the book. */
  readonly threshold?: number;
  readonly overrides?: Overrides;
}
