import type { MouseEvent, ReactNode } from 'react';
import styles from './text-link.module.css';

interface TextLinkProps {
  /** An address makes a real link; without it, a button that looks like one. */
  href?: string;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  disabled?: boolean;
  children: ReactNode;
}

/** Underlined inline action: "Modifier", "Tout voir". 24 px high so that it can be pressed. */
export function TextLink({ href, onClick, disabled, children }: TextLinkProps) {
  if (href !== undefined) {
    return (
      <a className={styles['link']} href={href} onClick={onClick}>
        {children}
      </a>
    );
  }
  return (
    <button type="button" className={styles['link']} onClick={onClick} disabled={disabled}>
      {children}
    </button>
  );
}
