import { Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Button } from '../basics/button.tsx';
import { TextField } from '../fields/text-field.tsx';
import styles from './dialog.module.css';

interface ModalFrameProps {
  opened: boolean;
  title: string;
  /** Échap and a click outside: the safe way out. */
  onClose: () => void;
  footer?: ReactNode;
  width?: number;
  children: ReactNode;
}

/** The trap gives the focus a moment after opening: it then goes where the person already is, never back. */
function keepFocus(frame: Element, focused: Element): void {
  for (const marked of frame.querySelectorAll('[data-autofocus]')) marked.removeAttribute('data-autofocus');
  focused.setAttribute('data-autofocus', '');
}

/** The box of a dialog: names it, traps and gives back the focus. */
export function ModalFrame({ opened, title, onClose, footer, width = 460, children }: ModalFrameProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      // Gone at once: a key typed right after belongs to the page.
      transitionProps={{ exitDuration: 0 }}
      size={width}
      centered
      padding={0}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': title } }}
      classNames={{ content: styles['content'] ?? '', overlay: styles['overlay'] ?? '' }}
    >
      <div className={styles['frame']} onFocus={(event) => keepFocus(event.currentTarget, event.target)}>
        {/* Not the set's own title: its <header> would be a second banner of the page. */}
        <h2 className={styles['title']}>{title}</h2>
        <div className={styles['body']}>{children}</div>
        {footer && <div className={styles['footer']}>{footer}</div>}
      </div>
    </Modal>
  );
}

export interface ConfirmDialogProps {
  opened: boolean;
  /** The question: "Fusionner ces deux dossiers ?". */
  title: string;
  /** What will happen, with figures. */
  children: ReactNode;
  /** The verb: "Fusionner". */
  confirmLabel: string;
  onConfirm: () => void;
  /** "Ne pas fusionner", "Retour", "Abandonner": never the word kept for undo. Focused when the dialog opens. */
  safeLabel: string;
  onLeave: () => void;
  danger?: boolean;
  working?: string;
  /** A word to type first (RESTAURER). */
  requiredWord?: string;
}

/** Shown only where undo cannot bring everything back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <ModalFrame opened={props.opened} title={props.title} onClose={props.onLeave}>
      <ConfirmContent {...props} />
    </ModalFrame>
  );
}

function ConfirmContent({
  children,
  confirmLabel,
  onConfirm,
  safeLabel,
  onLeave,
  danger = false,
  working,
  requiredWord,
}: ConfirmDialogProps) {
  // Lives inside the modal: leaving the dialog forgets the typed word.
  const [typed, setTyped] = useState('');
  const missing = requiredWord !== undefined && typed.trim() !== requiredWord;
  return (
    <>
      <div className={styles['text']}>{children}</div>
      {requiredWord !== undefined && (
        <TextField label={`Taper ${requiredWord} pour continuer`} value={typed} onChange={setTyped} upperCase />
      )}
      <div className={styles['buttons']}>
        <Button onClick={onLeave} autoFocus ref={(button) => button?.setAttribute('data-autofocus', '')}>
          {safeLabel}
        </Button>
        <Button kind={danger ? 'danger' : 'primary'} onClick={onConfirm} disabled={missing} working={working}>
          {confirmLabel}
        </Button>
      </div>
    </>
  );
}
