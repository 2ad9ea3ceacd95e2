import { useEffect, useState } from 'react';
import { defaultImportChoices } from '#shared/contract/imports.ts';
import { call, queryClient, sentenceOf, useRead } from '../../api/queries.ts';
import type { Choices, Status } from './check-step.tsx';
import { firstMapping, missingInMapping, sentMapping, type Analysis, type MappedColumn } from './columns-step.tsx';

const endedPhases: readonly string[] = ['published', 'stopped', 'failed'];
const startedPhases: readonly string[] = ['checking', 'checked', 'importing', ...endedPhases];

/** Where the import stands; asked again twice a second while it runs, besides the live feed. */
function useImportStatus(): Status | null {
  const [running, setRunning] = useState(false);
  const status = useRead('imports', 'status', {}, { refetchInterval: running ? 400 : false });
  const phase = status.data?.phase;
  useEffect(() => setRunning(phase === 'checking' || phase === 'importing'), [phase]);
  return status.data ?? null;
}

/** Step shown, from 0: file, columns, check, import; 4 once published. */
function stepOf(current: Status | null, following: boolean, analysis: Analysis | null): number {
  if (current === null || !following) return analysis === null ? 0 : 1;
  if (current.phase === 'published') return 4;
  return current.phase === 'checking' || current.phase === 'checked' ? 2 : 3;
}

/** The import of one list, from the file to its end. Nothing is created before `start`. */
export function useImport() {
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const [mapping, setMapping] = useState<MappedColumn[]>([]);
  const [choices, setChoices] = useState<Choices>(defaultImportChoices);
  const [following, setFollowing] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const status = useImportStatus();
  const mine = status !== null && status.mine && startedPhases.includes(status.phase) ? status : null;
  const phase = mine?.phase;
  // An import of this person goes on when the page is opened again.
  useEffect(() => {
    if (phase === 'importing' || phase === 'checking') setFollowing(true);
  }, [phase]);

  const attempt = async (gesture: () => Promise<unknown>) => {
    setError(null);
    try {
      await gesture();
      await queryClient.invalidateQueries({ queryKey: ['imports'] });
    } catch (refusal) {
      setError(sentenceOf(refusal));
    }
  };
  const counts = mine?.counts;
  return {
    analysis,
    mapping,
    setMapping,
    choices,
    error,
    current: following ? mine : null,
    /** Somebody else's import under way. */
    others: status !== null && !status.mine && !endedPhases.includes(status.phase) ? status.by : null,
    step: stepOf(mine, following, analysis),
    ended: following && phase !== undefined && endedPhases.includes(phase),
    running: phase === 'checking' || phase === 'importing',
    missing: analysis === null ? [] : missingInMapping(analysis, mapping),
    /** Files the import would create, once checked. */
    total: counts == null ? 0 : counts.new + counts.toCorrect + counts.possible,
    read(found: Analysis) {
      setAnalysis(found);
      setMapping(firstMapping(found));
      setFollowing(false);
    },
    check: (chosen: Choices = choices) =>
      attempt(async () => {
        if (analysis === null) return;
        await call('imports', 'check', { id: analysis.id, mapping: sentMapping(mapping), choices: chosen });
        setChoices(chosen);
        setFollowing(true);
      }),
    start: () => attempt(() => call('imports', 'start', { id: mine?.id ?? '' })),
    stop: () => attempt(() => call('imports', 'stop', { id: mine?.id ?? '' })),
    backToColumns: () => setFollowing(false),
    again() {
      setAnalysis(null);
      setFollowing(false);
      setError(null);
    },
  };
}

export type ImportCourse = ReturnType<typeof useImport>;
