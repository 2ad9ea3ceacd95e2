import { addMonths, type Day } from '#shared/kernel/day.ts';
import { RULE_BOOK } from './book.ts';
import type { Parameter } from './kernel/index.ts';

/** Every figure of the book, once, in the order of the book. */
export function bookParameters(): Parameter[] {
  const articles = RULE_BOOK.flatMap((chapter) => chapter.articles);
  return [...new Map(articles.flatMap(({ parameters }) => parameters).map((one) => [one.id, one])).values()];
}

/** Figures last compared with their source more than `months` months before `today`, the oldest first. */
export function staleParameters(today: Day, months: number): Parameter[] {
  const limit = addMonths(today, -months);
  return bookParameters()
    .filter(({ checkedOn }) => checkedOn < limit)
    .sort((one, other) => (one.checkedOn < other.checkedOn ? -1 : 1));
}
