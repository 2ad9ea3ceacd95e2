import type { AreaHandlers } from '#electron/security/call.ts';

/** What a call of this area receives. */
export type Input<P extends keyof AreaHandlers<'employer'>> = Parameters<AreaHandlers<'employer'>[P]>[1];
