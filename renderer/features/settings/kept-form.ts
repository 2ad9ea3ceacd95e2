import { create } from 'zustand';
import { useMe } from '../../api/session.ts';
import { without } from './problems.ts';

/** Forms begun and not saved, by person and subject: in memory, so that leaving a page or a lock loses nothing. */
const useKept = create<{ forms: Readonly<Record<string, object>> }>()(() => ({ forms: {} }));

interface KeptForm<T extends object> {
  /** What is saved, with what has been typed over it. */
  value: T;
  change: (part: Partial<T>) => void;
  discard: () => void;
  dirty: boolean;
}

/**
 * A form over saved values. Only the touched fields are kept: what a colleague changes meanwhile in the others shows.
 * @param subject `doctor <id>`, `room nouveau`.
 */
export function useKeptForm<T extends object>(subject: string, saved: T): KeptForm<T> {
  const accountId = useMe()?.accountId ?? '';
  const key = `${accountId} ${subject}`;
  const kept = useKept((store) => store.forms[key]) as Partial<T> | undefined;
  const discard = () => useKept.setState(({ forms }) => ({ forms: without(forms, [key]) }));
  return {
    value: { ...saved, ...kept },
    change: (part) => useKept.setState(({ forms }) => ({ forms: { ...forms, [key]: { ...forms[key], ...part } } })),
    discard,
    dirty: Object.entries(kept ?? {}).some(([field, value]) => value !== saved[field as keyof T]),
  };
}
