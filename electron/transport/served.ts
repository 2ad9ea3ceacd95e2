import type { createRouter } from '#electron/api/router.ts';
import type { Sessions } from '#electron/security/sessions.ts';

/** What a wire needs of the core; the host hands it over. */
export interface Served {
  router: ReturnType<typeof createRouter>;
  onSession(listener: (postId: string) => void): () => void;
  lockPost(postId: string): void;
  practice: { sessions: Pick<Sessions, 'shownOn'> };
}
