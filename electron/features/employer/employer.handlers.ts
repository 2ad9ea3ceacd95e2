import type { AssistantView } from '#shared/contract/employer.ts';
import { contradictionsOf } from '#shared/domain/employer-contradictions.ts';
import type { AreaHandlers, QueryCall } from '#electron/security/call.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import { assistantCommands } from './assistants.ts';
import { doctorProfiles, readAssistants } from './employer.repository.ts';
import { eligibilityTold } from './eligibility-told.ts';
import { employmentCommands } from './employments.ts';
import { fundedContracts } from './funded-hours.ts';
import { ownRecord } from './own-record.ts';
import { profileCommands } from './profiles.ts';
import { setShares } from './shares.ts';
import { toldOf } from './told.ts';

/** Assistants, their contracts of employment and what the rules say of them; the profile of the doctors by date. */
export function employerHandlers(): AreaHandlers<'employer'> {
  return {
    async assistants(call, { day }) {
      const accounts = await assistantAccounts(call);
      const views = await assistantViews(call, day, accounts);
      const open = accounts.filter((one) => one.closed_at === null);
      return { assistants: views, accounts: open.map(({ id, name }) => ({ id, name })) };
    },
    own: async ({ db, person }) => ({ record: await ownRecord(db, person.accountId) }),
    async profiles({ db }, { day }) {
      const doctors = await db.selectFrom('doctor').select('id').orderBy('position').orderBy('id').execute();
      const overrides = await readOverrides(db, day);
      const lines = await doctorProfiles(db);
      const views = [];
      for (const { id: doctorId } of doctors) {
        const own = lines.filter((line) => line.doctorId === doctorId);
        const about = { doctorId, lines: own };
        views.push({ ...about, eligibility: await eligibilityTold(db, about, { day, overrides }) });
      }
      return { doctors: views };
    },
    ...profileCommands,
    ...assistantCommands,
    ...employmentCommands,
    setShares,
  };
}

async function assistantAccounts({ db }: QueryCall) {
  const rows = await db
    .selectFrom('account')
    .select(['id', 'given_name', 'family_name', 'closed_at'])
    .where('role', '=', 'assistant')
    .orderBy('family_name')
    .orderBy('given_name')
    .execute();
  return rows.map((row) => ({ ...row, name: `${row.given_name} ${row.family_name}` }));
}

async function assistantViews(
  { db }: QueryCall,
  day: string,
  accounts: readonly { id: string; name: string }[],
): Promise<AssistantView[]> {
  const all = await readAssistants(db);
  const given = { day, overrides: await readOverrides(db, day), contracts: await fundedContracts(db), all };
  return all.map((one) => ({
    ...one,
    accountName: accounts.find(({ id }) => id === one.accountId)?.name ?? null,
    contradictions: contradictionsOf(one).map(({ message }) => message),
    told: toldOf(one, given),
  }));
}
