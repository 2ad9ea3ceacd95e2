import { create } from 'zustand';

/** The one-time code just issued, shown once: it is nowhere else, and is forgotten when its panel closes. */
export const useIssuedCode = create<{ issued: { accountId: string; code: string } | null }>()(() => ({ issued: null }));

export const showIssuedCode = (accountId: string, code: string): void =>
  useIssuedCode.setState({ issued: { accountId, code } });
export const forgetIssuedCode = (): void => useIssuedCode.setState({ issued: null });
