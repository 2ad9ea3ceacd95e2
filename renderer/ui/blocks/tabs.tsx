import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from '../basics/classes.ts';
import { nextIndex } from './roving.ts';
import styles from './tabs.module.css';

export interface TabItem<T extends string> {
  id: T;
  label: string;
  count?: number;
  /** `warn` when the count asks for something (2 à proposer). */
  countTone?: 'neutral' | 'warn';
}

interface TabsProps<T extends string> {
  /** Prefix shared with the TabPanel. */
  id: string;
  /** Names the list of tabs. */
  label: string;
  tabs: ReadonlyArray<TabItem<T>>;
  value: T;
  onChange: (id: T) => void;
}

/** Tabs of a page: one tab stop, arrows move and open, the open tab belongs to the address. */
export function Tabs<T extends string>({ id, label, tabs, value, onChange }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const current = tabs.findIndex((tab) => tab.id === value);
    const target = nextIndex(event.key, current, tabs.length, 'horizontal');
    const tab = target === null ? undefined : tabs[target];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target ?? 0]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles['list']} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${id}-tab-${tab.id}`}
          aria-selected={tab.id === value}
          aria-controls={tab.id === value ? `${id}-panel` : undefined}
          tabIndex={tab.id === value ? 0 : -1}
          className={styles['tab']}
          onClick={() => onChange(tab.id)}
        >
          {tab.label}
          {tab.count !== undefined && (
            <span className={classes(styles['count'], tab.countTone === 'warn' && styles['warn'])}>{tab.count}</span>
          )}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  /** Same prefix as the Tabs. */
  id: string;
  value: string;
  children: ReactNode;
}

export function TabPanel({ id, value, children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${value}`} className={styles['panel']}>
      {children}
    </div>
  );
}
