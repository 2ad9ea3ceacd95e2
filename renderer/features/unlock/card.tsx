import type { ReactNode } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './card.module.css';

interface CardProps {
  letters: string;
  title: string;
  sub?: ReactNode;
  aside?: ReactNode;
  foot?: ReactNode;
  narrow?: boolean;
  twoColumns?: boolean;
  children: ReactNode;
}

/** The single card of the screens before a session: unlock, first run, rescue. */
export function GateCard({
  letters,
  title,
  sub,
  aside,
  foot,
  narrow = false,
  twoColumns = false,
  children,
}: CardProps) {
  return (
    <main className={styles['page']}>
      <div className={classes(styles['card'], narrow && styles['narrow'])}>
        <header className={styles['head']}>
          <span className={styles['logo']} aria-hidden="true">
            {letters}
          </span>
          <div style={{ flex: 1 }}>
            <h1 className={styles['title']}>{title}</h1>
            {sub !== undefined && <p className={styles['sub']}>{sub}</p>}
          </div>
          {aside}
        </header>
        <div className={classes(styles['body'], twoColumns && styles['two'])}>{children}</div>
        {foot !== undefined && <footer className={styles['foot']}>{foot}</footer>}
      </div>
    </main>
  );
}
