import { useEffect, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { formatInstant } from '../../ui/instants.ts';

/** Who has just touched a record from another post; forgotten after six seconds (ui.md §14). */
export function useChangedBy(): (id: string) => string | undefined {
  const lastChange = useSession((store) => store.lastChange);
  const [marks, setMarks] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    if (lastChange === null) return undefined;
    const words = `${lastChange.by}, ${formatInstant(lastChange.at)}`;
    setMarks(new Map(lastChange.ids.map((id) => [id, words])));
    const forget = setTimeout(() => setMarks(new Map()), 6000);
    return () => clearTimeout(forget);
  }, [lastChange]);
  return (id) => marks.get(id);
}
