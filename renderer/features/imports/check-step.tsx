import { lineOutcomeLabels, type LineOutcome } from '#shared/domain/import-fields.ts';
import { useRead, type Input, type Output } from '../../api/queries.ts';
import {
  CourseProgress,
  keptLines,
  LineReport,
  OutcomeCounts,
  useReportSlice,
} from '../../app/import-course/line-report.tsx';
import { ChoiceField, Row, Stack, Tag, type Column } from '../../ui/index.ts';
import { saveReport } from './report-file.ts';

export type Status = NonNullable<Output<'imports', 'status'>>;
export type Choices = Input<'imports', 'check'>['choices'];
type Line = Output<'imports', 'report'>['lines'][number];

const tones = { new: 'ok', to_correct: 'warn', possible: 'warn', duplicate: 'neutral', invalid: 'bad' } as const;

const columns: ReadonlyArray<Column<Line>> = [
  {
    id: 'outcome',
    head: 'Issue',
    width: '220px',
    cell: ({ outcome }) => <Tag tone={tones[outcome]}>{lineOutcomeLabels[outcome]}</Tag>,
  },
];

interface CheckStepProps {
  status: Status;
  choices: Choices;
  onChoices?: ((choices: Choices) => void) | undefined;
}

/** Dry run, or the import itself: progress, counts, and the report line by line. */
export function CheckStep({ status, choices, onChoices }: CheckStepProps) {
  const report = useReportSlice<LineOutcome>();
  const running = status.phase === 'checking' || status.phase === 'importing';
  const read = useRead(
    'imports',
    'report',
    { id: status.id, ...report.slice },
    { enabled: !running, placeholderData: keptLines },
  );
  const { counts } = status;
  return (
    <Stack gap={3}>
      <CourseProgress status={status} check="Vérification des lignes" start="Import" />
      {counts !== null && (
        <OutcomeCounts
          labels={lineOutcomeLabels}
          counts={{ ...counts, to_correct: counts.toCorrect }}
          shown={report.shown}
          onShow={report.show}
        />
      )}
      {onChoices !== undefined && (
        <Row gap={4} align="start">
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
        </Row>
      )}
      {!running && (
        <LineReport
          report={read.data}
          page={report.page}
          onPage={report.setPage}
          columns={columns}
          onSave={() => void saveReport(status.id)}
        />
      )}
    </Stack>
  );
}
