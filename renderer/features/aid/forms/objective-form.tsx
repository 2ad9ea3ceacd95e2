import type { AidContractView } from '#shared/contract/aid-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useCommand } from '../../../api/queries.ts';
import { Button, Note, Why } from '../../../ui/index.ts';
import { MISSING_LABELS } from '../words.ts';
import { Fields } from './fields.tsx';
import { FormPanel, usePanelForm } from './form-panel.tsx';
import { countText, dayText } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

const names = ['start', 'target', 'dueOn', 'formerGain', 'asWritten'];

interface ObjectiveFormProps {
  contract: AidContractView;
  objective: AidContractView['objectives'][number];
}

/** Start and objective of one counter. Unknown stays empty: nothing is made up. */
export function ObjectiveForm({ contract, objective }: ObjectiveFormProps) {
  const { metric, label, typed, target, latest, id, increase } = objective;
  const form = usePanelForm(`objectif ${contract.id} ${metric}`, {
    start: countText(typed.start),
    target: countText(typed.target),
    dueOn: dayText(typed.dueOn),
    formerGain: countText(typed.formerGain),
    asWritten: typed.asWritten ? 'oui' : '',
  });
  const saved = useSaved(form);
  const save = useCommand('aid', 'saveObjective', saved);
  const remove = useCommand('aid', 'removeObjective', saved);
  const send = () => {
    const input = form.read((read) => ({
      contractId: contract.id,
      metric,
      start: read.count('start'),
      target: read.count('target'),
      dueOn: read.day('dueOn'),
      formerGain: read.count('formerGain'),
      asWritten: read.ticked('asWritten'),
    }));
    if (input !== null) save.mutate(input);
  };
  return (
    <FormPanel
      title={`Objectif${NBSP}: ${label}`}
      form={form}
      fields={names}
      onSave={send}
      onClose={saved.close}
      working={save.isPending}
      aside={
        id !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id })}>
            Retirer ce qui est saisi
          </Button>
        )
      }
    >
      {target.value === null && (
        <Note tone="warn" title="Objectif inconnu">
          Il est écrit dans le contrat ou dans un courrier de la CPAM. Sans lui, ni versement ni reste à faire ne sont
          calculés.
        </Note>
      )}
      <Why answer={target} missingLabels={MISSING_LABELS} />
      {increase !== null && <Why answer={increase} missingLabels={MISSING_LABELS} />}
      <Fields
        form={form}
        specs={[
          {
            kind: 'count',
            name: 'start',
            label: 'Compteur de départ',
            optional: true,
            hint:
              latest === null
                ? undefined
                : `Dernier relevé saisi${NBSP}: ${formatNumber(latest.value)} au ${formatDay(latest.on)}.`,
          },
          {
            kind: 'count',
            name: 'target',
            label: 'Objectif à atteindre',
            optional: true,
            hint: 'En patients, et non en pourcentage.',
          },
          { kind: 'day', name: 'dueOn', label: 'À atteindre le', optional: true },
          ...(contract.fields.kind === 'COLLECTIVE'
            ? [
                {
                  kind: 'count' as const,
                  name: 'formerGain',
                  label: 'Gain des anciens contrats individuels',
                  optional: true,
                },
              ]
            : []),
          {
            kind: 'tick',
            name: 'asWritten',
            label: 'Garder un objectif sous le départ, écrit ainsi sur le papier',
          },
        ]}
      />
    </FormPanel>
  );
}
