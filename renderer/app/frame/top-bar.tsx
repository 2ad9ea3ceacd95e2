import type { ReactNode } from 'react';
import { Avatar, IconButton, KeyCap } from '../../ui/index.ts';
import { IconLock, IconNotifications, IconSearch } from '../../ui/icons.ts';
import styles from './top-bar.module.css';

interface TopBarProps {
  /** h1 of the page. */
  title: string;
  /** Date, segmented view, doctor. */
  context?: ReactNode;
  onSearch: () => void;
  /** One filled button per page; goes to a bottom bar below 760 px. */
  primaryAction?: ReactNode;
  /** Other buttons, before the primary one. */
  secondaryActions?: ReactNode;
  notifications?: { label: string; count: number; tone: 'overdue' | 'pending'; onOpen: () => void };
  user: { initials: string; name: string };
  /** Opens the person's menu; without it the initials are only shown. */
  onUser?: () => void;
  onLock: () => void;
}

export function TopBar({
  title,
  context,
  onSearch,
  primaryAction,
  secondaryActions,
  notifications,
  user,
  onUser,
  onLock,
}: TopBarProps) {
  return (
    <header className={styles['bar']} data-region="bar">
      <div className={styles['head']}>
        <h1 className={styles['title']}>{title}</h1>
        {context && <div className={styles['context']}>{context}</div>}
      </div>
      <button
        type="button"
        className={styles['search']}
        aria-keyshortcuts="Control+K"
        aria-haspopup="dialog"
        onClick={onSearch}
      >
        <IconSearch size={16} stroke={1.8} aria-hidden="true" />
        <span className={styles['searchWords']}>Patient, action…</span>
        <KeyCap>Ctrl K</KeyCap>
      </button>
      {secondaryActions && <div className={styles['actions']}>{secondaryActions}</div>}
      {primaryAction && (
        <div className={styles['primary']} data-primary-action>
          {primaryAction}
        </div>
      )}
      <div className={styles['person']}>
        {notifications && (
          <IconButton
            icon={IconNotifications}
            label={notifications.label}
            count={notifications.count}
            countTone={notifications.tone}
            onClick={notifications.onOpen}
          />
        )}
        {onUser ? (
          <button
            type="button"
            className={styles['user']}
            aria-label={`${user.initials}, ${user.name}`}
            title={user.name}
            aria-haspopup="menu"
            onClick={onUser}
          >
            <Avatar initials={user.initials} self />
          </button>
        ) : (
          <span role="img" aria-label={user.name} title={user.name}>
            <Avatar initials={user.initials} self />
          </span>
        )}
        <IconButton icon={IconLock} label="Verrouiller (Ctrl Maj L)" keyShortcut="Control+Shift+L" onClick={onLock} />
      </div>
    </header>
  );
}
