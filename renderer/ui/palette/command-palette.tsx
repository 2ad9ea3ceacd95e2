import { Modal } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { KeyCap } from '../basics/key-cap.tsx';
import { VisuallyHidden } from '../basics/visually-hidden.tsx';
import { IconSearch } from '../icons.ts';
import styles from './command-palette.module.css';
import { PaletteLine } from './palette-line.tsx';
import { paletteStroke, shortcutOf, type PaletteItem } from './palette-model.ts';
import { usePaletteSearch, type PaletteSearch } from './use-palette-search.ts';

export interface PaletteHint {
  keyCap: string;
  label: string;
}

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
  /** Called at each change of the text (the empty text included). Keep the function stable. */
  search: PaletteSearch;
  /** Added at the foot: Alt P Préparer, Alt R Rendez-vous. */
  hints?: readonly PaletteHint[];
  placeholder?: string;
}

const NO_HINTS: readonly PaletteHint[] = [];

/**
 * Ctrl K. The combobox pattern is written here rather than taken from the component set: the line chosen when results
 * arrive must be announced (`aria-activedescendant`), which the set does only after an arrow key.
 */
export function CommandPalette({ opened, onClose, ...content }: CommandPaletteProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      // At once: what is typed right after Ctrl K belongs to the search.
      transitionProps={{ duration: 0 }}
      size={660}
      yOffset={72}
      attributes={{ content: { 'aria-label': 'Patient, action' } }}
      classNames={{ content: styles['content'] ?? '', body: styles['body'] ?? '', overlay: styles['overlay'] ?? '' }}
    >
      <PaletteContent {...content} onClose={onClose} />
    </Modal>
  );
}

function countWords(count: number): string {
  if (count === 0) return 'Aucun résultat';
  return count === 1 ? '1 résultat' : `${count} résultats`;
}

function PaletteContent({
  onClose,
  search,
  hints = NO_HINTS,
  placeholder = 'Patient, action…',
}: Omit<CommandPaletteProps, 'opened'>) {
  const [text, setText] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const results = usePaletteSearch(text, search);
  const items = results.groups.flatMap((group) => group.items);
  const chosenIndex = Math.max(
    0,
    items.findIndex((item) => item.id === chosenId),
  );
  const chosen = items[chosenIndex];
  const lineId = (item: PaletteItem) => `${listId}-${item.id}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.id]);

  const run = (action: () => void) => {
    onClose();
    action();
  };
  // Entrée typed before the answer came opens the first line of that answer; it is forgotten if the text changes.
  const [awaited, setAwaited] = useState<string | null>(null);
  const answered = awaited !== null && awaited === text && results.text === text;
  const first = answered ? chosen : undefined;
  useEffect(() => {
    if (!answered) return;
    onClose();
    first?.run();
  }, [answered, first, onClose]);
  const choose = (index: number) => setChosenId(items[(index + items.length) % items.length]?.id ?? null);

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const stroke = paletteStroke(event);
    const shortcut = stroke && shortcutOf(stroke, results.groups, chosen);
    if (shortcut) run(shortcut);
    else if (event.key === 'ArrowDown' && items.length > 0) choose(chosenIndex + 1);
    else if (event.key === 'ArrowUp' && items.length > 0) choose(chosenIndex - 1);
    // Entrée waits for the answer to what is typed: it must not open the first line of an older text.
    else if (event.key === 'Enter' && !event.shiftKey && results.text !== text) setAwaited(text);
    else if (event.key === 'Enter' && !event.shiftKey && chosen) run(chosen.run);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div className={styles['head']}>
        <IconSearch size={18} stroke={1.8} aria-hidden="true" />
        <input
          className={styles['input']}
          type="text"
          role="combobox"
          aria-label="Patient, action"
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? lineId(chosen) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          data-autofocus
          autoFocus
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setChosenId(null);
          }}
          onKeyDown={keys}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label="Résultats" className={styles['list']} tabIndex={-1}>
        {results.groups.map((group) => (
          <div key={group.id} role="group" aria-labelledby={`${listId}-${group.id}`} className={styles['group']}>
            <div id={`${listId}-${group.id}`} className={styles['groupLabel']}>
              {group.label}
            </div>
            {group.items.map((item) => (
              <PaletteLine
                key={item.id}
                id={lineId(item)}
                item={item}
                typed={results.text ?? ''}
                chosen={item === chosen}
                onPoint={() => setChosenId(item.id)}
                onRun={() => run(item.run)}
              />
            ))}
          </div>
        ))}
      </div>
      {results.text !== null && items.length === 0 && (
        <p className={styles['nothing']}>
          {results.failed
            ? 'La recherche n’a pas répondu. Modifier le texte pour réessayer.'
            : `Aucun résultat pour «\u00A0${results.text}\u00A0»`}
        </p>
      )}
      <div role="status">
        <VisuallyHidden>{results.text === text ? countWords(items.length) : ''}</VisuallyHidden>
      </div>
      <div className={styles['foot']}>
        {[{ keyCap: '↑ ↓', label: 'Choisir' }, { keyCap: '↵', label: 'Ouvrir' }, ...hints].map((hint) => (
          <span key={hint.label} className={styles['hint']}>
            <KeyCap spoken>{hint.keyCap}</KeyCap> {hint.label}
          </span>
        ))}
        <span className={styles['hint']}>
          <KeyCap spoken>Échap</KeyCap> Fermer
        </span>
      </div>
    </>
  );
}
