import type { AidContractView } from '#shared/contract/aid-views.ts';
import { DOCUMENT_KINDS } from '#shared/domain/documents.ts';
import { Fields, optionsOf } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm } from './panel-form.tsx';
import { Proofs, useProof } from './proofs.tsx';
import { useSaved } from './use-saved.ts';

const { AID_CONTRACT, AVENANT, PAYSLIP, CPAM_LETTER, OTHER } = DOCUMENT_KINDS;
const KINDS = { AID_CONTRACT, AVENANT, PAYSLIP, CPAM_LETTER, OTHER };

/** The proofs of the contract itself: the signed paper, payslips, letters. */
export function ContractProofs({ contract }: { contract: AidContractView }) {
  const form = usePanelForm(`pièces ${contract.id}`, { kind: 'AID_CONTRACT', onDay: '' });
  const saved = useSaved(form);
  const proof = useProof();
  const send = () => {
    const input = form.read((read) => ({
      kind: read.needed('kind', read.code('kind', KINDS)),
      onDay: read.day('onDay'),
    }));
    if (input === null || proof.file === null) return;
    void proof
      .join({ aboutKind: 'aid_contract', aboutId: contract.id, ...input })
      .then((joined) => joined && proof.pick(null));
  };
  return (
    <FormPanel
      title="Pièces du contrat"
      form={form}
      fields={['kind', 'onDay']}
      onSave={send}
      onClose={saved.close}
      saveLabel="Joindre la pièce"
      working={proof.sending}
    >
      <Proofs label="Pièces" about={{ kind: 'aid_contract', id: contract.id }} proof={proof} />
      <Fields
        form={form}
        specs={[
          { kind: 'select', name: 'kind', label: 'Nature de la pièce à joindre', options: optionsOf(KINDS) },
          { kind: 'day', name: 'onDay', label: 'Date de la pièce', optional: true },
        ]}
      />
    </FormPanel>
  );
}
