import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { DocumentKind } from '#shared/domain/documents.ts';
import type { ChecklistLine } from '#shared/domain/renewal.ts';
import { euros } from '#shared/rules/kernel/index.ts';
import type { Gathered } from './gather/gathered.ts';
import { touches } from './gather/scope.ts';

type Targets = NonNullable<ChecklistLine['attach']>['to'];

/** The records a proof of this kind may be joined to, for this file; the likeliest first. */
export function attachable(
  kind: DocumentKind,
  { contract, counters, assistants, trainings, scope }: Gathered,
): Targets {
  const person = ({ givenName, familyName }: { givenName: string; familyName: string }) => `${givenName} ${familyName}`;
  switch (kind) {
    case 'AID_CONTRACT':
    case 'OTHER':
      return [{ aboutKind: 'aid_contract', aboutId: contract.id, label: contract.title }];
    case 'AVENANT':
    case 'CPAM_LETTER':
      return [
        ...contract.events.map(({ id, onDay, words }) => ({
          aboutKind: 'aid_event' as const,
          aboutId: id,
          label: [formatDay(onDay), words].filter(Boolean).join(`${NBSP}: `),
        })),
        ...(kind === 'AVENANT' ? [] : contract.objectives).flatMap(({ id, label, typed }) => {
          const on = typed.notifiedOn ?? typed.thresholdOn;
          return id === null || on === null
            ? []
            : [{ aboutKind: 'aid_objective' as const, aboutId: id, label: `${formatDay(on)}${NBSP}: ${label}` }];
        }),
      ];
    case 'EMPLOYMENT_CONTRACT':
      return assistants.flatMap(({ record }) =>
        record.employments
          .filter(({ startDay, endDay }) => touches(scope, startDay, endDay))
          .map(({ id, startDay }) => ({
            aboutKind: 'employment',
            aboutId: id,
            label: `${person(record)}, contrat du ${formatDay(startDay)}`,
          })),
      );
    case 'DIPLOMA':
    case 'PAYSLIP':
      return assistants.map(({ record }) => ({ aboutKind: 'assistant', aboutId: record.id, label: person(record) }));
    case 'REGISTRATION':
    case 'ATTESTATION':
    case 'CERTIFICATE':
      return trainings.flatMap(({ assistant, training }) =>
        training === null ? [] : [{ aboutKind: 'training' as const, aboutId: training.id, label: person(assistant) }],
      );
    case 'STATEMENT':
      return counters
        .flatMap(({ curve, doctorName }) => curve.officials.map((one) => ({ ...one, doctorName })))
        .toSorted((one, other) => (one.onDay < other.onDay ? 1 : -1))
        .map(({ id, onDay, value, doctorName }) => ({
          aboutKind: 'official_count',
          aboutId: id,
          label: `Relevé du ${formatDay(onDay)}, ${formatNumber(value)} patients, ${doctorName}`,
        }));
    case 'PAYMENT_PROOF':
      return contract.payments
        .filter(
          ({ kind: own, contractYear }) => own !== 'EXPECTED' && (scope.contractYear ?? contractYear) === contractYear,
        )
        .map(({ id, contractYear, amountCents }) => ({
          aboutKind: 'aid_payment',
          aboutId: id,
          label: `Année ${contractYear}${amountCents === null ? '' : `, ${euros(amountCents)}`}`,
        }));
  }
}
