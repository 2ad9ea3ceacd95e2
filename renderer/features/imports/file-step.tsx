import { useRef, useState } from 'react';
import { sentenceOf, type Output } from '../../api/queries.ts';
import { IconImport } from '../../ui/icons.ts';
import { Button, Note, Pane, ProgressBar, Stack } from '../../ui/index.ts';
import styles from './imports.module.css';
import { uploadList } from './upload.ts';

interface FileStepProps {
  onRead: (analysis: Output<'imports', 'analyse'>) => void;
}

/** Choose or drop the file. Nothing is imported at this step. */
export function FileStep({ onRead }: FileStepProps) {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<[number, number] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setError(null);
    setProgress([0, 1]);
    try {
      onRead(await uploadList(file, (done, total) => setProgress([done, total])));
    } catch (refusal) {
      setError(sentenceOf(refusal));
    } finally {
      setProgress(null);
      if (input.current !== null) input.current.value = '';
    }
  };
  return (
    <Pane title="Fichier" icon={IconImport}>
      <Stack gap={3}>
        <div
          className={styles['drop']}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void read(event.dataTransfer.files[0]);
          }}
        >
          <IconImport size={30} stroke={1.4} aria-hidden="true" />
          <p>Déposer ici la liste de patients exportée de l’ancien logiciel, au format CSV, ou</p>
          <Button
            kind="primary"
            icon={IconImport}
            onClick={() => input.current?.click()}
            {...(progress === null ? {} : { working: 'Lecture…' })}
          >
            Choisir un fichier
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,text/csv"
            className={styles['file']}
            aria-label="Fichier de la liste"
            tabIndex={-1}
            onChange={(event) => void read(event.target.files?.[0])}
          />
        </div>
        {progress !== null && (
          <ProgressBar
            label="Lecture du fichier"
            value={progress[0]}
            total={progress[1]}
            figures={`${progress[0]} sur ${progress[1]}`}
          />
        )}
        {error !== null && (
          <Note tone="bad" role="alert" title="Ce fichier ne peut pas être lu tel quel. Rien n’a changé.">
            {error}
          </Note>
        )}
        <Note tone="info">
          Séparateur, accents et dates sont reconnus{'\u00a0'}; les colonnes sont à confirmer à l’étape suivante. 50 Mo
          et 100 000 lignes au plus. Les identités importées restent provisoires jusqu’à la vue d’une pièce.
        </Note>
      </Stack>
    </Pane>
  );
}
