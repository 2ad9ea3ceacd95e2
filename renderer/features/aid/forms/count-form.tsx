import { useState } from 'react';
import type { OfficialCount } from '#shared/contract/counter-views.ts';
import {
  COUNTER_METRICS,
  OFFICIAL_FIELDS,
  officialFields,
  PMT_POPULATIONS,
  pmtPopulations,
  type CounterMetric,
} from '#shared/domain/counters.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { useCommand, useRead } from '../../../api/queries.ts';
import { Button, EmptyState, IconButton, LoadingArea, TextLink, VisuallyHidden } from '../../../ui/index.ts';
import { IconAdd, IconClose, IconPatients } from '../../../ui/icons.ts';
import { useActions } from '../../../app/actions/index.ts';
import { useAidAddress } from '../address.ts';
import styles from '../aid.module.css';
import { Fields, optionsOf } from './fields.tsx';
import { FormPanel } from './form-panel.tsx';
import { usePanelForm, type StoredReading } from './panel-form.tsx';
import { Proofs, useProof } from './proofs.tsx';
import { countText, dayText, type EntryReader } from './typed-entry.ts';
import { useSaved } from './use-saved.ts';

interface CountFormProps {
  doctorId: string;
  metric: CounterMetric;
  /** Null for a new statement. */
  known: OfficialCount | null;
}

/** A statement of the Assurance Maladie: its day, its figure, its proof. */
export function CountForm({ doctorId, metric, known }: CountFormProps) {
  const [savedId, setSavedId] = useState(known?.id ?? null);
  const before = {
    onDay: dayText(known?.onDay),
    value: countText(known?.value),
    population: known?.population ?? '',
  };
  const form = usePanelForm(`relevé ${doctorId} ${metric} ${known?.id ?? 'nouveau'}`, before, officialReading);
  /** What the core holds of a statement added from this form: its proof may have been refused. */
  const [added, setAdded] = useState<Pick<OfficialCount, (typeof officialFields)[number]> | null>(null);
  const saved = useSaved(form);
  const proof = useProof();
  const join = (id: string, onDay: string | null) => {
    setSavedId(id);
    void proof
      .join({ aboutKind: 'official_count', aboutId: id, kind: 'STATEMENT', onDay })
      .then((joined) => joined && saved.onDone());
  };
  const add = useCommand('counters', 'addOfficial', {
    onDone: ({ id }, { onDay, value, population }) => {
      setAdded({ onDay, value, population });
      join(id, onDay);
    },
    onRefused: saved.onRefused,
  });
  const correct = useCommand('counters', 'correctOfficial', {
    onDone: (_, { id }) => join(id, null),
    onRefused: saved.onRefused,
  });
  const remove = useCommand('counters', 'removeOfficial', saved);
  const send = () => {
    const reading = (read: EntryReader) => ({
      onDay: read.needed('onDay', read.day('onDay')),
      value: read.needed('value', read.count('value')),
      population: metric === 'PMT' ? read.code('population', PMT_POPULATIONS) : null,
    });
    const input = form.read(reading);
    if (input === null) return;
    if (known === null && savedId === null) return add.mutate({ doctorId, metric, ...input });
    const id = known?.id ?? savedId ?? '';
    const seen = known === null && added !== null ? added : form.seen(reading);
    const patches = officialFields
      .filter((field) => input[field] !== seen[field])
      .map((field) => ({ field, base: textOrNull(seen[field]), value: textOrNull(input[field]) }));
    if (patches.length === 0) join(id, input.onDay);
    else correct.mutate({ id, patches }, { onSuccess: () => setAdded(known === null ? input : null) });
  };
  return (
    <FormPanel
      title={`Relevé, ${COUNTER_METRICS[metric].toLocaleLowerCase('fr')}`}
      form={form}
      fields={officialFields}
      onSave={send}
      onClose={saved.close}
      working={add.isPending || correct.isPending || proof.sending}
      aside={
        known !== null && (
          <Button kind="quiet" onClick={() => remove.mutate({ id: known.id })}>
            Retirer
          </Button>
        )
      }
    >
      <Fields
        form={form}
        specs={[
          { kind: 'day', name: 'onDay', label: 'Date du relevé' },
          {
            kind: 'count',
            name: 'value',
            label: 'Nombre de patients',
            hint: 'Lu dans l’espace professionnel de l’Assurance Maladie.',
          },
          ...(metric === 'PMT'
            ? [
                {
                  kind: 'choice' as const,
                  name: 'population',
                  label: OFFICIAL_FIELDS.population,
                  options: optionsOf(PMT_POPULATIONS),
                  optional: true,
                  hint: 'L’avenant\u00a07 compte les 16\u00a0ans et plus, les textes suivants les enfants aussi. Vide\u00a0: le relevé ne le dit pas.',
                },
              ]
            : []),
        ]}
      />
      <Proofs
        label="Relevé en pièce"
        about={savedId === null ? null : { kind: 'official_count', id: savedId }}
        proof={proof}
      />
    </FormPanel>
  );
}

const textOrNull = (value: string | number | null) => (value === null ? null : String(value));

/** A field of a statement stored by a colleague. */
const officialReading: StoredReading = {
  text: (field, stored) => (field === 'onDay' ? dayText(stored) : (stored ?? '')),
  words: (field, stored) => {
    if (stored === null) return 'non précisé';
    if (field === 'onDay') return formatDay(stored);
    return field === 'value'
      ? formatNumber(Number(stored))
      : (pmtPopulations.flatMap((one) => (one === stored ? [PMT_POPULATIONS[one]] : []))[0] ?? stored);
  },
};

/** All the statements of one counter, each one opened in its form. */
export function CountList({ doctorId, metric }: { doctorId: string; metric: CounterMetric }) {
  const { open, close } = useAidAddress();
  const read = useRead('counters', 'officials', { doctorId, metric });
  useActions('Aide CNAM', [
    { id: 'aid.closePanel', label: 'Fermer la saisie', keys: ['Escape'], hiddenInPalette: true, run: close },
  ]);
  const officials = read.data?.officials;
  return (
    <div className={styles['form']}>
      <div className={styles['formHead']}>
        <h2>Relevés, {COUNTER_METRICS[metric].toLocaleLowerCase('fr')}</h2>
        <IconButton icon={IconClose} label="Fermer la saisie" keyShortcut="Escape" onClick={close} />
      </div>
      {officials === undefined ? (
        <LoadingArea />
      ) : officials.length === 0 ? (
        <EmptyState icon={IconPatients} title="Aucun relevé saisi" />
      ) : (
        <ul className={styles['lines']}>
          {officials.map(({ id, onDay, value, population, proofs }) => (
            <li key={id} className={styles['life']}>
              <b>{formatNumber(value)}</b>
              <span className={styles['quiet']}>
                {formatDay(onDay)}
                {population !== null && ` · ${PMT_POPULATIONS[population].toLocaleLowerCase('fr')}`} ·{' '}
                {proofs === 0 ? 'sans pièce' : 'avec pièce'}
              </span>
              <TextLink onClick={() => open('releve', `${metric}.${id}`)}>
                Modifier<VisuallyHidden>, relevé du {formatDay(onDay)}</VisuallyHidden>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon={IconAdd} onClick={() => open('releve', metric)}>
          Saisir un relevé
        </Button>
      </div>
    </div>
  );
}
