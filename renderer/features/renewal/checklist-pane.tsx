import type { ReactNode } from 'react';
import type { ChecklistLine } from '#shared/domain/renewal.ts';
import { classes, Pane, TextLink, VisuallyHidden } from '../../ui/index.ts';
import { IconAlert, IconClock, IconNever, IconReady, type Icon } from '../../ui/icons.ts';
import styles from './renewal.module.css';

const STATE_WORDS: Readonly<Record<ChecklistLine['state'], string>> = {
  done: 'Présent',
  missing: 'Manque',
  later: 'Plus tard',
  set_aside: 'Sans objet',
};
const STATE_ICONS: Readonly<Record<ChecklistLine['state'], Icon>> = {
  done: IconReady,
  missing: IconAlert,
  later: IconClock,
  set_aside: IconNever,
};

export interface LineGestures {
  onPlace: (gesture: NonNullable<ChecklistLine['gesture']>) => void;
  onAttach: (line: ChecklistLine) => void;
  onSetAside: (line: ChecklistLine) => void;
  onTakeBack: (line: ChecklistLine) => void;
}

interface ChecklistPaneProps {
  title: string;
  icon: Icon;
  lines: readonly ChecklistLine[];
  aside?: ReactNode;
  /** Only what is missing is listed: nothing to count as present. */
  missingOnly?: boolean;
  /** Absent for who may only read. */
  gestures: LineGestures | null;
}

/** What the file asks for, present or not, each line with the gesture that puts it right. */
export function ChecklistPane({ title, icon, lines, aside, missingOnly = false, gestures }: ChecklistPaneProps) {
  const present = lines.filter(({ state }) => state === 'done').length;
  return (
    <Pane
      title={title}
      icon={icon}
      flush
      aside={
        <>
          {aside}
          <b>{missingOnly ? lines.length : `${present} sur ${lines.length}`}</b>
        </>
      }
    >
      <ul className={styles['lines']} aria-label={title}>
        {lines.map((line) => (
          <Line key={line.id} line={line} gestures={gestures} />
        ))}
      </ul>
    </Pane>
  );
}

function Line({ line, gestures }: { line: ChecklistLine; gestures: LineGestures | null }) {
  const { state, blocking, label, detail, gesture, attach } = line;
  const open = state === 'missing' || state === 'later';
  const Drawing = STATE_ICONS[state];
  const stops = open && blocking;
  return (
    <li className={styles['line']}>
      <Drawing
        size={18}
        stroke={1.8}
        aria-hidden="true"
        className={styles[stops && state === 'missing' ? 'blocking' : state] ?? ''}
      />
      <div className={styles['words']}>
        <p className={classes(open && styles['open'])}>
          <VisuallyHidden>
            {STATE_WORDS[state]}
            {'\u00a0'}:{' '}
          </VisuallyHidden>
          {label}
        </p>
        {(detail !== '' || stops) && (
          <p className={styles['detail']}>{[stops ? 'Bloquant' : '', detail].filter(Boolean).join('. ')}</p>
        )}
      </div>
      {gestures !== null && (
        <div className={styles['gestures']}>
          {attach !== null && state !== 'set_aside' && (
            <TextLink onClick={() => gestures.onAttach(line)}>
              Joindre<VisuallyHidden>{`\u00a0: ${label}`}</VisuallyHidden>
            </TextLink>
          )}
          {gesture !== null && open && (
            <TextLink onClick={() => gestures.onPlace(gesture)}>
              {gesture.label}
              <VisuallyHidden>{`\u00a0: ${label}`}</VisuallyHidden>
            </TextLink>
          )}
          {open && (
            <TextLink onClick={() => gestures.onSetAside(line)}>
              Sans objet<VisuallyHidden>{`\u00a0: ${label}`}</VisuallyHidden>
            </TextLink>
          )}
          {state === 'set_aside' && (
            <TextLink onClick={() => gestures.onTakeBack(line)}>
              Reprendre<VisuallyHidden>{`\u00a0: ${label}`}</VisuallyHidden>
            </TextLink>
          )}
        </div>
      )}
    </li>
  );
}
