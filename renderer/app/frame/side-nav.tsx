import { createLink } from '@tanstack/react-router';
import { Children, type AnchorHTMLAttributes, type ReactNode, type Ref } from 'react';
import type { Icon } from '../../ui/icons.ts';
import styles from './side-nav.module.css';

/** The list beside a page: what can be opened in it, one entry open. */
export function SideNav({ label, children }: { label: string; children: ReactNode }) {
  return <nav aria-label={label}>{children}</nav>;
}

/** Entries that belong together, under a title or after a line. */
export function SideGroup({ title, line = false, children }: { title?: string; line?: boolean; children: ReactNode }) {
  return (
    <>
      {line && <hr className={styles['line']} />}
      {title !== undefined && <p className={styles['title']}>{title}</p>}
      <ul className={styles['list']}>
        {Children.map(children, (child) => (child === null || child === false ? null : <li>{child}</li>))}
      </ul>
    </>
  );
}

interface SideEntryProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
  icon?: Icon;
  count?: number;
}

function SideEntry({ icon: Drawing, count, children, ...anchor }: SideEntryProps) {
  return (
    <a {...anchor} className={styles['entry']}>
      {Drawing !== undefined && <Drawing size={17} stroke={1.7} aria-hidden="true" />}
      <span className={styles['words']}>{children}</span>
      {count !== undefined && <span className={styles['count']}>{count}</span>}
    </a>
  );
}

/** An entry of the list; `current` says it is the one open. */
export const SideLink = createLink(SideEntry);
