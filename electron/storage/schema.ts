import type { AccountTables } from './tables/accounts.ts';
import type { AidTables } from './tables/aid.ts';
import type { AuditTables } from './tables/audit.ts';
import type { DraftTables } from './tables/drafts.ts';
import type { EmployerTables } from './tables/employer.ts';
import type { PatientTables } from './tables/patients.ts';
import type { PracticeTables } from './tables/practice.ts';
import type { PreparationTables } from './tables/preparation.ts';
import type { RuleTables } from './tables/rules.ts';
import type { VisitTables } from './tables/visits.ts';

/** Every table, by name. Ids are UUID text, days YYYY-MM-DD, instants UTC ISO text, booleans 0/1. */
export interface Schema
  extends
    AccountTables,
    AidTables,
    AuditTables,
    DraftTables,
    EmployerTables,
    PatientTables,
    PracticeTables,
    PreparationTables,
    RuleTables,
    VisitTables {}

/** Tables whose rows the journal and the undo know: each has a text primary key `id`. */
export type BusinessTable = {
  [T in keyof Schema]: Schema[T] extends { id: string } ? T : never;
}[keyof Schema];
