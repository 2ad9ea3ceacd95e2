import { Tooltip } from '@mantine/core';
import type { ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import type { Icon } from '../icons.ts';
import { classes } from './classes.ts';
import styles from './icon-button.module.css';

type NativeProps = Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'id' | 'aria-haspopup' | 'aria-controls' | 'aria-expanded' | 'aria-describedby' | 'onKeyDown' | 'tabIndex'
>;

export interface IconButtonProps extends NativeProps {
  icon: Icon;
  /** Accessible name, also shown as tooltip. */
  label: string;
  onClick?: ((event: MouseEvent<HTMLButtonElement>) => void) | undefined;
  /** `outlined` carries the border of a secondary button. */
  kind?: 'quiet' | 'outlined';
  size?: 'inline' | 'control';
  keyShortcut?: string | undefined;
  /** Small figure at the corner (notifications); read out with the label. */
  count?: number;
  /** Red for what is overdue, grey for what is pending. */
  countTone?: 'overdue' | 'pending';
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  icon: Drawing,
  label,
  onClick,
  kind = 'quiet',
  size = 'control',
  keyShortcut,
  count = 0,
  countTone = 'overdue',
  disabled = false,
  pressed,
  expanded,
  ref,
  ...native
}: IconButtonProps) {
  const name = count > 0 ? `${label}, ${count}` : label;
  return (
    <Tooltip label={label} classNames={{ tooltip: styles['tooltip'] ?? '' }}>
      <button
        {...native}
        ref={ref ?? null}
        type="button"
        className={classes(styles['button'], styles[kind], styles[size])}
        aria-label={name}
        aria-keyshortcuts={keyShortcut}
        aria-pressed={pressed}
        aria-expanded={expanded ?? native['aria-expanded']}
        disabled={disabled}
        onClick={onClick}
      >
        <Drawing size={size === 'inline' ? 16 : 18} stroke={1.8} aria-hidden="true" />
        {count > 0 && (
          <span className={classes(styles['count'], styles[countTone])} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
