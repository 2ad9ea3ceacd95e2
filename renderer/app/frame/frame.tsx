import type { ReactNode } from 'react';
import styles from './frame.module.css';
import { useRegionKeys } from './region-keys.ts';

interface FrameProps {
  rail: ReactNode;
  topBar: ReactNode;
  statusBar: ReactNode;
  /** Full-width neutral bar: read-only, demonstration. */
  banner?: ReactNode;
  /** The page. Each page brings its PageLayout. */
  children: ReactNode;
}

/** The window: rail, top bar, page, status bar. One scroll area per pane, the window itself never scrolls. */
export function Frame({ rail, topBar, statusBar, banner, children }: FrameProps) {
  useRegionKeys();
  return (
    <div className={styles['frame']}>
      <a
        className={styles['skip']}
        href="#contenu"
        onClick={(event) => {
          // The address holds the view: only the focus moves.
          event.preventDefault();
          document.getElementById('contenu')?.focus();
        }}
      >
        Aller au contenu
      </a>
      {rail}
      <div className={styles['column']}>
        {topBar}
        {banner}
        <main id="contenu" tabIndex={-1} data-region="page" className={styles['page']}>
          {children}
        </main>
      </div>
      {statusBar}
    </div>
  );
}

interface FrameBannerProps {
  /** "Démonstration, données inventées", "Lecture seule : sauvegarde du 16/11/2026 19:30". */
  children: ReactNode;
  /** The way out: [Quitter]. */
  action?: ReactNode;
}

export function FrameBanner({ children, action }: FrameBannerProps) {
  return (
    <div className={styles['banner']} role="region" aria-label="Mode de la fenêtre">
      <span>{children}</span>
      {action}
    </div>
  );
}
