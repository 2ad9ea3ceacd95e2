import { useId, type ReactNode } from 'react';
import type { Icon } from '../icons.ts';
import { classes } from './classes.ts';
import styles from './pane.module.css';

interface PaneProps {
  /** Without a title the pane is a plain box and `label` names it. */
  title?: string;
  icon?: Icon;
  /** Right of the title: a count, a link, a legend. */
  aside?: ReactNode;
  /** Right after the title: a Tag with the count. */
  count?: ReactNode;
  label?: string;
  level?: 2 | 3;
  /** No padding: tables and lists that run edge to edge. */
  flush?: boolean;
  /** The body takes the height left and scrolls alone. */
  fill?: boolean;
  children: ReactNode;
}

export function Pane({
  title,
  icon: Drawing,
  aside,
  count,
  label,
  level = 2,
  flush = false,
  fill = false,
  children,
}: PaneProps) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section
      className={classes(styles['pane'], fill && styles['fill'])}
      aria-labelledby={title ? titleId : undefined}
      aria-label={title ? undefined : label}
    >
      {title && (
        <div className={styles['head']}>
          {Drawing && <Drawing size={16} stroke={1.8} aria-hidden="true" />}
          <Heading id={titleId}>{title}</Heading>
          {count}
          {aside && <div className={styles['aside']}>{aside}</div>}
        </div>
      )}
      <div className={classes(styles['body'], flush && styles['flush'])}>{children}</div>
    </section>
  );
}
