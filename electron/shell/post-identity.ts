import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * The identifier of this post, kept in `folder` beside the windows' own files as a browser keeps its cookie; all the
 * windows of one application are the same post. `create` gives a new one when there is none, or one that was altered.
 */
export function postIdentity(folder: string, create: () => string): string {
  const file = join(folder, 'poste');
  try {
    const kept = readFileSync(file, 'utf8').trim();
    if (IDENTIFIER.test(kept)) return kept;
  } catch {
    // First start of this post.
  }
  const fresh = create();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
}
