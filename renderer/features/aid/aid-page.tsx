import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { AidContractLine } from '#shared/contract/aid-views.ts';
import type { DoctorView } from '#shared/contract/practice.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import {
  Button,
  ChoiceField,
  EmptyState,
  ErrorArea,
  LoadingArea,
  SelectField,
  TabPanel,
  Tabs,
} from '../../ui/index.ts';
import { IconAid, IconConditions, IconForecast } from '../../ui/icons.ts';
import { TimeGivenBack } from '../time/time-given-back.tsx';
import { useAidAddress, type AidSearch } from './address.ts';
import { contractsOf, useDoctors, useMayManage } from './aid-data.ts';
import styles from './aid.module.css';
import { ContractBody } from './contract-body.tsx';
import { CountersPane } from './counters/counters-pane.tsx';
import { CurvePane } from './counters/curve-pane.tsx';
import { EmptyContract } from './empty-contract.tsx';
import { AidPanel } from './forms/aid-panel.tsx';
import { Simulator } from './simulator/simulator.tsx';

const tabs = [
  { id: 'contrat', label: 'Contrat' },
  { id: 'temps', label: 'Temps rendu' },
] as const;

/** Aide CNAM: the contract of a doctor, its years, its counters, what is due and what is missing. */
export function AidPage() {
  const address = useAidAddress();
  const navigate = useNavigate();
  const today = useSession((store) => store.state?.today) ?? '';
  const mayManage = useMayManage();
  const doctors = useDoctors();
  const read = useRead('aid', 'contracts', {});
  const [simulating, setSimulating] = useState(false);
  const contracts = read.data?.contracts ?? [];
  const { doctorId, own, contractId } = shownOf(address, doctors, contracts);
  const time = address.onglet === 'temps';
  const renew = () => {
    if (contractId !== null) void navigate({ to: '/aide/renouvellement/$contractId', params: { contractId } });
  };
  const idle = address.saisie === undefined && !time;
  const canRegister = mayManage && read.data !== undefined;
  useActions('Aide CNAM', [
    {
      id: 'aid.renew',
      label: 'Préparer le renouvellement',
      icon: IconConditions,
      keys: ['Ctrl+Enter'],
      isAvailable: () => idle && contractId !== null,
      run: renew,
    },
    {
      id: 'aid.register',
      label: 'Enregistrer un contrat d’aide',
      icon: IconAid,
      ...(contractId === null ? { keys: ['Ctrl+Enter'] } : {}),
      isAvailable: () => idle && canRegister,
      run: () => address.open('contrat'),
    },
    { id: 'aid.simulate', label: 'Simuler un contrat', icon: IconForecast, run: () => setSimulating(true) },
  ]);
  const pickDoctor = (id: string | null) => {
    if (id !== null) address.go({ medecin: id, contrat: undefined, saisie: undefined, cible: undefined });
  };
  const doctorOptions = doctors.map(({ id, displayName }) => ({ value: id, label: displayName }));
  const doctorSwitch =
    doctors.length < 2 ? null : <DoctorSwitch options={doctorOptions} value={doctorId} onChange={pickDoctor} />;
  return (
    <>
      <AidHead
        doctorSwitch={time ? null : doctorSwitch}
        filled={idle}
        onSimulate={() => setSimulating(true)}
        onRenew={contractId === null || time ? null : renew}
      />
      <PageLayout
        head={
          <div className={styles['tabs']}>
            <Tabs
              id="aide"
              label="Aide CNAM"
              tabs={tabs}
              value={time ? 'temps' : 'contrat'}
              onChange={(id) =>
                address.go({ onglet: id === 'temps' ? 'temps' : undefined, saisie: undefined, cible: undefined })
              }
            />
            {doctorSwitch !== null && !time && <div className={styles['narrowOnly']}>{doctorSwitch}</div>}
          </div>
        }
        panel={
          !time && address.saisie !== undefined && mayManage && read.data !== undefined ? (
            <AidPanel contractId={contractId} doctorId={doctorId} />
          ) : undefined
        }
        panelLabel="Saisie"
      >
        <TabPanel id="aide" value={time ? 'temps' : 'contrat'}>
          <div className={styles['page']}>
            {time ? (
              <TimeGivenBack />
            ) : (
              <AidBody
                refusal={read.isError ? sentenceOf(read.error) : null}
                loaded={read.data !== undefined}
                doctor={doctors.find(({ id }) => id === doctorId) ?? null}
                contractId={contractId}
                own={own}
                today={today}
                mayManage={mayManage}
              />
            )}
          </div>
        </TabPanel>
      </PageLayout>
      {simulating && <Simulator doctorId={doctorId} contractId={contractId} onClose={() => setSimulating(false)} />}
    </>
  );
}

interface AidHeadProps {
  doctorSwitch: ReactNode;
  /** The renewal is the primary action, unless a form holds it. */
  filled: boolean;
  onSimulate: () => void;
  onRenew: (() => void) | null;
}

function AidHead({ doctorSwitch, filled, onSimulate, onRenew }: AidHeadProps) {
  return (
    <PageHead
      title="Aide conventionnelle"
      context={doctorSwitch !== null && <div className={styles['wideOnly']}>{doctorSwitch}</div>}
      secondaryActions={
        <Button icon={IconForecast} onClick={onSimulate}>
          Simuler
        </Button>
      }
      primaryAction={
        onRenew !== null && (
          <Button
            kind={filled ? 'primary' : 'secondary'}
            icon={IconConditions}
            onClick={onRenew}
            {...(filled ? { keyCap: 'Ctrl ↵', keyShortcut: 'Control+Enter' } : {})}
          >
            Préparer le renouvellement
          </Button>
        )
      }
    />
  );
}

/** Which doctor and which contract the address asks for, else the first ones. */
function shownOf(
  { medecin, contrat }: AidSearch,
  doctors: readonly DoctorView[],
  contracts: readonly AidContractLine[],
): { doctorId: string | null; own: readonly AidContractLine[]; contractId: string | null } {
  const asked = contracts.find(({ id }) => id === contrat);
  const doctor = doctors.find(({ id }) => id === medecin)?.id ?? asked?.doctors[0]?.id ?? doctors[0]?.id ?? null;
  const own = doctor === null ? [] : contractsOf(contracts, doctor);
  return { doctorId: doctor, own, contractId: own.find(({ id }) => id === contrat)?.id ?? own[0]?.id ?? null };
}

interface AidBodyProps {
  refusal: string | null;
  loaded: boolean;
  doctor: DoctorView | null;
  contractId: string | null;
  own: readonly AidContractLine[];
  today: string;
  mayManage: boolean;
}

/** The contract of the doctor; without one, what is needed to register it, and the counters all the same. */
function AidBody({ refusal, loaded, doctor, contractId, own, today, mayManage }: AidBodyProps) {
  const { open } = useAidAddress();
  if (refusal !== null) return <ErrorArea what="Les contrats n’ont pas pu être lus." why={refusal} />;
  if (!loaded) return <LoadingArea words="Lecture des contrats…" />;
  if (doctor === null) {
    return (
      <EmptyState icon={IconAid} title="Aucun médecin dans le cabinet">
        Les ajouter dans Réglages, Médecins.
      </EmptyState>
    );
  }
  if (contractId !== null) {
    return (
      <ContractBody
        key={contractId}
        contractId={contractId}
        doctorId={doctor.id}
        others={own}
        today={today}
        mayManage={mayManage}
      />
    );
  }
  return (
    <>
      <EmptyContract
        doctorId={doctor.id}
        doctorName={doctor.displayName}
        onRegister={mayManage ? () => open('contrat') : null}
      />
      <CurvePane doctorId={doctor.id} from={null} today={today} />
      <CountersPane doctorId={doctor.id} mayManage={mayManage} />
    </>
  );
}

/** A segmented switch up to four doctors, a list beyond. */
function DoctorSwitch({
  options,
  value,
  onChange,
}: {
  options: ReadonlyArray<{ value: string; label: string }>;
  value: string | null;
  onChange: (id: string | null) => void;
}) {
  const field = { label: 'Médecin', hideLabel: true, value, onChange } as const;
  if (options.length > 4) return <SelectField {...field} options={options} />;
  // « Dr Lemoine »: the given name is told in the head of the contract.
  const short = options.map(({ value: id, label }) => ({ value: id, label: shortName(label) }));
  const clash = new Set(short.map(({ label }) => label)).size < short.length;
  return <ChoiceField {...field} clearable={false} options={clash ? options : short} />;
}

function shortName(name: string): string {
  const words = name.split(' ');
  return words.length > 2 ? [words[0], ...words.slice(2)].join(' ') : name;
}
