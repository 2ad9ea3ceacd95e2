import { formatNumber } from '#shared/kernel/format.ts';
import type { Parameter } from '../kernel/index.ts';

/** A figure of the source beside a score: reached or not, never what it would mean. */
export interface Mark {
  readonly id: string;
  readonly value: number;
  readonly reached: boolean;
  readonly words: string;
}

/** Reads a figure and keeps its use; null when the practice switched it off. */
export type Read = (definition: Parameter<number>) => number | null;

/** No mark when the practice switched it off. `strictly`: reached above the figure, not at it. */
export function markAt(
  definition: Parameter<number>,
  figure: number,
  read: Read,
  words: (value: string) => string,
  strictly = false,
): readonly Mark[] {
  const value = read(definition);
  if (value === null) return [];
  const reached = strictly ? figure > value : figure >= value;
  return [{ id: definition.id, value, reached, words: words(formatNumber(value)) }];
}
