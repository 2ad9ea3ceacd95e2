import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './layout.module.css';

interface FieldGridProps {
  /** Columns at 1440; one column below 760 px. */
  columns?: 1 | 2 | 3 | 4;
  children: ReactNode;
}

/** Fields of a form, aligned on equal columns. */
export function FieldGrid({ columns = 2, children }: FieldGridProps) {
  return <div className={classes(styles['grid'], styles[`columns${columns}`])}>{children}</div>;
}

interface FlowProps {
  /** Steps of 4 px. */
  gap?: 1 | 2 | 3 | 4;
  align?: 'start' | 'center' | 'end' | 'baseline';
  /** Pushes the first child left and the rest right. */
  spread?: boolean;
  children: ReactNode;
}

/** Side by side, wrapping. */
export function Row({ gap = 2, align = 'center', spread = false, children }: FlowProps) {
  return (
    <div className={classes(styles['row'], styles[`gap${gap}`], styles[align], spread && styles['spread'])}>
      {children}
    </div>
  );
}

/** One under the other. */
export function Stack({ gap = 3, children }: Pick<FlowProps, 'gap' | 'children'>) {
  return <div className={classes(styles['stack'], styles[`gap${gap}`])}>{children}</div>;
}
