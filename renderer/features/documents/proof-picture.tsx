import { useEffect, useState } from 'react';
import type { DocumentView } from '#shared/contract/documents.ts';
import { sentenceOf } from '../../api/queries.ts';
import { Button, LoadingArea, ModalFrame, Note, Row } from '../../ui/index.ts';
import { IconExport } from '../../ui/icons.ts';
import styles from './proofs.module.css';
import { readDocument, saveDocument } from './send-document.ts';

/** A picture shown in place: it lives in memory as long as the dialog. */
export function ProofPicture({ document: { id, name }, onClose }: { document: DocumentView; onClose: () => void }) {
  const [address, setAddress] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    readDocument(id).then(
      ({ bytes, mediaType }) => {
        if (gone) return;
        made = URL.createObjectURL(new Blob([Uint8Array.fromBase64(bytes)], { type: mediaType }));
        setAddress(made);
      },
      (error: unknown) => setRefusal(sentenceOf(error)),
    );
    return () => {
      gone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id]);
  const save = () => saveDocument(id).catch((error: unknown) => setRefusal(sentenceOf(error)));
  return (
    <ModalFrame
      opened
      title={name}
      onClose={onClose}
      width={900}
      footer={
        <Row>
          <Button icon={IconExport} onClick={() => void save()}>
            Enregistrer une copie
          </Button>
          <Button kind="primary" onClick={onClose}>
            Fermer
          </Button>
        </Row>
      }
    >
      {refusal !== null ? (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      ) : address === null ? (
        <LoadingArea words="Lecture de la pièce…" />
      ) : (
        <img className={styles['image']} src={address} alt={name} />
      )}
    </ModalFrame>
  );
}
