import { useRef, useState } from 'react';
import type { DocumentKind, DocumentSubject } from '#shared/domain/documents.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { Button } from '../../ui/index.ts';
import { IconAdd } from '../../ui/icons.ts';
import { AddProof } from './add-proof.tsx';
import { ProofList } from './proof-list.tsx';
import styles from './proofs.module.css';

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
  const [refusal, setRefusal] = useState<string | null>(null);
  const opener = useRef<HTMLDivElement>(null);
  const remove = useCommand('documents', 'remove', {
    onDone: () => setRefusal(null),
    onRefused: (error) => setRefusal(sentenceOf(error)),
  });
  const manages = me !== null && can(me, 'employer.manage');
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => opener.current?.querySelector('button')?.focus());
  };
  return (
    <>
      <ProofList
        documents={documents}
        empty={empty}
        refusal={refusal}
        onRefusal={setRefusal}
        {...(manages ? { onRemove: (id: string) => remove.mutate({ id }) } : {})}
      />
      {manages && !adding && (
        <div ref={opener} className={styles['opener']}>
          <Button size="toolbar" icon={IconAdd} onClick={() => setAdding(true)}>
            Joindre une pièce
          </Button>
        </div>
      )}
      {adding && <AddProof about={about} kinds={kinds} onClose={close} />}
    </>
  );
}
