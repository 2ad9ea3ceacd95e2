import { z } from 'zod';
import { accountsContract } from './accounts.ts';
import { documentsContract } from './documents.ts';
import { importsContract } from './imports.ts';
import { patientsContract } from './patients.ts';
import { practiceContract } from './practice.ts';
import { preparationContract } from './preparation.ts';
import { rulesContract } from './rules.ts';
import { sessionContract } from './session.ts';
import { vaultContract } from './vault.ts';
import { visitsContract } from './visits.ts';

z.config(z.locales.fr());

/** Everything a screen can ask of the core. Permission, transaction, journal, undo and live update follow from it. */
export const contract = {
  vault: vaultContract,
  session: sessionContract,
  accounts: accountsContract,
  practice: practiceContract,
  patients: patientsContract,
  visits: visitsContract,
  preparation: preparationContract,
  imports: importsContract,
  rules: rulesContract,
  documents: documentsContract,
};
export type Contract = typeof contract;
