import type { Citation } from '../kernel/index.ts';
import { SOURCES } from './data/sources.ts';

export { SOURCES };

export type SourceId = keyof typeof SOURCES;

/** Day the register of sources was last compared with the texts. */
export const CHECKED_ON = '2026-11-22';

/** The citations of these numbers, in that order. */
export function cite(first: SourceId, ...others: SourceId[]): readonly [Citation, ...Citation[]] {
  return [SOURCES[first], ...others.map((id) => SOURCES[id])];
}
