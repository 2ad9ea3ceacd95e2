import { useEffect, useRef, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { nextIndex } from '../../ui/index.ts';
import { IconKey, IconLock, IconSettings, IconSignOut, type Icon } from '../../ui/icons.ts';
import styles from './shell.module.css';

interface UserMenuProps {
  name: string;
  role: string;
  onDayCode: () => void;
  onSettings: () => void;
  onLock: () => void;
  onSignOut: () => void;
  onClose: () => void;
}

interface Entry {
  label: string;
  icon: Icon;
  run: () => void;
}

/** Menu of the signed-in person, under their initials. Échap gives the focus back to what opened it. */
export function UserMenu({ name, role, onDayCode, onSettings, onLock, onSignOut, onClose }: UserMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const entries: Entry[] = [
    { label: 'Mon code du jour', icon: IconKey, run: onDayCode },
    { label: 'Réglages', icon: IconSettings, run: onSettings },
    { label: 'Verrouiller', icon: IconLock, run: onLock },
    { label: 'Fermer ma session', icon: IconSignOut, run: onSignOut },
  ];
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    opener.current = document.activeElement;
    menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, []);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && menu.current?.contains(event.target) !== true) onClose();
    };
    window.addEventListener('pointerdown', outside, true);
    return () => window.removeEventListener('pointerdown', outside, true);
  }, [onClose]);

  const leave = () => {
    onClose();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      leave();
      return;
    }
    const list = items();
    const target = nextIndex(
      event.key,
      list.findIndex((item) => item === document.activeElement),
      list.length,
      'vertical',
    );
    if (target === null) return;
    event.preventDefault();
    list[target]?.focus();
  };

  const bar = document.querySelector('[data-region="bar"]') ?? document.body;
  return createPortal(
    <div ref={menu} role="menu" aria-label={`${name}, ${role}`} className={styles['menu']} onKeyDown={move}>
      <p className={styles['menuHead']} role="presentation">
        <strong>{name}</strong>
        <span>{role}</span>
      </p>
      {entries.map(({ label, icon: Drawing, run }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={styles['menuItem']}
          onClick={() => {
            leave();
            run();
          }}
        >
          <Drawing size={16} stroke={1.7} aria-hidden="true" />
          {label}
        </button>
      ))}
    </div>,
    bar,
  );
}
