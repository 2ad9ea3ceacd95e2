import type { AidContractView } from '#shared/contract/aid-views.ts';
import { useCommand } from '../../../api/queries.ts';
import { Button, Note } from '../../../ui/index.ts';
import { useAssistants, useDoctors } from '../aid-data.ts';
import { Fields } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm } from './panel-form.tsx';
import { dayText, flagText } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

interface AssistantFormProps {
  contract: AidContractView;
  line: AidContractView['assistants'][number] | null;
  /** An assistant proposed by what is missing. */
  proposedId: string | null;
}

/** An assistant the contract pays for, and since when. */
export function AssistantForm({ contract, line, proposedId }: AssistantFormProps) {
  const form = usePanelForm(`assistant ${contract.id} ${line?.id ?? 'nouveau'}`, {
    assistantId: line?.assistantId ?? proposedId ?? '',
    fromDay: dayText(line?.fromDay ?? contract.fields.startsOn),
    toDay: dayText(line?.toDay),
  });
  const assistants = useAssistants(form.today);
  const saved = useSaved(form);
  const save = useCommand('aid', 'saveAssistant', saved);
  const remove = useCommand('aid', 'removeAssistant', saved);
  const send = () => {
    const input = form.read((read) => ({
      id: line?.id ?? null,
      contractId: contract.id,
      assistantId: read.needed('assistantId', read.text('assistantId')),
      fromDay: read.needed('fromDay', read.day('fromDay')),
      toDay: read.day('toDay'),
    }));
    if (input !== null) save.mutate(input);
  };
  return (
    <FormPanel
      title="Assistant financé par le contrat"
      form={form}
      fields={['assistantId', 'fromDay', 'toDay']}
      onSave={send}
      onClose={saved.close}
      working={save.isPending}
      aside={
        line !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id: line.id })}>
            Retirer
          </Button>
        )
      }
    >
      {assistants.length === 0 && (
        <Note tone="warn">Aucun assistant enregistré. L’ajouter d’abord dans Réglages, Assistants.</Note>
      )}
      <Fields
        form={form}
        specs={[
          {
            kind: 'select',
            name: 'assistantId',
            label: 'Assistant',
            options: assistants.map(({ id, name }) => ({ value: id, label: name })),
          },
          { kind: 'day', name: 'fromDay', label: 'Depuis le' },
          { kind: 'day', name: 'toDay', label: 'Jusqu’au', optional: true },
        ]}
      />
    </FormPanel>
  );
}

interface MemberFormProps {
  contract: AidContractView;
  member: AidContractView['members'][number] | null;
}

/** A doctor of a collective contract. */
export function MemberForm({ contract, member }: MemberFormProps) {
  const form = usePanelForm(`médecin ${contract.id} ${member?.id ?? 'nouveau'}`, {
    doctorId: member?.doctorId ?? '',
    joinedOn: dayText(member?.joinedOn ?? contract.fields.startsOn),
    leftOn: dayText(member?.leftOn),
    pamsu: member?.pamsu === true ? 'oui' : '',
    ownShares: flagText(member?.ownShares),
    adhesion: flagText(member?.adhesion),
  });
  const doctors = useDoctors();
  const saved = useSaved(form);
  const save = useCommand('aid', 'saveMember', saved);
  const remove = useCommand('aid', 'removeMember', saved);
  const send = () => {
    const input = form.read((read) => ({
      id: member?.id ?? null,
      contractId: contract.id,
      doctorId: read.needed('doctorId', read.text('doctorId')),
      joinedOn: read.needed('joinedOn', read.day('joinedOn')),
      leftOn: read.day('leftOn'),
      pamsu: read.ticked('pamsu'),
      ownShares: read.flag('ownShares'),
      adhesion: read.flag('adhesion'),
    }));
    if (input !== null) save.mutate(input);
  };
  return (
    <FormPanel
      title={member?.name ?? 'Médecin du contrat collectif'}
      form={form}
      fields={['doctorId', 'joinedOn', 'leftOn', 'pamsu', 'ownShares', 'adhesion']}
      onSave={send}
      onClose={saved.close}
      working={save.isPending}
      aside={
        member !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id: member.id })}>
            Retirer
          </Button>
        )
      }
    >
      <Fields
        form={form}
        specs={[
          {
            kind: 'select',
            name: 'doctorId',
            label: 'Médecin',
            options: doctors.map(({ id, displayName }) => ({ value: id, label: displayName })),
          },
          { kind: 'day', name: 'joinedOn', label: 'Entré dans le contrat le' },
          { kind: 'day', name: 'leftOn', label: 'Sorti le', optional: true },
          { kind: 'yesno', name: 'ownShares', label: 'Détient des parts en son nom', optional: true },
          { kind: 'yesno', name: 'adhesion', label: 'Bulletin d’adhésion signé', optional: true },
          { kind: 'tick', name: 'pamsu', label: 'Maître de stage (PAMSU)' },
        ]}
      />
    </FormPanel>
  );
}
