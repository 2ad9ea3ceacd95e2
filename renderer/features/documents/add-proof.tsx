import { useEffect, useRef, useState } from 'react';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentSubject } from '#shared/domain/documents.ts';
import { addYears, parseFrenchDate } from '#shared/kernel/day.ts';
import { useSession } from '../../api/session.ts';
import { problemsOf, type Problems } from '../settings/problems.ts';
import { Button, DateField, FieldGrid, Note, Row, SelectField } from '../../ui/index.ts';
import { FilePicker } from './file-picker.tsx';
import styles from './proofs.module.css';
import { sendDocument } from './send-document.ts';

interface AddProofProps {
  about: { kind: DocumentSubject; id: string };
  kinds: readonly [DocumentKind, ...DocumentKind[]];
  onClose: () => void;
}

/** The file, what it is, and the day written on it. */
export function AddProof({ about, kinds, onClose }: AddProofProps) {
  const today = useSession((store) => store.state?.today) ?? '';
  const [file, setFile] = useState<File | null>(null);
  const [kind, setKind] = useState<DocumentKind>(kinds[0]);
  const [day, setDay] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [sent, setSent] = useState<number | null>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);

  const earliest = addYears(today, -80);
  const send = async () => {
    const reading = parseFrenchDate(day, { today, earliest });
    const found: Record<string, string> = {};
    if (file === null) found['file'] = 'Choisir un fichier.';
    if (reading.kind === 'refused' || reading.kind === 'ambiguous') found['onDay'] = reading.message;
    setProblems(found);
    if (file === null || Object.keys(found).length > 0) return;
    setSent(0);
    try {
      const onDay = reading.kind === 'day' ? reading.day : null;
      await sendDocument(file, { kind, aboutKind: about.kind, aboutId: about.id, onDay }, (now, total) =>
        setSent(Math.round((100 * now) / Math.max(total, 1))),
      );
      onClose();
    } catch (error) {
      setProblems(problemsOf(error));
    } finally {
      setSent(null);
    }
  };
  const elsewhere = Object.entries(problems).flatMap(([field, words]) =>
    ['file', 'onDay'].includes(field) ? [] : [words],
  );
  return (
    <div ref={box} className={styles['form']} role="group" aria-label="Nouvelle pièce">
      <FilePicker
        label="Fichier de la pièce"
        file={file}
        onChange={(chosen) => {
          setFile(chosen);
          setProblems({});
        }}
        error={problems['file']}
      />
      <FieldGrid columns={2}>
        <SelectField
          label="Nature"
          options={kinds.map((one) => ({ value: one, label: DOCUMENT_KINDS[one] }))}
          value={kind}
          onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? kinds[0])}
        />
        <DateField
          label="Date de la pièce"
          optional
          value={day}
          onChange={setDay}
          today={today}
          earliest={earliest}
          error={problems['onDay']}
        />
      </FieldGrid>
      {elsewhere.length > 0 && (
        <Note tone="bad" role="alert">
          {elsewhere.join(' ')}
        </Note>
      )}
      <Row>
        <Button onClick={() => void send()} working={sent === null ? undefined : `Envoi ${sent}\u00A0%`}>
          Joindre
        </Button>
        <Button kind="quiet" onClick={onClose}>
          Ne pas joindre
        </Button>
      </Row>
    </div>
  );
}
