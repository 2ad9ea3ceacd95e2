import { create } from 'zustand';
import type { Action, PlacedAction } from './action.ts';

/** Actions put in force by one component; read at each use, so that a render never re-registers them. */
interface ActionLayer {
  readonly context: string;
  readonly read: () => readonly Action[];
}

interface ActionRegistry {
  /** Oldest first: the frame, then the page, then its panel. */
  readonly layers: readonly ActionLayer[];
  /** False turns every single-letter key off (settings, "Raccourcis"). */
  readonly plainKeys: boolean;
  /** Keys changed in the settings, by action id. */
  readonly changedKeys: Readonly<Record<string, readonly string[]>>;
  /** @returns the function that withdraws the layer. */
  readonly register: (layer: ActionLayer) => () => void;
  readonly setPlainKeys: (enabled: boolean) => void;
  readonly setChangedKeys: (keys: Readonly<Record<string, readonly string[]>>) => void;
}

export const useActionRegistry = create<ActionRegistry>()((set) => ({
  layers: [],
  plainKeys: true,
  changedKeys: {},
  register: (layer) => {
    set((state) => ({ layers: [...state.layers, layer] }));
    return () => set((state) => ({ layers: state.layers.filter((known) => known !== layer) }));
  },
  setPlainKeys: (enabled) => set({ plainKeys: enabled }),
  setChangedKeys: (changedKeys) => set({ changedKeys }),
}));

/**
 * Actions possible now, the nearest first: on the same key the page wins over the frame.
 * Keys are those in force, settings included.
 */
export function availableActions(): readonly PlacedAction[] {
  const { layers, changedKeys } = useActionRegistry.getState();
  return layers.toReversed().flatMap(({ context, read }) =>
    read()
      .filter((action) => action.isAvailable?.() ?? true)
      .map((action) => {
        const keys = changedKeys[action.id] ?? action.keys;
        return { ...action, context, ...(keys && { keys }) };
      }),
  );
}
