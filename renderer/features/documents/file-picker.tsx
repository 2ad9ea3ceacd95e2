import { useId, useRef } from 'react';
import { MEDIA_TYPES } from '#shared/domain/documents.ts';
import { IconAlert, IconImport } from '../../ui/icons.ts';
import { Button } from '../../ui/index.ts';
import styles from './file-picker.module.css';

interface FilePickerProps {
  label: string;
  file: File | null;
  onChange: (file: File | null) => void;
  error?: string | undefined;
}

/** One proof to join: PDF or image, chosen or dropped. */
export function FilePicker({ label, file, onChange, error }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  const words = useId();
  return (
    <div
      className={styles['drop']}
      role="group"
      aria-label={label}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        onChange(event.dataTransfer.files[0] ?? null);
      }}
    >
      <Button icon={IconImport} aria-describedby={words} onClick={() => input.current?.click()}>
        {file === null ? 'Choisir un fichier' : 'Choisir un autre fichier'}
      </Button>
      <p id={words} className={styles['name']}>
        {file === null ? 'PDF, PNG ou JPEG, 10 Mo au plus. Peut aussi être déposé ici.' : file.name}
      </p>
      {error !== undefined && (
        <p className={styles['error']} role="alert">
          <IconAlert size={13} stroke={2} aria-hidden="true" /> {error}
        </p>
      )}
      <input
        ref={input}
        type="file"
        accept={MEDIA_TYPES.join(',')}
        className={styles['input']}
        aria-label={label}
        tabIndex={-1}
        onChange={(event) => onChange(event.target.files?.[0] ?? null)}
      />
    </div>
  );
}
