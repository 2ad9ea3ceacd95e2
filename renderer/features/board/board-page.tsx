import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { can } from '#shared/permissions/roles.ts';
import { nextToPrepare } from '#shared/domain/visit-order.ts';
import { sentenceOf, useCommand } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { usePreferences } from '../../app/preferences.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { IconAdd } from '../../ui/icons.ts';
import { Button, ErrorArea, LoadingArea, Note } from '../../ui/index.ts';
import { AddVisitDialog } from './add-visit-dialog.tsx';
import { AbsenceDialog, UnseenDialog } from './exit-dialogs.tsx';
import { BoardColumns } from './board-columns.tsx';
import { groupsByRoom, groupsByStage, type BoardGroup } from './board-groups.ts';
import styles from './board.module.css';
import { useBoard } from './board-data.ts';
import { leadsTo, useMoves } from './board-moves.ts';
import { BoardContext, Hints } from './board-words.tsx';
import { DoctorBar } from './doctor-bar.tsx';
import { GoneRail } from './gone-rail.tsx';
import { useChangedBy } from './use-changed-by.ts';
import { VisitPanel } from './visit-panel.tsx';

/** Aujourd'hui: the flow of the day, for the desk and the assistant. */
export function BoardPage() {
  const { board, practice, nowMinute, error, retry } = useBoard();
  const search = useSearch({ from: '/aujourdhui' });
  const navigate = useNavigate({ from: '/aujourdhui' });
  const discreet = usePreferences((preferences) => preferences.discreet);
  const [selectedId, setSelectedId] = useState<string | null>(search.visite ?? null);
  const [adding, setAdding] = useState(false);
  const [absent, setAbsent] = useState<BoardVisit | null>(null);
  const moves = useMoves();
  const changedBy = useChangedBy();
  const me = useMe();
  const prepares = me !== null && can(me, 'clinical.record');

  const doctorId = search.medecin ?? null;
  const visits = (board?.visits ?? []).filter((visit) => doctorId === null || visit.doctorId === doctorId);
  const selected = visits.find((visit) => visit.id === selectedId);
  // A screen patients can see shows no detail.
  const opened = discreet ? undefined : board?.visits.find((visit) => visit.id === search.visite);

  const show = (visite: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, visite }), replace: true });
  const openFile = (visit: BoardVisit | undefined) => {
    if (visit !== undefined) void navigate({ to: '/patients/$patientId', params: { patientId: visit.patient.id } });
  };
  const prepare = (visit: BoardVisit | undefined) => {
    if (visit === undefined || !prepares) return;
    const begun = leadsTo(visit, 'preparation') ? moves.to(visit, 'preparation') : Promise.resolve(true);
    // The preparation opens once the passage is confirmed; a refusal stays here, in words.
    void begun.then((moved) => {
      if (!moved) return;
      void navigate({
        to: '/preparation/$visitId',
        params: { visitId: visit.id },
        search: { patient: visit.patient.id },
      });
    });
  };
  const suggested = () => visits.find((visit) => visit.id === nextToPrepare(visits, nowMinute)?.visitId);
  const cycleDoctor = () => {
    const ids = [
      null,
      ...(practice?.doctors.filter((doctor) => doctor.archivedAt === null).map((doctor) => doctor.id) ?? []),
    ];
    chooseDoctor(ids[(ids.indexOf(doctorId) + 1) % ids.length] ?? null);
  };
  const chooseDoctor = (medecin: string | null) =>
    void navigate({ search: (before) => ({ ...before, medecin: medecin ?? undefined }), replace: true });
  const byRoom = search.vue === 'salles';
  const chooseView = (vue: 'etapes' | 'salles' | null) =>
    void navigate({ search: (before) => ({ ...before, vue: vue === 'salles' ? 'salles' : undefined }), replace: true });
  const room = useCommand('visits', 'setRoom', { onRefused: moves.refuse });
  const drop = (visit: BoardVisit, group: BoardGroup) => {
    if ('stage' in group.drop) void moves.to(visit, group.drop.stage);
    else room.mutate({ visitId: visit.id, base: visit.roomId, roomId: group.drop.roomId });
  };
  const has = () => selected !== undefined;
  useActions('Aujourd’hui', [
    {
      id: 'board.add',
      label: 'Sans rendez-vous ou nouveau rendez-vous',
      keys: ['+', 'B'],
      icon: IconAdd,
      run: () => setAdding(true),
    },
    {
      id: 'board.arrive',
      label: 'Arrivé',
      keys: ['A'],
      isAvailable: () => leadsTo(selected, 'waiting'),
      run: () => void moves.to(selected, 'waiting'),
    },
    {
      id: 'board.prepare',
      label: 'Préparer',
      keys: ['P'],
      isAvailable: () => has() && prepares,
      run: () => prepare(selected),
    },
    {
      id: 'board.ready',
      label: 'Prêt',
      keys: ['R'],
      isAvailable: () => leadsTo(selected, 'ready'),
      run: () => void moves.to(selected, 'ready'),
    },
    {
      id: 'board.consult',
      label: 'En consultation',
      keys: ['C'],
      isAvailable: () => leadsTo(selected, 'consultation'),
      run: () => void moves.to(selected, 'consultation'),
    },
    {
      id: 'board.finalise',
      label: 'À finaliser',
      keys: ['F'],
      isAvailable: () => leadsTo(selected, 'finalise'),
      run: () => void moves.to(selected, 'finalise'),
    },
    {
      id: 'board.leave',
      label: 'Départ',
      keys: ['D'],
      isAvailable: () => leadsTo(selected, 'left'),
      run: () => void moves.to(selected, 'left'),
    },
    {
      id: 'board.absent',
      label: 'Absent, ou parti sans être vu',
      keys: ['X'],
      isAvailable: has,
      run: () => (selected?.stage === 'expected' ? setAbsent(selected) : void moves.to(selected, 'left_unseen')),
    },
    {
      id: 'board.forward',
      label: 'Étape suivante',
      keys: ['Shift+ArrowRight'],
      isAvailable: has,
      hiddenInPalette: true,
      run: () => void moves.forward(selected),
    },
    {
      id: 'board.back',
      label: 'Étape précédente',
      keys: ['Shift+ArrowLeft'],
      isAvailable: has,
      hiddenInPalette: true,
      run: () => void moves.back(selected),
    },
    { id: 'board.open', label: 'Ouvrir le dossier', keys: ['Enter'], isAvailable: has, run: () => openFile(selected) },
    { id: 'board.preview', label: 'Aperçu', keys: ['Space'], isAvailable: has, run: () => show(selected?.id) },
    {
      id: 'board.next',
      label: 'Préparer la personne suivante',
      keys: ['N'],
      isAvailable: () => prepares && suggested() !== undefined,
      run: () => prepare(suggested()),
    },
    {
      id: 'board.rooms',
      label: byRoom ? 'Grouper par étape' : 'Grouper par salle',
      keys: ['S'],
      run: () => chooseView(byRoom ? 'etapes' : 'salles'),
    },
    { id: 'board.doctor', label: 'Filtrer par médecin', keys: ['V'], run: cycleDoctor },
    {
      id: 'board.close',
      label: 'Fermer le détail',
      keys: ['Escape'],
      isAvailable: () => opened !== undefined,
      hiddenInPalette: true,
      run: () => show(undefined),
    },
  ]);

  if (error != null)
    return <ErrorArea what="La journée n’a pas pu être lue." why={sentenceOf(error)} onRetry={retry} />;
  if (board === undefined || practice === undefined) return <LoadingArea words="Lecture de la journée…" />;
  return (
    <>
      <PageHead
        title="Aujourd’hui"
        context={
          <BoardContext
            day={board.day}
            byRoom={byRoom}
            onView={chooseView}
            {...(me !== null && can(me, 'clinical.validate')
              ? { onMine: () => void navigate({ to: '/mes-patients' }) }
              : {})}
          />
        }
        primaryAction={
          <Button kind="primary" icon={IconAdd} onClick={() => setAdding(true)} keyCap="+">
            Ajouter
          </Button>
        }
      />
      <PageLayout
        fixed
        head={
          <DoctorBar
            visits={board.visits}
            day={board.day}
            practice={practice}
            nowMinute={nowMinute}
            doctorId={doctorId}
            discreet={discreet}
            onDoctor={chooseDoctor}
            onPrepare={prepares ? prepare : undefined}
          />
        }
        panelLabel="Détail du rendez-vous"
        panel={
          opened && (
            <VisitPanel
              visit={opened}
              practice={practice}
              today={board.today}
              moves={moves}
              onClose={() => show(undefined)}
              onFile={() => openFile(opened)}
              onPrepare={prepares ? () => prepare(opened) : undefined}
              onAbsent={() => setAbsent(opened)}
            />
          )
        }
        foot={<Hints selected={selected} discreet={discreet} prepares={prepares} />}
      >
        {moves.refusal !== null && (
          <Note
            tone="bad"
            role="alert"
            actions={
              <Button size="inline" onClick={moves.clearRefusal}>
                Fermer
              </Button>
            }
          >
            {moves.refusal}
          </Note>
        )}
        <div className={styles['row']}>
          <div className={styles['board']}>
            <BoardColumns
              groups={byRoom ? groupsByRoom(visits, practice) : groupsByStage(visits)}
              context={{ practice, today: board.today, nowMinute, discreet, withStage: byRoom }}
              selectedId={selectedId}
              changedBy={changedBy}
              onSelect={setSelectedId}
              onOpen={openFile}
              onDrop={drop}
            />
          </div>
          <GoneRail
            visits={visits}
            discreet={discreet}
            onOpen={(visit) => {
              setSelectedId(visit.id);
              show(visit.id);
            }}
          />
        </div>
      </PageLayout>
      <AddVisitDialog
        opened={adding}
        onClose={() => setAdding(false)}
        practice={practice}
        today={board.today}
        nowMinute={nowMinute}
        doctorId={doctorId}
        onAdded={setSelectedId}
      />
      <AbsenceDialog
        visit={absent}
        onLeave={() => setAbsent(null)}
        onChoose={(visit, to) => {
          setAbsent(null);
          void moves.to(visit, to);
        }}
      />
      <UnseenDialog
        opened={moves.asking !== null}
        onLeave={moves.stopAsking}
        onConfirm={(reason) => {
          if (moves.asking !== null) void moves.to(moves.asking.visit, moves.asking.to, reason);
        }}
      />
    </>
  );
}
