import { useState } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import { formatDuration, formatNumber } from '#shared/kernel/format.ts';
import { FAMILIES, families, type WeekTime } from '#shared/rules/time-given-back/index.ts';
import { Button, classes, DataTable, Pane, type Column } from '../../ui/index.ts';
import { IconTable, IconTime } from '../../ui/icons.ts';
import { FAMILY_CLASS, weekTotal, weekWords } from './time-words.ts';
import styles from './time.module.css';

const words = (minutes: number | null) => (minutes === null ? 'rien de noté' : formatDuration(minutes));

const columns: readonly Column<WeekTime>[] = [
  {
    id: 'week',
    head: 'Semaine',
    rowHead: true,
    cell: (week) => `${weekWords(week)}${week.whole ? '' : ' (incomplète)'}`,
  },
  ...families.map((family) => ({
    id: family,
    head: FAMILIES[family],
    align: 'end' as const,
    cell: ({ minutes }: WeekTime) => (minutes === null ? '' : formatDuration(minutes[family])),
  })),
  { id: 'total', head: 'Total', align: 'end', cell: (week) => <strong>{words(weekTotal(week))}</strong> },
  { id: 'seen', head: 'Patients vus', align: 'end', cell: ({ seen }) => formatNumber(seen) },
];

/** Week by week, drawn and as a table: the same figures. */
export function WeeksPane({ weeks }: { weeks: readonly WeekTime[] }) {
  const [table, setTable] = useState(false);
  return (
    <Pane
      title="Semaine par semaine"
      icon={IconTime}
      aside={
        <div className={styles['legend']}>
          {!table &&
            families.map((family) => (
              <span key={family}>
                <span className={classes(styles['swatch'], styles[FAMILY_CLASS[family]])} aria-hidden="true" />
                {FAMILIES[family]}
              </span>
            ))}
          {!table && weeks.some(({ whole }) => !whole) && (
            <span>
              <span className={classes(styles['swatch'], styles['preparation'], styles['faded'])} aria-hidden="true" />
              semaine incomplète
            </span>
          )}
          <Button size="inline" icon={IconTable} aria-pressed={table} onClick={() => setTable(!table)}>
            Tableau
          </Button>
        </div>
      }
      flush={table}
    >
      {table ? (
        <div className={styles['tableBox']} role="region" aria-label="Semaines, tableau" tabIndex={0}>
          <DataTable
            caption="Minutes par semaine et par famille de mission"
            columns={columns}
            groups={[{ id: 'all', label: '', rows: weeks.toReversed() }]}
            rowKey={({ monday }) => monday}
          />
        </div>
      ) : (
        <Bars weeks={weeks} />
      )}
    </Pane>
  );
}

/** Days written under the bars: at most thirteen. */
const labelsAtMost = 13;

function Bars({ weeks }: { weeks: readonly WeekTime[] }) {
  // Whole hours above the longest week, so that the axis reads well.
  const most = Math.max(60, Math.ceil(Math.max(0, ...weeks.map((week) => weekTotal(week) ?? 0)) / 240) * 240);
  const every = Math.ceil(weeks.length / labelsAtMost);
  return (
    <div className={styles['chart']}>
      <div className={styles['axis']} aria-hidden="true">
        {[most, most / 2, 0].map((minutes) => (
          <span key={minutes}>{minutes === 0 ? '0' : formatDuration(minutes)}</span>
        ))}
      </div>
      <div
        className={styles['bars']}
        role="img"
        aria-label={weeks.map((week) => `${weekWords(week)}, ${words(weekTotal(week))}`).join(' ; ')}
      >
        {weeks.map((week) => (
          <div
            key={week.monday}
            className={classes(styles['week'], !week.whole && styles['partial'])}
            title={`${weekWords(week)}, ${words(weekTotal(week))}`}
          >
            {week.minutes !== null &&
              families.map((family) => (
                <span
                  key={family}
                  className={styles[FAMILY_CLASS[family]]}
                  style={{ height: `${((week.minutes?.[family] ?? 0) / most) * 100}%` }}
                />
              ))}
          </div>
        ))}
      </div>
      <div className={styles['days']} aria-hidden="true">
        {weeks.map(
          ({ monday }, index) =>
            index % every === 0 && (
              <span key={monday} style={{ left: `${((index + 0.5) / weeks.length) * 100}%` }}>
                {formatDay(monday).slice(0, every > 4 ? 10 : 5)}
              </span>
            ),
        )}
      </div>
    </div>
  );
}
