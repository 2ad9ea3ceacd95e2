import { useNavigate } from '@tanstack/react-router';
import type { PracticeView } from '#shared/contract/practice.ts';
import { Button, ModalFrame, Stack } from '../../../ui/index.ts';
import { detailOf, dossier, nameOf } from '../patient-words.ts';
import styles from './file.module.css';
import type { File } from './file-page.tsx';

/** The other files that bear this name. */
export function HomonymsDialog({
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
  const navigate = useNavigate();
  const hidden = file.homonymCount - file.homonyms.length;
  return (
    <ModalFrame
      opened
      title="Même nom, même premier prénom"
      onClose={onClose}
      width={560}
      footer={
        <Button onClick={onClose} keyCap="Échap">
          Fermer
        </Button>
      }
    >
      <Stack gap={2}>
        {file.homonyms.map((line) => (
          <div key={line.id} className={styles['homonym']}>
            <span>
              <b>{nameOf(line)}</b>, {dossier(line.number)}
              <span className={styles['origin']}>{detailOf(line, practice, today)}</span>
            </span>
            <Button
              size="toolbar"
              onClick={() => {
                onClose();
                void navigate({ to: '/patients/$patientId', params: { patientId: line.id } });
              }}
            >
              Ouvrir
            </Button>
          </div>
        ))}
        {hidden > 0 && <p className={styles['sub']}>et {hidden} de plus.</p>}
      </Stack>
    </ModalFrame>
  );
}
