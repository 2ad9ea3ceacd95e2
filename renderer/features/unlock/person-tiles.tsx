import { useRef, type KeyboardEvent } from 'react';
import type { VaultState } from '#shared/contract/vault.ts';
import { roleLabel } from '#shared/vocabulary/roles.ts';
import { IconDraft } from '../../ui/icons.ts';
import { Avatar, Tag } from '../../ui/index.ts';
import styles from './card.module.css';

interface PersonTilesProps {
  tiles: VaultState['tiles'];
  selected: string;
  onSelect: (accountId: string) => void;
}

/** One tab stop; arrows and first letters move the choice. */
export function PersonTiles({ tiles, selected, onSelect }: PersonTilesProps) {
  const list = useRef<HTMLUListElement>(null);
  const choose = (index: number) => {
    const tile = tiles[index];
    if (tile === undefined) return;
    onSelect(tile.accountId);
    list.current?.querySelectorAll<HTMLElement>('[role="radio"]')[index]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const current = tiles.findIndex((tile) => tile.accountId === selected);
    const moves: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      choose(Math.min(tiles.length - 1, Math.max(0, current + move)));
    } else if (/^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey) {
      const found = tiles.findIndex((tile) =>
        tile.displayName
          .replace(/^(Dr|Pr) /, '')
          .toLowerCase()
          .startsWith(event.key.toLowerCase()),
      );
      if (found >= 0) choose(found);
    }
  };
  return (
    <ul ref={list} className={styles['tiles']} role="radiogroup" aria-label="Qui êtes-vous" onKeyDown={onKeyDown}>
      {tiles.map((tile) => (
        <li key={tile.accountId} role="presentation">
          <button
            type="button"
            role="radio"
            aria-checked={tile.accountId === selected}
            tabIndex={tile.accountId === selected ? 0 : -1}
            className={styles['tile']}
            onClick={() => onSelect(tile.accountId)}
          >
            <Avatar initials={tile.initials} />
            <span>
              <span className={styles['name']}>{tile.displayName}</span>
              <span className={styles['role']}>{roleLabel[tile.role]}</span>
              {tile.hasOpenEntry && (
                <Tag look="outline" icon={IconDraft}>
                  saisie ouverte
                </Tag>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
