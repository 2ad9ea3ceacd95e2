import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { IconButton } from '../basics/icon-button.tsx';
import { KeyCap } from '../basics/key-cap.tsx';
import { IconMore, type Icon } from '../icons.ts';
import styles from './action-menu.module.css';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: Icon;
  keyCap?: string;
  onSelect: () => void;
  danger?: boolean;
  /** Draws a line above. */
  separated?: boolean;
}

interface ActionMenuProps {
  /** Name of the default trigger: "Autres actions". */
  label?: string;
  /** What can be done: an entry the role cannot use is absent. */
  entries: readonly MenuEntry[];
  /** Another trigger: one button element that takes a ref. */
  trigger?: ReactElement;
  kind?: 'quiet' | 'outlined';
  size?: 'inline' | 'control';
}

/** The "…" menu: arrows, first letters, Échap gives the focus back. */
export function ActionMenu({
  label = 'Autres actions',
  entries,
  trigger,
  kind = 'quiet',
  size = 'control',
}: ActionMenuProps) {
  return (
    <Menu position="bottom-end" offset={4} classNames={{ dropdown: styles['dropdown'] ?? '' }}>
      <Menu.Target>{trigger ?? <MenuTrigger label={label} kind={kind} size={size} />}</Menu.Target>
      <Menu.Dropdown>
        {entries.flatMap((entry) => {
          const Drawing = entry.icon;
          const item = (
            <Menu.Item
              key={entry.id}
              onClick={entry.onSelect}
              leftSection={Drawing ? <Drawing size={16} stroke={1.7} aria-hidden="true" /> : undefined}
              rightSection={entry.keyCap ? <KeyCap>{entry.keyCap}</KeyCap> : undefined}
              className={(entry.danger ? styles['danger'] : styles['item']) ?? ''}
            >
              {entry.label}
            </Menu.Item>
          );
          return entry.separated ? [<Menu.Divider key={`${entry.id}-line`} />, item] : [item];
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Menu.Target gives its attributes to this element: they are passed on to the button. */
function MenuTrigger({ label, kind, size, ...target }: Required<Pick<ActionMenuProps, 'label' | 'kind' | 'size'>>) {
  return <IconButton {...target} icon={IconMore} label={label} kind={kind} size={size} />;
}
