import { useState } from 'react';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentSubject } from '#shared/domain/documents.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, useCommand, useRead } from '../../../api/queries.ts';
import { Note, TextLink, VisuallyHidden } from '../../../ui/index.ts';
import { FilePicker } from '../../documents/file-picker.tsx';
import { saveDocument, sendDocument } from '../../documents/send-document.ts';
import { problemsOf } from '../../settings/problems.ts';
import styles from '../aid.module.css';

interface Proof {
  file: File | null;
  pick: (file: File | null) => void;
  error: string | undefined;
  sending: boolean;
  /** Joins the file chosen to what was just saved. False when it was refused: the sentence is under the file. */
  join: (about: {
    aboutKind: DocumentSubject;
    aboutId: string;
    kind: DocumentKind;
    onDay: string | null;
  }) => Promise<boolean>;
}

/** A file chosen with a form, and joined once the form is saved. */
export function useProof(): Proof {
  const [file, setFile] = useState<File | null>(null);
  const [error, setError] = useState<string>();
  const [sending, setSending] = useState(false);
  return {
    file,
    pick: (chosen) => {
      setFile(chosen);
      setError(undefined);
    },
    error,
    sending,
    join: async (about) => {
      if (file === null) return true;
      setSending(true);
      try {
        await sendDocument(file, about);
        return true;
      } catch (refusal) {
        setError(
          `La saisie est enregistrée, la pièce n’est pas jointe. ${Object.values(problemsOf(refusal)).join(' ')}`,
        );
        return false;
      } finally {
        setSending(false);
      }
    },
  };
}

interface ProofsProps {
  /** The record the proofs hang on; null while it is not saved. */
  about: { kind: DocumentSubject; id: string } | null;
  label: string;
  proof: Proof;
}

/** Proofs already joined to a record, and one more to choose. */
export function Proofs({ about, label, proof }: ProofsProps) {
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      {about !== null && <JoinedProofs about={about} />}
      <FilePicker label={label} file={proof.file} onChange={proof.pick} error={proof.error} />
    </fieldset>
  );
}

export function JoinedProofs({ about }: { about: { kind: DocumentSubject; id: string } }) {
  const read = useRead('documents', 'list', { about });
  const [refusal, setRefusal] = useState<string | null>(null);
  const remove = useCommand('documents', 'remove', { onRefused: (error) => setRefusal(sentenceOf(error)) });
  const documents = read.data?.documents ?? [];
  return (
    <>
      {documents.length === 0 && read.data !== undefined && <p className={styles['quiet']}>Aucune pièce jointe.</p>}
      <ul className={styles['plain']}>
        {documents.map(({ id, name, kind, onDay, fingerprint }) => (
          <li key={id}>
            <b>{name}</b>{' '}
            <TextLink onClick={() => void saveDocument(id).catch((error: unknown) => setRefusal(sentenceOf(error)))}>
              Ouvrir<VisuallyHidden>, {name}</VisuallyHidden>
            </TextLink>{' '}
            <TextLink onClick={() => remove.mutate({ id })}>
              Retirer<VisuallyHidden>, {name}</VisuallyHidden>
            </TextLink>
            <p className={styles['quiet']}>
              {DOCUMENT_KINDS[kind]}
              {onDay !== null && ` du ${formatDay(onDay)}`} · empreinte{NBSP}
              {fingerprint.slice(0, 12)}
            </p>
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
    </>
  );
}
