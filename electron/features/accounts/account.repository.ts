import type { Kysely } from 'kysely';
import type { Role } from '#shared/permissions/roles.ts';
import type { Person } from '#electron/security/sessions.ts';
import type { Schema } from '#electron/storage/schema.ts';

export type AccountRow = Schema['account'];

/** "Dr Claire Lemoine" or "Nadia Ferrand". */
export function displayName(row: Pick<AccountRow, 'civility' | 'given_name' | 'family_name'>): string {
  const civility = row.civility === 'Dr' || row.civility === 'Pr' ? row.civility : null;
  return [civility, row.given_name, row.family_name].filter(Boolean).join(' ');
}

/** Two letters for the tile and the top bar. */
export function initialsOf(givenName: string, familyName: string): string {
  const first = (text: string) =>
    [
      ...text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .trim(),
    ][0] ?? '';
  return (first(givenName) + first(familyName)).toLocaleUpperCase('fr');
}

export function listAccounts(db: Kysely<Schema>): Promise<AccountRow[]> {
  return db.selectFrom('account').selectAll().orderBy('created_at').orderBy('id').execute();
}

export function findAccount(db: Kysely<Schema>, id: string): Promise<AccountRow | undefined> {
  return db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
}

export function personOf(row: AccountRow): Person {
  return {
    accountId: row.id,
    displayName: displayName(row),
    initials: row.initials,
    role: row.role as Role,
    responsable: Number(row.responsable) === 1,
    doctorId: row.doctor_id,
  };
}
