import { useState } from 'react';
import { NOT_DONE_REASONS, type NotDoneReason } from '#shared/rules/vital-signs/index.ts';
import { ChoiceField, TextField } from '../../ui/index.ts';
import type { Entries } from './entries.ts';
import type { EntryKey } from './entry-asks.ts';
import styles from './measures.module.css';

interface ReasonRowProps {
  entryKey: EntryKey;
  entries: Entries;
  /** Gives the keyboard to the next field, once a reason is said. */
  onNext: () => void;
}

/** `-` : not done differs from empty. One digit answers; « impossible » asks a few words. Under its line. */
export function ReasonRow({ entryKey, entries, onNext }: ReasonRowProps) {
  const [reason, setReason] = useState<NotDoneReason | null>(null);
  const [detail, setDetail] = useState('');
  const options = (Object.keys(NOT_DONE_REASONS) as NotDoneReason[]).map((value) => ({
    value,
    label: NOT_DONE_REASONS[value].label,
  }));
  const say = (chosen: NotDoneReason, words: string | null) => {
    entries.notDone(entryKey, chosen, words);
    // The choice gives itself the focus once answered: the next field takes it after.
    queueMicrotask(onNext);
  };
  return (
    <tr>
      <td />
      <td colSpan={3}>
        <div
          className={styles['reason']}
          ref={(box) => {
            if (box !== null && !box.contains(document.activeElement)) box.querySelector('input')?.focus();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            event.stopPropagation();
            entries.dropAsk(entryKey);
          }}
        >
          {reason === null ? (
            <ChoiceField
              label="Non fait, motif"
              inline
              options={options}
              value={reason}
              onChange={(chosen) => {
                if (chosen === null) return;
                if (NOT_DONE_REASONS[chosen].needsMotive) setReason(chosen);
                else say(chosen, null);
              }}
            />
          ) : (
            <TextField
              label="Pourquoi impossible"
              value={detail}
              onChange={setDetail}
              autoFocus
              maxLength={200}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.ctrlKey || detail.trim() === '') return;
                event.preventDefault();
                event.stopPropagation();
                say(reason, detail.trim());
              }}
            />
          )}
        </div>
      </td>
      <td className={styles['trend']} />
    </tr>
  );
}
