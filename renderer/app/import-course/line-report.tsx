import { useEffect, useState } from 'react';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { IconExport } from '../../ui/icons.ts';
import { Button, DataTable, LoadingArea, Pane, ProgressBar, Tag, type Column } from '../../ui/index.ts';
import styles from './import-course.module.css';

interface Running {
  phase: string;
  done: number;
  total: number;
  secondsLeft: number | null;
}

/** How far the dry run or the import is; nothing once it has ended. */
export function CourseProgress({ status, check, start }: { status: Running; check: string; start: string }) {
  if (status.phase !== 'checking' && status.phase !== 'importing') return null;
  const left = status.secondsLeft === null ? '' : `, environ ${status.secondsLeft}${NBSP}s`;
  return (
    <ProgressBar
      label={`${status.phase === 'checking' ? check : start}${left}`}
      value={status.done}
      total={Math.max(1, status.total)}
      figures={`${formatNumber(status.done)} sur ${formatNumber(status.total)}`}
    />
  );
}

interface OutcomeCountsProps<Outcome extends string> {
  labels: Readonly<Record<Outcome, string>>;
  counts: Readonly<Record<Outcome, number>>;
  shown: Outcome | null;
  onShow: (outcome: Outcome | null) => void;
}

/** The lines by outcome; a count pressed keeps only its lines in the report. */
export function OutcomeCounts<Outcome extends string>({ labels, counts, shown, onShow }: OutcomeCountsProps<Outcome>) {
  return (
    <div className={styles['counts']} role="group" aria-label="Issue des lignes">
      {(Object.keys(labels) as Outcome[]).map((outcome) => (
        <button
          key={outcome}
          type="button"
          className={styles['count']}
          aria-pressed={shown === outcome}
          onClick={() => onShow(shown === outcome ? null : outcome)}
        >
          <b>{formatNumber(counts[outcome])}</b>
          <span>{labels[outcome]}</span>
        </button>
      ))}
    </div>
  );
}

const LIMIT = 100;

/** The lines shown stay while the next ones are read: the button pressed keeps the focus. */
export const keptLines = <Lines,>(before: Lines | undefined): Lines | undefined => before;

/** The count pressed and the page read: `slice` is what the report is asked for. */
export function useReportSlice<Outcome extends string>() {
  const [shown, setShown] = useState<Outcome | null>(null);
  const [page, setPage] = useState(0);
  const show = (outcome: Outcome | null) => {
    setShown(outcome);
    setPage(0);
  };
  const slice = { outcomes: shown === null ? [] : [shown], offset: page * LIMIT, limit: LIMIT };
  return { shown, show, page, setPage, slice };
}

interface LineReportProps<Line> {
  /** The lines of this page; undefined while they are read. */
  report: { lines: readonly Line[]; total: number } | undefined;
  page: number;
  onPage: (page: number) => void;
  columns: ReadonlyArray<Column<Line>>;
  onSave?: () => void;
}

/** What becomes of each line, with its reasons, a hundred at a time. */
export function LineReport<Line extends { line: number; reasons: readonly string[] }>({
  report,
  page,
  onPage,
  columns,
  onSave,
}: LineReportProps<Line>) {
  // Checked again with other answers, the page read may be past the end.
  const past = report !== undefined && page > 0 && page * LIMIT >= report.total;
  useEffect(() => {
    if (past) onPage(0);
  }, [past, onPage]);
  if (report === undefined) return <LoadingArea words="Lecture du rapport…" />;
  const { lines, total } = report;
  return (
    <Pane
      title="Rapport ligne par ligne"
      flush
      count={<Tag>{formatNumber(total)}</Tag>}
      {...(onSave === undefined
        ? {}
        : {
            aside: (
              <Button size="toolbar" icon={IconExport} onClick={onSave}>
                Enregistrer le rapport
              </Button>
            ),
          })}
    >
      <DataTable
        caption="Rapport ligne par ligne"
        columns={[
          { id: 'line', head: 'Ligne', width: '72px', rowHead: true, cell: ({ line }: Line) => line },
          ...columns,
          { id: 'reasons', head: 'Raisons', cell: ({ reasons }) => reasons.join(' ') },
        ]}
        groups={[{ id: 'all', label: '', rows: lines }]}
        rowKey={({ line }) => String(line)}
      />
      {total > LIMIT && (
        <div className={styles['pager']}>
          <Button size="toolbar" disabled={page === 0} onClick={() => onPage(page - 1)}>
            Précédentes
          </Button>
          <span>
            {formatNumber(page * LIMIT + 1)} à {formatNumber(Math.min(total, (page + 1) * LIMIT))} sur{' '}
            {formatNumber(total)}
          </span>
          <Button size="toolbar" disabled={(page + 1) * LIMIT >= total} onClick={() => onPage(page + 1)}>
            Suivantes
          </Button>
        </div>
      )}
    </Pane>
  );
}
