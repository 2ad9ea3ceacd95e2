import { useEffect, useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { call, sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { copyText } from './copy-text.ts';

/** The preparation open at the right: what it says, « lu », the summary for the doctor's own software. */
export function useReading(opened: BoardVisit | undefined) {
  const input = { patientId: opened?.patient.id ?? '', visitId: opened?.id ?? '' };
  const view = useRead('preparation', 'get', input, { enabled: opened !== undefined });
  const [said, setSaid] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const markRead = useCommand('preparation', 'markRead', { onRefused: (error) => setRefusal(sentenceOf(error)) });
  useEffect(() => {
    setSaid(null);
    setRefusal(null);
  }, [opened?.id]);
  const read = view.data?.read;
  const unread = view.data !== undefined && opened?.stage !== 'expected' && (read == null || read.stale);
  return {
    view,
    said,
    refusal,
    unread,
    read: () => {
      if (unread && !markRead.isPending) markRead.mutate({ visitId: input.visitId });
    },
    copy: () => {
      if (opened === undefined) return;
      call('preparation', 'summary', input)
        .then(async ({ text }) =>
          setSaid((await copyText(text)) ? 'Résumé copié.' : 'Le résumé n’a pas pu être copié.'),
        )
        .catch((error: unknown) => setRefusal(sentenceOf(error)));
    },
  };
}
