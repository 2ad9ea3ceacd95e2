import { compareDays } from '#shared/kernel/day.ts';
import { RULE_BOOK } from '#shared/rules/book.ts';
import { THEMES, versionOn, type Article, type RuleSet, type Theme } from '#shared/rules/kernel/index.ts';

/** Themes with at least one chapter, in the order of the book. */
export const shownThemes = (Object.keys(THEMES) as Theme[]).filter((theme) =>
  RULE_BOOK.some((chapter) => chapter.theme === theme),
);

export const chaptersOf = (theme: Theme): readonly RuleSet[] => RULE_BOOK.filter((chapter) => chapter.theme === theme);

export const articleCount = (theme: Theme): number =>
  chaptersOf(theme).reduce((count, { articles }) => count + articles.length, 0);

export function findArticle(id: string): { chapter: RuleSet; article: Article } | null {
  for (const chapter of RULE_BOOK) {
    const article = chapter.articles.find((one) => one.id === id);
    if (article !== undefined) return { chapter, article };
  }
  return null;
}

/** Days on which a text or a figure of the theme changed, oldest first. */
export function changeDays(theme: Theme): string[] {
  const articles = chaptersOf(theme).flatMap((chapter) => chapter.articles);
  const dated = [
    ...articles.flatMap(({ versions }) => versions),
    ...articles.flatMap(({ parameters }) => parameters.flatMap(({ values }) => values)),
  ];
  return [...new Set(dated.map(({ from }) => from).filter((from) => from !== null))].sort(compareDays);
}

/** Where an article stands on a day: in force, not yet, or no longer. */
export type Standing =
  | { readonly kind: 'in_force'; readonly version: NonNullable<ReturnType<typeof versionOn>> }
  | { readonly kind: 'not_yet'; readonly from: string }
  | { readonly kind: 'no_longer'; readonly until: string };

export function standingOn(article: Article, day: string): Standing {
  const version = versionOn(article, day);
  if (version !== null) return { kind: 'in_force', version };
  const begun = article.versions.findLast((one) => one.from === null || one.from <= day);
  return begun?.to != null
    ? { kind: 'no_longer', until: begun.to }
    : { kind: 'not_yet', from: article.versions[0].from ?? day };
}
