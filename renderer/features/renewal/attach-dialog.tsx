import { useState } from 'react';
import { DOCUMENT_KINDS } from '#shared/domain/documents.ts';
import { parseFrenchDate } from '#shared/kernel/day.ts';
import type { ChecklistLine } from '#shared/domain/renewal.ts';
import { Button, DateField, ModalFrame, SelectField, Stack } from '../../ui/index.ts';
import { FilePicker } from '../documents/file-picker.tsx';
import { sendDocument } from '../documents/send-document.ts';
import { problemsOf } from '../settings/problems.ts';

interface AttachDialogProps {
  line: ChecklistLine;
  today: string;
  onClose: () => void;
}

/** Joins a proof from the checklist: the file, what it proves, its day. */
export function AttachDialog({ line, today, onClose }: AttachDialogProps) {
  const targets = line.attach?.to ?? [];
  const [file, setFile] = useState<File | null>(null);
  const [about, setAbout] = useState<string | null>(targets[0]?.aboutId ?? null);
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);
  const target = targets.find(({ aboutId }) => aboutId === about);
  const reading = parseFrenchDate(day, { today });
  const join = async () => {
    if (file === null) return setProblem('Choisir un fichier.');
    if (line.attach === null || target === undefined || (day !== '' && reading.kind !== 'day')) return;
    setSending(true);
    try {
      const onDay = reading.kind === 'day' ? reading.day : null;
      await sendDocument(file, { kind: line.attach.kind, aboutKind: target.aboutKind, aboutId: target.aboutId, onDay });
      onClose();
    } catch (refusal) {
      setProblem(Object.values(problemsOf(refusal)).join(' '));
    } finally {
      setSending(false);
    }
  };
  return (
    <ModalFrame
      opened
      title={`Joindre une pièce\u00a0: ${line.label}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Retour</Button>
          <Button kind="primary" onClick={() => void join()} working={sending ? 'Envoi au coffre…' : undefined}>
            Joindre la pièce
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <FilePicker
          label={line.attach === null ? 'Pièce' : DOCUMENT_KINDS[line.attach.kind]}
          file={file}
          onChange={(chosen) => {
            setFile(chosen);
            setProblem(undefined);
          }}
          error={problem}
        />
        <SelectField
          label="Ce que prouve la pièce"
          options={targets.map(({ aboutId, label }) => ({ value: aboutId, label }))}
          value={about}
          onChange={setAbout}
        />
        <DateField label="Date de la pièce" optional value={day} onChange={setDay} today={today} latest={today} />
      </Stack>
    </ModalFrame>
  );
}
