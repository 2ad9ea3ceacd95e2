/** What a rule may receive or answer: everything survives `JSON.parse(JSON.stringify(…))` unchanged. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue | undefined };
