import { useState } from 'react';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { SENDING_CHANNELS, sendingChannels, type Sending, type SendingChannel } from '#shared/domain/renewal.ts';
import { useCommand } from '../../api/queries.ts';
import { Button, DateField, ModalFrame, Note, SelectField, Stack, TextAreaField } from '../../ui/index.ts';
import { FilePicker } from '../documents/file-picker.tsx';
import { sendDocument } from '../documents/send-document.ts';
import { problemsOf, type Problems } from '../settings/problems.ts';

interface SendingDialogProps {
  renewalId: string;
  today: string;
  onClose: () => void;
}

/** Says that a file was handed over: Prélude has sent nothing. */
export function SendingDialog({ renewalId, today, onClose }: SendingDialogProps) {
  const [day, setDay] = useState(formatDay(today));
  const [channel, setChannel] = useState<string | null>('PORTAL');
  const [problems, setProblems] = useState<Problems>({});
  const record = useCommand('renewal', 'recordSending', {
    onDone: onClose,
    onRefused: (error) => setProblems(problemsOf(error)),
  });
  const reading = parseFrenchDate(day, { today });
  const save = () => {
    if (reading.kind !== 'day' || channel === null) return;
    record.mutate({ renewalId, onDay: reading.day, channel: channel as SendingChannel });
  };
  return (
    <ModalFrame
      opened
      title="Noter un envoi"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Retour</Button>
          <Button kind="primary" onClick={save}>
            Noter l’envoi
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <DateField label="Envoyé le" value={day} onChange={setDay} today={today} latest={today} />
        {problems['onDay'] !== undefined && (
          <Note tone="bad" role="alert">
            {problems['onDay']}
          </Note>
        )}
        <SelectField
          label="Par"
          options={sendingChannels.map((one) => ({ value: one, label: SENDING_CHANNELS[one] }))}
          value={channel}
          onChange={setChannel}
        />
      </Stack>
    </ModalFrame>
  );
}

interface AnswerDialogProps {
  sending: Sending;
  today: string;
  onClose: () => void;
}

/** What the CPAM answered, with its letter. */
export function AnswerDialog({ sending, today, onClose }: AnswerDialogProps) {
  const [day, setDay] = useState(sending.answeredOn === null ? '' : formatDay(sending.answeredOn));
  const [answer, setAnswer] = useState(sending.answer ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const record = useCommand('renewal', 'recordAnswer', { onRefused: (error) => setProblems(problemsOf(error)) });
  const reading = parseFrenchDate(day, { today });
  const save = async () => {
    if (reading.kind !== 'day') return setProblems({ answeredOn: 'Écrire la date de la réponse.' });
    const answeredOn = reading.day;
    try {
      await record.mutateAsync({ sendingId: sending.id, answeredOn, answer });
    } catch {
      return;
    }
    if (file === null) return onClose();
    try {
      await sendDocument(file, {
        kind: 'CPAM_LETTER',
        aboutKind: 'renewal_sending',
        aboutId: sending.id,
        onDay: answeredOn,
      });
      onClose();
    } catch (refusal) {
      setProblems({
        '': `La réponse est notée, la pièce n’est pas jointe. ${Object.values(problemsOf(refusal)).join(' ')}`,
      });
    }
  };
  return (
    <ModalFrame
      opened
      title="Réponse de la caisse"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Retour</Button>
          <Button kind="primary" onClick={() => void save()} working={record.isPending ? 'Enregistrement…' : undefined}>
            Noter la réponse
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        {Object.values(problems).length > 0 && (
          <Note tone="bad" role="alert">
            {Object.values(problems).join(' ')}
          </Note>
        )}
        <DateField label="Reçue le" value={day} onChange={setDay} today={today} latest={today} />
        <TextAreaField label="Réponse" value={answer} onChange={setAnswer} />
        <FilePicker label="Courrier de la caisse" file={file} onChange={setFile} />
      </Stack>
    </ModalFrame>
  );
}
