import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import { useRead } from '../../../api/queries.ts';
import { Button, ModalFrame, Stack, TextField } from '../../../ui/index.ts';
import { detailOf, dossier, nameOf } from '../patient-words.ts';
import styles from './file.module.css';
import type { File } from './file-page.tsx';

/** Chooses the other file of a merge; homonyms are proposed first. Nothing is done before the comparison. */
export function MergePicker({
  file,
  practice,
  today,
  onClose,
}: {
  file: File;
  practice: PracticeView;
  today: string;
  onClose: () => void;
}) {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const typed = text.trim();
  const found = useRead('patients', 'search', { text: typed, limit: 8 }, { enabled: typed !== '', gcTime: 0 });
  const lines = (typed === '' ? file.homonyms : (found.data?.results ?? [])).filter((line) => line.id !== file.id);
  return (
    <ModalFrame
      opened
      title="Fusionner avec un autre dossier"
      onClose={onClose}
      width={600}
      footer={
        <Button onClick={onClose} keyCap="Échap">
          Ne pas fusionner
        </Button>
      }
    >
      <Stack>
        <TextField
          label="L’autre dossier de cette personne"
          type="search"
          value={text}
          onChange={setText}
          placeholder="Nom, date de naissance, téléphone"
          autoFocus
        />
        {lines.map((line) => (
          <div key={line.id} className={styles['homonym']}>
            <span>
              <b>{nameOf(line)}</b>, {dossier(line.number)}
              <span className={styles['origin']}>{detailOf(line, practice, today)}</span>
            </span>
            <Button
              size="toolbar"
              onClick={() => {
                onClose();
                void navigate({
                  to: '/patients/$patientId/fusion/$mergedId',
                  params: { patientId: file.id, mergedId: line.id },
                });
              }}
            >
              Comparer
            </Button>
          </div>
        ))}
        {typed !== '' && found.data !== undefined && lines.length === 0 && (
          <p role="status">Aucun autre dossier ne répond à cette recherche.</p>
        )}
      </Stack>
    </ModalFrame>
  );
}
