import { useEffect, useState } from 'react';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { classes } from '../../ui/index.ts';
import { IconUndo } from '../../ui/icons.ts';
import { useActions } from '../actions/index.ts';
import { UndoSlot } from '../frame/index.ts';
import styles from './shell.module.css';

/** Time for the list to be read again: the row may be elsewhere. */
const REFRESHED_AFTER = 150;

/** The focus follows the restored record when it is on screen, unless the person has gone elsewhere meanwhile. */
function followRecord(recordId: string): void {
  const from = document.activeElement;
  setTimeout(() => {
    const now = document.activeElement;
    if (now === from || now === document.body) focusRecord(recordId);
  }, REFRESHED_AFTER);
}

function focusRecord(recordId: string): void {
  const name = CSS.escape(recordId);
  const found = document.querySelector<HTMLElement>(`[data-row="${name}"], [data-visit="${name}"]`);
  const target =
    found?.hasAttribute('tabindex') === false ? found.querySelector<HTMLElement>('[tabindex], button, a') : found;
  target?.focus();
}

/** Walks back through one's own actions of the day on this post; says what was undone, or why it cannot be. */
export function UndoLive() {
  const last = useRead('session', 'undoable', {});
  const [said, setSaid] = useState<{ words: string; refused: boolean; seq: number } | null>(null);
  const undo = useCommand('session', 'undo', {
    onDone: ({ label, recordId }, { seq }) => {
      setSaid({ words: `Annulé\u00a0: ${label}`, refused: false, seq });
      if (recordId !== null) followRecord(recordId);
    },
    onRefused: (error, { seq }) => setSaid({ words: sentenceOf(error), refused: true, seq }),
  });
  const run = () => {
    if (last.data && !undo.isPending) undo.mutate({ seq: last.data.seq });
  };
  const seq = last.data?.seq ?? 0;
  useEffect(() => {
    // A later action takes the place.
    setSaid((before) => (before !== null && seq > before.seq ? null : before));
  }, [seq]);
  useActions('Partout', [
    {
      id: 'undo',
      label: 'Annuler la dernière action',
      icon: IconUndo,
      keys: ['Ctrl+Z'],
      isAvailable: () => last.data != null && !undo.isPending,
      run,
    },
  ]);
  return (
    <>
      <span
        role="status"
        className={classes(styles['said'], said?.refused === true && styles['refused'])}
        title={said?.words}
      >
        {said?.words}
      </span>
      <UndoSlot label={last.data?.label ?? null} onUndo={run} working={undo.isPending} />
    </>
  );
}
