import { useEffect, useState } from 'react';
import type { Board } from '#shared/contract/visits.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { useRead } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';

export interface BoardData {
  board: Board | undefined;
  practice: PracticeView | undefined;
  /** Minute of the practice's day, ticking between two answers of the core. */
  nowMinute: number;
  error: unknown;
  retry: () => void;
}

/** The day as the core tells it, kept fresh by the live feed; the minute ticks here. */
export function useBoard(day?: string): BoardData {
  const today = useSession((store) => store.state?.today) ?? '';
  const board = useRead('visits', 'board', { day: day ?? today }, { refetchInterval: 60_000, enabled: today !== '' });
  const practice = useRead('practice', 'get', {});
  const elapsed = useElapsedMinutes(board.dataUpdatedAt);
  return {
    board: board.data,
    practice: practice.data,
    nowMinute: (board.data?.nowMinute ?? 0) + elapsed,
    error: board.error ?? practice.error,
    retry: () => void Promise.all([board.refetch(), practice.refetch()]),
  };
}

function useElapsedMinutes(since: number): number {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  return since === 0 ? 0 : Math.max(0, Math.floor((Date.now() - since) / 60_000));
}
