import { diff3Merge } from 'node-diff3';
import { DomainError } from '#shared/contract/errors.ts';

/** Words and the blanks between them, so that joining gives the text back. */
const tokens = (text: string): string[] => text.match(/\s+|[^\s]+/gu) ?? [];

/**
 * Joins two edits of one text by words. Null when both changed the same place: a person chooses, no word is lost.
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || base === theirs) return mine;
  if (base === mine) return theirs;
  const joined: string[] = [];
  for (const part of diff3Merge(tokens(mine), tokens(base), tokens(theirs), { excludeFalseConflicts: true })) {
    if (part.ok === undefined) return null;
    joined.push(...part.ok);
  }
  return joined.join('');
}

export interface TextPatch {
  field: string;
  base: string | null;
  value: string | null;
}

const blank = (text: string | null): string => text ?? '';
const kept = (text: string): string | null => (text.trim() === '' ? null : text);

/**
 * The text to keep when somebody edited it from `base` while it may have become `current` (settled point 10).
 * @throws EDIT_CONFLICT with both texts when the same words were changed; `author` is asked only then
 */
export async function patchedText(
  patch: TextPatch,
  current: string | null,
  author: () => Promise<{ by: string; at: string }>,
): Promise<{ value: string | null; merged: boolean }> {
  const merged = mergeTexts(blank(patch.base), blank(patch.value), blank(current));
  if (merged === null) {
    throw new DomainError('EDIT_CONFLICT', {
      conflicts: [{ field: patch.field, mine: patch.value, theirs: current, ...(await author()) }],
    });
  }
  return { value: kept(merged), merged: merged !== blank(patch.value) };
}
