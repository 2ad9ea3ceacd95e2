import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import { ageLabel, formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { formatTime } from '#shared/kernel/format.ts';
import { refusalIn, sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import {
  Button,
  CheckField,
  ChoiceField,
  FieldGrid,
  ModalFrame,
  Note,
  SelectField,
  Stack,
  TextField,
} from '../../ui/index.ts';
import { PatientPicker, type PatientLine } from './patient-picker.tsx';

interface AddVisitDialogProps {
  opened: boolean;
  onClose: () => void;
  practice: PracticeView;
  today: string;
  nowMinute: number;
  doctorId: string | null;
  onAdded: (visitId: string) => void;
}

/** « + » : somebody without an appointment, or an appointment of the day; never twice the same slot. */
export function AddVisitDialog(props: AddVisitDialogProps) {
  return (
    <ModalFrame opened={props.opened} title="Ajouter à la journée" onClose={props.onClose} width={620}>
      {props.opened && <AddVisitForm {...props} />}
    </ModalFrame>
  );
}

function AddVisitForm({ onClose, practice, today, nowMinute, doctorId, onAdded }: AddVisitDialogProps) {
  const navigate = useNavigate();
  const doctors = practice.doctors.filter((doctor) => doctor.archivedAt === null);
  const reasons = practice.reasons.filter((reason) => reason.archivedAt === null);
  const [patient, setPatient] = useState<PatientLine | null>(null);
  const [kind, setKind] = useState<'walk_in' | 'appointment' | null>('walk_in');
  const [doctor, setDoctor] = useState<string | null>(
    doctorId ?? (doctors.length === 1 ? (doctors[0]?.id ?? null) : null),
  );
  const [reason, setReason] = useState<string | null>(null);
  const [dayText, setDayText] = useState(formatDay(today));
  const [start, setStart] = useState<string | null>(null);
  const [urgent, setUrgent] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const done = (visitId: string) => {
    onAdded(visitId);
    onClose();
  };
  const [already, setAlready] = useState(false);
  const walkIn = useCommand('visits', 'walkIn', {
    onDone: ({ id }) => done(id),
    onRefused: (refusal) => {
      setAlready(refusalIn(refusal)?.code === 'ALREADY_TODAY');
      setError(sentenceOf(refusal));
    },
  });
  const book = useCommand('visits', 'book', {
    onDone: ({ id }) => done(id),
    onRefused: (refusal) => {
      const taken = refusalIn(refusal);
      const next = taken?.code === 'SLOT_TAKEN' ? taken.data.nextStarts.slice(0, 3).map(formatTime).join(', ') : '';
      setError(sentenceOf(refusal) + (next === '' ? '' : ` Suivants\u00a0: ${next}.`));
    },
  });
  const typedDay = parseFrenchDate(dayText, {
    today,
    latest: `${Number(today.slice(0, 4)) + 2}-12-31`,
    earliest: today,
  });
  const day = typedDay.kind === 'day' ? typedDay.day : null;
  const duration = reasons.find((one) => one.id === reason)?.durationMinutes ?? 15;
  const slots = useSlots(kind === 'appointment' ? doctor : null, day, duration, day === today ? nowMinute : 0);
  useEffect(() => setStart(null), [doctor, day, duration]);

  const missing = missingWords({
    patient,
    doctor,
    reason,
    timed: kind === 'appointment',
    placed: day !== null && start !== null,
  });
  /** `again`: somebody already in the day comes a second time, on purpose. */
  const submit = (again = false) => {
    if (patient === null || doctor === null || missing.length > 0) return;
    setError(null);
    setAlready(false);
    const common = { patientId: patient.id, doctorId: doctor, reasonId: reason };
    if (kind === 'walk_in') walkIn.mutate({ ...common, urgent, ...(again ? { again } : {}) });
    else book.mutate({ ...common, day: day ?? today, startMinute: Number(start), durationMinutes: duration });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter') submit();
      }}
    >
      <Stack gap={3}>
        <PatientPicker
          value={patient}
          today={today}
          onChange={setPatient}
          onCreate={() => {
            onClose();
            void navigate({ to: '/patients/nouveau' });
          }}
        />
        {patient !== null && patient.homonym && (
          <Note tone="warn">
            Un autre dossier porte le même nom. Vérifier la date de naissance{'\u00a0'}: {formatDay(patient.birthDay)} (
            {ageLabel(patient.birthDay, today)}).
          </Note>
        )}
        <ChoiceField
          label="Venue"
          clearable={false}
          fullWidth
          options={[
            { value: 'walk_in', label: 'Sans rendez-vous, présent' },
            { value: 'appointment', label: 'Rendez-vous' },
          ]}
          value={kind}
          onChange={setKind}
        />
        <FieldGrid columns={2}>
          <SelectField
            label="Médecin"
            options={doctors.map((one) => ({ value: one.id, label: one.displayName }))}
            value={doctor}
            onChange={setDoctor}
          />
          <SelectField
            label="Motif"
            options={reasons.map((one) => ({ value: one.id, label: one.label }))}
            value={reason}
            onChange={setReason}
          />
        </FieldGrid>
        {kind === 'walk_in' ? (
          <CheckField label="Urgent" checked={urgent} onChange={setUrgent} />
        ) : (
          <FieldGrid columns={2}>
            <TextField
              label="Jour"
              value={dayText}
              onChange={setDayText}
              figures
              inputMode="numeric"
              error={typedDay.kind === 'refused' ? typedDay.message : undefined}
            />
            <SelectField
              label={`Heure, ${duration}\u00a0min`}
              options={slots.map((minute) => ({ value: String(minute), label: formatTime(minute) }))}
              value={start}
              onChange={setStart}
              placeholder={slots.length === 0 ? 'Aucun créneau libre' : 'Choisir'}
            />
          </FieldGrid>
        )}
        {error !== null && (
          <Note
            tone={already ? 'warn' : 'bad'}
            role="alert"
            actions={already && <Button onClick={() => submit(true)}>Ajouter quand même</Button>}
          >
            {error}
          </Note>
        )}
        <div style={{ display: 'flex', gap: 8, justifyContent: 'flex-end', alignItems: 'center' }}>
          <span role="status" style={{ marginRight: 'auto' }}>
            {missing.length > 0 ? `Il manque\u00a0: ${missing.join(', ')}` : ''}
          </span>
          <Button onClick={onClose} keyCap="Échap">
            Retour
          </Button>
          <Button
            kind="primary"
            type="submit"
            disabled={missing.length > 0}
            keyCap="Ctrl ↵"
            keyShortcut="Control+Enter"
          >
            {kind === 'walk_in' ? 'Noter l’arrivée' : 'Donner le rendez-vous'}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** What is still to be given, in words. */
function missingWords(form: {
  patient: PatientLine | null;
  doctor: string | null;
  reason: string | null;
  timed: boolean;
  placed: boolean;
}): string[] {
  const words: [boolean, string][] = [
    [form.patient === null, 'patient'],
    [form.doctor === null, 'médecin'],
    [form.reason === null, 'motif'],
    [form.timed && !form.placed, 'heure'],
  ];
  return words.filter(([lacks]) => lacks).map(([, word]) => word);
}

/** Free starts of a doctor's day, from now on when it is today. */
function useSlots(doctorId: string | null, day: string | null, durationMinutes: number, after: number): number[] {
  const slots = useRead(
    'visits',
    'freeSlots',
    { doctorId: doctorId ?? '', day: day ?? '', durationMinutes },
    { enabled: doctorId !== null && day !== null },
  );
  return (slots.data ?? []).filter((minute) => minute >= after);
}
