import type { ReactNode } from 'react';
import styles from './visually-hidden.module.css';

/** Words for assistive tools only: they complete the visible text ("attend depuis", "en retard de"). */
export function VisuallyHidden({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <span id={id} className={styles['hidden']}>
      {children}
    </span>
  );
}
