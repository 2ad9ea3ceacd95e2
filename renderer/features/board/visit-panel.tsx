import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { COLUMN_LABELS, MOVE_LABELS, movesFrom, nextStage, STAGE_LABELS } from '#shared/domain/stage.ts';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { formatTime } from '#shared/kernel/format.ts';
import { sentenceOf, useCommand } from '../../api/queries.ts';
import { formatInstant } from '../../ui/instants.ts';
import { IconAlert, IconClose, IconPatients } from '../../ui/icons.ts';
import { Button, CheckField, IconButton, Note, Row, SelectField, Stack, Tag, TextAreaField } from '../../ui/index.ts';
import styles from './visit-panel.module.css';
import { FinaliseList } from './finalise-list.tsx';
import { nameOf } from './card-model.ts';
import type { useMoves } from './board-moves.ts';

interface VisitPanelProps {
  visit: BoardVisit;
  practice: PracticeView;
  today: string;
  moves: ReturnType<typeof useMoves>;
  onClose: () => void;
  onFile: () => void;
  onPrepare?: (() => void) | undefined;
  onAbsent: () => void;
}

/** What one visit is about, and all that can be done of it, without leaving the board. */
export function VisitPanel({ visit, practice, today, moves, onClose, onFile, onPrepare, onAbsent }: VisitPanelProps) {
  const [error, setError] = useState<string | null>(null);
  const refused = { onRefused: (refusal: unknown) => setError(sentenceOf(refusal)), onDone: () => setError(null) };
  const room = useCommand('visits', 'setRoom', refused);
  const settled = useCommand('visits', 'setSettled', refused);
  const urgent = useCommand('visits', 'setUrgent', refused);
  const doctor = practice.doctors.find((one) => one.id === visit.doctorId);
  const reason = practice.reasons.find((one) => one.id === visit.reasonId);
  const next = nextStage(visit.stage);
  const others = movesFrom(visit.stage).filter(
    ({ to, kind }) =>
      to !== next && (kind !== 'correction' || to === 'expected' || to === 'waiting') && to !== 'cancelled',
  );
  return (
    <Stack gap={3}>
      <div className={styles['head']}>
        <div>
          <h2 className={styles['name']}>{nameOf(visit)}</h2>
          <p className={styles['line']}>
            {visit.patient.sex === 'F' ? 'née' : 'né'} le {formatDay(visit.patient.birthDay)} ·{' '}
            {ageLabel(visit.patient.birthDay, today)}
          </p>
          <p className={styles['line']}>
            {visit.startMinute === null ? 'Sans rendez-vous' : `Rendez-vous ${formatTime(visit.startMinute)}`} ·{' '}
            {reason?.label ?? 'Motif à préciser'} · {doctor?.displayName}
          </p>
        </div>
        <IconButton icon={IconClose} label="Fermer le détail (Échap)" onClick={onClose} />
      </div>
      <Row>
        <Tag tone="info" look="outline">
          {STAGE_LABELS[visit.stage]}
        </Tag>
        {visit.alerts
          .filter((alert) => !alert.noneKnown)
          .map((alert) => (
            <Tag key={alert.id} tone={alert.kind === 'allergy' ? 'bad' : 'warn'} icon={IconAlert}>
              {alert.label}
            </Tag>
          ))}
      </Row>
      {error !== null && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      <Row>
        {next !== null && (
          <Button kind="primary" onClick={() => void moves.to(visit, next)}>
            {MOVE_LABELS[next]}
          </Button>
        )}
        {onPrepare !== undefined && (
          <Button onClick={onPrepare} keyCap="P">
            Préparer
          </Button>
        )}
        <Button icon={IconPatients} onClick={onFile} keyCap="↵">
          Ouvrir le dossier
        </Button>
      </Row>
      <SelectField
        label="Salle"
        optional
        clearable
        options={practice.rooms
          .filter((one) => one.archivedAt === null || one.id === visit.roomId)
          .map((one) => ({ value: one.id, label: one.label }))}
        value={visit.roomId}
        onChange={(roomId) => room.mutate({ visitId: visit.id, base: visit.roomId, roomId })}
        placeholder="Aucune salle"
      />
      <Row gap={4}>
        <CheckField
          label={visit.patient.sex === 'F' ? 'Installée' : 'Installé'}
          checked={visit.settled}
          onChange={(value) => settled.mutate({ visitId: visit.id, settled: value })}
        />
        <CheckField
          label="Urgent"
          checked={visit.urgent}
          onChange={(value) => urgent.mutate({ visitId: visit.id, urgent: value })}
        />
      </Row>
      <VisitNote key={visit.id} visit={visit} />
      {(visit.stage === 'consultation' || visit.stage === 'finalise' || visit.finaliseItems.length > 0) && (
        <FinaliseList visit={visit} />
      )}
      <section aria-label="Autres passages">
        <h3 className={styles['sub']}>Autres passages</h3>
        <Row>
          {others.map(({ to }) =>
            to === 'excused' || to === 'unexcused' ? (
              to === 'unexcused' && visit.stage === 'expected' ? (
                <Button key={to} size="toolbar" onClick={onAbsent} keyCap="X">
                  Absence
                </Button>
              ) : null
            ) : (
              <Button key={to} size="toolbar" onClick={() => void moves.to(visit, to)}>
                {MOVE_LABELS[to]}
              </Button>
            ),
          )}
        </Row>
      </section>
      <StageTimes visit={visit} />
    </Stack>
  );
}

function VisitNote({ visit }: { visit: BoardVisit }) {
  const [text, setText] = useState(visit.note ?? '');
  const [base, setBase] = useState(visit.note);
  const [error, setError] = useState<string>();
  const save = useCommand('visits', 'setNote', {
    onDone: ({ value }) => {
      setText(value ?? '');
      setBase(value);
      setError(undefined);
    },
    onRefused: (refusal) => setError(sentenceOf(refusal)),
  });
  const leave = () => {
    const value = text.trim() === '' ? null : text.trim();
    if (value !== base) save.mutate({ visitId: visit.id, base, value });
  };
  // Closing the detail leaves the field too: what was typed is saved.
  const latest = useRef(leave);
  useLayoutEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
  return (
    <TextAreaField
      label="Note pour l’accueil"
      optional
      value={text}
      onChange={setText}
      onLeave={leave}
      rows={2}
      error={error}
    />
  );
}

function StageTimes({ visit }: { visit: BoardVisit }) {
  const times = [
    ['waiting', visit.arrivedAt],
    ['preparation', visit.preparationAt],
    ['ready', visit.readyAt],
    ['consultation', visit.consultationAt],
    ['finalise', visit.finaliseAt],
    ['left', visit.leftAt],
  ] as const;
  const known = times.filter(([, at]) => at !== null);
  if (known.length === 0) return null;
  return (
    <section aria-label="Heures des étapes">
      <h3 className={styles['sub']}>Étapes</h3>
      <dl className={styles['times']}>
        {known.map(([stage, at]) => (
          <div key={stage}>
            <dt>{COLUMN_LABELS[stage]}</dt>
            <dd>{at === null ? '' : formatInstant(at)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
