import { call, type Input } from './queries.ts';

type Draft = Input<'session', 'saveDraft'>;

/** Words typed and not yet in the base, by person: in this window's memory only (settled point 18). */
const held = new Map<string, Map<string, Draft>>();

const keyOfDraft = (draft: Draft) => `${draft.subject} ${draft.subjectId}`;

function hold(accountId: string, draft: Draft): void {
  const mine = held.get(accountId) ?? new Map<string, Draft>();
  const before = mine.get(keyOfDraft(draft));
  mine.set(keyOfDraft(draft), { ...draft, fields: { ...before?.fields, ...draft.fields } });
  held.set(accountId, mine);
}

/** Forgets what the core has taken, and keeps what was typed meanwhile. */
function release(accountId: string, sent: Draft): void {
  const mine = held.get(accountId);
  const kept = mine?.get(keyOfDraft(sent));
  if (mine === undefined || kept === undefined) return;
  const left = Object.entries(kept.fields).filter(([field, text]) => sent.fields[field] !== text);
  if (left.length === 0) mine.delete(keyOfDraft(sent));
  else mine.set(keyOfDraft(sent), { ...kept, fields: Object.fromEntries(left) });
}

async function send(accountId: string, draft: Draft): Promise<void> {
  try {
    await call('session', 'saveDraft', draft, { command: true });
    release(accountId, draft);
  } catch {
    // The core is gone, or the session is: the words stay here until this person's session is active again.
  }
}

/** Saves a draft now, or as soon as this person's session is active again. */
export async function keepUntilSent(accountId: string, draft: Draft): Promise<void> {
  hold(accountId, draft);
  await send(accountId, draft);
}

/** Sends what this person typed while the core or the session was away; before any page asks for its drafts. */
export async function sendHeld(accountId: string): Promise<void> {
  for (const draft of [...(held.get(accountId)?.values() ?? [])]) await send(accountId, draft);
}
