import { useRef, useState } from 'react';
import type { DocumentView } from '#shared/contract/documents.ts';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentSubject } from '#shared/domain/documents.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { Button, IconButton, Note, TextLink } from '../../ui/index.ts';
import { IconAdd, IconBin } from '../../ui/icons.ts';
import { AddProof } from './add-proof.tsx';
import { ProofPicture } from './proof-picture.tsx';
import styles from './proofs.module.css';
import { saveDocument } from './send-document.ts';

interface ProofsProps {
  about: { kind: DocumentSubject; id: string };
  /** Kinds proposed, the first one first. */
  kinds: readonly [DocumentKind, ...DocumentKind[]];
  /** What is said while there is none. */
  empty: string;
}

/** Proofs of one record: join, open, withdraw. A withdrawal is put back by Annuler. */
export function Proofs({ about, kinds, empty }: ProofsProps) {
  const me = useMe();
  const documents = useRead('documents', 'list', { about }).data?.documents;
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<DocumentView | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const opener = useRef<HTMLDivElement>(null);
  const onRefused = (error: unknown) => setRefusal(sentenceOf(error));
  const remove = useCommand('documents', 'remove', { onDone: () => setRefusal(null), onRefused });
  const manages = me !== null && can(me, 'employer.manage');
  const open = (one: DocumentView) => {
    setRefusal(null);
    if (one.mediaType === 'application/pdf') saveDocument(one.id).catch(onRefused);
    else setShown(one);
  };
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
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
            {manages && (
              <IconButton icon={IconBin} label={`Retirer ${one.name}`} onClick={() => remove.mutate({ id: one.id })} />
            )}
          </li>
        ))}
      </ul>
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      {manages && !adding && (
        <div ref={opener} className={styles['opener']}>
          <Button size="toolbar" icon={IconAdd} onClick={() => setAdding(true)}>
            Joindre une pièce
          </Button>
        </div>
      )}
      {adding && <AddProof about={about} kinds={kinds} onClose={close} />}
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
