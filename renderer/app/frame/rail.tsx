import { Fragment, type MouseEvent } from 'react';
import { classes, VisuallyHidden } from '../../ui/index.ts';
import type { Icon } from '../../ui/icons.ts';
import styles from './rail.module.css';

export interface RailItem {
  id: string;
  label: string;
  icon: Icon;
  href: string;
  current: boolean;
  count?: number;
  /** Red for what is overdue, grey for what is pending. */
  countTone?: 'overdue' | 'pending';
  /** Words after the figure: "à traiter" by default. */
  countWords?: string;
  keyShortcut?: string;
}

interface RailEntryProps extends RailItem {
  onNavigate: (href: string) => void;
}

export function RailEntry({
  label,
  icon: Drawing,
  href,
  current,
  count = 0,
  countTone = 'pending',
  countWords = 'à traiter',
  onNavigate,
}: RailEntryProps) {
  const navigate = (event: MouseEvent) => {
    // Ctrl or the middle button keep opening a second window.
    if (event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onNavigate(href);
  };
  return (
    <a
      className={styles['entry']}
      href={href}
      aria-current={current ? 'page' : undefined}
      title={label}
      onClick={navigate}
    >
      <span className={styles['icon']}>
        <Drawing size={20} stroke={1.7} aria-hidden="true" />
        {count > 0 && (
          <span className={classes(styles['count'], styles[countTone])} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </span>
      <span className={styles['label']}>{label}</span>
      {count > 0 && <VisuallyHidden>{`, ${count}\u00A0${countWords}`}</VisuallyHidden>}
    </a>
  );
}

interface RailProps {
  /** Two letters of the practice, and its name. */
  practice: { letters: string; name: string };
  /** Only what the role can open: nothing is greyed. */
  groups: ReadonlyArray<readonly RailItem[]>;
  onNavigate: (href: string) => void;
}

export function Rail({ practice, groups, onNavigate }: RailProps) {
  const shown = groups.filter((group) => group.length > 0);
  return (
    <nav className={styles['rail']} aria-label="Navigation principale" data-region="rail">
      <span className={styles['practice']} title={practice.name} role="img" aria-label={practice.name}>
        {practice.letters}
      </span>
      {shown.map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 && <hr className={styles['line']} />}
          <ul className={styles['group']}>
            {group.map((item) => (
              <li key={item.id}>
                <RailEntry {...item} onNavigate={onNavigate} />
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </nav>
  );
}
