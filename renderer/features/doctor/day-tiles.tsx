import type { BoardVisit } from '#shared/contract/visits.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { waitLevel } from '#shared/domain/visit-order.ts';
import { formatDuration } from '#shared/kernel/format.ts';
import { IconClock, IconLate } from '../../ui/icons.ts';
import { classes } from '../../ui/index.ts';
import { doctorDelay } from '../board/board-order.ts';
import styles from './doctor.module.css';

interface DayTilesProps {
  visits: readonly BoardVisit[];
  practice: PracticeView;
  nowMinute: number;
}

/** Where the day stands, in five figures. */
export function DayTiles({ visits, practice, nowMinute }: DayTilesProps) {
  const count = (stage: Stage) => visits.filter((visit) => visit.stage === stage).length;
  const ready = count('ready');
  const expected = count('expected');
  const delay = Math.max(0, ...new Set(visits.map((visit) => doctorDelay(visits, visit.doctorId, nowMinute))));
  const level = waitLevel(delay, practice.settings);
  const Drawing = level === 'none' ? IconClock : IconLate;
  return (
    <dl className={styles['tiles']} aria-label="État de la journée">
      <Tile figure={String(ready)} words={ready > 1 ? 'prêts' : 'prêt'} />
      <Tile figure={String(count('preparation'))} words="en préparation" />
      <Tile figure={String(count('waiting'))} words="en salle d’attente" />
      <Tile figure={String(expected)} words={expected > 1 ? 'attendus' : 'attendu'} />
      <div className={styles['tile']}>
        <dd className={classes(level !== 'none' && styles[level])}>
          <Drawing size={17} stroke={2} aria-hidden="true" /> {delay === 0 ? 'à l’heure' : `+${formatDuration(delay)}`}
        </dd>
        <dt>sur l’horaire</dt>
      </div>
    </dl>
  );
}

function Tile({ figure, words }: { figure: string; words: string }) {
  return (
    <div className={styles['tile']}>
      <dd>{figure}</dd>
      <dt>{words}</dt>
    </div>
  );
}
