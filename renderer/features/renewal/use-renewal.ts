import { useState } from 'react';
import { can } from '#shared/permissions/roles.ts';
import type { RenewalOutput } from '#shared/contract/renewal.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useRenewalAddress } from './address.ts';
import { saveOutput } from './download.ts';

/** What is being prepared: the year asked, else the running one, else the last; null at the term. */
export function useRenewal() {
  const address = useRenewalAddress();
  const { contractId, year } = address;
  const me = useMe();
  const personId = me !== null && can(me, 'time.person') ? (address.person ?? null) : null;
  const contracts = useRead('aid', 'contracts', {});
  const contract = contracts.data?.contracts.find(({ id }) => id === contractId) ?? null;
  const running = contract?.currentYear.value ?? null;
  const contractYear = year === 'terme' ? null : (year ?? Math.max(1, Math.min(5, running ?? 1)));
  const prepared = useRead(
    'renewal',
    'prepare',
    { contractId, contractYear, personId },
    {
      enabled: contract !== null,
      placeholderData: (before) => before,
      // Frozen as it was read: never an answer kept from an earlier visit.
      gcTime: 0,
    },
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [producing, setProducing] = useState(false);
  const freeze = useCommand('renewal', 'freeze', {
    onRefused: (error) => {
      setProblem(sentenceOf(error));
      void prepared.refetch();
    },
  });
  const setAside = useCommand('renewal', 'setAside', { onRefused: (error) => setProblem(sentenceOf(error)) });

  /** Freezes what is shown, then hands the report to the browser. */
  const produce = async (what: RenewalOutput = 'REPORT') => {
    if (prepared.data === undefined || producing) return;
    setProblem(null);
    setProducing(true);
    try {
      const { id } = await freeze.mutateAsync({ contractId, contractYear, fingerprint: prepared.data.fingerprint });
      await saveOutput(id, what);
    } catch (error) {
      setProblem(sentenceOf(error));
    } finally {
      setProducing(false);
    }
  };
  return {
    ...address,
    contract,
    contracts,
    contractYear,
    personId,
    prepared,
    problem,
    producing,
    produce,
    setAside: (lineId: string, reason: string | null) => setAside.mutate({ contractId, contractYear, lineId, reason }),
  };
}
