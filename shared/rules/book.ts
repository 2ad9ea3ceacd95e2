import type { RuleEntry, RuleSet } from './kernel/index.ts';

/** The book of rules: every chapter, in the order of the screen. */
export const RULE_BOOK: readonly RuleSet[] = [];

/** Rules that can be called by name. */
export const RULE_ENTRIES: ReadonlyMap<string, Pick<RuleEntry, 'id' | 'title' | 'ask'>> = new Map(
  RULE_BOOK.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry]),
);
