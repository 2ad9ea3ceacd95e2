import type { Kysely } from 'kysely';
import type { AidContractFields } from '#shared/contract/aid-fields.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Stored } from '#electron/storage/unit-of-work.ts';
import type {
  StoredAssistant,
  StoredContract,
  StoredEvent,
  StoredMember,
  StoredObjective,
  StoredPayment,
  StoredYear,
} from './stored.ts';

const flag = (stored: number | null): boolean | null => (stored === null ? null : Number(stored) === 1);
const figure = (stored: number | null): number | null => (stored === null ? null : Number(stored));
const bit = (value: boolean | null): number | null => (value === null ? null : value ? 1 : 0);
const etp = (stored: number | null): number | null => (stored === null ? null : Number(stored) / 100);
const hundredths = (value: number | null): number | null => (value === null ? null : Math.round(value * 100));

/** Columns of the facts of a contract. */
export const contractColumns = (fields: AidContractFields) => ({
  kind: fields.kind,
  doctor_id: fields.doctorId,
  number: fields.number,
  cpam: fields.cpam,
  rule_set: fields.ruleSet,
  option: fields.option,
  tier: fields.tier,
  funded_etp: hundredths(fields.fundedEtp),
  signed_on: fields.signedOn,
  starts_on: fields.startsOn,
  ends_on: fields.endsOn,
  renews_id: fields.renewsId,
  policy: fields.policy,
  cumulative: bit(fields.cumulative),
  newly_installed: bit(fields.newlyInstalled),
  as_written: fields.asWritten ? 1 : 0,
  company_name: fields.companyName,
  company_form: fields.companyForm,
  training_site: bit(fields.trainingSite),
});

const fieldsOf = (row: Stored<'aid_contract'>): AidContractFields => ({
  kind: row.kind as AidContractFields['kind'],
  doctorId: row.doctor_id,
  number: row.number,
  cpam: row.cpam,
  ruleSet: row.rule_set as AidContractFields['ruleSet'],
  option: row.option as AidContractFields['option'],
  tier: row.tier as AidContractFields['tier'],
  fundedEtp: etp(row.funded_etp),
  signedOn: row.signed_on,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  renewsId: row.renews_id,
  policy: row.policy as AidContractFields['policy'],
  cumulative: flag(row.cumulative),
  newlyInstalled: flag(row.newly_installed),
  asWritten: flag(row.as_written) === true,
  companyName: row.company_name,
  companyForm: row.company_form as AidContractFields['companyForm'],
  trainingSite: flag(row.training_site),
});

export const objectiveColumns = (one: Omit<StoredObjective, 'id'>) => ({
  metric: one.metric,
  start_value: one.start,
  target_value: one.target,
  due_on: one.dueOn,
  former_gain: one.formerGain,
  notified_value: one.notified,
  notified_on: one.notifiedOn,
  threshold_value: one.threshold,
  threshold_on: one.thresholdOn,
  as_written: one.asWritten ? 1 : 0,
});
const objectiveOf = (row: Stored<'aid_objective'>): StoredObjective => ({
  id: row.id,
  metric: row.metric as StoredObjective['metric'],
  start: figure(row.start_value),
  target: figure(row.target_value),
  dueOn: row.due_on,
  formerGain: figure(row.former_gain),
  notified: figure(row.notified_value),
  notifiedOn: row.notified_on,
  threshold: figure(row.threshold_value),
  thresholdOn: row.threshold_on,
  asWritten: flag(row.as_written) === true,
});

export const eventColumns = (one: Omit<StoredEvent, 'id'>) => ({
  kind: one.kind,
  on_day: one.onDay,
  to_day: one.toDay,
  assistant_id: one.assistantId,
  words: one.words,
  rule_set: one.ruleSet,
  option: one.option,
  tier: one.tier,
  funded_etp: hundredths(one.fundedEtp),
});
const eventOf = (row: Stored<'aid_event'>): StoredEvent => ({
  id: row.id,
  kind: row.kind as StoredEvent['kind'],
  onDay: row.on_day,
  toDay: row.to_day,
  assistantId: row.assistant_id,
  words: row.words,
  ruleSet: row.rule_set as StoredEvent['ruleSet'],
  option: row.option as StoredEvent['option'],
  tier: row.tier as StoredEvent['tier'],
  fundedEtp: etp(row.funded_etp),
});

export const paymentColumns = (one: Omit<StoredPayment, 'id'>) => ({
  contract_year: one.contractYear,
  kind: one.kind,
  rank: one.rank,
  amount_cents: one.amountCents,
  on_day: one.onDay,
  words: one.words,
});
const paymentOf = (row: Stored<'aid_payment'>): StoredPayment => ({
  id: row.id,
  contractYear: Number(row.contract_year),
  kind: row.kind as StoredPayment['kind'],
  rank: figure(row.rank),
  amountCents: figure(row.amount_cents),
  onDay: row.on_day,
  words: row.words,
});

export const yearColumns = (one: Omit<StoredYear, 'id'>) => ({
  contract_year: one.contractYear,
  amount_cents: one.amountCents,
  starts_on: one.startsOn,
  cost_cents: one.costCents,
});
const yearOf = (row: Stored<'aid_year'>): StoredYear => ({
  id: row.id,
  contractYear: Number(row.contract_year),
  amountCents: figure(row.amount_cents),
  startsOn: row.starts_on,
  costCents: figure(row.cost_cents),
});

export const memberColumns = (one: Omit<StoredMember, 'id'>) => ({
  doctor_id: one.doctorId,
  joined_on: one.joinedOn,
  left_on: one.leftOn,
  pamsu: one.pamsu ? 1 : 0,
  own_shares: bit(one.ownShares),
  adhesion: bit(one.adhesion),
});
const memberOf = (row: Stored<'aid_member'>): StoredMember => ({
  id: row.id,
  doctorId: row.doctor_id,
  joinedOn: row.joined_on,
  leftOn: row.left_on,
  pamsu: flag(row.pamsu) === true,
  ownShares: flag(row.own_shares),
  adhesion: flag(row.adhesion),
});

export const assistantColumns = (one: Omit<StoredAssistant, 'id'>) => ({
  assistant_id: one.assistantId,
  from_day: one.fromDay,
  to_day: one.toDay,
});
const assistantOf = (row: Stored<'aid_contract_assistant'>): StoredAssistant => ({
  id: row.id,
  assistantId: row.assistant_id,
  fromDay: row.from_day,
  toDay: row.to_day,
});

/** Every contract with its lines, the latest start first; lines in the order of their days. */
export async function readContracts(db: Kysely<Schema>): Promise<StoredContract[]> {
  const rows = await db.selectFrom('aid_contract').selectAll().orderBy('starts_on', 'desc').orderBy('id').execute();
  if (rows.length === 0) return [];
  const objectives = await db.selectFrom('aid_objective').selectAll().orderBy('metric').orderBy('id').execute();
  const events = await db.selectFrom('aid_event').selectAll().orderBy('on_day').orderBy('id').execute();
  const years = await db.selectFrom('aid_year').selectAll().orderBy('contract_year').execute();
  const payments = await db
    .selectFrom('aid_payment')
    .selectAll()
    .orderBy('contract_year')
    .orderBy('on_day')
    .orderBy('rank')
    .orderBy('id')
    .execute();
  const members = await db.selectFrom('aid_member').selectAll().orderBy('joined_on').orderBy('id').execute();
  const assistants = await db
    .selectFrom('aid_contract_assistant')
    .selectAll()
    .orderBy('from_day')
    .orderBy('id')
    .execute();
  return rows.map((row) => {
    const own = <R extends { contract_id: string }>(lines: readonly R[]) =>
      lines.filter((line) => line.contract_id === row.id);
    return {
      id: row.id,
      fields: fieldsOf(row),
      endedOn: row.ended_on,
      endReason: row.end_reason as StoredContract['endReason'],
      objectives: own(objectives).map(objectiveOf),
      events: own(events).map(eventOf),
      years: own(years).map(yearOf),
      payments: own(payments).map(paymentOf),
      members: own(members).map(memberOf),
      assistants: own(assistants).map(assistantOf),
    };
  });
}
