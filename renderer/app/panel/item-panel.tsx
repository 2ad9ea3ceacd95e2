import { useRef, type ReactNode } from 'react';
import { useActions } from '../actions/index.ts';
import { Button, Note } from '../../ui/index.ts';
import { PanelButtons, PanelHead } from './panel-body.tsx';
import styles from './panel.module.css';

interface ItemPanelProps {
  title: string;
  /** Sends the form; the panel has already prevented the browser's own sending. */
  onSave: () => void;
  onClose: () => void;
  saveLabel?: string;
  /** The place named in the key help and the palette. */
  context?: string;
  working?: boolean;
  /** Something typed is not saved: closing keeps it, this forgets it. */
  onDiscard?: (() => void) | undefined;
  /** A refusal that belongs to no field. */
  error?: string | undefined;
  children: ReactNode;
}

/** The form of one item in the right panel: Ctrl Entrée saves, Échap goes back and keeps what is typed. */
export function ItemPanel({
  title,
  onSave,
  onClose,
  saveLabel = 'Enregistrer',
  context = 'Réglages',
  working = false,
  onDiscard,
  error,
  children,
}: ItemPanelProps) {
  const form = useRef<HTMLFormElement>(null);
  useActions(context, [
    { id: 'panel.save', label: saveLabel, keys: ['Ctrl+Enter'], run: () => form.current?.requestSubmit() },
    { id: 'panel.close', label: 'Fermer le détail', keys: ['Escape'], hiddenInPalette: true, run: onClose },
  ]);
  return (
    <form
      ref={form}
      className={styles['panel']}
      noValidate
      onKeyDownCapture={(event) => {
        // A list keeps Entrée for itself, Ctrl held or not: the action of the page comes first.
        if (event.key !== 'Enter' || !event.ctrlKey || event.altKey) return;
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat) form.current?.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (working) return;
        onSave();
        // The first field refused takes the focus, once its words are drawn.
        requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      <PanelHead title={title} onClose={onClose} />
      {children}
      {error !== undefined && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      <PanelButtons>
        <Button
          kind="primary"
          type="submit"
          keyCap="Ctrl ↵"
          keyShortcut="Control+Enter"
          working={working ? 'Enregistrement…' : undefined}
        >
          {saveLabel}
        </Button>
        {onDiscard !== undefined && (
          <Button kind="quiet" onClick={onDiscard}>
            Abandonner la saisie
          </Button>
        )}
      </PanelButtons>
    </form>
  );
}
