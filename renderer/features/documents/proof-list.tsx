import { useState } from 'react';
import type { DocumentView } from '#shared/contract/documents.ts';
import { DOCUMENT_KINDS } from '#shared/domain/documents.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { sentenceOf } from '../../api/queries.ts';
import { IconButton, Note, TextLink } from '../../ui/index.ts';
import { IconBin } from '../../ui/icons.ts';
import { ProofPicture } from './proof-picture.tsx';
import styles from './proofs.module.css';
import { saveDocument } from './send-document.ts';

interface ProofListProps {
  /** Undefined while they are read. */
  documents: readonly DocumentView[] | undefined;
  empty: string;
  refusal: string | null;
  onRefusal: (sentence: string | null) => void;
  /** Absent for who only reads. */
  onRemove?: (id: string) => void;
}

/** Proofs by name: a picture opens in place, a PDF is handed to the browser. */
export function ProofList({ documents, empty, refusal, onRefusal, onRemove }: ProofListProps) {
  const [shown, setShown] = useState<DocumentView | null>(null);
  const open = (one: DocumentView) => {
    onRefusal(null);
    if (one.mediaType === 'application/pdf')
      saveDocument(one.id).catch((error: unknown) => onRefusal(sentenceOf(error)));
    else setShown(one);
  };
  return (
    <>
      {documents !== undefined && documents.length === 0 && <p className={styles['empty']}>{empty}</p>}
      <ul className={styles['list']}>
        {documents?.map((one) => (
          <li key={one.id} className={styles['proof']}>
            <div className={styles['words']}>
              <TextLink onClick={() => open(one)}>{one.name}</TextLink>
              <p className={styles['details']}>{detailsOf(one)}</p>
            </div>
            {onRemove !== undefined && (
              <IconButton icon={IconBin} label={`Retirer ${one.name}`} onClick={() => onRemove(one.id)} />
            )}
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      {shown !== null && <ProofPicture document={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** `Diplôme, du 12/07/2019, 240 ko, jointe par Claire Lemoine, empreinte 3fa1…` */
function detailsOf({ kind, onDay, size, by, fingerprint }: DocumentView): string {
  const weight =
    size < 2 ** 20
      ? `${formatNumber(Math.max(1, Math.round(size / 1024)))}${NBSP}ko`
      : `${formatNumber(size / 2 ** 20, 1)}${NBSP}Mo`;
  return [
    DOCUMENT_KINDS[kind],
    onDay === null ? '' : `du ${formatDay(onDay)}`,
    weight,
    by === '' ? '' : `jointe par ${by}`,
    `empreinte ${fingerprint.slice(0, 8)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
