import type { Clock } from '#electron/platform/clock.ts';
import type { Produced } from './outputs/produce.ts';

/** Kept while a screen fetches it part after part. */
const keptFor = 2 * 60_000;

/** The last outputs made, in memory only: a big one is fetched in parts without being made again. */
export function createProducedCache(clock: Clock) {
  const kept = new Map<string, { until: number; made: Promise<Produced> }>();
  return {
    async of(key: string, make: () => Promise<Produced>): Promise<Produced> {
      const now = clock.millis();
      for (const [other, { until }] of kept) if (until <= now) kept.delete(other);
      const known = kept.get(key);
      if (known !== undefined) return known.made;
      const made = make();
      kept.set(key, { until: now + keptFor, made });
      made.catch(() => kept.delete(key));
      return made;
    },
    /** The whole file was handed over. */
    forget: (key: string): void => void kept.delete(key),
    clear: (): void => kept.clear(),
  };
}
