import { actionGroups } from '../actions/index.ts';
import type { PaletteGroup, PaletteSearch } from '../../ui/index.ts';

type Source = (text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;
const sources = new Set<Source>();

/** Adds a source of results before the actions (patients). Returns the function that withdraws it. */
export function addPaletteSource(source: Source): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

/** Patients first, then actions. */
export const searchPalette: PaletteSearch = async (text, signal) => {
  const found = await Promise.all([...sources].map((source) => source(text, signal)));
  return [...found.flat(), ...actionGroups(text)];
};
