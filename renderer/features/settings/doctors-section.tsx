import { useState } from 'react';
import { doctorFields, type DoctorView } from '#shared/contract/practice.ts';
import { checkRpps } from '#shared/rules/identity/index.ts';
import { useCommand, useRead } from '../../api/queries.ts';
import { ChoiceField, FieldGrid, LoadingArea, Monogram, Note, TextField, type Column } from '../../ui/index.ts';
import { IconConsultation } from '../../ui/icons.ts';
import { ItemList } from './item-list.tsx';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { useKeptForm } from './kept-form.ts';
import { newItem, useOpenItem } from './open-item.ts';
import { orNull, problemsIn, problemsOf, without, type Problems } from './problems.ts';
import styles from './settings.module.css';

const hueOf = (index: number) => ((index % 5) + 1) as 1 | 2 | 3 | 4 | 5;

const columns: readonly Column<DoctorView>[] = [
  {
    id: 'name',
    head: 'Nom',
    rowHead: true,
    cell: (doctor) => (
      <span className={styles['person']}>
        <Monogram letters={doctor.monogram} hue={hueOf(doctor.hue)} name="" />
        {doctor.displayName}
      </span>
    ),
  },
  { id: 'monogram', head: 'Initiales', width: '110px', cell: (doctor) => doctor.monogram },
  {
    id: 'rpps',
    head: 'Numéro RPPS',
    width: '190px',
    cell: (doctor) =>
      doctor.rpps === null ? (
        <span className={styles['gone']}>non renseigné</span>
      ) : (
        <span className="figures">{doctor.rpps}</span>
      ),
  },
];

/** Doctors of the practice: name, initials shown everywhere, RPPS. */
export function DoctorsSection() {
  const read = useRead('practice', 'get', {});
  if (read.data === undefined) return <LoadingArea />;
  return (
    <ItemList
      kind="doctor"
      title="Médecins"
      icon={IconConsultation}
      addLabel="Ajouter un médecin"
      rows={read.data.doctors}
      columns={columns}
      nameOf={(doctor) => doctor.displayName}
      note="Un médecin retiré reste nommé dans le passé"
    />
  );
}

interface DoctorForm {
  civility: string | null;
  givenName: string;
  familyName: string;
  monogram: string;
  rpps: string;
}
const blank: DoctorForm = { civility: 'Dr', givenName: '', familyName: '', monogram: '', rpps: '' };

function checkDoctor(form: DoctorForm, others: readonly DoctorView[]): Problems {
  const { state, words, normalized } = checkRpps(form.rpps);
  const problems: Record<string, string> = {
    ...problemsIn(doctorFields, {
      ...form,
      givenName: form.givenName.trim(),
      familyName: form.familyName.trim(),
      rpps: state === 'empty' ? null : normalized,
    }),
  };
  if (state === 'refused') problems['rpps'] = words;
  else delete problems['rpps'];
  const twin = others.find((doctor) => doctor.archivedAt === null && doctor.monogram === form.monogram);
  if (twin !== undefined) problems['monogram'] = `Déjà celles de ${twin.displayName}. En choisir d’autres.`;
  return problems;
}

const initials = (form: DoctorForm) =>
  [form.givenName, form.familyName]
    .map(
      (name) =>
        [
          ...name
            .trim()
            .normalize('NFD')
            .replace(/[^A-Za-z]/gu, ''),
        ][0] ?? '',
    )
    .join('')
    .toUpperCase();

/** One doctor, new or known. */
export function DoctorPanel({ id }: { id: string }) {
  const read = useRead('practice', 'get', {});
  const { close } = useOpenItem();
  const known = read.data?.doctors.find((doctor) => doctor.id === id);
  const saved: DoctorForm = known === undefined ? blank : { ...known, rpps: known.rpps ?? '' };
  const form = useKeptForm(`doctor ${id}`, {
    civility: saved.civility,
    givenName: saved.givenName,
    familyName: saved.familyName,
    monogram: saved.monogram,
    rpps: saved.rpps,
  });
  const [problems, setProblems] = useState<Problems>({});
  const onRefused = (error: unknown) => setProblems(problemsOf(error));
  const onDone = () => {
    form.discard();
    close();
  };
  const add = useCommand('practice', 'addDoctor', { onDone, onRefused });
  const update = useCommand('practice', 'updateDoctor', { onDone, onRefused });
  if (read.data === undefined) return <LoadingArea />;
  if (known === undefined && id !== newItem) return <Note tone="neutral">Ce médecin n’est plus dans la liste.</Note>;

  const { value } = form;
  const monogram = value.monogram === '' && known === undefined ? initials(value) : value.monogram;
  const others = read.data.doctors.filter((doctor) => doctor.id !== id);
  const change = (part: Partial<DoctorForm>) => {
    form.change(part);
    if (Object.keys(problems).length > 0) setProblems(checkDoctor({ ...value, monogram, ...part }, others));
  };
  const check = () => {
    const found = checkDoctor({ ...value, monogram }, others);
    setProblems(found);
    return Object.keys(found).length === 0;
  };
  const save = () => {
    if (!check()) return;
    const input = {
      civility: orNull(value.civility),
      givenName: value.givenName.trim(),
      familyName: value.familyName.trim(),
      monogram,
      rpps: orNull(checkRpps(value.rpps).normalized),
    };
    if (known === undefined) add.mutate(input);
    else update.mutate({ id, ...input });
  };
  return (
    <ItemPanel
      title={known?.displayName ?? 'Nouveau médecin'}
      onSave={save}
      onClose={close}
      working={add.isPending || update.isPending}
      onDiscard={form.dirty ? form.discard : undefined}
      error={problems['']}
    >
      <TextField
        label="Prénom"
        value={value.givenName}
        onChange={(givenName) => change({ givenName })}
        error={problems['givenName']}
        maxLength={100}
      />
      <TextField
        label="Nom"
        value={value.familyName}
        onChange={(familyName) => change({ familyName })}
        error={problems['familyName']}
        maxLength={100}
      />
      <ChoiceField
        label="Civilité"
        options={[
          { value: 'Dr', label: 'Dr' },
          { value: 'Pr', label: 'Pr' },
        ]}
        value={value.civility === 'Pr' ? 'Pr' : value.civility === 'Dr' ? 'Dr' : null}
        onChange={(civility) => change({ civility })}
        optional
      />
      <FieldGrid columns={2}>
        <TextField
          label="Initiales"
          value={monogram}
          onChange={(text) => change({ monogram: text })}
          upperCase
          maxLength={2}
          error={problems['monogram']}
          hint="Deux lettres."
        />
        <TextField
          label="Numéro RPPS"
          optional
          value={value.rpps}
          onChange={(rpps) => change({ rpps })}
          onLeave={() => {
            const { state, words } = checkRpps(value.rpps);
            setProblems((before) => (state === 'refused' ? { ...before, rpps: words } : without(before, ['rpps'])));
          }}
          error={problems['rpps']}
          inputMode="numeric"
          figures
          maxLength={14}
        />
      </FieldGrid>
    </ItemPanel>
  );
}
