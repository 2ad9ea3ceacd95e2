import { useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { Button, ModalFrame, Row, Stack, TextField } from '../../ui/index.ts';
import type { Stage } from '#shared/domain/stage.ts';

interface AbsenceDialogProps {
  visit: BoardVisit | null;
  onLeave: () => void;
  onChoose: (visit: BoardVisit, to: Stage) => void;
}

/** X: absent, excused or not. Two buttons, one key each; undone like any move. */
export function AbsenceDialog({ visit, onLeave, onChoose }: AbsenceDialogProps) {
  return (
    <ModalFrame
      opened={visit !== null}
      title="Absence"
      onClose={onLeave}
      footer={
        <Button onClick={onLeave} keyCap="Échap">
          Retour
        </Button>
      }
    >
      {visit !== null && (
        <Stack gap={3}>
          <p>La personne a-t-elle prévenu{'\u00a0'}?</p>
          <Row>
            <Button kind="primary" autoFocus onClick={() => onChoose(visit, 'unexcused')}>
              Absence non excusée
            </Button>
            <Button onClick={() => onChoose(visit, 'excused')}>Absence excusée</Button>
          </Row>
        </Stack>
      )}
    </ModalFrame>
  );
}

interface UnseenDialogProps {
  opened: boolean;
  onLeave: () => void;
  onConfirm: (reason: string) => void;
}

/** Left without being seen: the reason is asked, in a few words. */
export function UnseenDialog({ opened, onLeave, onConfirm }: UnseenDialogProps) {
  const [reason, setReason] = useState('');
  const confirm = () => {
    if (reason.trim() === '') return;
    onConfirm(reason.trim());
    setReason('');
  };
  return (
    <ModalFrame
      opened={opened}
      title="Parti sans être vu"
      onClose={onLeave}
      footer={
        <>
          <Button onClick={onLeave} keyCap="Échap">
            Retour
          </Button>
          <Button kind="primary" onClick={confirm} disabled={reason.trim() === ''} keyCap="↵">
            Noter le départ
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          confirm();
        }}
      >
        <TextField
          label="Motif"
          value={reason}
          onChange={setReason}
          autoFocus
          maxLength={300}
          placeholder="Attente trop longue, rappelé au travail…"
        />
      </form>
    </ModalFrame>
  );
}
