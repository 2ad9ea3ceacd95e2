import { useState } from 'react';
import { reasonFields } from '#shared/contract/practice.ts';
import { useCommand, useRead, type Output } from '../../api/queries.ts';
import { DecimalField, FieldGrid, LoadingArea, Note, Tag, TextField, type Column } from '../../ui/index.ts';
import { IconToFinish } from '../../ui/icons.ts';
import { ItemList } from './item-list.tsx';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { useKeptForm } from './kept-form.ts';
import { newItem, useOpenItem } from './open-item.ts';
import { problemsIn, problemsOf, type Problems } from './problems.ts';

type Reason = Output<'practice', 'get'>['reasons'][number];
const minutes = (count: number) => `${count}\u00a0min`;

const columns: readonly Column<Reason>[] = [
  { id: 'label', head: 'Motif', rowHead: true, cell: (reason) => reason.label },
  { id: 'short', head: 'Nom court', width: '170px', cell: (reason) => reason.shortLabel },
  { id: 'code', head: 'Code', width: '90px', cell: (reason) => <Tag look="outline">{reason.code}</Tag> },
  {
    id: 'duration',
    head: 'Consultation',
    width: '120px',
    align: 'end',
    cell: (reason) => minutes(reason.durationMinutes),
  },
  {
    id: 'preparation',
    head: 'Préparation',
    width: '120px',
    align: 'end',
    cell: (reason) => minutes(reason.preparationMinutes),
  },
];

/** Reasons of a visit, with their durations. */
export function ReasonsSection() {
  const read = useRead('practice', 'get', {});
  if (read.data === undefined) return <LoadingArea />;
  return (
    <ItemList
      kind="reason"
      title="Motifs"
      icon={IconToFinish}
      addLabel="Ajouter un motif"
      rows={read.data.reasons}
      columns={columns}
      nameOf={(reason) => reason.label}
      note="Le nom court s’affiche sur les cartes"
    />
  );
}

interface ReasonForm {
  label: string;
  shortLabel: string;
  code: string;
  durationMinutes: string;
  preparationMinutes: string;
}
const blank: ReasonForm = { label: '', shortLabel: '', code: '', durationMinutes: '', preparationMinutes: '' };

/** The input of the contract; an empty or unreadable figure becomes NaN, which the check names. */
const inputOf = (form: ReasonForm) => ({
  label: form.label.trim(),
  shortLabel: form.shortLabel.trim(),
  code: form.code.trim(),
  durationMinutes: form.durationMinutes === '' ? Number.NaN : Number(form.durationMinutes.replace(',', '.')),
  preparationMinutes: form.preparationMinutes === '' ? Number.NaN : Number(form.preparationMinutes.replace(',', '.')),
});

/** One reason, new or known. */
export function ReasonPanel({ id }: { id: string }) {
  const read = useRead('practice', 'get', {});
  const { close } = useOpenItem();
  const known = read.data?.reasons.find((reason) => reason.id === id);
  const saved: ReasonForm =
    known === undefined
      ? blank
      : {
          label: known.label,
          shortLabel: known.shortLabel,
          code: known.code,
          durationMinutes: String(known.durationMinutes),
          preparationMinutes: String(known.preparationMinutes),
        };
  const form = useKeptForm(`reason ${id}`, saved);
  const [problems, setProblems] = useState<Problems>({});
  const onRefused = (error: unknown) => setProblems(problemsOf(error));
  const onDone = () => {
    form.discard();
    close();
  };
  const add = useCommand('practice', 'addReason', { onDone, onRefused });
  const update = useCommand('practice', 'updateReason', { onDone, onRefused });
  if (read.data === undefined) return <LoadingArea />;
  if (known === undefined && id !== newItem) return <Note tone="neutral">Ce motif n’est plus dans la liste.</Note>;

  const { value } = form;
  const set = (field: keyof ReasonForm) => (text: string) => {
    form.change({ [field]: text });
    if (Object.keys(problems).length > 0) setProblems(problemsIn(reasonFields, inputOf({ ...value, [field]: text })));
  };
  const save = () => {
    const input = inputOf(value);
    const found = problemsIn(reasonFields, input);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (known === undefined) add.mutate(input);
    else update.mutate({ id, ...input });
  };
  return (
    <ItemPanel
      title={known?.label ?? 'Nouveau motif'}
      onSave={save}
      onClose={close}
      working={add.isPending || update.isPending}
      onDiscard={form.dirty ? form.discard : undefined}
      error={problems['']}
    >
      <TextField label="Motif" value={value.label} onChange={set('label')} error={problems['label']} maxLength={100} />
      <FieldGrid columns={2}>
        <TextField
          label="Nom court"
          value={value.shortLabel}
          onChange={set('shortLabel')}
          error={problems['shortLabel']}
          maxLength={18}
          hint="18 signes au plus."
        />
        <TextField
          label="Code"
          value={value.code}
          onChange={set('code')}
          error={problems['code']}
          upperCase
          maxLength={5}
          hint="5 signes au plus."
        />
      </FieldGrid>
      <FieldGrid columns={2}>
        <DecimalField
          label="Consultation"
          value={value.durationMinutes}
          onChange={set('durationMinutes')}
          unit="min"
          error={problems['durationMinutes']}
          hint="Par pas de 5 minutes."
        />
        <DecimalField
          label="Préparation"
          value={value.preparationMinutes}
          onChange={set('preparationMinutes')}
          unit="min"
          error={problems['preparationMinutes']}
          hint="0 si aucune."
        />
      </FieldGrid>
    </ItemPanel>
  );
}
