import { useState } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import { sentenceOf, useCommand } from '../../../api/queries.ts';
import { Button, ModalFrame, Note, Row, Stack, TextField } from '../../../ui/index.ts';
import { dossier } from '../patient-words.ts';
import type { File } from './file-page.tsx';

/** Takes a merge apart, within thirty days. */
export function SplitDialog({ merge, onClose }: { merge: File['merges'][number]; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const split = useCommand('patients', 'split', {
    onDone: onClose,
    onRefused: (refusal) => setError(sentenceOf(refusal)),
  });
  const ready = reason.trim().length >= 3;
  const submit = () => {
    if (ready && !split.isPending) split.mutate({ mergeId: merge.mergeId, reason: reason.trim() });
  };
  return (
    <ModalFrame
      opened
      title="Séparer ces deux dossiers"
      onClose={onClose}
      footer={
        <Row>
          <Button onClick={onClose}>Ne pas séparer</Button>
          <Button
            kind="primary"
            onClick={submit}
            disabled={!ready}
            working={split.isPending ? 'Séparation…' : undefined}
          >
            Séparer
          </Button>
        </Row>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <p>
            Le {dossier(merge.number)}, fusionné par {merge.by} le {formatDay(merge.mergedOn)}, redevient un dossier à
            part, avec ses visites et ses constantes. Ce qui a été saisi depuis reste dans ce dossier.
          </p>
          {error !== null && (
            <Note tone="bad" role="alert">
              {error}
            </Note>
          )}
          <TextField label="Motif" value={reason} onChange={setReason} autoFocus maxLength={300} />
        </Stack>
      </form>
    </ModalFrame>
  );
}
