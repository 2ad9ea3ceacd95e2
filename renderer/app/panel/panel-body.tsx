import type { ReactNode } from 'react';
import { IconButton } from '../../ui/index.ts';
import { IconClose } from '../../ui/icons.ts';
import styles from './panel.module.css';

interface PanelHeadProps {
  title: ReactNode;
  /** Absent: the panel closes by its own action only. */
  onClose?: () => void;
  closeLabel?: string;
}

/** What a panel is about, and the way out. */
export function PanelHead({ title, onClose, closeLabel = 'Fermer le détail' }: PanelHeadProps) {
  return (
    <div className={styles['head']}>
      <h2>{title}</h2>
      {onClose !== undefined && (
        <IconButton icon={IconClose} label={closeLabel} keyShortcut="Escape" onClick={onClose} />
      )}
    </div>
  );
}

/** The content of a panel, one block under the other. */
export function PanelBody({ children }: { children: ReactNode }) {
  return <div className={styles['panel']}>{children}</div>;
}

/** The actions of a panel: they stay at its bottom while it scrolls. */
export function PanelButtons({ children }: { children: ReactNode }) {
  return <div className={styles['buttons']}>{children}</div>;
}
