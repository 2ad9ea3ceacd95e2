import type { BoardVisit } from '#shared/contract/visits.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { nextToPrepare, waitedMinutes, waitLevel } from '#shared/domain/visit-order.ts';
import { formatDuration } from '#shared/kernel/format.ts';
import { IconStart } from '../../ui/icons.ts';
import { Button, Monogram, classes } from '../../ui/index.ts';
import { AwayLine } from '../training/away-line.tsx';
import styles from './board.module.css';
import { doctorDelay, meanWait, settingsOf } from './board-order.ts';
import { doctorMark, nameOf } from './card-model.ts';

interface DoctorBarProps {
  visits: readonly BoardVisit[];
  day: string;
  practice: PracticeView;
  nowMinute: number;
  doctorId: string | null;
  discreet: boolean;
  onDoctor: (doctorId: string | null) => void;
  /** Absent for a role that does not prepare. */
  onPrepare?: ((visit: BoardVisit) => void) | undefined;
}

/** The bar above the columns, and who is away in training. */
export function DoctorBar({ day, ...bar }: DoctorBarProps) {
  return (
    <>
      <Bar {...bar} />
      <AwayLine day={day} />
    </>
  );
}

/** Chips that filter and tell each doctor's delay, and the one thing to do next. */
function Bar({ visits, practice, nowMinute, doctorId, discreet, onDoctor, onPrepare }: Omit<DoctorBarProps, 'day'>) {
  const settings = settingsOf(practice);
  const doctors = practice.doctors.filter((doctor) => doctor.archivedAt === null);
  const mean = meanWait(visits, nowMinute);
  const shown = doctorId === null ? visits : visits.filter((visit) => visit.doctorId === doctorId);
  const next = nextToPrepare(shown, nowMinute);
  const visit = next === null ? undefined : visits.find((one) => one.id === next.visitId);
  return (
    <div className={styles['bar']} role="group" aria-label="Médecins et action suivante">
      <button type="button" className={styles['chip']} aria-pressed={doctorId === null} onClick={() => onDoctor(null)}>
        Tous
      </button>
      {doctors.map((doctor) => {
        const delay = doctorDelay(visits, doctor.id, nowMinute);
        const level = waitLevel(delay, settings);
        return (
          <button
            key={doctor.id}
            type="button"
            className={styles['chip']}
            aria-pressed={doctorId === doctor.id}
            onClick={() => onDoctor(doctorId === doctor.id ? null : doctor.id)}
          >
            <Monogram {...doctorMark(practice, doctor.id)} />
            <span className={styles['doctorName']}>{`Dr ${doctor.familyName}`}</span>
            {delay > 0 && (
              <span
                className={classes(styles['delay'], level !== 'none' && styles[level])}
              >{`+${formatDuration(delay)}`}</span>
            )}
          </button>
        );
      })}
      {mean !== null && (
        <span className={styles['mean']}>
          Attente moyenne <b>{formatDuration(mean)}</b>
        </span>
      )}
      {visit !== undefined && onPrepare !== undefined && (
        <div className={styles['next']}>
          <IconStart size={15} stroke={1.8} aria-hidden="true" />
          <span>
            <span className={styles['nextWords']}>À préparer{'\u00a0'}: </span>
            <b>{discreet ? 'première personne en attente' : nameOf(visit)}</b>
            <span className={styles['nextWords']}>
              , attend depuis <b>{formatDuration(waitedMinutes(visit, nowMinute) ?? 0)}</b>
            </span>
          </span>
          <Button kind="primary" size="inline" keyCap="N" keyShortcut="N" onClick={() => onPrepare(visit)}>
            Préparer
          </Button>
        </div>
      )}
    </div>
  );
}
