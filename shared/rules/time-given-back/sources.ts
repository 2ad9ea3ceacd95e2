import type { Citation, Citations } from '../kernel/index.ts';

/** Day the assumptions were last reviewed. */
export const CHECKED_ON = '2026-11-22';

export const TIME_SOURCES = {
  PROJECT: { title: 'Choix de Prélude, aucune source lue' },
} as const satisfies Record<string, Citation>;

export const CHOICE: Citations = [TIME_SOURCES.PROJECT];
