import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useMe, useSession } from '../../api/session.ts';
import { nameOf } from '../../features/patients/patient-words.ts';
import { formatInstant } from '../../ui/instants.ts';
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  LoadingArea,
  Note,
  Pane,
  Stack,
  Tag,
  type Column,
} from '../../ui/index.ts';
import { IconDraft } from '../../ui/icons.ts';
import { PageLayout } from '../frame/index.ts';
import { usePreferences } from '../preferences.ts';
import { draftSubject, openEntries, type OpenEntry } from './draft-subjects.ts';
import { PageHead } from './page-head.tsx';
import styles from './shell.module.css';

const keyOfEntry = (entry: OpenEntry) => `${entry.subject} ${entry.subjectId}`;

/** Names of today's patients, by file and by visit: an entry is told by the person it concerns. */
function useEntryNames(): (entry: OpenEntry) => string {
  const me = useMe();
  const today = useSession((store) => store.state?.today) ?? '';
  const discreet = usePreferences((preferences) => preferences.discreet);
  const reads = me !== null && can(me, 'patient.read');
  const board = useRead('visits', 'board', { day: today }, { enabled: reads && today !== '' });
  const recent = useRead('patients', 'recent', {}, { enabled: reads });
  const visits = board.data?.visits ?? [];
  return (entry) => {
    if (discreet) return 'nom masqué';
    const visit = visits.find((one) => one.id === entry.subjectId || one.patient.id === entry.patientId);
    const known =
      visit?.patient ??
      [...(recent.data?.today ?? []), ...(recent.data?.opened ?? [])].find(
        (one) => one.id === (entry.patientId ?? entry.subjectId),
      );
    return known === undefined ? (draftSubject(entry.subject)?.nameFrom?.(entry) ?? '') : nameOf(known);
  };
}

/** One's own entries begun and not finished: taken up again, or given up. */
export function DraftsPage() {
  const drafts = useRead('session', 'drafts', {});
  const router = useRouter();
  const named = useEntryNames();
  const [leaving, setLeaving] = useState<OpenEntry | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const discard = useCommand('session', 'discardDraft', {
    onDone: () => setLeaving(null),
    onRefused: (error) => {
      setLeaving(null);
      setRefusal(sentenceOf(error));
    },
  });
  const entries = openEntries(drafts.data ?? []);
  const resume = (entry: OpenEntry) => {
    const address = draftSubject(entry.subject)?.resumeAt(entry);
    if (address !== undefined) router.history.push(address);
  };

  const columns: readonly Column<OpenEntry>[] = [
    {
      id: 'subject',
      head: 'Saisie',
      rowHead: true,
      cell: (entry) => <strong>{draftSubject(entry.subject)?.label ?? 'Saisie'}</strong>,
    },
    { id: 'name', head: 'Patient', cell: named },
    {
      id: 'fields',
      head: 'Contenu',
      cell: ({ fields }) => {
        const toCorrect = fields.filter((field) => field.state === 'to_correct').length;
        return (
          <span className={styles['actions']}>
            {fields.length === 1 ? '1 champ' : `${fields.length} champs`}
            {toCorrect > 0 && <Tag tone="warn">{`${toCorrect} à corriger`}</Tag>}
          </span>
        );
      },
    },
    { id: 'saved', head: 'Gardée', cell: (entry) => formatInstant(entry.savedAt) },
    {
      id: 'actions',
      head: 'Actions',
      hideHead: true,
      align: 'end',
      cell: (entry) => (
        <span className={styles['actions']} onClick={(event) => event.stopPropagation()}>
          {draftSubject(entry.subject) !== null && (
            <Button size="inline" onClick={() => resume(entry)}>
              Reprendre
            </Button>
          )}
          <Button size="inline" kind="quiet" onClick={() => setLeaving(entry)}>
            Abandonner
          </Button>
        </span>
      ),
    },
  ];
  return (
    <PageLayout>
      <PageHead title="Saisies à reprendre" hints={entries.length > 0 ? [{ keyCap: '↵', label: 'Reprendre' }] : []} />
      <Stack gap={3}>
        {refusal !== null && (
          <Note tone="bad" role="alert">
            {refusal}
          </Note>
        )}
        {drafts.data === undefined && <LoadingArea />}
        {drafts.data !== undefined && entries.length === 0 && (
          <EmptyState icon={IconDraft} title="Aucune saisie à reprendre">
            Ce qui est commencé et pas encore enregistré s’affiche ici.
          </EmptyState>
        )}
        {entries.length > 0 && (
          <Pane
            title="Mes saisies"
            icon={IconDraft}
            count={<Tag look="outline">{entries.length}</Tag>}
            aside="Visibles de vous seul"
            flush
          >
            <DataTable
              caption="Saisies à reprendre"
              columns={columns}
              groups={[{ id: 'all', label: '', rows: entries }]}
              rowKey={keyOfEntry}
              onOpen={resume}
            />
          </Pane>
        )}
      </Stack>
      <ConfirmDialog
        opened={leaving !== null}
        title={'Abandonner cette saisie\u00a0?'}
        confirmLabel="Abandonner la saisie"
        safeLabel="Garder la saisie"
        danger
        onConfirm={() => {
          if (leaving !== null) discard.mutate({ subject: leaving.subject, subjectId: leaving.subjectId });
        }}
        onLeave={() => setLeaving(null)}
        {...(discard.isPending ? { working: 'Abandon…' } : {})}
      >
        {leaving !== null &&
          `${leaving.fields.length === 1 ? 'Le champ gardé sera effacé' : `Les ${leaving.fields.length} champs gardés seront effacés`}. Ce qui est déjà enregistré ne change pas.`}
      </ConfirmDialog>
    </PageLayout>
  );
}
