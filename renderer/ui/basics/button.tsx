import type { ButtonHTMLAttributes, MouseEvent, ReactNode, Ref } from 'react';
import type { Icon } from '../icons.ts';
import { classes } from './classes.ts';
import { KeyCap } from './key-cap.tsx';
import styles from './button.module.css';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger' | 'alert';

type NativeProps = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  | 'id'
  | 'disabled'
  | 'aria-describedby'
  | 'aria-expanded'
  | 'aria-controls'
  | 'aria-haspopup'
  | 'aria-pressed'
  | 'aria-label'
  | 'autoFocus'
  | 'form'
  | 'name'
  | 'value'
  | 'tabIndex'
>;

export interface ButtonProps extends NativeProps {
  /** Verb + object. `primary`: one per page. `danger`: filled red. `alert`: red outline, the urgent call. */
  kind?: ButtonKind;
  /** `inline` (24) inside rows, `toolbar` (30), `control` (32), `large` (40) at the bottom of a panel. */
  size?: 'inline' | 'toolbar' | 'control' | 'large';
  icon?: Icon;
  trailingIcon?: Icon;
  /** Key shown in a cap: `N`, `Ctrl ↵`. */
  keyCap?: string | undefined;
  /** `aria-keyshortcuts` of the same key: `Control+Enter`. */
  keyShortcut?: string | undefined;
  /** Words of a work of 1 to 10 s ("Production…"). The button keeps focus and refuses a second press. */
  working?: string | undefined;
  fullWidth?: boolean;
  type?: 'button' | 'submit';
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Button({
  kind = 'secondary',
  size = 'control',
  icon: Leading,
  trailingIcon: Trailing,
  keyCap,
  keyShortcut,
  working,
  fullWidth = false,
  type = 'button',
  onClick,
  children,
  ...native
}: ButtonProps) {
  const busy = working !== undefined;
  return (
    <button
      {...native}
      type={type}
      aria-keyshortcuts={keyShortcut}
      aria-disabled={busy || undefined}
      className={classes(styles['button'], styles[kind], styles[size], fullWidth && styles['full'])}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {Leading && <Leading size={size === 'inline' ? 14 : 16} stroke={1.8} aria-hidden="true" />}
      <span className={styles['label']}>{working ?? children}</span>
      {Trailing && <Trailing size={16} stroke={1.8} aria-hidden="true" />}
      {keyCap && <KeyCap onFilled={kind === 'primary' || kind === 'danger'}>{keyCap}</KeyCap>}
    </button>
  );
}
