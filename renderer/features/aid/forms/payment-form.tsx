import { useState } from 'react';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import { AID_PAYMENT_KINDS } from '#shared/domain/aid.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useCommand } from '../../../api/queries.ts';
import { Button } from '../../../ui/index.ts';
import { yearName } from '../words.ts';
import { Fields, optionsOf } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm } from './panel-form.tsx';
import { Proofs, useProof } from './proofs.tsx';
import { centsText, countText, dayText } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

const names = ['kind', 'contractYear', 'rank', 'amountCents', 'onDay', 'words'];

interface PaymentFormProps {
  contract: AidContractView;
  payment: AidContractView['payments'][number] | null;
  /** What a new one begins with: `RECEIVED`, its year, and which part of it. */
  begin: { kind: string; year: string; rank: string };
}

/** A sum expected, announced by the caisse or received, with its proof. A notified one replaces the estimation. */
export function PaymentForm({ contract, payment, begin }: PaymentFormProps) {
  const [savedId, setSavedId] = useState(payment?.id ?? null);
  const parts = (year: string) => contract.years.find((one) => String(one.contractYear) === year)?.payments ?? [];
  const form = usePanelForm(`versement ${contract.id} ${payment?.id ?? `${begin.kind} ${begin.year} ${begin.rank}`}`, {
    kind: payment?.kind ?? begin.kind,
    contractYear: countText(payment?.contractYear) || begin.year,
    rank: countText(payment?.rank) || (parts(begin.year).length > 1 ? begin.rank : ''),
    amountCents: centsText(payment?.amountCents),
    onDay: dayText(payment?.onDay),
    words: payment?.words ?? '',
  });
  const saved = useSaved(form);
  const proof = useProof();
  const save = useCommand('aid', 'savePayment', {
    onDone: ({ id }, { kind, onDay }) => {
      setSavedId(id);
      const about = {
        aboutKind: 'aid_payment',
        aboutId: id,
        kind: kind === 'NOTIFIED' ? 'CPAM_LETTER' : 'PAYMENT_PROOF',
        onDay,
      } as const;
      void proof.join(about).then((joined) => joined && saved.onDone());
    },
    onRefused: saved.onRefused,
  });
  const remove = useCommand('aid', 'removePayment', saved);
  const { typed } = form;
  const ranks = [
    { value: '', label: 'Année entière' },
    ...parts(typed['contractYear'] ?? '').map(({ rank, sharePercent }) => ({
      value: String(rank),
      label: sharePercent === null ? `Versement ${rank}` : `Versement ${rank}, ${formatNumber(sharePercent)}${NBSP}%`,
    })),
  ];
  const send = () => {
    const input = form.read((read) => ({
      id: savedId,
      contractId: contract.id,
      kind: read.needed('kind', read.code('kind', AID_PAYMENT_KINDS)),
      contractYear: read.needed('contractYear', read.count('contractYear')),
      // A year paid at once has no part, whatever was chosen for another year.
      rank: ranks.length > 2 ? read.count('rank') : null,
      amountCents: read.cents('amountCents'),
      onDay: read.day('onDay'),
      words: read.text('words'),
    }));
    if (input !== null) save.mutate(input);
  };
  const dayLabels: Readonly<Record<string, string>> = {
    NOTIFIED: 'Date du courrier',
    RECEIVED: 'Reçu le',
    EXPECTED: 'Attendu le',
  };
  return (
    <FormPanel
      title={payment === null ? 'Saisir un versement' : 'Versement'}
      form={form}
      fields={names}
      onSave={send}
      onClose={saved.close}
      working={save.isPending || proof.sending}
      aside={
        payment !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id: payment.id })}>
            Retirer
          </Button>
        )
      }
    >
      <Fields
        form={form}
        specs={[
          { kind: 'choice', name: 'kind', label: 'Nature', options: optionsOf(AID_PAYMENT_KINDS) },
          {
            kind: 'select',
            name: 'contractYear',
            label: 'Année du contrat',
            options: contract.years.map(({ contractYear }) => ({
              value: String(contractYear),
              label: yearName(contractYear),
            })),
          },
          ...(ranks.length > 2
            ? [
                {
                  kind: 'select' as const,
                  name: 'rank',
                  label: 'Part de l’année',
                  options: ranks,
                  optional: true,
                  hint: 'Vide\u00a0: l’année entière.',
                },
              ]
            : []),
          { kind: 'euros', name: 'amountCents', label: 'Montant', optional: typed['kind'] === 'EXPECTED' },
          {
            kind: 'day',
            name: 'onDay',
            label: dayLabels[typed['kind'] ?? ''] ?? 'Date',
            optional: typed['kind'] === 'EXPECTED',
          },
          { kind: 'area', name: 'words', label: 'Remarque', optional: true },
        ]}
      />
      <Proofs
        label={typed['kind'] === 'NOTIFIED' ? 'Courrier de la caisse' : 'Preuve du versement'}
        about={savedId === null ? null : { kind: 'aid_payment', id: savedId }}
        proof={proof}
      />
    </FormPanel>
  );
}
