import type { Icon } from '../icons.ts';
import type { Tone } from '../basics/tone.ts';

/** A shortcut valid while a line of the palette is chosen, or for the whole list. */
export interface PaletteShortcut {
  /** Letter of `Alt` + letter, upper-case, or `Maj Entrée`. */
  stroke: `Alt+${string}` | 'Shift+Enter';
  run: () => void;
}

export interface PaletteItem {
  id: string;
  title: string;
  /** "née le 12/04/1959 · 67 ans · F · Dr Lemoine · Salle d'attente, 33 min". */
  detail?: string;
  /** Initials in a circle for a person; an icon for anything else. */
  initials?: string;
  icon?: Icon;
  tag?: { label: string; tone: Tone };
  /** Shown at the right. */
  keyCap?: string;
  /** Runs this line from anywhere in the list: "Préparer MARTIN Jeanne" on `Alt+P`. */
  stroke?: PaletteShortcut['stroke'];
  /** Valid only while this line is the chosen one; they win over `stroke`. */
  shortcuts?: readonly PaletteShortcut[];
  /** The palette closes before. */
  run: () => void;
}

export interface PaletteGroup {
  id: string;
  label: string;
  items: readonly PaletteItem[];
}

/** `Alt+P`, `Shift+Enter` or null; letters on what they type, so that AZERTY keeps its marks. */
export function paletteStroke(event: {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  shiftKey: boolean;
}): PaletteShortcut['stroke'] | null {
  if (event.ctrlKey) return null;
  if (event.altKey) {
    const letter = /^[a-z]$/iu.test(event.key) ? event.key : (/^Key([A-Z])$/u.exec(event.code)?.[1] ?? '');
    return letter === '' ? null : `Alt+${letter.toUpperCase()}`;
  }
  return event.shiftKey && event.key === 'Enter' ? 'Shift+Enter' : null;
}

/** What a stroke does: the chosen line first, then any line that carries it. */
export function shortcutOf(
  stroke: PaletteShortcut['stroke'],
  groups: readonly PaletteGroup[],
  chosen: PaletteItem | undefined,
): (() => void) | null {
  const own = chosen?.shortcuts?.find((shortcut) => shortcut.stroke === stroke);
  if (own) return own.run;
  const carried = groups.flatMap((group) => group.items).find((item) => item.stroke === stroke);
  return carried?.run ?? null;
}
