import { useRef, useState } from 'react';
import type { PastVisitAnalysis } from '#shared/contract/counters.ts';
import { call, sentenceOf } from '../../../api/queries.ts';
import { Button, Note, Pane, ProgressBar, Stack } from '../../../ui/index.ts';
import { IconImport } from '../../../ui/icons.ts';
import imports from '../../imports/imports.module.css';

/** Sends the file piece by piece to the core's memory, then asks what it is. Nothing is counted. */
async function sendPastVisits(
  file: File,
  onProgress: (done: number, total: number) => void,
): Promise<PastVisitAnalysis> {
  const { id, chunkBytes, chunks } = await call('counters', 'pastBegin', { fileName: file.name, size: file.size });
  for (let index = 0; index < chunks; index += 1) {
    const piece = await file.slice(index * chunkBytes, (index + 1) * chunkBytes).arrayBuffer();
    await call('counters', 'pastChunk', { id, index, base64: new Uint8Array(piece).toBase64() });
    onProgress(index + 1, chunks);
  }
  return call('counters', 'pastAnalyse', { id });
}

/** Choose or drop a list of past visits (CSV) or a calendar (.ics). */
export function PastFile({ onRead }: { onRead: (analysis: PastVisitAnalysis) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<[number, number] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setError(null);
    setProgress([0, 1]);
    try {
      onRead(await sendPastVisits(file, (done, total) => setProgress([done, total])));
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
          className={imports['drop']}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            void read(event.dataTransfer.files[0]);
          }}
        >
          <IconImport size={30} stroke={1.4} aria-hidden="true" />
          <p>Déposer ici les rendez-vous passés de l’ancien logiciel, en CSV ou en calendrier .ics, ou</p>
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
            accept=".csv,.txt,.ics,text/csv,text/calendar"
            className={imports['file']}
            aria-label="Fichier des passages"
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
          Une ligne par passage{'\u00a0'}: date, patient, médecin. Seul le décompte en dépend{'\u00a0'}; aucun dossier
          n’est créé. Une personne sans dossier est comptée sous une empreinte, sans son nom.
        </Note>
      </Stack>
    </Pane>
  );
}
