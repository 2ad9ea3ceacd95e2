import { useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { sentenceOf, useCommand } from '../../api/queries.ts';
import { CheckField, Note, Stack, TextField } from '../../ui/index.ts';
import styles from './visit-panel.module.css';

/** What remains to do once the consultation is over; a line is added by Entrée. */
export function FinaliseList({ visit }: { visit: BoardVisit }) {
  const [label, setLabel] = useState('');
  const add = useCommand('visits', 'addFinaliseItem', { onDone: () => setLabel('') });
  const tick = useCommand('visits', 'tickFinaliseItem');
  const error = add.error ?? tick.error;
  return (
    <section aria-label="À finaliser">
      <h3 className={styles['sub']}>À finaliser</h3>
      <Stack gap={2}>
        {visit.finaliseItems.map((item) => (
          <CheckField
            key={item.id}
            label={item.label}
            checked={item.doneAt !== null}
            onChange={(done) => tick.mutate({ itemId: item.id, done })}
          />
        ))}
        {error !== null && (
          <Note tone="bad" role="alert">
            {sentenceOf(error)}
          </Note>
        )}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (label.trim() !== '') add.mutate({ visitId: visit.id, label: label.trim() });
          }}
        >
          <TextField
            label="Ajouter à finaliser"
            hideLabel
            optional
            value={label}
            onChange={setLabel}
            placeholder="Ajouter : courrier, prochain rendez-vous…"
            maxLength={100}
          />
        </form>
      </Stack>
    </section>
  );
}
