import type { AidContractView } from '#shared/contract/aid-views.ts';
import { AID_END_REASONS } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { useCommand } from '../../../api/queries.ts';
import { Button, Note } from '../../../ui/index.ts';
import { Fields, optionsOf } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm } from './panel-form.tsx';
import { dayText } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

/** Ends a contract, before or at its term; the end can be taken back. */
export function EndForm({ contract }: { contract: AidContractView }) {
  const { ended, term } = contract;
  const form = usePanelForm(`fin ${contract.id}`, {
    endedOn: dayText(ended?.on),
    reason: ended?.reason ?? '',
  });
  const saved = useSaved(form);
  const end = useCommand('aid', 'end', saved);
  const send = () => {
    const input = form.read((read) => ({
      id: contract.id,
      endedOn: read.needed('endedOn', read.day('endedOn')),
      reason: read.code('reason', AID_END_REASONS),
    }));
    if (input !== null) end.mutate(input);
  };
  return (
    <FormPanel
      title="Fin du contrat"
      form={form}
      fields={['endedOn', 'reason']}
      onSave={send}
      onClose={saved.close}
      saveLabel="Terminer le contrat"
      working={end.isPending}
      aside={
        ended !== null && (
          <Button kind="quiet" onClick={() => end.mutate({ id: contract.id, endedOn: null, reason: null })}>
            Le contrat n’est pas terminé
          </Button>
        )
      }
    >
      <Note tone="info">
        Les années et les versements passés restent.{' '}
        {term.value !== null && `Terme du contrat${NBSP}: ${formatDay(term.value)}.`}
      </Note>
      <Fields
        form={form}
        specs={[
          { kind: 'day', name: 'endedOn', label: 'Terminé le' },
          { kind: 'select', name: 'reason', label: 'Motif', options: optionsOf(AID_END_REASONS), optional: true },
        ]}
      />
    </FormPanel>
  );
}
