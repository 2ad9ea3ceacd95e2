import { useState } from 'react';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { IDENTITY_CHANNELS, MATRICULE_OIDS, checkNir, type IdentityChannel } from '#shared/rules/identity/index.ts';
import { refusalIn, sentenceOf, useCommand } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import {
  Button,
  ChoiceField,
  DateField,
  FieldGrid,
  NirField,
  Note,
  Row,
  SelectField,
  Stack,
  TextField,
} from '../../../ui/index.ts';
import { PatientInput } from '../form/patient-input.tsx';
import { tidied, type PatientForm, type TypedFields } from '../form/patient-form.ts';
import { PlaceField } from '../form/place-field.tsx';
import type { File } from './file-page.tsx';
import styles from './file.module.css';

const statuses = [
  { value: 'RECUP', label: 'Récupérée' },
  { value: 'QUAL', label: 'Qualifiée' },
] as const;
const channels = Object.entries(IDENTITY_CHANNELS).map(([value, label]) => ({ value, label }));
const kinds = [
  { value: MATRICULE_OIDS.NIR, label: 'NIR' },
  { value: MATRICULE_OIDS.NIA, label: 'NIA (numéro d’attente)' },
];
const demoKind = { value: MATRICULE_OIDS.DEMO, label: 'Démonstration' };

interface AttestFormProps {
  file: File;
  today: string;
  onDone: (words: string) => void;
  onLeave: () => void;
}

/** Copies what the doctor's software shows: the traits and the matricule are read a second time, nothing is prefilled. */
export function AttestForm({ file, today, onDone, onLeave }: AttestFormProps) {
  const demo = useSession((store) => store.state?.demo === true);
  const [status, setStatus] = useState<'RECUP' | 'QUAL' | null>(null);
  const [software, setSoftware] = useState('');
  const [channel, setChannel] = useState<IdentityChannel | null>(null);
  const [day, setDay] = useState(formatDay(today));
  const [matricule, setMatricule] = useState('');
  const [again, setAgain] = useState('');
  const [oid, setOid] = useState<string | null>(null);
  const [traits, setTraits] = useState<TypedFields>({});
  const [problems, setProblems] = useState<Partial<Record<string, string>>>({});
  const [error, setError] = useState<string | null>(null);
  const attest = useCommand('patients', 'attest', {
    onDone: ({ words }) => onDone(words),
    onRefused: (refused) => {
      const refusal = refusalIn(refused);
      setProblems(
        refusal?.code === 'INVALID'
          ? Object.fromEntries(refusal.data.problems.map(({ field, message }) => [field, message]))
          : {},
      );
      setError(sentenceOf(refused));
    },
  });
  const nameOfTrait: Partial<Record<string, string>> = { birthDay: 'birthDate', birthPlaceCode: 'birthPlace' };
  const form: PatientForm = {
    today,
    doctors: [],
    valueOf: (field) => traits[field] ?? '',
    errorOf: (field) => problems[`secondReading.${nameOfTrait[field] ?? field}`],
    change: (field, raw) => setTraits((before) => ({ ...before, [field]: raw })),
    leave: (typed) =>
      setTraits((before) => ({
        ...before,
        ...Object.fromEntries(
          Object.entries(typed).map(([field, raw]) => [field, tidied(field as keyof TypedFields, raw ?? '', today)]),
        ),
      })),
  };
  const read = parseFrenchDate(day, { today });
  const missing = [
    status === null && 'statut',
    software.trim() === '' && 'logiciel',
    channel === null && 'origine des traits',
    read.kind !== 'day' && 'jour du constat',
    checkNir(matricule).state !== 'accepted' && 'matricule',
    oid === null && 'nature du matricule',
    again === '' && 'seconde lecture du matricule',
    (['birthName', 'firstGivenName', 'sex', 'birthDay', 'birthPlaceCode'] as const).some(
      (field) => (traits[field] ?? '') === '',
    ) && 'seconde lecture des traits',
  ].filter((word) => word !== false);

  const submit = () => {
    if (status === null || channel === null || oid === null || read.kind !== 'day' || missing.length > 0) return;
    attest.mutate({
      patientId: file.id,
      status,
      software: software.trim(),
      channel,
      day: read.day,
      matricule,
      oid,
      secondReading: {
        birthName: traits.birthName ?? '',
        firstGivenName: traits.firstGivenName ?? '',
        sex: traits.sex ?? '',
        birthDate: traits.birthDay ?? '',
        birthPlace: traits.birthPlaceCode ?? '',
        matricule: again,
      },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <h3 className={styles['step']}>1. Ce que le logiciel du médecin affiche</h3>
        <FieldGrid columns={2}>
          <ChoiceField label="Statut affiché" options={statuses} value={status} onChange={setStatus} />
          <TextField label="Logiciel" value={software} onChange={setSoftware} maxLength={100} />
          <SelectField
            label="Origine des traits"
            options={channels}
            value={channel}
            onChange={(value) => setChannel(value as IdentityChannel | null)}
          />
          <DateField label="Constaté le" value={day} onChange={setDay} today={today} />
          <NirField
            label="Matricule INS"
            value={matricule}
            onChange={setMatricule}
            error={problems['matricule']}
            checks={
              matricule === ''
                ? []
                : checkNir(matricule)
                    .marks.filter((mark) => mark.check === 'cle')
                    .map((mark) => ({
                      label: mark.words,
                      verdict: mark.state === 'ok' ? 'ok' : mark.state === 'bad' ? 'bad' : 'pending',
                    }))
            }
          />
          <SelectField
            label="Nature du matricule"
            options={demo ? [...kinds, demoKind] : kinds}
            value={oid}
            onChange={setOid}
            error={problems['oid']}
          />
        </FieldGrid>
        <h3 className={styles['step']}>2. Seconde lecture, trait par trait</h3>
        <FieldGrid columns={2}>
          <PatientInput form={form} field="birthName" />
          <PatientInput form={form} field="firstGivenName" />
          <PatientInput form={form} field="birthDay" />
          <PatientInput form={form} field="sex" />
          <PlaceField form={form} />
          <NirField
            label="Matricule, seconde lecture"
            value={again}
            onChange={setAgain}
            error={problems['secondReading.matricule']}
          />
        </FieldGrid>
        {error !== null && (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        )}
        <Row>
          <Button
            kind="primary"
            type="submit"
            disabled={missing.length > 0}
            working={attest.isPending ? 'Enregistrement…' : undefined}
          >
            Attester le statut
          </Button>
          <Button onClick={onLeave}>Retour</Button>
          <span role="status" className={styles['sub']}>
            {missing.length > 0 ? `Il manque\u00a0: ${missing.join(', ')}.` : ''}
          </span>
        </Row>
      </Stack>
    </form>
  );
}
