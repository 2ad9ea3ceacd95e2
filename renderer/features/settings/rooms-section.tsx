import { useState } from 'react';
import { ShortText } from '#shared/domain/values.ts';
import { useCommand, useRead, type Output } from '../../api/queries.ts';
import { LoadingArea, Note, TextField, type Column } from '../../ui/index.ts';
import { IconRoom } from '../../ui/icons.ts';
import { ItemList } from './item-list.tsx';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { useKeptForm } from './kept-form.ts';
import { newItem, useOpenItem } from './open-item.ts';
import { problemsIn, problemsOf, type Problems } from './problems.ts';

type Room = Output<'practice', 'get'>['rooms'][number];

const columns: readonly Column<Room>[] = [{ id: 'label', head: 'Salle', rowHead: true, cell: (room) => room.label }];

/** Rooms where a patient is settled or seen. */
export function RoomsSection() {
  const read = useRead('practice', 'get', {});
  if (read.data === undefined) return <LoadingArea />;
  return (
    <ItemList
      kind="room"
      title="Salles"
      icon={IconRoom}
      addLabel="Ajouter une salle"
      rows={read.data.rooms}
      columns={columns}
      nameOf={(room) => room.label}
      note="Proposées à l’installation du patient"
    />
  );
}

/** One room, new or known. */
export function RoomPanel({ id }: { id: string }) {
  const read = useRead('practice', 'get', {});
  const { close } = useOpenItem();
  const known = read.data?.rooms.find((room) => room.id === id);
  const form = useKeptForm(`room ${id}`, { label: known?.label ?? '' });
  const [problems, setProblems] = useState<Problems>({});
  const onRefused = (error: unknown) => setProblems(problemsOf(error));
  const onDone = () => {
    form.discard();
    close();
  };
  const add = useCommand('practice', 'addRoom', { onDone, onRefused });
  const update = useCommand('practice', 'updateRoom', { onDone, onRefused });
  if (read.data === undefined) return <LoadingArea />;
  if (known === undefined && id !== newItem) return <Note tone="neutral">Cette salle n’est plus dans la liste.</Note>;

  const { label } = form.value;
  const check = (text: string): Problems => {
    const twin = read.data?.rooms.some(
      (room) =>
        room.id !== id &&
        room.archivedAt === null &&
        room.label.toLocaleLowerCase('fr') === text.trim().toLocaleLowerCase('fr'),
    );
    return twin === true
      ? { label: 'Une salle porte déjà ce nom. En choisir un autre.' }
      : problemsIn({ label: ShortText }, { label: text.trim() });
  };
  const save = () => {
    const found = check(label);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    if (known === undefined) add.mutate({ label: label.trim() });
    else update.mutate({ id, label: label.trim() });
  };
  return (
    <ItemPanel
      title={known?.label ?? 'Nouvelle salle'}
      onSave={save}
      onClose={close}
      working={add.isPending || update.isPending}
      onDiscard={form.dirty ? form.discard : undefined}
      error={problems['']}
    >
      <TextField
        label="Nom de la salle"
        value={label}
        onChange={(text) => {
          form.change({ label: text });
          if (problems['label'] !== undefined) setProblems(check(text));
        }}
        error={problems['label']}
        maxLength={100}
        hint={'Par exemple\u00a0: Salle 1, Préparation, Cabinet du Dr Lemoine.'}
      />
    </ItemPanel>
  );
}
