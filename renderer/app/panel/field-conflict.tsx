import { IconConflict } from '../../ui/icons.ts';
import { Button, Note, Row } from '../../ui/index.ts';
import { formatInstant } from '../../ui/instants.ts';

export interface Conflict {
  field: string;
  mine: string | null;
  theirs: string | null;
  by: string;
  at: string;
}

interface FieldConflictProps {
  conflict: Conflict;
  /** The value as a person reads it. */
  read: (value: string | null) => string;
  onKeep: (which: 'mine' | 'theirs') => void;
}

/** One field, two values: who typed what and when. Nothing is dropped before a choice. */
export function FieldConflict({ conflict, read, onKeep }: FieldConflictProps) {
  const { mine, theirs, by, at } = conflict;
  const author = by === '' ? 'un autre poste' : by;
  return (
    <Note tone="warn" icon={IconConflict} role="alert" title="Saisi sur deux postes">
      <p>
        Votre saisie{'\u00a0'}: <b>{read(mine)}</b>
      </p>
      <p>
        {author}
        {at === '' ? '' : `, ${formatInstant(at)}`}
        {'\u00a0'}: <b>{read(theirs)}</b>
      </p>
      <Row gap={2}>
        <Button size="inline" kind="primary" onClick={() => onKeep('mine')}>
          Garder {read(mine)}
        </Button>
        <Button size="inline" onClick={() => onKeep('theirs')}>
          Garder {read(theirs)}
        </Button>
      </Row>
    </Note>
  );
}
