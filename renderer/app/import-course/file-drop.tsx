import { useRef, useState, type ReactNode } from 'react';
import { sentenceOf } from '../../api/queries.ts';
import { IconImport } from '../../ui/icons.ts';
import { Button, Note, Pane, ProgressBar, Stack } from '../../ui/index.ts';
import styles from './import-course.module.css';

interface FileDropProps {
  /** What to drop here, up to "ou". */
  words: string;
  /** Names the hidden file field. */
  label: string;
  accept: string;
  /** Sends the file and says what it is; `onProgress(done, total)` in pieces. */
  onFile: (file: File, onProgress: (done: number, total: number) => void) => Promise<void>;
  /** What is recognised, what is kept. */
  children: ReactNode;
}

/** Choose or drop the file of an import. Nothing is imported at this step. */
export function FileDrop({ words, label, accept, onFile, children }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<[number, number] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setError(null);
    setProgress([0, 1]);
    try {
      await onFile(file, (done, total) => setProgress([done, total]));
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
          <p>{words}</p>
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
            accept={accept}
            className={styles['file']}
            aria-label={label}
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
        <Note tone="info">{children}</Note>
      </Stack>
    </Pane>
  );
}

interface Pieces {
  id: string;
  chunkBytes: number;
  chunks: number;
}

/**
 * Sends a file piece by piece to the core's memory. Nothing is written anywhere.
 * @returns the id under which the core holds it
 * @throws what `begin` or `send` refuse
 */
export async function sendPieces(
  file: File,
  begin: (file: { fileName: string; size: number }) => Promise<Pieces>,
  send: (piece: { id: string; index: number; base64: string }) => Promise<unknown>,
  onProgress: (done: number, total: number) => void,
): Promise<{ id: string }> {
  const { id, chunkBytes, chunks } = await begin({ fileName: file.name, size: file.size });
  for (let index = 0; index < chunks; index += 1) {
    const piece = await file.slice(index * chunkBytes, (index + 1) * chunkBytes).arrayBuffer();
    // Base64 of one piece, without going through a text of the whole file.
    await send({ id, index, base64: new Uint8Array(piece).toBase64() });
    onProgress(index + 1, chunks);
  }
  return { id };
}
