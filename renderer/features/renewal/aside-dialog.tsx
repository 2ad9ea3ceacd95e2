import { useState } from 'react';
import type { ChecklistLine } from '#shared/domain/renewal.ts';
import { Button, ModalFrame, TextField } from '../../ui/index.ts';

interface AsideDialogProps {
  line: ChecklistLine;
  onConfirm: (reason: string) => void;
  onClose: () => void;
}

/** A line that does not apply to this file: the reason is printed with it. */
export function AsideDialog({ line, onConfirm, onClose }: AsideDialogProps) {
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const confirm = () => {
    if (reason.trim() === '') setChecked(true);
    else onConfirm(reason.trim());
  };
  return (
    <ModalFrame
      opened
      title={`Sans objet\u00a0: ${line.label}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Retour</Button>
          <Button kind="primary" onClick={confirm}>
            Écarter la ligne
          </Button>
        </>
      }
    >
      <TextField
        label="Motif, imprimé dans le dossier"
        value={reason}
        onChange={setReason}
        maxLength={300}
        autoFocus
        error={checked && reason.trim() === '' ? 'Écrire le motif.' : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') confirm();
        }}
      />
    </ModalFrame>
  );
}
