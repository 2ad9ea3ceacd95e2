import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import {
  Button,
  DataTable,
  EmptyState,
  ErrorArea,
  LoadingArea,
  Note,
  Pane,
  Stack,
  Tabs,
  TabPanel,
  TextLink,
} from '../../ui/index.ts';
import type { Column } from '../../ui/index.ts';
import { IconDeadlines, IconExport } from '../../ui/icons.ts';
import { DeadlinePanel } from './deadline-panel.tsx';
import { deadlineGroups, inSubject, placeAddress, placeLabel, subjects, type Subject } from './deadline-words.ts';
import styles from './deadlines.module.css';
import { DelayTag } from './delay-tag.tsx';
import { saveCalendar } from './save-calendar.ts';

const columns: readonly Column<DeadlineView>[] = [
  {
    id: 'day',
    head: 'Échéance',
    width: '112px',
    cell: ({ day }) => <span className={styles['day']}>{day === null ? 'sans date' : formatDay(day)}</span>,
  },
  { id: 'what', head: 'À faire', rowHead: true, cell: ({ title }) => <strong>{title}</strong> },
  {
    id: 'whom',
    head: 'Pour qui',
    width: '20%',
    cell: ({ whom }) => <span className={styles['whom']}>{whom ?? 'Le cabinet'}</span>,
  },
  {
    id: 'state',
    head: 'Délai',
    width: '168px',
    cell: ({ state, when }) => <DelayTag state={state} when={when} />,
  },
  {
    id: 'where',
    head: 'Écran',
    width: '128px',
    cell: (one) => <PlaceLink deadline={one} />,
  },
];

function PlaceLink({ deadline }: { deadline: DeadlineView }) {
  const router = useRouter();
  const address = placeAddress(deadline);
  return (
    <TextLink
      href={address}
      onClick={(event) => {
        // Ctrl keeps opening a second window.
        if (event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(address);
      }}
    >
      {placeLabel(deadline)}
    </TextLink>
  );
}

/** Échéances: everything due for the employer, with its reason and the screen that settles it. */
export function DeadlinesPage() {
  const read = useRead('deadlines', 'list', {});
  const { sujet = 'tout', ouvert } = useSearch({ from: '/echeances' });
  const navigate = useNavigate({ from: '/echeances' });
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const all = read.data?.deadlines as readonly DeadlineView[] | undefined;
  const shown = (all ?? []).filter((one) => inSubject(sujet, one));
  const opened = shown.find(({ id }) => id === ouvert) ?? null;
  const open = (id: string | undefined) => void navigate({ search: { sujet, ouvert: id }, replace: true });
  const close = () => {
    open(undefined);
    document.querySelector<HTMLElement>('tr[data-row][aria-current]')?.focus();
  };
  const go = () => opened !== null && router.history.push(placeAddress(opened));
  const save = () => {
    setRefusal(null);
    saveCalendar().catch((error: unknown) => setRefusal(sentenceOf(error)));
  };
  useActions('Échéances', [
    { id: 'deadlines.calendar', label: 'Exporter les échéances vers un agenda', icon: IconExport, run: save },
    {
      id: 'deadlines.go',
      label: 'Ouvrir l’écran de l’échéance',
      keys: ['Ctrl+Enter'],
      isAvailable: () => opened !== null,
      hiddenInPalette: true,
      run: go,
    },
    {
      id: 'deadlines.close',
      label: 'Fermer l’échéance',
      keys: ['Escape'],
      isAvailable: () => opened !== null,
      hiddenInPalette: true,
      run: close,
    },
  ]);
  return (
    <PageLayout
      head={
        <div className={styles['head']}>
          <Tabs
            id="echeances"
            label="Sujets"
            tabs={subjects.map((one) => ({
              ...one,
              count: (all ?? []).filter((due) => inSubject(one.id, due)).length,
            }))}
            value={sujet}
            onChange={(id: Subject) => void navigate({ search: { sujet: id } })}
          />
        </div>
      }
      panel={opened !== null && <DeadlinePanel deadline={opened} onClose={close} />}
      panelFoot={
        opened !== null && (
          <Button kind="primary" size="large" fullWidth onClick={go} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
            {`Ouvrir ${placeLabel(opened)}`}
          </Button>
        )
      }
      panelLabel="Échéance"
    >
      <PageHead
        title="Échéances"
        context={all === undefined ? undefined : countWords(all)}
        secondaryActions={
          <Button icon={IconExport} onClick={save}>
            Agenda (.ics)
          </Button>
        }
        hints={shown.length > 0 ? [{ keyCap: '↵', label: 'Ouvrir l’échéance' }] : []}
      />
      <TabPanel id="echeances" value={sujet}>
        <Stack gap={3}>
          {refusal !== null && (
            <Note tone="bad" role="alert">
              {refusal}
            </Note>
          )}
          {read.isError && (
            <ErrorArea
              what="Les échéances n’ont pas pu être lues."
              why={sentenceOf(read.error)}
              onRetry={() => void read.refetch()}
            />
          )}
          {all === undefined && !read.isError && <LoadingArea words="Lecture des échéances…" />}
          {all !== undefined && shown.length === 0 && (
            <EmptyState icon={IconDeadlines} title="Aucune échéance">
              Elles viennent des contrats de travail, des formations et des contrats d’aide enregistrés.
            </EmptyState>
          )}
          {shown.length > 0 && (
            <Pane label="Échéances" flush>
              <DataTable
                caption="Échéances"
                columns={columns}
                groups={deadlineGroups(shown, read.data?.day ?? '')}
                rowKey={({ id }) => id}
                openKey={opened?.id ?? null}
                onOpen={({ id }) => open(id)}
              />
            </Pane>
          )}
        </Stack>
      </TabPanel>
    </PageLayout>
  );
}

/** `16 à suivre, 1 en retard, 2 dans les trois mois`: the two last are the count of the bell. */
function countWords(all: readonly DeadlineView[]): string {
  const of = (state: DeadlineView['state']) => all.filter((one) => one.state === state).length;
  const [late, near] = [of('late'), of('due')];
  return [
    `${all.length} à suivre`,
    ...(late === 0 ? [] : [`${late} en retard`]),
    ...(near === 0 ? [] : [`${near} dans les trois mois`]),
  ].join(', ');
}
