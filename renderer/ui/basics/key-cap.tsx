import { classes } from './classes.ts';
import styles from './key-cap.module.css';

interface KeyCapProps {
  /** What the key shows: `Ctrl K`, `P`, `Échap`. */
  children: string;
  /** On a filled button the cap takes the colour of its text. */
  onFilled?: boolean;
  /** Read out: a list of shortcuts. Elsewhere `aria-keyshortcuts` announces the key and the cap stays silent. */
  spoken?: boolean;
}

/** A key drawn as a cap. */
export function KeyCap({ children, onFilled = false, spoken = false }: KeyCapProps) {
  return (
    <kbd className={classes(styles['cap'], onFilled && styles['onFilled'])} aria-hidden={!spoken}>
      {children}
    </kbd>
  );
}
