import type { ReactNode } from 'react';
import { classes, KeyCap } from '../../ui/index.ts';
import { IconDone, IconKeyboard, type Icon } from '../../ui/icons.ts';
import styles from './status-bar.module.css';

export interface StatusItem {
  id: string;
  icon?: Icon;
  /** Words, never a colour alone: "Sauvegardé 10:00". */
  text: string;
  tone?: 'neutral' | 'warn' | 'bad';
  /** Opens the list of drafts, retries the connection… */
  onClick?: () => void;
  /** Kept below 760 px: the poste. */
  essential?: boolean;
}

export interface KeyHint {
  keyCap: string;
  label: string;
}

interface StatusBarProps {
  items: readonly StatusItem[];
  /** The UndoSlot. */
  undo?: ReactNode;
  hints?: readonly KeyHint[];
  onKeyHelp: () => void;
}

export function StatusBar({ items, undo, hints = [], onKeyHelp }: StatusBarProps) {
  return (
    <footer className={styles['bar']} data-region="status">
      <ul className={styles['items']} aria-label="État du poste">
        {items.map((item) => {
          const Drawing = item.icon;
          const body = (
            <>
              {Drawing && <Drawing size={14} stroke={1.7} aria-hidden="true" />}
              <span className={styles['words']} title={item.text}>
                {item.text}
              </span>
            </>
          );
          const itemClass = classes(styles['item'], item.tone && styles[item.tone]);
          return (
            <li key={item.id} className={item.essential ? undefined : styles['secondary']}>
              {item.onClick ? (
                <button type="button" className={itemClass} onClick={item.onClick}>
                  {body}
                </button>
              ) : (
                <span className={itemClass}>{body}</span>
              )}
            </li>
          );
        })}
      </ul>
      {undo}
      {hints.map((hint) => (
        <span key={hint.label} className={classes(styles['item'], styles['secondary'])}>
          <KeyCap spoken>{hint.keyCap}</KeyCap> {hint.label}
        </span>
      ))}
      <button
        type="button"
        className={classes(styles['item'], styles['secondary'])}
        aria-keyshortcuts="F1"
        onClick={onKeyHelp}
      >
        <IconKeyboard size={15} stroke={1.7} aria-hidden="true" />
        Raccourcis <KeyCap>F1</KeyCap>
      </button>
    </footer>
  );
}

interface UndoSlotProps {
  /** What was done: "PETIT Hugo → Prêts". Null when there is nothing to undo. */
  label: string | null;
  onUndo: () => void;
  /** While the undo is under way. */
  working?: boolean;
}

/** Replaces toasts: no time limit, same place everywhere, stays until the next action. */
export function UndoSlot({ label, onUndo, working = false }: UndoSlotProps) {
  return (
    <div className={styles['undo']}>
      <span role="status" className={styles['undoLabel']} title={label ?? undefined}>
        {label !== null && (
          <>
            <IconDone size={14} stroke={2.2} aria-hidden="true" />
            <span>{label}</span>
          </>
        )}
      </span>
      {label !== null && (
        <button
          type="button"
          className={styles['undoButton']}
          aria-keyshortcuts="Control+Z"
          aria-disabled={working || undefined}
          onClick={() => {
            if (!working) onUndo();
          }}
        >
          Annuler <KeyCap>Ctrl Z</KeyCap>
        </button>
      )}
    </div>
  );
}
