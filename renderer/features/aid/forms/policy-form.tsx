import type { AidContractView } from '#shared/contract/aid-views.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { MODULATION_POLICIES } from '#shared/rules/aid/index.ts';
import { useCommand } from '../../../api/queries.ts';
import { Note } from '../../../ui/index.ts';
import { sumWords } from '../words.ts';
import { Fields, optionsOf } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { changesOf, usePanelForm } from './panel-form.tsx';
import { contractReading } from './contract-typed.ts';
import { flagText, type EntryReader } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

/** The practice's own assumption where the text says nothing: how a partial result is paid. */
export function PolicyForm({ contract }: { contract: AidContractView }) {
  const { fields } = contract;
  const form = usePanelForm(
    `formule ${contract.id}`,
    { policy: fields.policy ?? '', cumulative: flagText(fields.cumulative) },
    contractReading([]),
  );
  const saved = useSaved(form);
  const update = useCommand('aid', 'update', saved);
  const send = () => {
    const reading = (read: EntryReader) => ({
      policy: read.code('policy', MODULATION_POLICIES),
      cumulative: read.flag('cumulative'),
    });
    const said = form.read(reading);
    if (said !== null) update.mutate({ id: contract.id, ...changesOf(form.seen(reading), said) });
  };
  const next = contract.years.find(({ contractYear }) => contractYear === contract.nextPayment?.contractYear);
  return (
    <FormPanel
      title="Formule de l’objectif atteint en partie"
      form={form}
      fields={['policy', 'cumulative']}
      onSave={send}
      onClose={saved.close}
      working={update.isPending}
    >
      <Note tone="warn" title="Aucun texte lu ne donne cette formule.">
        Ce choix est une hypothèse du cabinet{NBSP}; un montant notifié par la caisse la remplace toujours.
      </Note>
      {next !== undefined && next.forecasts.length > 0 && (
        <ul>
          {next.forecasts.map(({ policy, label, amount }) => (
            <li key={policy}>
              {label}
              {NBSP}: {sumWords(amount)}
            </li>
          ))}
        </ul>
      )}
      <Fields
        form={form}
        specs={[
          {
            kind: 'select',
            name: 'policy',
            label: 'Formule retenue',
            options: optionsOf(MODULATION_POLICIES),
            optional: true,
            hint: 'Vide\u00a0: une prévision par formule.',
          },
          { kind: 'yesno', name: 'cumulative', label: 'Les deux indicateurs sont exigés', optional: true },
        ]}
      />
    </FormPanel>
  );
}
