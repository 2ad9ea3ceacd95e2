import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { renewalSteps, type RenewalStep } from '#shared/domain/renewal.ts';
import { isId } from '../../app/shell/guard.tsx';

export interface RenewalSearch {
  /** Year of the contract, or its term; absent: the running year. */
  annee?: number | 'terme' | undefined;
  etape?: RenewalStep | undefined;
  /** The assistant whose own figures are asked for. */
  personne?: string | undefined;
}

/** What the address of the wizard holds besides the contract. */
export function readRenewalSearch(search: Record<string, unknown>): RenewalSearch {
  const year = search['annee'];
  const known = typeof year === 'number' && Number.isInteger(year) && year >= 1 && year <= 50;
  return {
    annee: year === 'terme' ? 'terme' : known ? year : undefined,
    etape: renewalSteps.find((step) => step === search['etape']),
    personne: isId(search['personne']) ? search['personne'] : undefined,
  };
}

/** The contract, the year and the step on screen, and how to show others. */
export function useRenewalAddress() {
  const { contractId = '' } = useParams({ strict: false });
  const search = readRenewalSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const go = (part: RenewalSearch) =>
    void navigate({
      to: '/aide/renouvellement/$contractId',
      params: { contractId },
      search: { ...search, ...part },
      replace: true,
    });
  return { contractId, year: search.annee, step: search.etape ?? 'contract', person: search.personne, go };
}
