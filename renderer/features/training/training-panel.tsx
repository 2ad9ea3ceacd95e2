import { useEffect, useRef, type ReactNode } from 'react';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { fieldLabel, wordsElsewhere } from './drawn-fields.ts';
import { FactConflict } from './fact-inputs.tsx';
import styles from './training.module.css';
import type { PanelForm } from './use-training-form.ts';

interface TrainingPanelProps {
  title: string;
  onClose: () => void;
  onSave: () => void;
  saveLabel?: string;
  working?: boolean;
  onDiscard?: (() => void) | undefined;
  error?: string | undefined;
  children: ReactNode;
}

/** A form of the right panel; it takes the focus in its first field when it opens. */
export function TrainingPanel(props: TrainingPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first =
      box.current?.querySelector<HTMLElement>(
        'input:not(:disabled):not([type="file"]):not([tabindex="-1"]), textarea',
      ) ?? box.current?.querySelector<HTMLElement>('button');
    first?.focus();
  }, []);
  return (
    <div ref={box}>
      <ItemPanel context="Formation" {...props} />
    </div>
  );
}

interface FormPanelProps {
  title: string;
  state: PanelForm;
  /** Names of the fields it draws, as the contract writes them. */
  drawn: readonly string[];
  saveLabel?: string;
  onClose: () => void;
  children: ReactNode;
}

/** The same, over a form: its save, its foot, what is refused or waits for a choice outside its fields. */
export function FormPanel({ title, state, drawn, saveLabel, onClose, children }: FormPanelProps) {
  const hidden = Object.keys(state.conflicts ?? {}).filter((field) => !drawn.includes(field));
  return (
    <TrainingPanel
      title={title}
      onClose={onClose}
      onSave={state.submit}
      working={state.working}
      onDiscard={state.dirty ? state.discard : undefined}
      error={wordsElsewhere(state.problems, drawn)}
      {...(saveLabel === undefined ? {} : { saveLabel })}
    >
      {children}
      {hidden.map((field) => (
        <div key={field}>
          <h3 className={styles['heading']}>{fieldLabel(field)}</h3>
          <FactConflict state={state} field={field} />
        </div>
      ))}
    </TrainingPanel>
  );
}
