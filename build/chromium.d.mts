/** Where the machine's Chromium is, or undefined. `PRELUDE_CHROMIUM` wins over the usual places. */
export function findChromium(environment?: Record<string, string | undefined>): string | undefined;
