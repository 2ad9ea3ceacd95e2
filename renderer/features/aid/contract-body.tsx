import { NBSP } from '#shared/kernel/format.ts';
import type { AidContractLine } from '#shared/contract/aid-views.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { ConfirmDialog, ErrorArea, LoadingArea, Note, type MenuEntry } from '../../ui/index.ts';
import { useState } from 'react';
import { useAidAddress } from './address.ts';
import styles from './aid.module.css';
import { ConditionsPane } from './conditions-pane.tsx';
import { ContractHead } from './contract-head.tsx';
import { CountersPane } from './counters/counters-pane.tsx';
import { CurvePane } from './counters/curve-pane.tsx';
import { LifePanes } from './life-pane.tsx';
import { Contradictions, MissingPane } from './missing-pane.tsx';
import { NextPayment } from './next-payment.tsx';
import { YearCards } from './year-cards.tsx';

interface ContractBodyProps {
  contractId: string;
  doctorId: string;
  others: readonly AidContractLine[];
  today: string;
  mayManage: boolean;
}

/** One contract, from its head to its life. */
export function ContractBody({ contractId, doctorId, others, today, mayManage }: ContractBodyProps) {
  const { go, open } = useAidAddress();
  const read = useRead('aid', 'contract', { id: contractId });
  const [removing, setRemoving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const remove = useCommand('aid', 'remove', {
    onDone: () => go({ contrat: undefined, saisie: undefined, cible: undefined }),
    onRefused: (error) => setRefusal(sentenceOf(error)),
  });
  const contract = read.data;
  if (read.isError) return <ErrorArea what="Le contrat n’a pas pu être lu." why={sentenceOf(read.error)} />;
  if (contract === undefined) return <LoadingArea words="Lecture du contrat…" />;
  const entry = (id: string, label: string, onSelect: () => void): MenuEntry => ({ id, label, onSelect });
  const suspended = contract.suspensions.some(({ to }) => to === null);
  const entries: readonly MenuEntry[] = !mayManage
    ? []
    : [
        entry('edit', 'Modifier le contrat', () => open('contrat', contractId)),
        entry('avenant', 'Noter un avenant', () => open('avenant')),
        suspended
          ? entry('resume', 'Noter la reprise', () => open('reprise'))
          : entry('suspend', 'Noter une suspension', () => open('suspension')),
        entry('letter', 'Noter un courrier', () => open('courrier')),
        entry('proofs', 'Pièces du contrat', () => open('pieces')),
        {
          ...entry('renew', 'Enregistrer le contrat qui suit', () => open('renouvellement', contractId)),
          separated: true,
        },
        entry('new', 'Enregistrer un autre contrat', () => open('contrat')),
        {
          ...entry('end', contract.ended === null ? 'Terminer le contrat' : 'Revenir sur la fin', () => open('fin')),
          separated: true,
        },
        { ...entry('remove', 'Retirer ce contrat saisi par erreur', () => setRemoving(true)), danger: true },
      ];
  return (
    <>
      <ContractHead
        contract={contract}
        others={others}
        entries={entries}
        onChoose={(id) => go({ contrat: id, saisie: undefined, cible: undefined })}
      />
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      <Contradictions contract={contract} mayManage={mayManage} />
      <YearCards contract={contract} mayManage={mayManage} />
      <div className={styles['columns']}>
        <CurvePane doctorId={doctorId} from={contract.fields.startsOn} today={today} />
        <div className={styles['beside']}>
          <NextPayment contract={contract} mayManage={mayManage} />
        </div>
        <div className={styles['column']}>
          <MissingPane contract={contract} mayManage={mayManage} />
          <CountersPane doctorId={doctorId} mayManage={mayManage} />
        </div>
        <ConditionsPane conditions={contract.conditions} />
      </div>
      <LifePanes contract={contract} mayManage={mayManage} />
      <ConfirmDialog
        opened={removing}
        title={`Retirer ce contrat${NBSP}?`}
        confirmLabel="Retirer le contrat"
        safeLabel="Garder le contrat"
        danger
        onConfirm={() => {
          setRemoving(false);
          remove.mutate({ id: contractId });
        }}
        onLeave={() => setRemoving(false)}
      >
        Le contrat, ses objectifs, ses {contract.payments.length} versements et ses {contract.events.length} événements
        partent ensemble. Pour un contrat arrivé à sa fin, choisir plutôt «{'\u00a0'}Terminer le contrat{'\u00a0'}».
      </ConfirmDialog>
    </>
  );
}
