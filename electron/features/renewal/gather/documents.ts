import { addDays } from '#shared/kernel/day.ts';
import type { Kysely } from 'kysely';
import type { DocumentKind } from '#shared/domain/documents.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { Gathered } from './gathered.ts';
import { statementDelay } from './scope.ts';
import type { DocumentAnswer } from './readings.ts';

/** Order of the list, and of the archive. */
const ORDER: readonly DocumentKind[] = [
  'AID_CONTRACT',
  'AVENANT',
  'EMPLOYMENT_CONTRACT',
  'DIPLOMA',
  'REGISTRATION',
  'ATTESTATION',
  'CERTIFICATE',
  'STATEMENT',
  'PAYSLIP',
  'PAYMENT_PROOF',
  'CPAM_LETTER',
  'OTHER',
];
/** These prove one year and no other. */
const DATED: readonly DocumentKind[] = ['STATEMENT', 'PAYSLIP', 'PAYMENT_PROOF'];
type About = Pick<Gathered, 'contract' | 'scope' | 'counters' | 'assistants' | 'trainings'>;

/**
 * Proofs that go with the file: those of the contract, its events and payments, the statements, the employment and the
 * training. Those of an absence stay with the employer: they may tell a state of health.
 */
export async function proofsFor(
  db: Kysely<Schema>,
  documents: readonly DocumentAnswer[],
  about: About,
): Promise<DocumentAnswer[]> {
  const days = await daysOf(db, about);
  const kept = documents.filter((one) => {
    if (!days.has(`${one.aboutKind} ${one.aboutId}`)) return false;
    return (
      !DATED.includes(one.kind) || withinYear(one.onDay ?? days.get(`${one.aboutKind} ${one.aboutId}`) ?? null, about)
    );
  });
  return kept.toSorted(
    (one, other) =>
      ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) ||
      (one.onDay ?? '').localeCompare(other.onDay ?? '') ||
      one.name.localeCompare(other.name) ||
      one.id.localeCompare(other.id),
  );
}

/** Without a day, a proof is kept: better one more than one missing. */
function withinYear(day: string | null, { scope: { from, to, contractYear } }: About): boolean {
  if (contractYear === null || day === null || from === null || to === null) return true;
  return day >= from && day <= addDays(to, statementDelay);
}

/** Records the file speaks of, each with its own day when it has one. */
async function daysOf(db: Kysely<Schema>, about: About): Promise<Map<string, string | null>> {
  const { contract, counters, assistants, trainings, scope } = about;
  const days = new Map<string, string | null>([[`aid_contract ${contract.id}`, null]]);
  for (const one of contract.events) days.set(`aid_event ${one.id}`, one.onDay);
  for (const one of contract.objectives) {
    if (one.id !== null) days.set(`aid_objective ${one.id}`, one.typed.notifiedOn ?? one.typed.thresholdOn);
  }
  for (const one of contract.payments) {
    if (scope.contractYear === null || one.contractYear === scope.contractYear) days.set(`aid_payment ${one.id}`, null);
  }
  for (const { curve } of counters) for (const one of curve.officials) days.set(`official_count ${one.id}`, one.onDay);
  for (const { record } of assistants) {
    days.set(`assistant ${record.id}`, null);
    for (const { id } of record.employments) days.set(`employment ${id}`, null);
  }
  for (const { training, past } of trainings) {
    for (const one of [...(training === null ? [] : [training]), ...past]) {
      days.set(`training ${one.id}`, null);
      for (const { id } of one.modules) days.set(`training_module ${id}`, null);
    }
  }
  const sendings = await db
    .selectFrom('renewal_sending as s')
    .innerJoin('renewal as r', 'r.id', 's.renewal_id')
    .select(['s.id', 's.on_day'])
    .where('r.contract_id', '=', contract.id)
    .execute();
  for (const one of sendings) days.set(`renewal_sending ${one.id}`, one.on_day);
  return days;
}
