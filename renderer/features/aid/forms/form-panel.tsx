import { useEffect, useRef, type ReactNode } from 'react';
import { useActions } from '../../../app/actions/index.ts';
import { Button, IconButton, Note } from '../../../ui/index.ts';
import { IconClose } from '../../../ui/icons.ts';
import styles from '../aid.module.css';
import type { PanelForm } from './panel-form.tsx';

interface FormPanelProps {
  title: string;
  form: PanelForm;
  /** Names of the fields drawn: what is said of another one is shown above the button. */
  fields: readonly string[];
  onSave: () => void;
  onClose: () => void;
  saveLabel?: string;
  working?: boolean;
  /** Beside the save button: "Retirer". */
  aside?: ReactNode;
  children: ReactNode;
}

/** The form in the right panel: Ctrl Entrée saves, Échap goes back and keeps what is typed. */
export function FormPanel({
  title,
  form,
  fields,
  onSave,
  onClose,
  saveLabel = 'Enregistrer',
  working = false,
  aside,
  children,
}: FormPanelProps) {
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLInputElement>('input:not(:disabled), textarea');
    const checked =
      first?.type === 'radio' ? box.current?.querySelector<HTMLElement>(`[name="${first.name}"]:checked`) : null;
    (checked ?? first)?.focus();
  }, []);
  useActions('Aide CNAM', [
    { id: 'aid.save', label: saveLabel, keys: ['Ctrl+Enter'], inFields: true, run: () => box.current?.requestSubmit() },
    { id: 'aid.closePanel', label: 'Fermer la saisie', keys: ['Escape'], hiddenInPalette: true, run: onClose },
  ]);
  // A field that is not drawn any more still waits for its choice.
  const hidden = form.conflicts.filter(({ field }) => !form.isShown(field));
  const elsewhere = Object.entries(form.problems).flatMap(([field, words]) => (fields.includes(field) ? [] : [words]));
  return (
    <form
      ref={box}
      className={styles['form']}
      aria-label={title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (working) return;
        onSave();
        requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      <div className={styles['formHead']}>
        <h2>{title}</h2>
        <IconButton icon={IconClose} label="Fermer la saisie" keyShortcut="Escape" onClick={onClose} />
      </div>
      {children}
      {hidden.map(({ field }) => (
        <div key={field}>{form.below(field)}</div>
      ))}
      {elsewhere.length > 0 && (
        <Note tone="bad" role="alert">
          {[...new Set(elsewhere)].join(' ')}
        </Note>
      )}
      <div className={styles['formButtons']}>
        <Button
          kind="primary"
          type="submit"
          keyCap="Ctrl ↵"
          keyShortcut="Control+Enter"
          working={working ? 'Enregistrement…' : undefined}
        >
          {saveLabel}
        </Button>
        {form.dirty && (
          <Button kind="quiet" onClick={form.discard}>
            Abandonner la saisie
          </Button>
        )}
        {aside}
      </div>
    </form>
  );
}
