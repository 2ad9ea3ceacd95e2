import type { ReactNode } from 'react';
import { IconAlert, IconInfo, IconReady, type Icon } from '../icons.ts';
import { classes } from './classes.ts';
import styles from './note.module.css';

interface NoteProps {
  tone?: 'neutral' | 'info' | 'primary' | 'ok' | 'warn' | 'bad';
  title?: ReactNode;
  icon?: Icon;
  actions?: ReactNode;
  /** Read out when it appears: `status` politely, `alert` at once. Nothing by default. */
  role?: 'status' | 'alert' | 'note';
  id?: string;
  children?: ReactNode;
}

const DEFAULT_ICONS = {
  neutral: IconInfo,
  info: IconInfo,
  primary: IconInfo,
  ok: IconReady,
  warn: IconAlert,
  bad: IconAlert,
};

export function Note({ tone = 'info', title, icon, actions, role, id, children }: NoteProps) {
  const Drawing = icon ?? DEFAULT_ICONS[tone];
  return (
    <div id={id} role={role} className={classes(styles['note'], styles[tone])}>
      <Drawing size={16} stroke={1.8} aria-hidden="true" className={styles['icon'] ?? ''} />
      <div className={styles['text']}>
        {title && <p className={styles['title']}>{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className={styles['actions']}>{actions}</div>}
      </div>
    </div>
  );
}
