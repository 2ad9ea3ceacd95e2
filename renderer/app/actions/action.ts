import type { Icon } from '../../ui/icons.ts';

/** One thing a person can do now. The palette, the menus, the key help and the shortcuts all derive from it. */
export interface Action {
  /** Stable, dotted: `board.prepare`. Shortcuts changed in the settings refer to it. */
  readonly id: string;
  /** Verb + object, as on the button. */
  readonly label: string;
  readonly icon?: Icon;
  /** Alternatives, see `key-strokes.ts`: [`P`], [`Ctrl+K`], [`G A`], [`F1`, `?`]. */
  readonly keys?: readonly string[];
  /** Absent means always. An action that is not available is neither listed nor run. */
  readonly isAvailable?: () => boolean;
  readonly run: () => void;
  /** Overrides the rule on fields: true to act while a field has the focus, false never to. */
  readonly inFields?: boolean;
  /** Acts while a modal dialog is open (locking the poste). */
  readonly inDialogs?: boolean;
  /** Not listed in the palette (movements, for which a list makes no sense). */
  readonly hiddenInPalette?: boolean;
  /** Other words the palette finds it by. */
  readonly searchWords?: readonly string[];
}

/** An action with the place it belongs to: "Partout", "Aujourd'hui", "Préparation". */
export interface PlacedAction extends Action {
  readonly context: string;
}
