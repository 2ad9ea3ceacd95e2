import { refusalIn, sentenceOf } from '../../api/queries.ts';

/** What is wrong, by field of the contract; `''` holds what belongs to none. */
export type Problems = Readonly<Record<string, string>>;

interface Checked {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly { message: string }[] } | undefined };
}

/** Checks a form against the contract's own fields, before sending. An empty required field says so in one word. */
export function problemsIn(fields: Readonly<Record<string, Checked>>, value: object): Problems {
  const found: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const typed = (value as Record<string, unknown>)[name];
    const { success, error } = field.safeParse(typed);
    if (success) continue;
    const empty = typed === '' || typed === null || typed === undefined || Number.isNaN(typed);
    found[name] = empty ? 'À remplir.' : (error?.issues[0]?.message ?? 'À corriger.');
  }
  return found;
}

/** A refusal of the core, put under its fields. */
export function problemsOf(error: unknown): Problems {
  const refusal = refusalIn(error);
  if (refusal?.code !== 'INVALID') return { '': sentenceOf(error) };
  return Object.fromEntries(refusal.data.problems.map(({ field, message }) => [field, message]));
}

/** The same record without these entries. */
export function without<T>(record: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}

/** An empty text means "not given". */
export const orNull = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim();
