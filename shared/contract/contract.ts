import { z } from 'zod';
import { accountsContract } from './accounts.ts';
import { practiceContract } from './practice.ts';
import { sessionContract } from './session.ts';
import { vaultContract } from './vault.ts';

z.config(z.locales.fr());

/** Everything a screen can ask of the core. Permission, transaction, journal, undo and live update follow from it. */
export const contract = {
  vault: vaultContract,
  session: sessionContract,
  accounts: accountsContract,
  practice: practiceContract,
};
export type Contract = typeof contract;
