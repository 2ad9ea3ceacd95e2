import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useActions } from '../../../app/actions/index.ts';
import { useSession } from '../../../api/session.ts';
import { Button, IconButton, Note } from '../../../ui/index.ts';
import { IconClose } from '../../../ui/icons.ts';
import styles from '../aid.module.css';
import { problemsOf, without, type Problems } from '../../settings/problems.ts';
import { useKeptForm } from '../../settings/kept-form.ts';
import type { Form } from './fields.tsx';
import { entryReader, type EntryReader, type Typed } from './typed-entry.ts';

interface PanelForm extends Form {
  dirty: boolean;
  discard: () => void;
  refuse: (error: unknown, rename?: (field: string) => string) => void;
  /** Reads what is typed; null, with the sentences under the fields, when something cannot be read. */
  read: <Input>(reading: (reader: EntryReader) => Input) => Input | null;
}

/** A form of the panel: its texts are kept in memory until saved or dropped, so a lock or another page loses nothing. */
export function usePanelForm(subject: string, saved: Typed): PanelForm {
  const today = useSession((store) => store.state?.today) ?? '';
  const kept = useKeptForm<Record<string, string>>(`aid ${subject}`, { ...saved });
  const [problems, setProblems] = useState<Problems>({});
  return {
    typed: kept.value,
    problems,
    today,
    dirty: kept.dirty,
    discard: () => {
      kept.discard();
      setProblems({});
    },
    change: (part) => {
      kept.change(part);
      // A sentence about a field goes as soon as the field changes; the core says it again if it still holds.
      setProblems((before) => without(before, [...Object.keys(part), '']));
    },
    refuse: (error, rename = (field) => field) =>
      setProblems(
        Object.fromEntries(Object.entries(problemsOf(error)).map(([field, words]) => [rename(field), words])),
      ),
    read: (reading) => {
      const reader = entryReader(kept.value, today);
      const input = reading(reader);
      setProblems(reader.problems);
      return Object.keys(reader.problems).length === 0 ? input : null;
    },
  };
}

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
