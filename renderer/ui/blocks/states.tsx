import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../basics/button.tsx';
import { Note } from '../basics/note.tsx';
import { IconSearch, IconSync, type Icon } from '../icons.ts';
import styles from './states.module.css';

interface EmptyStateProps {
  icon: Icon;
  /** "Salle d'attente vide". */
  title: string;
  /** One sentence: what will be shown here. */
  children?: ReactNode;
  /** One action with its key. */
  action?: ReactNode;
}

export function EmptyState({ icon: Drawing, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles['empty']}>
      <Drawing size={34} stroke={1.4} aria-hidden="true" />
      <p className={styles['title']}>{title}</p>
      {children && <p>{children}</p>}
      {action && <div className={styles['actions']}>{action}</div>}
    </div>
  );
}

interface NoResultProps {
  /** "Aucun patient". */
  nothing: string;
  /** The text searched, shown between guillemets. */
  searched: string;
  /** "Proche : KOWALSKI Irène, 81 ans." */
  nearest?: ReactNode;
  actions?: ReactNode;
}

export function NoResult({ nothing, searched, nearest, actions }: NoResultProps) {
  return (
    <EmptyState icon={IconSearch} title={`${nothing} «\u00A0${searched}\u00A0»`} action={actions}>
      {nearest}
    </EmptyState>
  );
}

const SKELETON_AFTER = 200;
const WORDS_AFTER = 2000;

interface LoadingAreaProps {
  /** What is awaited, said after 2 s: "Lecture du dossier…". */
  words?: string;
  lines?: number;
}

/** Nothing before 200 ms, a still skeleton after, a sentence after 2 s. */
export function LoadingArea({ words = 'Lecture en cours…', lines = 4 }: LoadingAreaProps) {
  const [phase, setPhase] = useState<'nothing' | 'skeleton' | 'words'>('nothing');
  useEffect(() => {
    const skeleton = setTimeout(() => setPhase('skeleton'), SKELETON_AFTER);
    const sentence = setTimeout(() => setPhase('words'), WORDS_AFTER);
    return () => {
      clearTimeout(skeleton);
      clearTimeout(sentence);
    };
  }, []);
  return (
    <div className={styles['loading']} aria-busy="true">
      {phase !== 'nothing' &&
        Array.from({ length: lines }, (_, line) => <div key={line} className={styles['bone']} aria-hidden="true" />)}
      <p role="status">{phase === 'words' ? words : ''}</p>
    </div>
  );
}

interface ErrorAreaProps {
  /** What failed: "Le tracé n'a pas pu être joint." */
  what: string;
  /** Why: "Le fichier est ouvert dans un autre logiciel." */
  why?: string;
  /** What to do: "Le fermer, puis réessayer." */
  todo?: string;
  /** In small, for support. */
  code?: string;
  onRetry?: () => void;
  retrying?: boolean;
}

export function ErrorArea({ what, why, todo, code, onRetry, retrying = false }: ErrorAreaProps) {
  return (
    <Note
      tone="bad"
      role="alert"
      title={what}
      actions={
        (onRetry || code) && (
          <>
            {onRetry && (
              <Button size="toolbar" icon={IconSync} onClick={onRetry} working={retrying ? 'Nouvel essai…' : undefined}>
                Réessayer
              </Button>
            )}
            {code && <span className={styles['code']}>réf. {code}</span>}
          </>
        )
      }
    >
      {[why, todo].filter(Boolean).join(' ')}
    </Note>
  );
}
