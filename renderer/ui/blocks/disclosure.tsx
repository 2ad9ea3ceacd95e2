import type { ReactNode } from 'react';
import { IconChevronRight } from '../icons.ts';
import styles from './disclosure.module.css';

interface DisclosureProps {
  summary: ReactNode;
  defaultOpen?: boolean;
  children: ReactNode;
}

/** A block that opens in place, native `details`. */
export function Disclosure({ summary, defaultOpen = false, children }: DisclosureProps) {
  return (
    <details className={styles['disclosure']} open={defaultOpen}>
      <summary className={styles['summary']}>
        <IconChevronRight size={14} stroke={2} aria-hidden="true" className={styles['chevron'] ?? ''} />
        {summary}
      </summary>
      <div className={styles['body']}>{children}</div>
    </details>
  );
}
