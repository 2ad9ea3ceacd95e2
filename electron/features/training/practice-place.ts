import type { Kysely } from 'kysely';
import type { HolidayPlace } from '#shared/rules/calendar/index.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** Postcodes of the territories that have public holidays of their own; the longest prefix wins. */
const TERRITORY_OF: readonly (readonly [prefix: string, territory: HolidayPlace['territory']])[] = [
  ['97133', 'saint_barthelemy'],
  ['97150', 'saint_martin'],
  ['971', 'guadeloupe'],
  ['972', 'martinique'],
  ['973', 'guyane'],
  ['974', 'la_reunion'],
  ['976', 'mayotte'],
  ['97', 'other_overseas'],
  ['98', 'other_overseas'],
  ['57', 'alsace_moselle'],
  ['67', 'alsace_moselle'],
  ['68', 'alsace_moselle'],
];

/** Where the practice is, from its postcode; null postcode reads as the mainland, and the caller says so. */
export function territoryOf(postcode: string | null): HolidayPlace['territory'] {
  const found = TERRITORY_OF.find(([prefix]) => postcode?.startsWith(prefix) === true);
  return found?.[1] ?? 'metropole';
}

export async function readPlace(db: Kysely<Schema>): Promise<{ place: HolidayPlace; known: boolean }> {
  const row = await db.selectFrom('practice').select('postcode').executeTakeFirst();
  const postcode = row?.postcode ?? null;
  return { place: { territory: territoryOf(postcode) }, known: postcode !== null };
}
