import { useState } from 'react';
import { DOCUMENT_KINDS, documentKinds, type DocumentKind } from '#shared/domain/documents.ts';
import type { WantedPiece } from '#shared/domain/renewal.ts';
import { useCommand } from '../../api/queries.ts';
import { Button, CheckField, IconButton, ModalFrame, Note, SelectField, Stack, TextField } from '../../ui/index.ts';
import { IconAdd, IconBin } from '../../ui/icons.ts';
import { problemsOf, type Problems } from '../settings/problems.ts';
import styles from './renewal.module.css';

interface PiecesDialogProps {
  pieces: readonly WantedPiece[];
  /** The list is no longer Prélude's. */
  changed: boolean;
  onClose: () => void;
}

const FOR = [
  { value: 'both', label: 'Les deux' },
  { value: 'year', label: 'Bilan annuel' },
  { value: 'renewal', label: 'Renouvellement' },
] as const;

/** The practice's own list of pieces: what its CPAM asks for. */
export function PiecesDialog({ pieces, changed, onClose }: PiecesDialogProps) {
  const [list, setList] = useState<readonly WantedPiece[]>(pieces);
  const [problems, setProblems] = useState<Problems>({});
  const save = useCommand('renewal', 'savePieces', {
    onDone: onClose,
    onRefused: (error) => setProblems(problemsOf(error)),
  });
  const set = (id: string, part: Partial<WantedPiece>) =>
    setList(list.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const add = () =>
    setList([
      ...list,
      { id: `p-${crypto.randomUUID().slice(0, 8)}`, label: '', kind: 'OTHER', count: 1, for: 'both', required: false },
    ]);
  const unnamed = list.some(({ label }) => label.trim() === '');
  const confirm = () => {
    if (unnamed) setProblems({ '': 'Nommer chaque pièce, ou la retirer de la liste.' });
    else save.mutate({ pieces: list.map((one) => ({ ...one, label: one.label.trim() })) });
  };
  return (
    <ModalFrame
      opened
      width={860}
      title="Pièces voulues par le cabinet"
      onClose={onClose}
      footer={
        <>
          {changed && <Button onClick={() => save.mutate({ pieces: null })}>Revenir à la liste de Prélude</Button>}
          <Button onClick={onClose}>Retour</Button>
          <Button kind="primary" onClick={confirm} working={save.isPending ? 'Enregistrement…' : undefined}>
            Enregistrer la liste
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <Note tone="info">
          La liste que la caisse demande chaque année n’est pas publiée. Celle-ci est un choix de Prélude, à accorder
          avec votre caisse.
        </Note>
        {Object.values(problems).length > 0 && (
          <Note tone="bad" role="alert">
            {Object.values(problems).join(' ')}
          </Note>
        )}
        <ul className={styles['pieceList']}>
          {list.map((one, index) => (
            <li key={one.id} className={styles['piece']}>
              <TextField
                label={`Pièce ${index + 1}`}
                value={one.label}
                maxLength={120}
                onChange={(label) => set(one.id, { label })}
              />
              <SelectField
                label="Nature"
                options={documentKinds.map((kind) => ({ value: kind, label: DOCUMENT_KINDS[kind] }))}
                value={one.kind}
                onChange={(kind) => kind !== null && set(one.id, { kind: kind as DocumentKind })}
              />
              <TextField
                label="Nombre"
                inputMode="numeric"
                figures
                maxLength={2}
                value={one.count === 0 ? '' : String(one.count)}
                onChange={(text) => set(one.id, { count: Math.min(60, Number(text.replaceAll(/\D/gu, ''))) })}
                onLeave={() => set(one.id, { count: Math.max(1, one.count) })}
              />
              <SelectField
                label="Pour"
                options={FOR}
                value={one.for}
                onChange={(value) => value !== null && set(one.id, { for: value as WantedPiece['for'] })}
              />
              <CheckField label="Bloquante" checked={one.required} onChange={(required) => set(one.id, { required })} />
              <IconButton
                icon={IconBin}
                label={`Retirer ${one.label === '' ? `la pièce ${index + 1}` : one.label}`}
                onClick={() => setList(list.filter(({ id }) => id !== one.id))}
              />
            </li>
          ))}
        </ul>
        <div>
          <Button icon={IconAdd} onClick={add}>
            Ajouter une pièce
          </Button>
        </div>
      </Stack>
    </ModalFrame>
  );
}
