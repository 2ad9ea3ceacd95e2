import { GAP_CATEGORIES, gapCategories, type CounterMetric, type GapCategory } from '#shared/domain/counters.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';

/** `ours`: explains a greater count of ours; `theirs`: a greater statement; `either`: cannot be told. */
export type Towards = 'ours' | 'theirs' | 'either';

export interface GapSituation {
  readonly metric: CounterMetric;
  /** Null while undetermined. */
  readonly ours: number | null;
  /** The statement. */
  readonly theirs: number;
  /** What the recorded data can count; a category absent was not looked at. */
  readonly counts: Partial<Readonly<Record<Exclude<GapCategory, 'unexplained'>, number>>>;
}

export interface Gap {
  readonly difference: number | null;
  readonly words: string;
  readonly lines: readonly { category: GapCategory; label: string; count: number; towards: Towards }[];
}

const TOWARDS: Readonly<Record<Exclude<GapCategory, 'unexplained'>, Towards>> = {
  undeclared: 'theirs',
  declared_elsewhere: 'theirs',
  declared_to_colleague: 'theirs',
  not_seen: 'ours',
  seen_by_other: 'theirs',
  unfinished: 'theirs',
  unlinked: 'ours',
  minors: 'ours',
  undated: 'ours',
  out_of_window: 'ours',
};

/**
 * What may explain that our count and the statement differ. A category is what the data can say, never a share of the
 * difference: categories overlap. What even their sum cannot reach is « non expliqué ».
 */
export function gapLines({ ours, theirs, counts }: GapSituation): Gap {
  const lines = gapCategories.flatMap((category) => {
    const count = category === 'unexplained' ? 0 : (counts[category] ?? 0);
    if (category === 'unexplained' || count === 0) return [];
    return [{ category, label: GAP_CATEGORIES[category], count, towards: TOWARDS[category] }];
  });
  if (ours === null)
    return {
      difference: null,
      words: `Écart non calculable${NBSP}: notre compte est indéterminé à la date du relevé.`,
      lines,
    };
  const difference = ours - theirs;
  if (difference === 0) return { difference, words: 'Même nombre que le relevé.', lines };
  const side = difference > 0 ? 'ours' : 'theirs';
  const explained = lines.filter(({ towards }) => towards === side).reduce((sum, { count }) => sum + count, 0);
  const left = Math.max(0, Math.abs(difference) - explained);
  const words =
    difference > 0
      ? `${formatNumber(difference)} de plus que le relevé.`
      : `${formatNumber(-difference)} de moins que le relevé.`;
  const unexplained = {
    category: 'unexplained',
    label: GAP_CATEGORIES.unexplained,
    count: left,
    towards: 'either',
  } as const;
  return { difference, words, lines: left === 0 ? lines : [...lines, unexplained] };
}
