import { useState } from 'react';
import { AidObjectiveFigures } from '#shared/contract/aid-fields.ts';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { useCommand } from '../../../api/queries.ts';
import { Button, Note, Why } from '../../../ui/index.ts';
import styles from '../aid.module.css';
import { MISSING_LABELS } from '../words.ts';
import { Group } from './contract-fields.tsx';
import { Fields } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm, type StoredReading } from './panel-form.tsx';
import { Proofs, useProof } from './proofs.tsx';
import { countText, dayText, type EntryReader } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

const names = [
  'start',
  'target',
  'dueOn',
  'formerGain',
  'notified',
  'notifiedOn',
  'threshold',
  'thresholdOn',
  'asWritten',
];

/** A figure of the objective stored by a colleague. */
const storedFigure: StoredReading = {
  text: (field, stored) => {
    if (stored === null) return '';
    if (field === 'asWritten') return stored === 'true' ? 'oui' : '';
    return field.endsWith('On') ? dayText(stored) : countText(Number(stored));
  },
  words: (field, stored) => {
    if (stored === null) return 'non précisé';
    if (field === 'asWritten') return stored === 'true' ? 'oui' : 'non';
    return field.endsWith('On') ? formatDay(stored) : formatNumber(Number(stored));
  },
};

interface ObjectiveFormProps {
  contract: AidContractView;
  objective: AidContractView['objectives'][number];
}

/** Start and objective of one counter. Unknown stays empty: nothing is made up. */
export function ObjectiveForm({ contract, objective }: ObjectiveFormProps) {
  const { metric, label, typed, target, threshold, latest, unit, increase } = objective;
  const [savedId, setSavedId] = useState(objective.id);
  // Saved while its proof was not joined: the form stays open, over what it has just written.
  const [written, setWritten] = useState<AidObjectiveFigures | null>(null);
  const collective = contract.fields.kind === 'COLLECTIVE';
  const form = usePanelForm(
    `objectif ${contract.id} ${metric}`,
    {
      start: countText(typed.start),
      target: countText(typed.target),
      dueOn: dayText(typed.dueOn),
      formerGain: countText(typed.formerGain),
      notified: countText(typed.notified),
      notifiedOn: dayText(typed.notifiedOn),
      threshold: countText(typed.threshold),
      thresholdOn: dayText(typed.thresholdOn),
      asWritten: typed.asWritten ? 'oui' : '',
    },
    storedFigure,
  );
  const saved = useSaved(form);
  const proof = useProof();
  const save = useCommand('aid', 'saveObjective', {
    onDone: ({ id }, input) => {
      const { notifiedOn, thresholdOn } = input;
      setSavedId(id);
      setWritten(AidObjectiveFigures.strip().parse(input));
      const about = { aboutKind: 'aid_objective', aboutId: id, kind: 'CPAM_LETTER' } as const;
      void proof.join({ ...about, onDay: notifiedOn ?? thresholdOn }).then((joined) => joined && saved.onDone());
    },
    onRefused: (error) => {
      setWritten(null);
      saved.onRefused(error);
    },
  });
  const remove = useCommand('aid', 'removeObjective', saved);
  const reading = (read: EntryReader) => ({
    start: read.count('start'),
    target: read.count('target'),
    dueOn: read.day('dueOn'),
    formerGain: read.count('formerGain'),
    notified: read.count('notified'),
    notifiedOn: read.day('notifiedOn'),
    threshold: collective ? null : read.count('threshold'),
    thresholdOn: collective ? null : read.day('thresholdOn'),
    asWritten: read.ticked('asWritten'),
  });
  const send = () => {
    const figures = form.read(reading);
    if (figures !== null)
      save.mutate({ contractId: contract.id, metric, ...figures, base: written ?? form.seen(reading) });
  };
  return (
    <FormPanel
      title={`Objectif${NBSP}: ${label}`}
      form={form}
      fields={names}
      onSave={send}
      onClose={saved.close}
      working={save.isPending || proof.sending}
      aside={
        savedId !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id: savedId })}>
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
      {unit.map(({ statementId, words }) => (
        <Note key={statementId} tone="warn">
          {words}
        </Note>
      ))}
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
            hint: 'Celui du contrat, en patients et non en pourcentage.',
          },
          { kind: 'day', name: 'dueOn', label: 'À atteindre le', optional: true },
          ...(collective
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
      <Group title="Écrit par la CPAM pour ce médecin">
        <p className={styles['quiet']}>
          Un courrier peut donner d’autres nombres que le contrat et le texte{NBSP}: ils l’emportent, les autres restent
          affichés à côté.
        </p>
        <Fields
          form={form}
          specs={[
            { kind: 'count', name: 'notified', label: 'Objectif notifié', optional: true },
            { kind: 'day', name: 'notifiedOn', label: 'Objectif, courrier du', optional: true },
            ...(collective
              ? []
              : ([
                  {
                    kind: 'count',
                    name: 'threshold',
                    label: 'Seuil d’entrée notifié',
                    optional: true,
                    hint: thresholdHint(threshold),
                  },
                  { kind: 'day', name: 'thresholdOn', label: 'Seuil, courrier du', optional: true },
                ] as const)),
          ]}
        />
        <Proofs
          label="Courrier en pièce"
          about={savedId === null ? null : { kind: 'aid_objective', id: savedId }}
          proof={proof}
        />
      </Group>
    </FormPanel>
  );
}

const thresholdHint = (threshold: ObjectiveFormProps['objective']['threshold']) =>
  threshold?.ruleValue == null
    ? 'Aucun seuil connu dans le texte pour cet indicateur.'
    : `Seuil du texte${NBSP}: ${formatNumber(threshold.ruleValue)}.`;
