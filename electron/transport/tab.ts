import { ORPCError } from '@orpc/server';
import { errorSentence } from '#shared/contract/wording.ts';
import type { PostRef } from '#electron/security/call.ts';
import type { Served } from './served.ts';

interface Call {
  path: readonly string[];
  next(): Promise<unknown>;
}

/**
 * A post shows one person at a time, but may have two tabs or windows. A tab acts for the person it was
 * told of: when a colleague opens their session in another tab, this one is refused until it has asked
 * the state again, so that nothing is written under the wrong name.
 * @returns an interceptor for one wire
 */
export function tabGuard(core: Served, post: PostRef) {
  let told: string | null = null;
  const shown = () => core.practice.sessions.shownOn(post.id)?.accountId ?? null;
  const foreign = () => told !== null && shown() !== null && shown() !== told;

  return async ({ path, next }: Call): Promise<unknown> => {
    if (path[0] === 'vault') {
      const output = await next();
      told = shown();
      return output;
    }
    if (foreign())
      throw new ORPCError('SESSION_LOCKED', { status: 400, data: {}, message: errorSentence('SESSION_LOCKED', {}) });
    told ??= shown();
    const output = await next();
    return isFeed(output) ? whileShown(output) : output;
  };

  /** The live feed ends as soon as the post shows someone else. */
  async function* whileShown(feed: AsyncIterableIterator<unknown>): AsyncGenerator<unknown> {
    let left: () => void = () => {};
    const leaving = new Promise<'left'>((resolve) => (left = () => resolve('left')));
    const stop = core.onSession((changed) => changed === post.id && foreign() && left());
    try {
      for (;;) {
        const item = await Promise.race([feed.next(), leaving]);
        if (item === 'left' || item.done === true) return;
        yield item.value;
      }
    } finally {
      stop();
      void feed.return?.();
    }
  }
}

const isFeed = (output: unknown): output is AsyncIterableIterator<unknown> =>
  typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
