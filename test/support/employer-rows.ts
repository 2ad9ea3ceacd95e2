import { randomUUID } from 'node:crypto';
import type { Schema } from '#electron/storage/schema.ts';
import { key, type TestPractice } from './practice.ts';

type Row<Table extends keyof Schema> = Schema[Table];

/** Writes rows as an old paper file would have left them: past the checks of the screens. */
export async function writeRows<Table extends keyof Schema & string>(
  practice: TestPractice,
  table: Table,
  rows: readonly Row<Table>[],
): Promise<void> {
  const { writer } = practice.core.practice.requireOpen();
  for (const row of rows)
    await writer
      .insertInto(table)
      .values(row as never)
      .execute();
}

/** An individual contract of aid at one full-time post, signed and started on the same day. */
export const aidContract = (fields: Partial<Row<'aid_contract'>> & { starts_on: string }): Row<'aid_contract'> => ({
  id: randomUUID(),
  kind: 'INDIVIDUAL',
  doctor_id: null,
  number: '2024-54-0112',
  cpam: 'CPAM de Meurthe-et-Moselle',
  rule_set: 'RA-2023',
  option: 'ETP_1',
  tier: 'STANDARD',
  funded_etp: null,
  signed_on: fields.starts_on,
  ends_on: null,
  renews_id: null,
  ended_on: null,
  end_reason: null,
  policy: null,
  cumulative: null,
  newly_installed: null,
  as_written: 0,
  company_name: null,
  company_form: null,
  training_site: null,
  version: 1,
  ...fields,
});

/** Nadia Ferrand, auxiliary nurse, employed from a day on for so many hours a week. */
export async function hired(
  practice: TestPractice,
  startDay: string,
  options: { hours?: number; endDay?: string | null; profile?: 'AS' | 'SECRETAIRE'; accountId?: string | null } = {},
): Promise<string> {
  const { hours = 35, endDay = null, profile = 'AS', accountId = null } = options;
  const { id } = await practice.doctor.employer.addAssistant({
    ...key(),
    givenName: 'Nadia',
    familyName: 'Ferrand',
    profile,
    accountId,
    formerSecretary: null,
    secretaryReplacedOn: null,
  });
  await practice.doctor.employer.startEmployment({
    ...key(),
    assistantId: id,
    employerKind: 'DOCTOR',
    employerName: null,
    contractKind: endDay === null ? 'CDI' : 'CDD',
    cddGround: endDay === null ? null : 'INCREASE',
    renewals: null,
    startDay,
    endDay,
    endReason: null,
    nextHire: null,
    remoteShare: null,
    remoteTasks: null,
    homeOnly: null,
    mileage: null,
    replacesOther: null,
    newPost: null,
    weeklyMinutes: hours * 60,
  });
  return id;
}
