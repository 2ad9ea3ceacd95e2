import type { Served } from './served.ts';

/**
 * Locks a post that has had no tab for a while: the idle lock lives in the screens, and a closed browser
 * would otherwise leave its session open, and the key in memory, for ever. The delay lets a page reload.
 */
export function watchAbsence(core: Served, delayMs: number) {
  const tabs = new Map<string, number>();
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    present(postId: string): void {
      tabs.set(postId, (tabs.get(postId) ?? 0) + 1);
      clearTimeout(timers.get(postId));
      timers.delete(postId);
    },
    left(postId: string): void {
      const remaining = (tabs.get(postId) ?? 1) - 1;
      tabs.set(postId, remaining);
      if (remaining > 0) return;
      tabs.delete(postId);
      timers.set(
        postId,
        setTimeout(() => {
          timers.delete(postId);
          core.lockPost(postId);
        }, delayMs).unref(),
      );
    },
    stop(): void {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
