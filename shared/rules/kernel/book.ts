import type { Citation, Citations } from './citation.ts';
import type { RuleEntry } from './entry.ts';
import type { Confidence, Parameter, WrittenDay } from './parameter.ts';

export const THEMES = {
  aid: 'Aide conventionnelle',
  training: 'Formation de l’assistant',
  acts: 'Actes et limites',
  identity: 'Identité',
  'vital-signs': 'Constantes',
  questionnaires: 'Questionnaires',
  vaccination: 'Vaccination',
  screening: 'Dépistage',
  calendar: 'Calendrier',
  retention: 'Conservation des données',
} as const;
export type Theme = keyof typeof THEMES;

/** The rule as it stood from a day on. */
export interface ArticleVersion {
  /** Null: in force as far back as the book goes. */
  readonly from: WrittenDay | null;
  /** Last day, included; null when it still holds or gives way to the next version. */
  readonly to: WrittenDay | null;
  /** The rule in plain French, one to four sentences. */
  readonly text: string;
  /** What changed against the version before; null for the first. */
  readonly changed: string | null;
  /** What it means for the practice, in one sentence. */
  readonly effect: string;
  readonly sources: Citations;
  readonly confidence: Confidence;
}

/** One rule of the book, with its successive texts and the figures it uses. */
export interface Article {
  /** Dotted and stable: `aid.amount`. */
  readonly id: string;
  readonly title: string;
  readonly versions: readonly [ArticleVersion, ...ArticleVersion[]];
  readonly parameters: readonly Parameter[];
}

/** What nobody could read: the book says how Prélude does without. */
export interface Unknown {
  readonly id: string;
  readonly title: string;
  readonly handling: string;
}

/** Sources that contradict each other, and what Prélude does meanwhile. */
export interface Dispute {
  readonly id: string;
  readonly title: string;
  readonly positions: readonly { readonly words: string; readonly sources: readonly Citation[] }[];
  readonly retained: string;
}

/** A chapter of the book of rules. */
export interface RuleSet {
  readonly id: string;
  readonly theme: Theme;
  readonly title: string;
  readonly summary: string;
  readonly articles: readonly Article[];
  readonly unknowns: readonly Unknown[];
  readonly disputes: readonly Dispute[];
  // Each entry has its own situation: none of them can be called through the list without being checked by `ask`.
  readonly entries: readonly Pick<RuleEntry, 'id' | 'title' | 'ask'>[];
}

/** The version of an article in force on `day`, or null when there is none yet or no longer. */
export function versionOn(article: Article, day: string): ArticleVersion | null {
  const version = article.versions.findLast((one) => one.from === null || one.from <= day);
  return version === undefined || (version.to !== null && version.to < day) ? null : version;
}

/**
 * Writes the articles of one rule set whose text has never changed, each under `set.id`.
 * @param set the id of the rule set
 */
export const unchangedArticles =
  (set: string) =>
  (
    id: string,
    title: string,
    text: string,
    effect: string,
    sources: Citations,
    confidence: ArticleVersion['confidence'],
    parameters: readonly Parameter[] = [],
  ): Article => ({
    id: `${set}.${id}`,
    title,
    versions: [{ from: null, to: null, text, changed: null, effect, sources, confidence }],
    parameters,
  });
