import type { ReactNode } from 'react';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import { counterMetrics, type CounterMetric } from '#shared/domain/counters.ts';
import { sentenceOf, useRead } from '../../../api/queries.ts';
import { ErrorArea, LoadingArea, Note } from '../../../ui/index.ts';
import { useAidAddress, type FormName } from '../address.ts';
import { counterOf } from '../aid-data.ts';
import { EditContractForm, FollowingForm, RegisterForm } from './contract-form.tsx';
import { ContractProofs } from './contract-proofs.tsx';
import { CountForm, CountList } from './count-form.tsx';
import { EndForm } from './end-form.tsx';
import { EventForm } from './event-form.tsx';
import { ObjectiveForm } from './objective-form.tsx';
import { PaymentForm } from './payment-form.tsx';
import { AssistantForm, MemberForm } from './people-forms.tsx';
import { PolicyForm } from './policy-form.tsx';
import { YearForm } from './year-form.tsx';

interface AidPanelProps {
  contractId: string | null;
  doctorId: string | null;
}

/** The form the address asks for. */
export function AidPanel({ contractId, doctorId }: AidPanelProps) {
  const { saisie, cible } = useAidAddress();
  const key = `${saisie ?? ''} ${cible ?? ''}`;
  if (saisie === undefined) return null;
  if (saisie === 'releve' || saisie === 'releves')
    return doctorId === null ? null : <CountPanel key={key} doctorId={doctorId} list={saisie === 'releves'} />;
  if (saisie === 'renouvellement' && cible !== undefined)
    return <FollowingForm key={key} contractId={cible} doctorId={doctorId} />;
  if (contractId === null || (saisie === 'contrat' && cible === undefined))
    return <RegisterForm key={key} doctorId={doctorId} renews={null} />;
  return <ContractPanel key={key} contractId={contractId} form={saisie} target={cible ?? null} />;
}

function CountPanel({ doctorId, list }: { doctorId: string; list: boolean }) {
  const { cible = 'PMT' } = useAidAddress();
  const [code, id] = cible.split('.');
  const metric: CounterMetric = counterMetrics.find((one) => one === code) ?? counterOf(code ?? '');
  const read = useRead('counters', 'officials', { doctorId, metric }, { enabled: id !== undefined });
  if (list) return <CountList doctorId={doctorId} metric={metric} />;
  if (id === undefined) return <CountForm doctorId={doctorId} metric={metric} known={null} />;
  const known = read.data?.officials.find((official) => official.id === id);
  if (read.data === undefined) return <LoadingArea />;
  return known === undefined ? (
    <Note tone="neutral">Ce relevé a été retiré.</Note>
  ) : (
    <CountForm doctorId={doctorId} metric={metric} known={known} />
  );
}

function ContractPanel({ contractId, form, target }: { contractId: string; form: FormName; target: string | null }) {
  const read = useRead('aid', 'contract', { id: contractId });
  if (read.isError) return <ErrorArea what="Le contrat n’a pas pu être lu." why={sentenceOf(read.error)} />;
  if (read.data === undefined) return <LoadingArea />;
  if (form === 'releve' || form === 'releves' || form === 'renouvellement') return null;
  return FORMS[form](read.data, target) ?? <Note tone="neutral">Ce qui était ouvert ici a été retiré.</Note>;
}

type OwnForm = Exclude<FormName, 'releve' | 'releves' | 'renouvellement'>;

/** Each form of a contract, by its word; null when what was asked for has been removed. */
const FORMS: Readonly<Record<OwnForm, (contract: AidContractView, target: string | null) => ReactNode>> = {
  contrat: (contract) => <EditContractForm contract={contract} />,
  reglement: (contract) => <PolicyForm contract={contract} />,
  objectif: (contract, target) => {
    const objective = contract.objectives.find(({ metric }) => metric === target) ?? contract.objectives[0];
    return objective && <ObjectiveForm contract={contract} objective={objective} />;
  },
  avenant: (contract) => <EventForm contract={contract} event={null} kind="AVENANT" />,
  suspension: (contract) => <EventForm contract={contract} event={null} kind="SUSPENSION" />,
  reprise: (contract) => <EventForm contract={contract} event={null} kind="RESUMPTION" />,
  courrier: (contract) => <EventForm contract={contract} event={null} kind="LETTER_RECEIVED" />,
  evenement: (contract, target) => {
    const event = contract.events.find(({ id }) => id === target);
    return event && <EventForm contract={contract} event={event} kind={event.kind} />;
  },
  fin: (contract) => <EndForm contract={contract} />,
  versement: (contract, target) => {
    const payment = contract.payments.find(({ id }) => id === target) ?? null;
    const [kind = '', year = '', rank = ''] = payment === null ? (target ?? '').split('.') : [];
    return <PaymentForm contract={contract} payment={payment} begin={{ kind, year, rank }} />;
  },
  annee: (contract, target) => {
    const year = contract.years.find(({ contractYear }) => String(contractYear) === target) ?? contract.years[0];
    return year && <YearForm contract={contract} year={year} />;
  },
  assistant: (contract, target) => {
    const line = contract.assistants.find(({ id }) => id === target) ?? null;
    return <AssistantForm contract={contract} line={line} proposedId={line === null ? target : null} />;
  },
  medecin: (contract, target) => (
    <MemberForm contract={contract} member={contract.members.find(({ id }) => id === target) ?? null} />
  ),
  pieces: (contract) => <ContractProofs contract={contract} />,
};
