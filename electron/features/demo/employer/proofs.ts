import { createHash } from 'node:crypto';
import type { DocumentKind, DocumentSubject } from '#shared/domain/documents.ts';
import { addDays, addMonths, formatDay, MONTH_NAMES, type Day } from '#shared/kernel/day.ts';
import type { DocumentStore } from '#electron/storage/documents/document-store.ts';
import { instantOf } from '../instants.ts';
import type { InventedAid } from './aid-rows.ts';
import type { InventedCounts } from './count-rows.ts';
import type { People } from './employment-rows.ts';
import type { EmployerContext, EmployerRows } from './invent-employer.ts';
import { proofPage } from './proof-page.ts';
import type { TrainingIds } from './training-rows.ts';

/** The clear content of a proof, for the document store. */
export type Proof = Buffer;

interface Proven {
  people: People;
  training: TrainingIds;
  aid: InventedAid;
  counts: InventedCounts;
}

/** Every kind of paper a file asks for, less a few that were forgotten. */
export function inventProofs(
  context: EmployerContext,
  { people: { nadia, julien }, training, aid, counts }: Proven,
): { documents: EmployerRows; proofs: Proof[] } {
  const { days, staff, id } = context;
  const [founder] = staff.members;
  const rows: NonNullable<EmployerRows['document']> = [];
  const proofs: Proof[] = [];
  const join = (
    kind: DocumentKind,
    [aboutKind, aboutId]: [DocumentSubject, string],
    [name, title, ...lines]: [name: string, title: string, ...lines: string[]],
    on: Day,
  ) => {
    const content = proofPage(title, [...lines, `Le ${formatDay(on)}`]);
    const added = addDays(on, 3) < days.today ? addDays(on, 3) : addDays(days.today, -1);
    proofs.push(content);
    rows.push({
      id: id(added),
      sha256: createHash('sha256').update(content).digest('hex'),
      name: `${name}.pdf`,
      media_type: 'application/pdf',
      size: content.byteLength,
      kind,
      about_kind: aboutKind,
      about_id: aboutId,
      on_day: on,
      added_by: founder?.id ?? '',
      added_at: instantOf(added, 800),
      version: 1,
    });
  };

  for (const { id: contractId, number, on } of aid.contracts)
    join('AID_CONTRACT', ['aid_contract', contractId], [`contrat-${number}`, `Contrat d’aide n° ${number}`], on);
  for (const { id: paymentId, words, on } of aid.received.slice(0, -1))
    join('PAYMENT_PROOF', ['aid_payment', paymentId], [`versement-${on}`, 'Avis de versement', words], on);
  // The letter of the latest year of each contract is still in a drawer.
  for (const { id: paymentId, words, on } of aid.notified.filter((one) => one.on < addDays(days.today, -400)))
    join('CPAM_LETTER', ['aid_payment', paymentId], [`notification-${on}`, 'Notification', words], on);
  for (const { id: eventId, words, on } of aid.letters)
    join('CPAM_LETTER', ['aid_event', eventId], [`courrier-${on}`, 'Courrier', words], on);
  // The one of Nadia Ferrand was never scanned: her file cannot be complete without it.
  join(
    'EMPLOYMENT_CONTRACT',
    ['employment', julien.employmentId],
    ['contrat-travail-jt', 'Contrat de travail', julien.name, 'CDI, 17,5 heures par semaine'],
    julien.from,
  );
  join('DIPLOMA', ['assistant', nadia.id], ['diplome-nf', 'Diplôme d’État d’aide-soignant', nadia.name], '2015-07-03');
  join(
    'REGISTRATION',
    ['training', training.training],
    ['convention-formation', 'Convention de formation', nadia.name],
    training.registered,
  );
  for (const [index, { id: moduleId, label, on }] of training.modules.entries()) {
    const name = `attestation-module-${index + 1}`;
    join('ATTESTATION', ['training_module', moduleId], [name, 'Attestation de formation', nadia.name, label], on);
  }
  // The last statement of Dr Benali came without its paper.
  for (const { id: countId, words, on } of counts.statements.slice(0, -2))
    join('STATEMENT', ['official_count', countId], [`releve-${on}`, 'Relevé de l’Assurance Maladie', words], on);
  // Pay slips of the contract year, the one of last month still awaited.
  const first = `${addMonths(days.lemoine, 24).slice(0, 7)}-01`;
  for (let month = first; addMonths(month, 2) <= days.today; month = addMonths(month, 1)) {
    const words = `${MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`;
    const name = `bulletin-${month.slice(0, 7)}`;
    join(
      'PAYSLIP',
      ['assistant', nadia.id],
      [name, 'Bulletin de paie', nadia.name, words],
      addDays(addMonths(month, 1), -1),
    );
  }
  return { documents: { document: rows }, proofs };
}

/** Keeps the contents, encrypted, under the names the rows know. */
export async function keepProofs(store: DocumentStore, proofs: readonly Proof[]): Promise<void> {
  await Promise.all(
    proofs.map(async (content) => {
      const file = await store.receive();
      await file.append(content);
      await file.finish();
    }),
  );
}
