import { useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { STAGE_LABELS, type Stage } from '#shared/domain/stage.ts';
import { formatTime } from '#shared/kernel/format.ts';
import { IconAbsent, IconLeft, type Icon } from '../../ui/icons.ts';
import { Button, ModalFrame, Stack } from '../../ui/index.ts';
import styles from './board.module.css';
import { nameOf } from './card-model.ts';

const lists: { id: string; label: string; icon: Icon; stages: readonly Stage[] }[] = [
  { id: 'left', label: 'Partis', icon: IconLeft, stages: ['left', 'left_unseen'] },
  { id: 'absent', label: 'Absents', icon: IconAbsent, stages: ['excused', 'unexcused', 'cancelled'] },
];

interface GoneRailProps {
  visits: readonly BoardVisit[];
  discreet: boolean;
  onOpen: (visit: BoardVisit) => void;
}

/** Folded rail: who has left, who did not come. A line opens the detail, where a mistake is corrected. */
export function GoneRail({ visits, discreet, onOpen }: GoneRailProps) {
  const [open, setOpen] = useState<string | null>(null);
  const list = lists.find((one) => one.id === open);
  const shown = visits
    .filter((visit) => list?.stages.includes(visit.stage) === true)
    .sort((left, right) => (right.stageAt < left.stageAt ? -1 : 1));
  return (
    <div className={styles['rail']}>
      {lists.map(({ id, label, icon: Drawing, stages }) => {
        const count = visits.filter((visit) => stages.includes(visit.stage)).length;
        return (
          <button
            key={id}
            type="button"
            className={styles['railItem']}
            aria-haspopup="dialog"
            aria-expanded={open === id}
            onClick={() => setOpen(id)}
          >
            <Drawing size={18} stroke={1.7} aria-hidden="true" />
            <b>{count}</b>
            {label}
          </button>
        );
      })}
      <ModalFrame
        opened={list !== undefined}
        title={list?.label ?? ''}
        onClose={() => setOpen(null)}
        footer={
          <Button onClick={() => setOpen(null)} keyCap="Échap">
            Retour
          </Button>
        }
      >
        <Stack gap={1}>
          {shown.length === 0 && <p>Personne pour le moment.</p>}
          {shown.map((visit) => (
            <Button
              key={visit.id}
              kind="quiet"
              fullWidth
              onClick={() => {
                setOpen(null);
                onOpen(visit);
              }}
            >
              {`${visit.startMinute === null ? 'Sans rdv' : formatTime(visit.startMinute)} · ${discreet ? 'Nom masqué' : nameOf(visit)} · ${STAGE_LABELS[visit.stage]}`}
            </Button>
          ))}
        </Stack>
      </ModalFrame>
    </div>
  );
}
