import { can } from '#shared/permissions/roles.ts';
import { useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { asksNow, inSubject, type Subject } from './deadline-words.ts';

export interface DeadlineCount {
  count: number;
  /** One of them is late. */
  late: boolean;
}

const none: DeadlineCount = { count: 0, late: false };

/**
 * How many deadlines of a subject ask for something now: late, or within three months. Nothing for those who have no
 * access to them.
 */
export function useDeadlineCounts(): (subject: Subject) => DeadlineCount {
  const me = useMe();
  const read = useRead('deadlines', 'list', {}, { enabled: me !== null && can(me, 'employer.read') });
  const list = read.data?.deadlines ?? [];
  return (subject) => {
    const asking = list.filter((one) => inSubject(subject, one) && asksNow(one));
    return asking.length === 0 ? none : { count: asking.length, late: asking.some(({ state }) => state === 'late') };
  };
}
