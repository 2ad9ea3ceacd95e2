import type { Topic } from '#shared/contract/procedure.ts';

/** What happened, after commit: enough for a screen to refetch what it shows and say who did it. */
export interface ChangeNotice {
  topic: Topic;
  ids: string[];
  seq: number;
  by: string;
  postId: string;
  at: string;
}

/** Announces changes to the open screens. Notices tell what happened; they never make things happen. */
export function createChangeFeed() {
  const listeners = new Set<(notice: ChangeNotice) => void>();
  return {
    publish(notice: ChangeNotice): void {
      for (const listener of listeners) listener(notice);
    },
    subscribe(listener: (notice: ChangeNotice) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type ChangeFeed = ReturnType<typeof createChangeFeed>;
