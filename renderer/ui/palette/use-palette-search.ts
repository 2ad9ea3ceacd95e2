import { useEffect, useState } from 'react';
import type { PaletteGroup } from './palette-model.ts';

export type PaletteSearch = (text: string, signal: AbortSignal) => Promise<readonly PaletteGroup[]>;

interface PaletteResults {
  /** The text these groups answer. */
  text: string | null;
  groups: readonly PaletteGroup[];
  failed: boolean;
}

/** Groups for the text; the old ones stay until the new ones come, late answers are dropped. */
export function usePaletteSearch(text: string, search: PaletteSearch): PaletteResults {
  const [results, setResults] = useState<PaletteResults>({ text: null, groups: [], failed: false });
  useEffect(() => {
    const abort = new AbortController();
    search(text, abort.signal).then(
      (groups) => {
        if (!abort.signal.aborted)
          setResults({ text, groups: groups.filter((group) => group.items.length > 0), failed: false });
      },
      () => {
        if (!abort.signal.aborted) setResults({ text, groups: [], failed: true });
      },
    );
    return () => abort.abort();
  }, [text, search]);
  return results;
}
