import { useEffect, useRef, type ReactNode } from 'react';
import { classes } from '../../ui/index.ts';
import styles from './page-layout.module.css';

interface PageLayoutProps {
  /** Above the columns, edge to edge: identity band, filters, tabs. */
  head?: ReactNode;
  /** Section list (Réglages, Préparation). */
  side?: ReactNode;
  sideLabel?: string;
  /** Detail panel, 352 to 440 px; `narrow` 258 at 1366 (Préparation). Goes below under 1182 px. */
  panel?: ReactNode;
  panelLabel?: string;
  panelWidth?: 'normal' | 'narrow';
  /** Stays at the bottom of the panel: its primary action. */
  panelFoot?: ReactNode;
  /** Below the columns: keys of the selected card. */
  foot?: ReactNode;
  /** The body does not scroll: the page manages its own panes (board, agenda). */
  fixed?: boolean;
  children: ReactNode;
}

/** Body of a page: section list, content, panel. Each scrolls alone. */
export function PageLayout({
  head,
  side,
  sideLabel,
  panel,
  panelLabel,
  panelWidth = 'normal',
  panelFoot,
  foot,
  fixed = false,
  children,
}: PageLayoutProps) {
  const aside = useRef<HTMLElement>(null);
  const shown = panel != null && panel !== false;
  const before = useRef(shown);
  // Zoomed, the panel is under the page: what opens it must show it.
  useEffect(() => {
    if (shown && !before.current && (aside.current?.getBoundingClientRect().top ?? 0) > window.innerHeight / 2)
      aside.current?.scrollIntoView({ block: 'start' });
    before.current = shown;
  }, [shown]);
  return (
    <div className={styles['page']}>
      {head && <div className={styles['head']}>{head}</div>}
      <div className={styles['columns']}>
        {side && (
          <aside className={styles['side']} aria-label={sideLabel ?? 'Sections'} data-region="side" tabIndex={-1}>
            {side}
          </aside>
        )}
        <div className={styles['centre']}>
          <div className={classes(styles['body'], fixed && styles['fixed'])}>{children}</div>
          {foot && <div className={styles['foot']}>{foot}</div>}
        </div>
        {panel && (
          <aside
            ref={aside}
            className={classes(styles['panel'], panelWidth === 'narrow' && styles['narrow'])}
            aria-label={panelLabel ?? 'Détail'}
            data-region="panel"
            tabIndex={-1}
          >
            <div className={styles['panelBody']}>{panel}</div>
            {panelFoot && <div className={styles['panelFoot']}>{panelFoot}</div>}
          </aside>
        )}
      </div>
    </div>
  );
}
