import type { HTMLAttributes, Ref } from 'react';
import { classes } from '../basics/classes.ts';
import { Monogram } from '../basics/monogram.tsx';
import { Tag } from '../basics/tag.tsx';
import type { Tone } from '../basics/tone.ts';
import { VisuallyHidden } from '../basics/visually-hidden.tsx';
import { IconAlert, IconPerson, IconRoom, type Icon } from '../icons.ts';
import type { DoctorMark } from './identity-band.tsx';
import styles from './patient-card.module.css';
import { Meter } from './progress-bar.tsx';

export interface CardFlag {
  id: string;
  label: string;
  icon: Icon;
  tone: Tone;
  /** Loud: Urgent, Identité, Nouveau. Quiet: ALD, Vaccin, Dépistage, Acte. */
  loud?: boolean;
}

export interface CardTiming {
  /** "33 min", "+9 min", "4/6". */
  text: string;
  tone: Tone;
  icon?: Icon;
  /** "attend depuis", "en retard de", "préparation". */
  spokenPrefix: string;
}

export interface PatientCardProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  time: string;
  doctor: DoctorMark;
  timing?: CardTiming | undefined;
  /** In capitals; initials in discreet mode. */
  lastName: string;
  firstName: string;
  /** "F 67 ans". */
  sexAge: string;
  reason: string;
  flags?: readonly CardFlag[];
  /** In words, all of them: "Allergie : pénicilline", "TA 152/91". */
  alerts?: readonly string[];
  person?: string | undefined;
  room?: string | undefined;
  /** What remains to finish, in words. */
  remaining?: readonly string[];
  progress?: { done: number; total: number } | undefined;
  /** Three lines with flags as icons: column Attendus. */
  compact?: boolean;
  selected?: boolean;
  /** Red bar at the left: a value or an alert the doctor must see first. */
  urgent?: boolean;
  /** "Dr Benali, 10:24": outline kept 6 s by the caller after a change from another poste. */
  changedBy?: string | undefined;
  ref?: Ref<HTMLDivElement>;
}

function Place({ person, room }: Pick<PatientCardProps, 'person' | 'room'>) {
  if (!person && !room) return null;
  return (
    <div className={styles['place']}>
      {person && (
        <span>
          <IconPerson size={13} stroke={1.8} aria-hidden="true" />
          {person}
        </span>
      )}
      {room && (
        <span>
          <IconRoom size={13} stroke={1.8} aria-hidden="true" />
          {room}
        </span>
      )}
    </div>
  );
}

function Alerts({ words }: { words: readonly string[] }) {
  return words.map((alert) => (
    <div key={alert} className={styles['alert']}>
      <IconAlert size={14} stroke={2} aria-hidden="true" />
      <VisuallyHidden>Alerte&nbsp;:&nbsp;</VisuallyHidden>
      <span>{alert}</span>
    </div>
  ));
}

/**
 * A patient on the board, drawn for 174 px. The board owns focus (roving `tabIndex`), keys and drag: they are passed
 * through as ordinary attributes.
 */
export function PatientCard({
  time,
  doctor,
  timing,
  lastName,
  firstName,
  sexAge,
  reason,
  flags = [],
  alerts = [],
  person,
  room,
  remaining = [],
  progress,
  compact = false,
  selected = false,
  urgent = false,
  changedBy,
  ref,
  className,
  ...rest
}: PatientCardProps) {
  const flagTags = flags.map((flag) => (
    <Tag key={flag.id} icon={flag.icon} tone={flag.tone} look={flag.loud ? 'loud' : 'quiet'} iconOnly={compact}>
      {flag.label}
    </Tag>
  ));
  return (
    <div
      {...rest}
      ref={ref ?? null}
      role="button"
      tabIndex={rest.tabIndex ?? -1}
      aria-current={selected || undefined}
      className={classes(
        styles['card'],
        selected && styles['selected'],
        urgent && styles['urgent'],
        changedBy && styles['changed'],
        className,
      )}
    >
      <div className={styles['top']}>
        <span className={styles['time']}>{time}</span>
        <Monogram {...doctor} />
        <span className={styles['right']}>
          {compact && flagTags}
          {timing && (
            <Tag
              tone={timing.tone}
              look={timing.tone === 'neutral' ? 'outline' : 'loud'}
              spokenPrefix={timing.spokenPrefix}
              {...(timing.icon && { icon: timing.icon })}
            >
              {timing.text}
            </Tag>
          )}
        </span>
      </div>
      <div className={styles['name']}>
        <b>{lastName}</b> {firstName}
      </div>
      <div className={styles['line']}>
        {sexAge} {sexAge && reason && <span aria-hidden="true">·</span>} {reason}
      </div>
      {progress && (
        <Meter
          value={progress.done}
          total={progress.total}
          label="Préparation"
          valueText={`${progress.done} étapes sur ${progress.total}`}
        />
      )}
      {!compact && flagTags.length > 0 && <div className={styles['flags']}>{flagTags}</div>}
      <Alerts words={alerts} />
      <Place person={person} room={room} />
      {remaining.map((task) => (
        <div key={task} className={styles['task']}>
          {task}
        </div>
      ))}
      {changedBy && <div className={styles['by']}>{changedBy}</div>}
    </div>
  );
}
