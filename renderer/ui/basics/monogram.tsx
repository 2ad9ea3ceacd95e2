import { classes } from './classes.ts';
import styles from './monogram.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface MonogramProps {
  /** Two letters: they carry the meaning, the hue is decoration. */
  letters: string;
  /** 1 to 5, fixed per doctor. */
  hue: 1 | 2 | 3 | 4 | 5;
  /** Full name, read out instead of the letters and shown as tooltip. */
  name: string;
}

/** A doctor's monogram: CL, KB, SG. */
export function Monogram({ letters, hue, name }: MonogramProps) {
  return (
    <span className={classes(styles['monogram'], styles[`hue${hue}`])} title={name}>
      <span aria-hidden="true">{letters}</span>
      <VisuallyHidden>{name}</VisuallyHidden>
    </span>
  );
}

interface AvatarProps {
  initials: string;
  /** `small` 24, `normal` 30, `large` 36. */
  size?: 'small' | 'normal' | 'large';
  /** The signed-in person: violet, as in the top bar. */
  self?: boolean;
}

/** Initials in a circle, always beside the full name (hence hidden from assistive tools). */
export function Avatar({ initials, size = 'normal', self = false }: AvatarProps) {
  return (
    <span className={classes(styles['avatar'], styles[size], self && styles['self'])} aria-hidden="true">
      {initials}
    </span>
  );
}
