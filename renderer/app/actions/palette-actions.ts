import { foldKey } from '#shared/kernel/text.ts';
import type { PaletteGroup, PaletteItem } from '../../ui/index.ts';
import { availableActions } from './action-registry.ts';
import type { PlacedAction } from './action.ts';
import { keyCapOf } from './key-strokes.ts';

function found(action: PlacedAction, words: readonly string[]): boolean {
  const text = foldKey([action.label, action.context, ...(action.searchWords ?? [])].join(' '));
  return words.every((word) => text.includes(word));
}

/** Actions possible now whose label answers the text, as groups of the palette, nearest place first. */
export function actionGroups(text: string): PaletteGroup[] {
  const words = foldKey(text).split(' ').filter(Boolean);
  // Signs alone (« %%% ») answer nothing; only the empty text lists every action.
  if (words.length === 0 && text.trim() !== '') return [];
  const groups = new Map<string, PaletteItem[]>();
  for (const action of availableActions()) {
    if (action.hiddenInPalette || !found(action, words)) continue;
    const items = groups.get(action.context) ?? [];
    const keys = action.keys?.[0];
    items.push({
      id: `action:${action.id}`,
      title: action.label,
      run: action.run,
      ...(action.icon && { icon: action.icon }),
      ...(keys && { keyCap: keyCapOf(keys) }),
    });
    groups.set(action.context, items);
  }
  return [...groups].map(([label, items]) => ({ id: `actions:${label}`, label, items }));
}
