import { addDays } from '#shared/kernel/day.ts';
import type { EmployerContext, EmployerRows } from './invent-employer.ts';

type Profile = NonNullable<EmployerRows['doctor_profile']>[number];

/** What the aid depends on, by doctor: one installed long ago, one lately, one of whom too little is said. */
export function inventProfiles({ days, staff, id }: EmployerContext): EmployerRows {
  const [lemoine, benali, garnier] = staff.doctors;
  if (lemoine === undefined || benali === undefined || garnier === undefined) return {};
  const line = (doctorId: string, fromDay: string, said: Partial<Profile>): Profile => ({
    id: id(fromDay),
    doctor_id: doctorId,
    from_day: fromDay,
    sector: 'SECTEUR_1',
    speciality: 'MEDECINE_GENERALE',
    mep: 0,
    zone: 'ZIP',
    installed_on: null,
    newly_installed: 0,
    speciality_listed: null,
    adapted_situation: 'NONE',
    doctors_in_practice: 3,
    coordinated_practice: 'ALREADY',
    join_by: null,
    children_share: null,
    technical_share: null,
    version: 1,
    ...said,
  });
  const settled = addDays(days.benali, -186);
  const since = addDays(days.lemoine, -430);
  return {
    doctor_profile: [
      line(lemoine.id, since, { installed_on: '2009-09-01', children_share: 1850 }),
      line(benali.id, settled, { installed_on: settled, newly_installed: 1, children_share: 2100 }),
      // Settled for three years: no longer new in the eyes of the CPAM.
      line(benali.id, addDays(settled, 1096), { installed_on: settled, children_share: 2100 }),
      // Particular practice, and nothing said of the sector nor of the fee contract: to be asked.
      line(garnier.id, since, { mep: 1, sector: null, adapted_situation: null, installed_on: '2016-01-04' }),
    ],
  };
}
