/** Where a figure or a rule comes from. The title is never empty; the rest is written when it is known. */
export interface Citation {
  readonly title: string;
  readonly article?: string;
  readonly publisher?: string;
  /** Date of the text as published, free form: `2024-12`, `13 décembre 2024`. */
  readonly date?: string;
  readonly address?: string;
}

/** At least one citation: an empty list does not compile. */
export type Citations = readonly [Citation, ...Citation[]];
