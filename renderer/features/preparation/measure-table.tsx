import { useRef, useState, type KeyboardEvent } from 'react';
import type { MeasureLine, PreparationView } from '#shared/contract/preparation.ts';
import type { TypedLine } from '#shared/domain/observation.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { IconPreparation } from '../../ui/icons.ts';
import { Button, MeasureInput, Pane } from '../../ui/index.ts';
import type { Entries } from './entries.ts';
import { entryKey, readingOf, type EntryKey } from './entry-asks.ts';
import { LastCell, TrendCell } from './measure-cells.tsx';
import styles from './measures.module.css';
import { PressureRows } from './pressure-rows.tsx';
import { ReasonRow } from './reason-row.tsx';
import { boxState, LevelWords, ResultCell } from './result-cell.tsx';

/** Lines asked now and then: folded until one is needed or has a figure. */
const occasional: readonly string[] = ['TOUR_TAILLE', 'DEP', 'GLYC', 'PC'];

interface MeasureTableProps {
  view: PreparationView;
  entries: Entries;
  /** After the last field. */
  onEnd: () => void;
}

/** The constantes: Tab or Entrée to the next figure, the result on leaving it. */
export function MeasureTable({ view, entries, onEnd }: MeasureTableProps) {
  // Every key typed and every answer redraws the rows.
  entries.use();
  const table = useRef<HTMLTableElement>(null);
  const [all, setAll] = useState(false);
  const used = (line: MeasureLine) =>
    line.expected || line.readings.length > 0 || view.drafts.some((draft) => draft.code === line.code);
  const shown = view.lines.filter((line) => all || used(line) || !occasional.includes(line.code));
  const folded = view.lines.filter((line) => !shown.includes(line));

  const next = (from: Element | null) => {
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>('[data-measure] input') ?? [])];
    const following = fields.find(
      (field) =>
        from !== null &&
        (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
        !from.contains(field),
    );
    if (following === undefined) onEnd();
    else {
      following.focus();
      following.select();
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const key = event.target.closest<HTMLElement>('[data-measure]')?.dataset['measure'] as EntryKey | undefined;
    const ask = key === undefined ? null : entries.askOf(view, key);
    // Entrée on an unusual value left as it is: it has been looked at twice.
    if (key !== undefined && ask?.kind === 'confirm' && ask.text === entries.textOf(view, key))
      entries.submit(key, { confirmed: true });
    next(event.target);
  };

  return (
    <Pane
      title="Constantes"
      icon={IconPreparation}
      flush
      aside={<span>Chiffres, virgule ou point. Tiret{'\u00a0'}: non fait.</span>}
    >
      <table ref={table} className={styles['table']} onKeyDown={onKeyDown}>
        <colgroup>
          <col className={styles['colLabel']} />
          <col className={styles['colValue']} />
          <col />
          <col className={styles['colLast']} />
          <col className={styles['trend']} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Mesure</th>
            <th scope="col">Valeur</th>
            <th scope="col">Résultat</th>
            <th scope="col">{view.previousVisitDay === null ? 'Dernière valeur' : formatDay(view.previousVisitDay)}</th>
            <th scope="col" className={styles['trend']}>
              Évolution
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => {
            const onNext = () =>
              next([...(table.current?.querySelectorAll(`[data-measure^="${line.code}."]`) ?? [])].at(-1) ?? null);
            return line.code === 'PA' ? (
              <PressureRows key={line.code} {...{ view, line, entries, onNext }} />
            ) : (
              <MeasureRow key={line.code} {...{ view, line, entries, onNext }} />
            );
          })}
        </tbody>
      </table>
      {folded.length > 0 && (
        <div className={styles['more']}>
          <Button kind="quiet" size="toolbar" tabIndex={-1} onClick={() => setAll(true)}>
            {`Autres mesures\u00a0: ${folded.map((line) => line.label.toLocaleLowerCase('fr')).join(', ')}`}
          </Button>
        </div>
      )}
    </Pane>
  );
}

function MeasureRow({
  view,
  line,
  entries,
  onNext,
}: Omit<MeasureTableProps, 'onEnd'> & { line: MeasureLine; onNext: () => void }) {
  const code = line.code as TypedLine;
  const key = entryKey(code, 1);
  const ask = line.editable ? entries.askOf(view, key) : null;
  const reading = readingOf(view, key);
  return (
    <>
      <tr>
        <th scope="row">{line.label}</th>
        <td>
          {line.editable ? (
            <span
              data-measure={key}
              onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && entries.leave(key)}
            >
              <MeasureInput
                label={line.label}
                describedBy={`resultat-${key}`}
                unit={line.unit}
                state={boxState(ask, reading)}
                value={entries.textOf(view, key)}
                onChange={(text) => entries.type(key, text)}
                onNotDone={() => entries.askReason(key)}
              />
            </span>
          ) : (
            <span className={styles['fixed']}>{line.retained?.text ?? reading?.text ?? '–'}</span>
          )}
        </td>
        <td>
          {line.editable ? (
            <ResultCell
              id={`resultat-${key}`}
              {...{ entryKey: key, code, ask, reading, entries }}
              otherwise={<Before view={view} line={line} />}
            />
          ) : (
            <div className={styles['result']}>
              {line.retained !== null && line.level !== 'none' ? (
                <LevelWords level={line.level} words={line.words} />
              ) : (
                <span className={styles['words']}>
                  {line.retained === null && line.words !== '' ? line.words : line.why}
                </span>
              )}
            </div>
          )}
        </td>
        <LastCell {...{ view, line }} />
        <TrendCell {...{ view, line }} />
      </tr>
      {ask?.kind === 'reason' && <ReasonRow entryKey={key} {...{ entries, onNext }} />}
    </>
  );
}

/** The last height serves the body mass index: it is said, never filled in. */
function Before({ view, line }: { view: PreparationView; line: MeasureLine }) {
  const last = line.history.at(-1);
  const used = line.code === 'TAILLE' && view.lines.some((one) => one.code === 'IMC' && one.retained !== null);
  if (!used || last === undefined) return null;
  return (
    <span className={styles['words']}>{`${last.text}\u00a0cm repris du ${formatDay(last.day)}, à confirmer`}</span>
  );
}
