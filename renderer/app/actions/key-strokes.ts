/**
 * Keys of an action, written `P`, `Ctrl+K`, `Shift+ArrowRight`, `Alt+1`, `F8`, `?`; a sequence separates its strokes
 * by a space: `G A`.
 *
 * Digits and the numeric pad are matched on the physical key (`event.code`): AZERTY types `&é"` unshifted. Letters are
 * matched on what the key types, so that `A` is the key marked A on every layout; the physical key serves only when
 * the layout types no Latin letter. `Ctrl+Alt` is AltGr: never a shortcut.
 */
export type Stroke = string;

/** What is read of a keyboard event; a test can write one by hand. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const MODIFIERS = ['Ctrl', 'Alt', 'Shift'] as const;
const LATIN_LETTER = /^[a-z]$/iu;

/** The strokes of a key definition: `G A` → [`G`, `A`]. */
export function strokesOf(keys: string): readonly Stroke[] {
  return keys.split(' ').filter(Boolean);
}

function keyName(press: KeyPress): string {
  const digit = /^(?:Digit|Numpad)(\d)$/u.exec(press.code)?.[1];
  if (digit !== undefined) return digit;
  if (LATIN_LETTER.test(press.key)) return press.key.toUpperCase();
  if (press.key === ' ') return 'Space';
  const physical = /^Key([A-Z])$/u.exec(press.code)?.[1];
  return physical ?? press.key;
}

/** The stroke of a key press, or null for a modifier alone or AltGr. */
export function strokeOf(press: KeyPress): Stroke | null {
  if (press.metaKey || (press.ctrlKey && press.altKey)) return null;
  if (['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Unidentified'].includes(press.key))
    return null;
  const name = keyName(press);
  // A sign such as `?` already says whether Shift was needed, and layouts differ.
  const typed = name.length === 1 && !/[A-Z0-9]/u.test(name);
  const held = { Ctrl: press.ctrlKey, Alt: press.altKey, Shift: press.shiftKey && !typed };
  return [...MODIFIERS.filter((modifier) => held[modifier]), name].join('+');
}

/** A letter, digit or sign without Ctrl or Alt: acts only outside fields, and can be turned off. */
export function isPlainKey(stroke: Stroke): boolean {
  const name = stroke.replace(/^Shift\+/u, '');
  return name.length === 1;
}

// Text fields keep these for themselves: copy, cut, paste, select all, undo, redo.
const FIELD_COMMANDS = new Set(['A', 'C', 'V', 'X', 'Y', 'Z'].map((letter) => `Ctrl+${letter}`));

/** True when a stroke acts even while a field has the focus. */
export function actsInField(stroke: Stroke): boolean {
  if (stroke === 'Escape' || /^(?:Shift\+)?F\d{1,2}$/u.test(stroke)) return true;
  if (FIELD_COMMANDS.has(stroke) || stroke === 'Ctrl+Shift+Z') return false;
  if (/Arrow|Home|End|Delete|Backspace|Insert/u.test(stroke)) return /^Ctrl\+Arrow(?:Up|Down)$/u.test(stroke);
  return stroke.startsWith('Ctrl+') || /^Alt\+[A-Z0-9]$/u.test(stroke);
}

const CAPS: Readonly<Record<string, string>> = {
  Shift: 'Maj',
  Enter: '↵',
  Escape: 'Échap',
  Space: 'Espace',
  Delete: 'Suppr',
  Backspace: '⌫',
  Tab: 'Tab',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgPréc',
  PageDown: 'PgSuiv',
};

/** What a key cap shows: `Ctrl+Enter` → `Ctrl ↵`, `G A` → `G puis A`. */
export function keyCapOf(keys: string): string {
  return strokesOf(keys)
    .map((stroke) =>
      stroke
        .split('+')
        .map((part) => CAPS[part] ?? part)
        .join(' '),
    )
    .join(' puis ');
}

/** Value of `aria-keyshortcuts`; undefined for a sequence, which the attribute cannot say. */
export function ariaKeys(keys: string): string | undefined {
  const [stroke, next] = strokesOf(keys);
  return stroke === undefined || next !== undefined ? undefined : stroke.replace('Ctrl', 'Control');
}
