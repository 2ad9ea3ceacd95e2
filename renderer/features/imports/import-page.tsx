import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { defaultImportChoices } from '#shared/contract/imports.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { call, queryClient, sentenceOf, useRead } from '../../api/queries.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Button, Note, Stack, Stepper } from '../../ui/index.ts';
import { CheckStep, type Choices, type Status } from './check-step.tsx';
import { ColumnsStep, firstMapping, missingInMapping, sentMapping, type Analysis, type MappedColumn } from './columns-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './imports.module.css';
import { PastRuns } from './past-runs.tsx';

const steps = ['Fichier', 'Colonnes', 'Vérification', 'Import'] as const;

/** Import of a patient list: nothing is created before the last step, and the whole can be undone. */
export function ImportPage() {
  const navigate = useNavigate();
  const [analysis, setAnalysis] = useState<Analysis | null>(null);
  const [mapping, setMapping] = useState<MappedColumn[]>([]);
  const [choices, setChoices] = useState<Choices>(defaultImportChoices);
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const status = useImportStatus();
  const current = status !== null && status.mine && !['uploading', 'analysed'].includes(status.phase) ? status : null;
  const ended = current?.phase === 'published' || current?.phase === 'stopped' || current?.phase === 'failed';
  const step = current === null || !checking ? (analysis === null ? 0 : 1) : current.phase === 'checking' || current.phase === 'checked' ? 2 : 3;
  const missing = analysis === null ? [] : missingInMapping(analysis, mapping);

  const attempt = async (gesture: () => Promise<unknown>) => {
    setError(null);
    try {
      await gesture();
      await queryClient.invalidateQueries({ queryKey: ['imports'] });
    } catch (refusal) {
      setError(sentenceOf(refusal));
    }
  };
  const check = (chosen: Choices) =>
    attempt(async () => {
      if (analysis === null) return;
      await call('imports', 'check', { id: analysis.id, mapping: sentMapping(mapping), choices: chosen });
      setChoices(chosen);
      setChecking(true);
    });
  const start = () => attempt(() => call('imports', 'start', { id: current?.id ?? '' }));
  const stop = () => attempt(() => call('imports', 'stop', { id: current?.id ?? '' }));
  const again = () => {
    setAnalysis(null);
    setChecking(false);
    setError(null);
  };
  // An import of this person goes on when the page is opened again.
  useEffect(() => {
    if (current !== null && (current.phase === 'importing' || current.phase === 'checking')) setChecking(true);
  }, [current?.phase, current]);

  const total = current?.counts == null ? 0 : current.counts.new + current.counts.toCorrect + current.counts.possible;
  const primary =
    step === 1 ? (
      <Button kind="primary" disabled={missing.length > 0} onClick={() => void check(choices)} keyCap="Ctrl ↵">
        Vérifier les lignes
      </Button>
    ) : step === 2 && current?.phase === 'checked' ? (
      <Button kind="primary" disabled={total === 0} onClick={() => void start()} keyCap="Ctrl ↵">
        Importer {formatNumber(total)} dossiers
      </Button>
    ) : ended ? (
      <Button kind="primary" onClick={() => void navigate({ to: '/patients' })} keyCap="Ctrl ↵">
        Voir les patients
      </Button>
    ) : null;
  const runPrimary = () => {
    if (step === 1 && missing.length === 0) void check(choices);
    else if (step === 2 && current?.phase === 'checked' && total > 0) void start();
    else if (ended) void navigate({ to: '/patients' });
  };
  useActions('Import', [{ id: 'import.next', label: 'Continuer l’import', keys: ['Ctrl+Enter'], inFields: true, run: runPrimary }]);

  return (
    <>
      <PageHead
        title="Importer une liste de patients"
        primaryAction={primary}
        secondaryActions={
          current?.phase === 'checking' || current?.phase === 'importing' ? (
            <Button onClick={() => void stop()}>Arrêter</Button>
          ) : step > 0 ? (
            <Button onClick={step === 2 ? () => setChecking(false) : again}>{step === 2 ? 'Revoir les colonnes' : 'Autre fichier'}</Button>
          ) : null
        }
      />
      <PageLayout>
        <div className={styles['steps']}>
          <Stepper label="Étapes" steps={steps} current={current?.phase === 'published' ? 4 : step} />
        </div>
        <Stack gap={3}>
          {error !== null && (
            <Note tone="bad" role="alert">
              {error}
            </Note>
          )}
          {status !== null && !status.mine && status.phase !== 'published' && <Note tone="info">Un import est en cours, lancé par {status.by}. Attendre sa fin.</Note>}
          {step === 0 && (
            <>
              <FileStep
                onRead={(read) => {
                  setAnalysis(read);
                  setMapping(firstMapping(read));
                  setChecking(false);
                }}
              />
              <PastRuns />
            </>
          )}
          {step === 1 && analysis !== null && (
            <>
              {missing.length > 0 && <Note tone="warn">Il manque{'\u00a0'}: {missing.join(', ')}.</Note>}
              <ColumnsStep analysis={analysis} mapping={mapping} onChange={setMapping} />
            </>
          )}
          {step >= 2 && current !== null && (
            <>
              <EndNote status={current} />
              <CheckStep status={current} choices={choices} onChoices={current.phase === 'checked' && analysis !== null ? (chosen) => void check(chosen) : undefined} />
            </>
          )}
          {step >= 2 && ended && <PastRuns />}
        </Stack>
      </PageLayout>
    </>
  );
}

function EndNote({ status }: { status: Status }) {
  if (status.message === null) return null;
  const tone = status.phase === 'published' ? 'ok' : status.phase === 'failed' ? 'bad' : 'info';
  return (
    <Note tone={tone} role="status">
      {status.message}
    </Note>
  );
}

/** Where the import stands; asked again every half second while it runs, besides the live feed. */
function useImportStatus(): Status | null {
  const [running, setRunning] = useState(false);
  const status = useRead('imports', 'status', {}, { refetchInterval: running ? 400 : false });
  const phase = status.data?.phase;
  useEffect(() => setRunning(phase === 'checking' || phase === 'importing'), [phase]);
  return status.data ?? null;
}
