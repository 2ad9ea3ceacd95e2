import { useEffect } from 'react';
import { create } from 'zustand';
import type { Topic } from '#shared/contract/procedure.ts';
import type { VaultState } from '#shared/contract/vault.ts';
import { setPracticeDay, setPracticeNow } from '../ui/instants.ts';
import { client, useConnection } from './connection.ts';
import { call, commandsAnswered, queryClient, refreshTopics, refusalIn, type Input } from './queries.ts';

interface SessionStore {
  state: VaultState | null;
  /** Last change made elsewhere: the card or row it touched keeps an outline for 6 s. */
  lastChange: { ids: readonly string[]; by: string; at: string } | null;
}

/** The vault and the session of this post, as last told by the core. Neither data nor address: hence a store. */
export const useSession = create<SessionStore>()(() => ({ state: null, lastChange: null }));

type Draft = Omit<Input<'session', 'saveDraft'>, 'idempotencyKey'>;
const notTaken: readonly string[] = ['NOT_SIGNED_IN', 'SESSION_LOCKED', 'VAULT_CLOSED'];
/** Was this gesture lost because nobody could answer it? Its words are then to be kept as a draft. */
export const isUnanswered = (error: unknown): boolean => {
  const refusal = refusalIn(error);
  return refusal === null || notTaken.includes(refusal.code);
};

/** Words the core could not take, by account, then by entry: it was dead, or it locked this post first. */
const held = new Map<string, Map<string, Draft>>();
let lastOwner: string | null = null;
const entryOf = ({ subject, subjectId }: Pick<Draft, 'subject' | 'subjectId'>) => `${subject} ${subjectId}`;
const owner = () => useSession.getState().state?.me?.accountId ?? lastOwner;

/** The newest words of each field win; `under`: those already held are newer. */
function hold(account: string, draft: Draft, under = false): void {
  const entries = held.get(account) ?? new Map<string, Draft>();
  held.set(account, entries);
  const known = entries.get(entryOf(draft));
  const [older, newer] = under ? [draft, known ?? draft] : [known ?? draft, draft];
  entries.set(entryOf(draft), { ...draft, fields: { ...older.fields, ...newer.fields } });
}

/** Words kept or given up since: those held of these fields are no longer to be kept. All the fields when not told. */
export function releaseDraft(
  entry: Pick<Draft, 'subject' | 'subjectId'>,
  fields?: readonly string[],
  account: string | null = owner(),
): void {
  const entries = account === null ? undefined : held.get(account);
  const known = entries?.get(entryOf(entry));
  if (entries === undefined || known === undefined) return;
  const left = Object.entries(known.fields).filter(([field]) => fields !== undefined && !fields.includes(field));
  if (left.length === 0) entries.delete(entryOf(entry));
  else entries.set(entryOf(entry), { ...known, fields: Object.fromEntries(left) });
}

/**
 * Keeps words begun. Those the core cannot take now wait in this window, and are kept as soon as the same person is
 * back: before the screen that reads them is drawn.
 * @throws what the core refuses, the words held or not
 */
export async function saveDraft(draft: Draft): Promise<{ savedAt: string }> {
  // Words queued behind a gesture are refused after the lock: they are of the last person there.
  const account = owner();
  try {
    const answer = await call('session', 'saveDraft', draft, { command: true });
    releaseDraft(draft, Object.keys(draft.fields), account);
    return answer;
  } catch (error) {
    if (account !== null && isUnanswered(error)) hold(account, draft);
    throw error;
  }
}

async function keepHeld(account: string): Promise<void> {
  const drafts = [...(held.get(account)?.values() ?? [])];
  held.delete(account);
  for (const draft of drafts) {
    try {
      await call('session', 'saveDraft', draft, { command: true });
    } catch (error) {
      // A draft the core refuses for itself is left; those it cannot take wait again.
      if (isUnanswered(error)) hold(account, draft, true);
    }
  }
}

/** Asks the core where the session stands. A session no longer active empties every cached answer. */
export async function refreshSession(): Promise<void> {
  const state = await call('vault', 'state', {});
  if (state.session !== 'active') queryClient.clear();
  else if (state.me !== null) {
    lastOwner = state.me.accountId;
    await keepHeld(lastOwner);
  }
  setPracticeDay(state.today);
  setPracticeNow(state.now);
  useSession.setState({ state });
}

/** Locks this post: the screen is emptied first, the core told at once. */
export async function lockPost(): Promise<void> {
  const { state } = useSession.getState();
  if (state?.session !== 'active') return;
  useSession.setState({ state: { ...state, session: 'locked', me: null } });
  await commandsAnswered();
  queryClient.clear();
  await call('vault', 'lock', {});
  await refreshSession();
}

export const useMe = () => useSession((store) => store.state?.me ?? null);

/**
 * Keeps the session and the live feed alive: while active, every change of the practice refreshes what
 * is shown; when the feed ends (lock, lost link) the state is asked again.
 */
export function useLiveSession(): void {
  const online = useConnection((link) => link.online);
  const active = useSession((store) => store.state?.session === 'active');
  const accountId = useSession((store) => store.state?.me?.accountId);

  useEffect(() => {
    if (online) void refreshSession().catch(() => undefined);
  }, [online]);

  useEffect(() => {
    if (!online || !active) return undefined;
    const stop = new AbortController();
    void follow(stop.signal);
    return () => stop.abort();
  }, [online, active, accountId]);
}

async function follow(signal: AbortSignal): Promise<void> {
  try {
    const feed = await client.session.changes({}, { signal });
    // What happened while nobody listened is unknown: everything shown is asked again.
    void queryClient.invalidateQueries();
    let pending = new Set<Topic>();
    for await (const notice of feed) {
      const mine = notice.postId === useSession.getState().state?.postId;
      if (!mine) useSession.setState({ lastChange: { ids: notice.ids, by: notice.by, at: notice.at } });
      // Notices of one commit come together: one refresh for all of them.
      if (pending.size === 0) {
        queueMicrotask(() => {
          const topics = pending;
          pending = new Set();
          refreshTopics(topics);
        });
      }
      pending.add(notice.topic);
    }
  } catch {
    // A lost link ends here too; the connection store brings the feed back.
  }
  if (!signal.aborted) await refreshSession().catch(() => undefined);
}
