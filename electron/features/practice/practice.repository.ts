import type { Kysely } from 'kysely';
import { defaultSettings, SettingsValue } from '#shared/contract/practice.ts';
import type { Schema } from '#electron/storage/schema.ts';

export const settingsId = 'practice';

/** The practice's choices over the defaults; an unreadable stored value keeps the default, never a zero. */
export async function readSettings(db: Kysely<Schema>): Promise<SettingsValue> {
  const row = await db.selectFrom('setting').select('value').where('id', '=', settingsId).executeTakeFirst();
  if (row === undefined) return defaultSettings;
  return SettingsValue.parse({ ...defaultSettings, ...(JSON.parse(row.value) as object) });
}

/** Doctors, rooms and reasons in their order, the archived ones included: the past still names them. */
export async function readPractice(db: Kysely<Schema>) {
  return {
    practice: await db.selectFrom('practice').selectAll().executeTakeFirstOrThrow(),
    doctors: await db.selectFrom('doctor').selectAll().orderBy('position').orderBy('id').execute(),
    rooms: await db.selectFrom('room').selectAll().orderBy('position').orderBy('id').execute(),
    reasons: await db.selectFrom('reason').selectAll().orderBy('position').orderBy('id').execute(),
    settings: await readSettings(db),
  };
}
