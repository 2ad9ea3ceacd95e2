import type { ReactNode } from 'react';
import type { Icon } from '../icons.ts';
import { classes } from './classes.ts';
import type { Tone } from './tone.ts';
import styles from './tag.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface TagProps {
  tone?: Tone;
  /**
   * `loud`: filled, for Alerte, Urgent, Identité, Nouveau, waits and delays.
   * `quiet`: icon in the tone + grey word, no box (ALD, Vaccin, Dépistage, Acte).
   * `outline`: neutral box without fill.
   */
  look?: 'loud' | 'quiet' | 'outline';
  icon?: Icon;
  /** Words read before the text: "attend depuis". */
  spokenPrefix?: string;
  /** The icon alone is shown; the text stays as tooltip and for assistive tools (column Attendus). */
  iconOnly?: boolean;
  children: ReactNode;
}

export function Tag({
  tone = 'neutral',
  look = 'loud',
  icon: Drawing,
  spokenPrefix,
  iconOnly = false,
  children,
}: TagProps) {
  return (
    <span
      className={classes(styles['tag'], styles[look], styles[tone], iconOnly && styles['iconOnly'])}
      title={iconOnly && typeof children === 'string' ? children : undefined}
    >
      {Drawing && <Drawing size={13} stroke={2} aria-hidden="true" className={styles['icon'] ?? ''} />}
      {spokenPrefix && <VisuallyHidden>{spokenPrefix}&nbsp;</VisuallyHidden>}
      {iconOnly ? <VisuallyHidden>{children}</VisuallyHidden> : children}
    </span>
  );
}
