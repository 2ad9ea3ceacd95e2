import { useEffect, useRef, type ReactNode } from 'react';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { FactFields } from './fact-fields.tsx';
import type { FactSpec } from './typed-facts.ts';
import type { FactForm } from './use-fact-form.ts';

interface FormPanelProps {
  title: string;
  form: FactForm;
  specs: readonly FactSpec[];
  onSave: () => void;
  onClose: () => void;
  saveLabel?: string;
  working: boolean;
  /** Above the fields: what the form is about. */
  children?: ReactNode;
}

/** A form of the panel: it takes the focus in its first field; what is refused elsewhere is said above the button. */
export function FormPanel({ title, form, specs, onSave, onClose, saveLabel, working, children }: FormPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('input:not(:disabled), textarea');
    (first ?? box.current?.querySelector('button'))?.focus();
  }, []);
  const drawn = specs.filter((spec) => spec.shown?.(form.typed) !== false).map(({ name }) => name);
  const elsewhere = Object.entries(form.problems).flatMap(([field, words]) => (drawn.includes(field) ? [] : [words]));
  return (
    <div ref={box}>
      <ItemPanel
        title={title}
        context="Employeur"
        onSave={onSave}
        onClose={onClose}
        working={working}
        onDiscard={form.dirty ? form.discard : undefined}
        error={elsewhere.length === 0 ? undefined : [...new Set(elsewhere)].join(' ')}
        {...(saveLabel === undefined ? {} : { saveLabel })}
      >
        {children}
        <FactFields form={form} specs={specs} />
      </ItemPanel>
    </div>
  );
}
