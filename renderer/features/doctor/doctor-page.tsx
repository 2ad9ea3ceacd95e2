import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import type { Board } from '#shared/contract/visits.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { formatLongDay } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { usePreferences } from '../../app/preferences.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { IconConsultation, IconCopy, IconWaitingRoom } from '../../ui/icons.ts';
import { Button, ChoiceField, EmptyState, ErrorArea, LoadingArea, Note, Row, Stack, TextLink } from '../../ui/index.ts';
import { useBoard } from '../board/board-data.ts';
import { columnOf } from '../board/board-order.ts';
import { useMoves } from '../board/board-moves.ts';
import { useChangedBy } from '../board/use-changed-by.ts';
import { DayTiles } from './day-tiles.tsx';
import { orderedVisits, PatientList } from './patient-list.tsx';
import styles from './doctor.module.css';
import { useReading } from './use-reading.ts';
import { VisitReading } from './visit-reading.tsx';

/** Mes patients: the doctor's own view of the day. */
export function DoctorPage() {
  const { board, practice, nowMinute, error, retry } = useBoard();
  const me = useMe();
  if (me === null || !can(me, 'clinical.validate')) {
    return (
      <>
        <PageHead title="Mes patients" />
        <PageLayout>
          <Note tone="warn" title="Réservé aux médecins.">
            La journée de tout le cabinet se suit depuis Aujourd’hui.
          </Note>
        </PageLayout>
      </>
    );
  }
  if (error !== null && error !== undefined && board === undefined)
    return <ErrorArea what="La journée n’a pas pu être lue." why={sentenceOf(error)} onRetry={retry} />;
  if (board === undefined || practice === undefined) return <LoadingArea words="Lecture de la journée…" />;
  return <DoctorDay board={board} practice={practice} nowMinute={nowMinute} ownDoctorId={me.doctorId} />;
}

/** The one action of each stage, and where it leads. */
const primary: Partial<Record<Stage, { label: string; to: Stage }>> = {
  waiting: { label: 'Commencer la consultation', to: 'consultation' },
  preparation: { label: 'Commencer la consultation', to: 'consultation' },
  ready: { label: 'Commencer la consultation', to: 'consultation' },
  consultation: { label: 'Terminer la consultation', to: 'finalise' },
  finalise: { label: 'Noter le départ', to: 'left' },
};

/** Arrows pass over several people: a preparation opens once they have stopped. */
const OPENS_AFTER = 350;

function DoctorDay({
  board,
  practice,
  nowMinute,
  ownDoctorId,
}: {
  board: Board;
  practice: PracticeView;
  nowMinute: number;
  ownDoctorId: string | null;
}) {
  const search = useSearch({ from: '/mes-patients' });
  const navigate = useNavigate({ from: '/mes-patients' });
  const discreet = usePreferences((preferences) => preferences.discreet);
  const moves = useMoves();
  const changedBy = useChangedBy();
  const several = search.liste === 'cabinet' || ownDoctorId === null;
  const visits = board.visits.filter((visit) => several || visit.doctorId === ownDoctorId);
  const [focusedId, setFocusedId] = useState<string | null>(search.visite ?? columnOf(visits, 'ready')[0]?.id ?? null);
  const opened = visits.find((visit) => visit.id === search.visite);
  const reading = useReading(opened);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const open = (visite: string | undefined) => {
    clearTimeout(timer.current);
    void navigate({ search: (before) => ({ ...before, visite }), replace: true });
  };
  // Opened with no one chosen, the page shows whoever is ready: once, never on a screen patients can see, nor zoomed,
  // where the panel would take the place of the list.
  const begun = useRef(search.visite !== undefined || discreet || window.matchMedia('(max-width: 1181px)').matches);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const first = columnOf(visits, 'ready')[0];
    if (first !== undefined) void navigate({ search: (before) => ({ ...before, visite: first.id }), replace: true });
  }, [visits, navigate]);
  const focus = (visitId: string) => {
    setFocusedId(visitId);
    clearTimeout(timer.current);
    if (opened !== undefined && visitId !== opened.id) timer.current = setTimeout(() => open(visitId), OPENS_AFTER);
  };
  const close = () => {
    const line = document.querySelector<HTMLElement>(`[data-visit="${opened?.id ?? ''}"]`);
    open(undefined);
    line?.focus();
  };
  const acted = opened ?? visits.find((visit) => visit.id === focusedId);
  const step = acted === undefined ? undefined : primary[acted.stage];
  const act = () => {
    if (acted === undefined || step === undefined) return;
    // Beginning with the preparation on screen is reading it.
    if (step.to === 'consultation' && acted.id === opened?.id) reading.read();
    if (acted.id !== opened?.id) open(acted.id);
    void moves.to(acted, step.to);
  };
  useActions('Mes patients', [
    {
      id: 'doctor.step',
      label: step?.label ?? 'Commencer la consultation',
      keys: ['Ctrl+Enter'],
      icon: IconConsultation,
      inFields: true,
      isAvailable: () => step !== undefined,
      run: act,
    },
    {
      id: 'doctor.read',
      label: 'Marquer comme lu',
      keys: ['L'],
      isAvailable: () => opened !== undefined && reading.unread,
      run: reading.read,
    },
    {
      id: 'doctor.copy',
      label: 'Copier le résumé',
      keys: ['Ctrl+Shift+C'],
      icon: IconCopy,
      inFields: true,
      isAvailable: () => opened !== undefined,
      run: reading.copy,
    },
    {
      id: 'doctor.close',
      label: 'Fermer le détail',
      keys: ['Escape'],
      isAvailable: () => opened !== undefined,
      hiddenInPalette: true,
      run: close,
    },
    {
      id: 'doctor.list',
      label: 'Ma liste ou tout le cabinet',
      keys: ['V'],
      isAvailable: () => ownDoctorId !== null,
      run: () => choose(several ? null : 'cabinet'),
    },
  ]);
  const choose = (liste: 'cabinet' | null) =>
    void navigate({ search: (before) => ({ ...before, liste: liste ?? undefined }), replace: true });

  return (
    <>
      <PageHead
        title="Mes patients"
        context={
          <Row gap={3}>
            <span>{formatLongDay(board.day)}</span>
            {ownDoctorId !== null && (
              <ChoiceField
                label="Liste"
                hideLabel
                clearable={false}
                options={[
                  { value: 'mine', label: 'Ma liste' },
                  { value: 'cabinet', label: 'Tout le cabinet' },
                ]}
                value={several ? 'cabinet' : 'mine'}
                onChange={(value) => choose(value === 'cabinet' ? 'cabinet' : null)}
              />
            )}
            <TextLink
              onClick={() => void navigate({ to: '/aujourdhui', search: { medecin: undefined, visite: undefined } })}
            >
              Tableau
            </TextLink>
          </Row>
        }
        hints={[
          { keyCap: '↑ ↓', label: 'Parcourir' },
          { keyCap: '↵', label: 'Ouvrir' },
          { keyCap: 'L', label: 'Lu' },
        ]}
      />
      <PageLayout
        panelLabel="Préparation"
        panel={
          opened && (
            <VisitReading
              visit={opened}
              practice={practice}
              context={{ practice, today: board.today, nowMinute, discreet }}
              view={reading.view.data}
              error={reading.view.error}
              refusal={reading.refusal ?? moves.refusal}
              onRetry={() => void reading.view.refetch()}
              onRead={reading.read}
              onClose={close}
            />
          )
        }
        panelFoot={opened && <ReadingFoot label={step?.label} said={reading.said} onAct={act} onCopy={reading.copy} />}
      >
        <DayTiles visits={visits} practice={practice} nowMinute={nowMinute} />
        {moves.refusal !== null && opened === undefined && (
          <Note tone="bad" role="alert">
            {moves.refusal}
          </Note>
        )}
        {orderedVisits(visits).length === 0 ? (
          <EmptyState icon={IconWaitingRoom} title="Personne sur votre liste">
            Les patients du jour s’affichent ici dès qu’un rendez-vous ou une arrivée est noté.
          </EmptyState>
        ) : (
          <PatientList
            visits={visits}
            context={{ practice, today: board.today, nowMinute, discreet }}
            focusedId={focusedId}
            openedId={opened?.id ?? null}
            several={several}
            changedBy={changedBy}
            onFocus={focus}
            onOpen={open}
          />
        )}
      </PageLayout>
    </>
  );
}

/** Bottom of the panel: the one action of the stage, and the summary to copy. */
function ReadingFoot(props: { label: string | undefined; said: string | null; onAct: () => void; onCopy: () => void }) {
  return (
    <Stack gap={2}>
      {props.label !== undefined && (
        <Button
          kind="primary"
          size="large"
          icon={IconConsultation}
          fullWidth
          keyCap="Ctrl ↵"
          keyShortcut="Control+Enter"
          onClick={props.onAct}
        >
          {props.label}
        </Button>
      )}
      <div className={styles['footLine']}>
        <Button size="toolbar" icon={IconCopy} keyCap="Ctrl Maj C" keyShortcut="Control+Shift+C" onClick={props.onCopy}>
          Copier le résumé
        </Button>
        <span role="status">{props.said}</span>
      </div>
    </Stack>
  );
}
