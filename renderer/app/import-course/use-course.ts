import { useEffect, useState } from 'react';
import { queryClient, sentenceOf } from '../../api/queries.ts';

/** What the core says of an import under way, or just ended. */
interface CourseStatus {
  id: string;
  phase: 'uploading' | 'analysed' | 'checking' | 'checked' | 'importing' | 'published' | 'stopped' | 'failed';
  mine: boolean;
  by: string;
}

const endedPhases: readonly string[] = ['published', 'stopped', 'failed'];
const startedPhases: readonly string[] = ['checking', 'checked', 'importing', ...endedPhases];
const isRunning = (phase: string | undefined) => phase === 'checking' || phase === 'importing';

/** Asked again twice a second while an import runs, besides the live feed. */
export const whileRunning = {
  refetchInterval: (query: { state: { data?: { phase: string } | null | undefined } }) =>
    isRunning(query.state.data?.phase) ? 400 : (false as const),
};

/** Step shown, from 0: file, columns, check, import; 4 once published. */
function stepOf(current: CourseStatus | null, analysed: boolean): number {
  if (current === null) return analysed ? 1 : 0;
  if (current.phase === 'published') return 4;
  return current.phase === 'checking' || current.phase === 'checked' ? 2 : 3;
}

/**
 * Where an import stands, from the file to its end, whatever is imported.
 * @param area read again after each gesture
 */
export function useCourse<Status extends CourseStatus, Analysis>(area: string, status: Status | null) {
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const [following, setFollowing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const mine = status !== null && status.mine && startedPhases.includes(status.phase) ? status : null;
  const running = isRunning(mine?.phase);
  // An import of this person goes on when the page is opened again.
  useEffect(() => {
    if (running) setFollowing(true);
  }, [running]);
  const current = following ? mine : null;
  return {
    analysis,
    current,
    error,
    running,
    step: stepOf(current, analysis !== null),
    ended: current !== null && endedPhases.includes(current.phase),
    /** Somebody else's import under way. */
    others: status !== null && !status.mine && !endedPhases.includes(status.phase) ? status.by : null,
    /** The import of this person in the core, whatever is shown. */
    id: mine?.id ?? '',
    read(found: Analysis) {
      setAnalysis(found);
      setFollowing(false);
    },
    follow: () => setFollowing(true),
    async attempt(gesture: () => Promise<unknown>) {
      setError(null);
      try {
        await gesture();
        await queryClient.invalidateQueries({ queryKey: [area] });
      } catch (refusal) {
        setError(sentenceOf(refusal));
      }
    },
    backToColumns: () => setFollowing(false),
    again() {
      setAnalysis(null);
      setFollowing(false);
      setError(null);
    },
  };
}
