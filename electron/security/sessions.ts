import { DomainError } from '#shared/contract/errors.ts';
import type { Role } from '#shared/permissions/roles.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { sameCode } from './vault.ts';

/** The signed-in person, as the services know them. */
export interface Person {
  accountId: string;
  displayName: string;
  initials: string;
  role: Role;
  responsable: boolean;
  doctorId: string | null;
}

export type SessionState = 'none' | 'active' | 'locked';

interface Session {
  person: Person;
  state: 'active' | 'locked';
  lockedAt: string | null;
  day: string;
}

interface DayCode {
  code: string;
  day: string;
  errors: number;
}

/**
 * Sessions per person and post, in memory only. A post shows one person at a time; the sessions of
 * others on that post stay locked with their drafts. The day's code lives here and nowhere else.
 */
export function createSessions(clock: Clock, onChange: (postId: string) => void) {
  const byPost = new Map<string, Map<string, Session>>();
  const shown = new Map<string, string>();
  const codes = new Map<string, DayCode>();
  const codeKey = (accountId: string, postId: string) => `${accountId} ${postId}`;

  const sessionOf = (postId: string): Session | null => {
    const accountId = shown.get(postId);
    return accountId === undefined ? null : (byPost.get(postId)?.get(accountId) ?? null);
  };
  const lockOthers = (postId: string, accountId: string) => {
    for (const [id, session] of byPost.get(postId) ?? []) {
      if (id === accountId || session.state === 'locked') continue;
      session.state = 'locked';
      session.lockedAt = clock.now();
    }
  };

  return {
    stateOf: (postId: string): SessionState => sessionOf(postId)?.state ?? 'none',
    lockedSince: (postId: string) => sessionOf(postId)?.lockedAt ?? null,
    shownOn: (postId: string): Person | null => sessionOf(postId)?.person ?? null,
    /** @throws NOT_SIGNED_IN, SESSION_LOCKED */
    require(postId: string): Person {
      const session = sessionOf(postId);
      if (session === null) throw new DomainError('NOT_SIGNED_IN', {});
      // The end date of a remplacant is checked at sign-in: a session never runs past midnight without one.
      if (session.person.role === 'remplacant' && session.day !== clock.today()) this.lock(postId);
      if (session.state === 'locked') throw new DomainError('SESSION_LOCKED', {});
      return session.person;
    },
    open(postId: string, person: Person): void {
      const sessions = byPost.get(postId) ?? new Map<string, Session>();
      sessions.set(person.accountId, { person, state: 'active', lockedAt: null, day: clock.today() });
      byPost.set(postId, sessions);
      shown.set(postId, person.accountId);
      lockOthers(postId, person.accountId);
      onChange(postId);
    },
    lock(postId: string): void {
      const session = sessionOf(postId);
      if (session === null || session.state === 'locked') return;
      session.state = 'locked';
      session.lockedAt = clock.now();
      onChange(postId);
    },
    lockAll(): void {
      for (const postId of shown.keys()) this.lock(postId);
    },
    end(postId: string): void {
      const accountId = shown.get(postId);
      if (accountId === undefined) return;
      byPost.get(postId)?.delete(accountId);
      codes.delete(codeKey(accountId, postId));
      shown.delete(postId);
      onChange(postId);
    },
    /** A leaver, or rights changed: the person's sessions end on every post. */
    endPerson(accountId: string): void {
      for (const [postId, sessions] of byPost) {
        if (!sessions.delete(accountId)) continue;
        codes.delete(codeKey(accountId, postId));
        if (shown.get(postId) === accountId) shown.delete(postId);
        onChange(postId);
      }
    },
    anyActive: (): boolean =>
      [...byPost.values()].some((sessions) => [...sessions.values()].some((session) => session.state === 'active')),
    setCode(accountId: string, postId: string, code: string): void {
      codes.set(codeKey(accountId, postId), { code, day: clock.today(), errors: 0 });
    },
    hasCode: (accountId: string, postId: string): boolean =>
      codes.get(codeKey(accountId, postId))?.day === clock.today(),
    /** Five errors, midnight or a restart bring back the phrase. @throws CODE_NOT_USABLE, WRONG_CODE */
    useCode(accountId: string, postId: string, typed: string): Person {
      const key = codeKey(accountId, postId);
      const code = codes.get(key);
      const session = byPost.get(postId)?.get(accountId);
      if (code === undefined || session === undefined || code.day !== clock.today()) {
        codes.delete(key);
        throw new DomainError('CODE_NOT_USABLE', {});
      }
      if (sameCode(code.code, typed)) {
        code.errors = 0;
        return session.person;
      }
      code.errors += 1;
      if (code.errors >= 5) codes.delete(key);
      throw new DomainError('WRONG_CODE', { triesLeft: Math.max(0, 5 - code.errors) });
    },
    clear(): void {
      const posts = [...shown.keys()];
      byPost.clear();
      shown.clear();
      codes.clear();
      for (const postId of posts) onChange(postId);
    },
  };
}

export type Sessions = ReturnType<typeof createSessions>;
