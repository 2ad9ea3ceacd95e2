import type { AidContractLine } from '#shared/contract/aid-views.ts';
import type { DoctorView } from '#shared/contract/practice.ts';
import { can } from '#shared/permissions/roles.ts';
import { useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';

/** Doctors in the lists of the practice. */
export function useDoctors(): readonly DoctorView[] {
  return (useRead('practice', 'get', {}).data?.doctors ?? []).filter((doctor) => doctor.archivedAt === null);
}

/** Assistants of the practice, by name. */
export function useAssistants(day: string): ReadonlyArray<{ id: string; name: string }> {
  const read = useRead('employer', 'assistants', { day }, { enabled: day !== '' });
  return (read.data?.assistants ?? []).map(({ id, givenName, familyName }) => ({
    id,
    name: `${givenName} ${familyName}`,
  }));
}

export function useMayManage(): boolean {
  const me = useMe();
  return me !== null && can(me, 'employer.manage');
}

const open: readonly AidContractLine['state'][] = ['running', 'suspended', 'coming', 'term_passed'];

/** The contracts of a doctor, the one to show first: running, else to come, else the latest. */
export function contractsOf(contracts: readonly AidContractLine[], doctorId: string): readonly AidContractLine[] {
  const own = contracts.filter((contract) => contract.doctors.some((doctor) => doctor.id === doctorId));
  const rank = ({ state }: AidContractLine) => (open.includes(state) ? open.indexOf(state) : open.length);
  return own.toSorted((a, b) => rank(a) - rank(b) || b.startsOn.localeCompare(a.startsOn));
}

/** Which counter of the practice answers a counter of the contract. */
export const counterOf = (metric: string): 'PMT' | 'FA' => (metric === 'FILE_ACTIVE' ? 'FA' : 'PMT');
