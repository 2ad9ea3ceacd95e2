import { z } from 'zod';
import { accountsContract } from './accounts.ts';
import { aidContract } from './aid.ts';
import { deadlinesContract } from './deadlines.ts';
import { countersContract } from './counters.ts';
import { documentsContract } from './documents.ts';
import { employerContract } from './employer.ts';
import { importsContract } from './imports.ts';
import { patientsContract } from './patients.ts';
import { practiceContract } from './practice.ts';
import { preparationContract } from './preparation.ts';
import { renewalContract } from './renewal.ts';
import { rulesContract } from './rules.ts';
import { sessionContract } from './session.ts';
import { timeContract } from './time.ts';
import { trainingContract } from './training.ts';
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
  counters: countersContract,
  employer: employerContract,
  aid: aidContract,
  training: trainingContract,
  renewal: renewalContract,
  time: timeContract,
  deadlines: deadlinesContract,
};
export type Contract = typeof contract;
