import { keepPreviousData } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PatientLine } from '#shared/contract/patient-views.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useRead } from '../../../api/queries.ts';
import { useMe, useSession } from '../../../api/session.ts';
import { useActions } from '../../../app/actions/index.ts';
import { PageLayout } from '../../../app/frame/index.ts';
import { PageHead } from '../../../app/shell/page-head.tsx';
import { IconImport, IconNewPatient, IconPatients } from '../../../ui/icons.ts';
import { Button, EmptyState, ErrorArea, LoadingArea, NoResult, Pane, TextField } from '../../../ui/index.ts';
import { ageLabel } from '#shared/kernel/day.ts';
import { carryTraits, traitsOf } from '../carried-text.ts';
import { nameOf } from '../patient-words.ts';
import { DraftEntries } from './draft-entries.tsx';
import { PatientTable } from './patient-table.tsx';
import styles from './patients-page.module.css';

/** Patients: search by name parts, date of birth, telephone or NIR; before any text, today's people and the last files. */
export function PatientsPage() {
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const me = useMe();
  const today = useSession((store) => store.state?.today) ?? '';
  const navigate = useNavigate();
  const imports = me !== null && can(me, 'patient.import');
  const practice = useRead('practice', 'get', {});
  const typed = text.trim();
  const found = useRead(
    'patients',
    'search',
    { text: typed },
    { enabled: typed !== '', placeholderData: keepPreviousData, gcTime: 0 },
  );
  const recent = useRead('patients', 'recent', {});
  const creates = me !== null && can(me, 'patient.create');

  const open = (line: PatientLine) => void navigate({ to: '/patients/$patientId', params: { patientId: line.id } });
  const create = () => {
    carryTraits(traitsOf(typed, today));
    void navigate({ to: '/patients/nouveau' });
  };
  useActions('Patients', [
    {
      id: 'patients.new',
      label: 'Nouveau patient',
      keys: ['Ctrl+Enter', 'B'],
      icon: IconNewPatient,
      isAvailable: () => creates,
      run: create,
    },
    {
      id: 'patients.search',
      label: 'Chercher dans les patients',
      keys: ['/'],
      hiddenInPalette: true,
      run: () => field.current?.focus(),
    },
  ]);
  const shared = { practice: practice.data, today, onOpen: open };
  return (
    <>
      <PageHead
        title="Patients"
        secondaryActions={
          imports ? (
            <Button icon={IconImport} onClick={() => void navigate({ to: '/import' })}>
              Importer une liste
            </Button>
          ) : undefined
        }
        primaryAction={
          creates ? (
            <Button kind="primary" icon={IconNewPatient} onClick={create} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
              Nouveau
            </Button>
          ) : undefined
        }
      />
      <PageLayout>
        <div className={styles['page']}>
          <search className={styles['search']}>
            <TextField
              ref={field}
              label="Chercher un patient"
              type="search"
              value={text}
              onChange={setText}
              placeholder="Nom, prénom, date de naissance, téléphone, numéro de sécurité sociale"
              autoFocus
              onKeyDown={(event) => {
                const [first] = found.data?.results ?? [];
                if (event.key === 'Enter' && !event.ctrlKey && !found.isFetching && typed !== '' && first !== undefined)
                  open(first);
                else if (event.key === 'ArrowDown')
                  document.querySelector<HTMLElement>('tr[data-row][tabindex="0"]')?.focus();
                else return;
                event.preventDefault();
              }}
            />
          </search>
          {found.error !== null && (
            <ErrorArea
              what="La recherche n’a pas répondu."
              why={sentenceOf(found.error)}
              onRetry={() => void found.refetch()}
            />
          )}
          {typed === '' ? (
            <>
              <DraftEntries
                onResume={(brouillon) => void navigate({ to: '/patients/nouveau', search: { brouillon } })}
              />
              {recent.data === undefined ? (
                <LoadingArea words="Lecture des patients…" />
              ) : (
                <RecentLists
                  visitors={recent.data.today}
                  opened={recent.data.opened}
                  {...shared}
                  onCreate={creates ? create : undefined}
                />
              )}
            </>
          ) : (
            found.data !== undefined && (
              <Results {...found.data} typed={typed} {...shared} onCreate={creates ? create : undefined} />
            )
          )}
        </div>
      </PageLayout>
    </>
  );
}

interface ListsProps {
  practice: Parameters<typeof PatientTable>[0]['practice'];
  today: string;
  onOpen: (line: PatientLine) => void;
  onCreate: (() => void) | undefined;
}

function RecentLists({
  visitors,
  opened,
  onCreate,
  ...shared
}: ListsProps & { visitors: readonly PatientLine[]; opened: readonly PatientLine[] }) {
  const others = opened.filter((line) => !visitors.some((one) => one.id === line.id));
  if (visitors.length + others.length === 0) {
    return (
      <Pane label="Patients">
        <EmptyState
          icon={IconPatients}
          title="Aucun dossier ouvert récemment"
          action={
            onCreate && (
              <Button icon={IconNewPatient} onClick={onCreate}>
                Nouveau patient
              </Button>
            )
          }
        >
          Chercher une personne, ou créer son dossier.
        </EmptyState>
      </Pane>
    );
  }
  return (
    <>
      {visitors.length > 0 && (
        <Pane title="Patients du jour" flush>
          <PatientTable caption="Patients du jour" lines={visitors} {...shared} />
        </Pane>
      )}
      {others.length > 0 && (
        <Pane title="Dossiers ouverts récemment" flush>
          <PatientTable caption="Dossiers ouverts récemment" lines={others} {...shared} />
        </Pane>
      )}
    </>
  );
}

type Found = PatientLine & { match: string };

function Results({
  results,
  total,
  more,
  typed,
  onCreate,
  ...shared
}: ListsProps & { results: readonly Found[]; total: number; more: boolean; typed: string }) {
  const exact = results.filter((line) => line.match === 'prefix');
  const near = results.filter((line) => line.match !== 'prefix');
  const [nearest] = near;
  const count = more
    ? `${exact.length} sur plus de ${total}`
    : exact.length < total
      ? `${exact.length} sur ${total}`
      : total === 1
        ? '1 dossier'
        : `${total} dossiers`;
  return (
    <>
      {exact.length > 0 ? (
        <Pane title="Résultats" aside={<span role="status">{count}</span>} flush>
          <PatientTable caption="Résultats" lines={exact} near={near} {...shared} />
        </Pane>
      ) : (
        <Pane label="Aucun résultat">
          <NoResult
            nothing="Aucun patient"
            searched={typed}
            nearest={nearest && `Proche${NBSP}: ${nameOf(nearest)}, ${ageLabel(nearest.birthDay, shared.today)}.`}
            actions={
              <>
                {nearest && <Button onClick={() => shared.onOpen(nearest)}>Ouvrir {nameOf(nearest)}</Button>}
                {onCreate && (
                  <Button icon={IconNewPatient} onClick={onCreate}>
                    Créer
                  </Button>
                )}
              </>
            }
          />
        </Pane>
      )}
      {exact.length === 0 && near.length > 0 && (
        <Pane title="Ressemblants" flush>
          <PatientTable caption="Ressemblants" lines={near} {...shared} />
        </Pane>
      )}
    </>
  );
}
