import type { Kysely } from 'kysely';
import type { RuleChoiceView } from '#shared/contract/rules.ts';
import { overridesOn } from '#shared/rules/choices.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import type { Schema } from '#electron/storage/schema.ts';

/** Every choice of the practice, as they were signed. */
export async function readChoices(db: Kysely<Schema>): Promise<RuleChoiceView[]> {
  const rows = await db
    .selectFrom('rule_choice as c')
    .leftJoin('account as a', 'a.id', 'c.signed_by')
    .select(['c.id', 'c.parameter_id', 'c.choice', 'c.from_day', 'c.reason', 'c.signed_at'])
    .select(['a.given_name', 'a.family_name'])
    .orderBy('c.rank')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parameterId: row.parameter_id,
    choice: row.choice === null ? null : (JSON.parse(row.choice) as RuleChoiceView['choice']),
    from: row.from_day,
    reason: row.reason,
    by: [row.given_name, row.family_name].filter(Boolean).join(' '),
    at: row.signed_at,
  }));
}

/** Place of the next choice. Commands have their turn: no two are taken at once. */
export async function nextRank(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('rule_choice')
    .select(({ fn }) => fn.max('rank').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

/** The practice's values in force on a day, as the rules take them. */
export async function readOverrides(db: Kysely<Schema>, day: string): Promise<Overrides> {
  return overridesOn(await readChoices(db), day);
}
