import type { AidContractView, AidYearView } from '#shared/contract/aid-views.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { valueWords } from '#shared/rules/kernel/index.ts';
import { useCommand } from '../../../api/queries.ts';
import { Note } from '../../../ui/index.ts';
import { dayWords, yearName } from '../words.ts';
import { Fields } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm } from './panel-form.tsx';
import { centsText, dayText } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

/** What the paper says of one year, and what the post costs. */
export function YearForm({ contract, year }: { contract: AidContractView; year: AidYearView }) {
  const { contractYear, typed, full } = year;
  const form = usePanelForm(`année ${contract.id} ${contractYear}`, {
    amountCents: centsText(typed.amountCents),
    startsOn: dayText(typed.startsOn),
    costCents: centsText(typed.costCents),
  });
  const saved = useSaved(form);
  const save = useCommand('aid', 'saveYear', saved);
  const send = () => {
    const input = form.read((read) => ({
      contractId: contract.id,
      contractYear,
      amountCents: read.cents('amountCents'),
      startsOn: read.day('startsOn'),
      costCents: read.cents('costCents'),
    }));
    if (input !== null) save.mutate(input);
  };
  return (
    <FormPanel
      title={`${yearName(contractYear)}, ce qui est écrit`}
      form={form}
      fields={['amountCents', 'startsOn', 'costCents']}
      onSave={send}
      onClose={saved.close}
      working={save.isPending}
    >
      <Note tone="info">Ce qui est saisi ici l’emporte sur le calcul. Vide{NBSP}: la règle.</Note>
      <Fields
        form={form}
        specs={[
          {
            kind: 'euros',
            name: 'amountCents',
            label: 'Montant maximum écrit dans le contrat',
            optional: true,
            hint:
              full.ruleValue === null
                ? 'La règle ne donne pas ce montant.'
                : `La règle donne ${valueWords(full.ruleValue, full.unit)}.`,
          },
          {
            kind: 'day',
            name: 'startsOn',
            label: 'Premier jour de l’année, s’il a été déplacé',
            optional: true,
            hint: `Aujourd’hui${NBSP}: ${dayWords(year.start)}.`,
          },
          {
            kind: 'euros',
            name: 'costCents',
            label: 'Coût du poste pour l’année',
            optional: true,
            hint: 'Salaires et charges de l’employeur. Sert au reste à charge.',
          },
        ]}
      />
    </FormPanel>
  );
}
