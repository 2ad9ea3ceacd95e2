import { useState } from 'react';
import { lineOutcomeLabels, type LineOutcome } from '#shared/domain/import-fields.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { useRead, type Input, type Output } from '../../api/queries.ts';
import { IconExport } from '../../ui/icons.ts';
import { Button, ChoiceField, LoadingArea, Pane, ProgressBar, Stack, Tag } from '../../ui/index.ts';
import styles from './imports.module.css';
import { saveReport } from './report-file.ts';

export type Status = NonNullable<Output<'imports', 'status'>>;
export type Choices = Input<'imports', 'check'>['choices'];

const tones = { new: 'ok', to_correct: 'warn', possible: 'warn', duplicate: 'neutral', invalid: 'bad' } as const;
const keys = {
  new: 'new',
  to_correct: 'toCorrect',
  possible: 'possible',
  duplicate: 'duplicate',
  invalid: 'invalid',
} as const;

interface CheckStepProps {
  status: Status;
  choices: Choices;
  onChoices?: ((choices: Choices) => void) | undefined;
}

/** Dry run, or the import itself: progress, counts, and the report line by line. */
export function CheckStep({ status, choices, onChoices }: CheckStepProps) {
  const [shown, setShown] = useState<LineOutcome | null>(null);
  const running = status.phase === 'checking' || status.phase === 'importing';
  const left = status.secondsLeft === null ? '' : `, environ ${status.secondsLeft}\u00a0s`;
  return (
    <Stack gap={3}>
      {running && (
        <ProgressBar
          label={status.phase === 'checking' ? `Vérification des lignes${left}` : `Import${left}`}
          value={status.done}
          total={Math.max(1, status.total)}
          figures={`${formatNumber(status.done)} sur ${formatNumber(status.total)}`}
        />
      )}
      {status.counts !== null && (
        <div className={styles['counts']} role="group" aria-label="Issue des lignes">
          {(Object.keys(keys) as LineOutcome[]).map((outcome) => (
            <button
              key={outcome}
              type="button"
              className={styles['count']}
              aria-pressed={shown === outcome}
              onClick={() => setShown(shown === outcome ? null : outcome)}
            >
              <b>{formatNumber(status.counts?.[keys[outcome]] ?? 0)}</b>
              <span>{lineOutcomeLabels[outcome]}</span>
            </button>
          ))}
        </div>
      )}
      {onChoices !== undefined && (
        <div className={styles['choices']}>
          <ChoiceField
            label="Doublons très probables"
            inline
            clearable={false}
            options={[
              { value: 'skip', label: 'Laisser de côté' },
              { value: 'import', label: 'Importer quand même' },
            ]}
            value={choices.probable}
            onChange={(probable) => probable !== null && onChoices({ ...choices, probable })}
          />
          <ChoiceField
            label="Doublons possibles"
            inline
            clearable={false}
            options={[
              { value: 'import', label: 'Importer, avec mention' },
              { value: 'skip', label: 'Laisser de côté' },
            ]}
            value={choices.possible}
            onChange={(possible) => possible !== null && onChoices({ ...choices, possible })}
          />
        </div>
      )}
      {!running && <Report id={status.id} outcome={shown} stamp={`${status.phase} ${status.done}`} />}
    </Stack>
  );
}

function Report({ id, outcome, stamp }: { id: string; outcome: LineOutcome | null; stamp: string }) {
  const [page, setPage] = useState(0);
  const limit = 100;
  const report = useRead('imports', 'report', {
    id,
    outcomes: outcome === null ? [] : [outcome],
    offset: page * limit,
    limit,
  });
  if (report.data === undefined) return <LoadingArea words="Lecture du rapport…" />;
  const { lines, total } = report.data;
  return (
    <Pane
      key={stamp}
      title="Rapport ligne par ligne"
      flush
      count={<Tag>{formatNumber(total)}</Tag>}
      aside={
        <Button size="toolbar" icon={IconExport} onClick={() => void saveReport(id)}>
          Enregistrer le rapport
        </Button>
      }
    >
      <table className={styles['columns']}>
        <thead>
          <tr>
            <th scope="col">Ligne</th>
            <th scope="col">Issue</th>
            <th scope="col">Raisons</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.line}>
              <th scope="row" className="figures">
                {line.line}
              </th>
              <td>
                <Tag tone={tones[line.outcome]}>{lineOutcomeLabels[line.outcome]}</Tag>
              </td>
              <td>{line.reasons.join(' ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > limit && (
        <div className={styles['pager']}>
          <Button size="toolbar" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Précédentes
          </Button>
          <span>
            {formatNumber(page * limit + 1)} à {formatNumber(Math.min(total, (page + 1) * limit))} sur{' '}
            {formatNumber(total)}
          </span>
          <Button size="toolbar" disabled={(page + 1) * limit >= total} onClick={() => setPage(page + 1)}>
            Suivantes
          </Button>
        </div>
      )}
    </Pane>
  );
}
