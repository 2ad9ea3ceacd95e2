import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import type { PreparationView } from '#shared/contract/preparation.ts';
import { STAGE_LABELS } from '#shared/domain/stage.ts';
import { formatTime } from '#shared/kernel/format.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { formatInstant } from '../../ui/instants.ts';
import { IconClock, IconConsultation } from '../../ui/icons.ts';
import { Button, ErrorArea, LoadingArea, Note, Row, Tag } from '../../ui/index.ts';
import { useBoard } from '../board/board-data.ts';
import { columnOf } from '../board/board-order.ts';
import { DoctorSide, ReadyFoot } from './doctor-side.tsx';
import { createEntries } from './entries.ts';
import { IdentityHead } from './identity-head.tsx';
import { MeasureTable } from './measure-table.tsx';
import { messageFieldId } from './message-box.tsx';
import { useMessageDraft } from './message-draft.ts';
import { SectionList, sections, type Section } from './section-list.tsx';
import { useAnswered } from './use-answered.ts';

/** Préparation d'une consultation: one page, from the first figure to « prêt ». */
export function PreparationPage() {
  const { visitId } = useParams({ from: '/preparation/$visitId' });
  const { patient } = useSearch({ from: '/preparation/$visitId' });
  const me = useMe();
  const allowed = me !== null && can(me, 'clinical.record');
  const view = useRead('preparation', 'get', { patientId: patient, visitId }, { enabled: allowed });
  const { practice, nowMinute } = useBoard();
  if (!allowed) {
    return (
      <>
        <PageHead title="Préparation" />
        <PageLayout>
          <Note tone="warn" title="Réservé aux assistants et aux médecins.">
            Les constantes et le message au médecin ne sont pas ouverts à votre rôle. La personne responsable du cabinet
            attribue les rôles.
          </Note>
        </PageLayout>
      </>
    );
  }
  if (view.error !== null && view.data === undefined) {
    return (
      <>
        <PageHead title="Préparation" />
        <PageLayout>
          <ErrorArea
            what="La préparation n’a pas pu être ouverte."
            why={sentenceOf(view.error)}
            onRetry={() => void view.refetch()}
          />
        </PageLayout>
      </>
    );
  }
  if (view.data === undefined || practice === undefined) return <LoadingArea words="Lecture de la préparation…" />;
  return <Preparation key={visitId} view={view.data} practice={practice} nowMinute={nowMinute} />;
}

function Preparation({
  view,
  practice,
  nowMinute,
}: {
  view: PreparationView;
  practice: PracticeView;
  nowMinute: number;
}) {
  const { visit, patient } = view;
  const navigate = useNavigate();
  const entries = useMemo(() => createEntries(visit.id, patient.id), [visit.id, patient.id]);
  const message = useMessageDraft(view);
  const [section, setSection] = useState<Section>('measures');
  const [held, setHeld] = useState<string | null>(null);
  const body = useRef<HTMLDivElement>(null);
  const preparing = ['expected', 'waiting', 'preparation'].includes(visit.stage);
  const me = useMe();
  const doctorView = me !== null && can(me, 'clinical.validate');
  const back = () =>
    void (doctorView ? navigate({ to: '/mes-patients', search: {} }) : navigate({ to: '/aujourdhui', search: {} }));
  const ready = useCommand('preparation', 'ready', { onDone: back });
  const waiting = useCommand('preparation', 'backToWaiting', { onDone: back });
  const others = useNeighbours(visit.id);

  const firstField = () => {
    const fields = [...(body.current?.querySelectorAll<HTMLInputElement>('[data-measure] input') ?? [])];
    (fields.find((field) => field.value === '' || field.getAttribute('aria-invalid') === 'true') ?? fields[0])?.focus();
  };
  useEffect(firstField, []);
  const go = (to: Section) => {
    setSection(to);
    if (to === 'measures') firstField();
    else if (to === 'message') document.querySelector<HTMLTextAreaElement>(`#${messageFieldId}`)?.focus();
    else document.querySelector<HTMLElement>('[data-identity]')?.focus();
  };
  /** What is typed goes first; a new question keeps the page open, a second press passes over it. */
  const saved = async () => {
    if (message.text !== (view.message?.text ?? '')) await message.save();
    if (await entries.flush()) return true;
    setHeld('Une valeur est à regarder. Appuyer de nouveau pour valider quand même\u00a0: le médecin le verra.');
    return false;
  };
  const send = useAnswered(setHeld);
  const validate = () => {
    if (!preparing) back();
    else
      send(async () => {
        if (await saved()) await ready.mutateAsync({ visitId: visit.id });
      });
  };
  const toWaiting = () =>
    send(async () => {
      await saved();
      await waiting.mutateAsync({ visitId: visit.id });
    });
  useActions('Préparation', [
    {
      id: 'preparation.ready',
      label: 'Prêt pour le médecin',
      keys: ['Ctrl+Enter'],
      icon: IconConsultation,
      inFields: true,
      run: validate,
    },
    {
      id: 'preparation.wait',
      label: 'Remettre en attente',
      isAvailable: () => ['preparation', 'ready'].includes(visit.stage),
      run: toWaiting,
    },
    ...sections.map(({ id, label }, index) => ({
      id: `preparation.${id}`,
      label: `Section ${label}`,
      keys: [`Alt+${index + 1}`],
      run: () => go(id),
    })),
    {
      id: 'preparation.next',
      label: 'Préparation suivante',
      keys: ['Ctrl+ArrowDown'],
      isAvailable: () => others.next !== null,
      run: () => others.open(others.next),
    },
    {
      id: 'preparation.previous',
      label: 'Préparation précédente',
      keys: ['Ctrl+ArrowUp'],
      isAvailable: () => others.previous !== null,
      run: () => others.open(others.previous),
    },
    { id: 'preparation.back', label: 'Revenir à la journée', keys: ['Escape'], run: back },
  ]);

  const doctor = practice.doctors.find((one) => one.id === visit.doctorId);
  const reason = practice.reasons.find((one) => one.id === visit.reasonId);
  const doctorName = doctor === undefined ? 'médecin' : `Dr\u00a0${doctor.familyName}`;
  const context = [
    visit.startMinute === null ? 'Sans rendez-vous' : `Rendez-vous ${formatTime(visit.startMinute)}`,
    reason?.label ?? 'Motif à préciser',
    doctorName,
  ].join(' · ');
  return (
    <>
      <PageHead
        title="Préparation"
        context={
          <Row>
            <Tag tone={preparing ? 'info' : 'ok'} icon={IconClock}>
              {preparing && visit.preparationAt !== null
                ? `Commencée à ${formatInstant(visit.preparationAt)}`
                : STAGE_LABELS[visit.stage]}
            </Tag>
            <span>{context}</span>
          </Row>
        }
        secondaryActions={
          ['preparation', 'ready'].includes(visit.stage) && <Button onClick={toWaiting}>Remettre en attente</Button>
        }
        hints={[
          { keyCap: 'Tab', label: 'Champ suivant' },
          { keyCap: 'Alt 1…3', label: 'Section' },
        ]}
      />
      <PageLayout
        head={
          <div data-identity tabIndex={-1}>
            <IdentityHead view={view} practice={practice} nowMinute={nowMinute} />
          </div>
        }
        side={<SectionList view={view} current={section} onGo={go} />}
        sideLabel="Sections de la préparation"
        panelWidth="narrow"
        panelLabel="Pour le médecin"
        panel={<DoctorSide view={view} message={message} doctorName={doctorName} />}
        panelFoot={
          <ReadyFoot
            view={view}
            practice={practice}
            refusal={held}
            working={ready.isPending && held === null}
            onReady={validate}
            onBack={back}
          />
        }
      >
        <div ref={body}>
          {visit.note !== null && visit.note !== '' && (
            <Note tone="neutral">
              Note de l’accueil{'\u00a0'}: {visit.note}
            </Note>
          )}
          <MeasureTable view={view} entries={entries} onEnd={() => go('message')} />
        </div>
      </PageLayout>
    </>
  );
}

/** The other preparations under way, in the order of the board. */
function useNeighbours(visitId: string) {
  const navigate = useNavigate();
  const { board } = useBoard();
  const list = columnOf(board?.visits ?? [], 'preparation');
  const at = list.findIndex((visit) => visit.id === visitId);
  return {
    next: at < 0 ? null : (list[at + 1] ?? null),
    previous: at < 1 ? null : (list[at - 1] ?? null),
    open: (visit: (typeof list)[number] | null) => {
      if (visit !== null)
        void navigate({
          to: '/preparation/$visitId',
          params: { visitId: visit.id },
          search: { patient: visit.patient.id },
        });
    },
  };
}
