import { Fragment, useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import type { MeasureLine, PreparationView } from '#shared/contract/preparation.ts';
import { CONTEXT_LABELS } from '#shared/domain/observation.ts';
import { ChoiceField, MeasureInput, classes } from '../../ui/index.ts';
import { IconClock } from '../../ui/icons.ts';
import type { Entries } from './entries.ts';
import { armOf, entryKey, readingOf } from './entry-asks.ts';
import { LastCell, TrendCell } from './measure-cells.tsx';
import styles from './measures.module.css';
import { bothFigures, pressureFigures, pressureText } from './pressure-text.ts';
import { ReasonRow } from './reason-row.tsx';
import { boxState, LevelWords, ResultCell } from './result-cell.tsx';
import { useRestSeconds } from './rest-timer.ts';

interface PressureRowsProps {
  view: PreparationView;
  line: MeasureLine;
  entries: Entries;
  onNext: () => void;
}

const ordinals = ['', '1re', '2e', '3e'];

/** Readings shown: those done or typed, and those the protocol still asks. */
function shownReadings(view: PreparationView, line: MeasureLine, entries: Entries): number[] {
  const { texts } = entries.use.getState();
  const touched = [1, 2, 3].filter(
    (reading) =>
      readingOf(view, entryKey('PA', reading)) !== undefined ||
      view.drafts.some((draft) => draft.code === 'PA' && draft.reading === reading) ||
      texts[entryKey('PA', reading)] !== undefined,
  );
  const notDone = line.readings.some((reading) => reading.notDone !== null);
  const figures = line.readings.filter((reading) => reading.value !== null).length;
  const asked =
    view.protocol === 'always_three' && line.expected && figures === 0 ? 3 : figures + line.remainingReadings;
  const count = Math.min(line.maxReadings, Math.max(1, notDone ? 1 : asked, ...touched));
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** Blood pressure: one row a reading, two figures each; the arm is asked once and never answered beforehand. */
export function PressureRows({ view, line, entries, onNext }: PressureRowsProps) {
  const chosen = entries.use((state) => state.arm);
  const readings = shownReadings(view, line, entries);
  const arm = armOf(view, chosen);
  return (
    <>
      {readings.map((reading) => (
        <Fragment key={reading}>
          <tr className={reading > 1 ? styles['again'] : undefined}>
            <th scope="row">{reading === 1 ? line.label : `${ordinals[reading]} mesure`}</th>
            <td>
              <div className={styles['pressure']}>
                <PressureInputs {...{ view, entries, reading }} />
                {reading === 1 && (
                  <ChoiceField
                    label="Bras"
                    hideLabel
                    options={[
                      { value: 'left', label: CONTEXT_LABELS.arm.left },
                      { value: 'right', label: CONTEXT_LABELS.arm.right },
                    ]}
                    value={arm}
                    onChange={entries.setArm}
                  />
                )}
              </div>
            </td>
            <td>
              <PressureResult {...{ view, entries, reading }} />
            </td>
            {reading === 1 ? <LastCell {...{ view, line }} /> : <td />}
            {reading === 1 ? <TrendCell {...{ view, line }} /> : <td className={styles['trend']} />}
          </tr>
          {entries.askOf(view, entryKey('PA', reading))?.kind === 'reason' && (
            <ReasonRow entryKey={entryKey('PA', reading)} {...{ entries, onNext }} />
          )}
        </Fragment>
      ))}
      {line.retained !== null && readings.length > 1 && (
        <tr className={styles['again']}>
          <th scope="row">Retenue</th>
          <td className={styles['retained']}>{line.retained.words}</td>
          <td>
            <LevelWords level={line.level} words={line.words} />
          </td>
          <td />
          <td className={styles['trend']} />
        </tr>
      )}
    </>
  );
}

function PressureResult({ view, entries, reading }: Pick<PressureRowsProps, 'view' | 'entries'> & { reading: number }) {
  const key = entryKey('PA', reading);
  const before = readingOf(view, entryKey('PA', reading - 1));
  const left = useRestSeconds(before?.value == null ? null : before.at);
  const waits =
    left === null
      ? 'on retient la moyenne 2-3'
      : left > 0
        ? `dans ${left}\u00a0s · on retient la moyenne 2-3`
        : 'une minute est passée · on retient la moyenne 2-3';
  return (
    <ResultCell
      id={`resultat-${key}`}
      entryKey={key}
      code="PA"
      ask={entries.askOf(view, key)}
      reading={readingOf(view, key)}
      entries={entries}
      otherwise={
        reading > 1 && (
          <span className={classes(styles['words'], styles['timer'])}>
            <IconClock size={14} stroke={1.8} aria-hidden="true" /> {waits}
          </span>
        )
      }
    />
  );
}

/** After the jump to the second figure, a Tab typed by habit within this time does not leave it. */
const HABIT = 600;

function PressureInputs({ view, entries, reading }: { view: PreparationView; entries: Entries; reading: number }) {
  const second = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const jumpedAt = useRef(0);
  const key = entryKey('PA', reading);
  const [systolic, diastolic] = pressureFigures(entries.textOf(view, key));
  const ask = entries.askOf(view, key);
  const state = boxState(ask, readingOf(view, key));
  const set = (one: string, two: string) => entries.type(key, pressureText(one, two));
  const jump = () => {
    jumpedAt.current = performance.now();
    second.current?.focus();
    second.current?.select();
  };
  /** Both figures in one field, pasted or typed: each goes in its own. */
  const setBoth = (text: string) => {
    const both = bothFigures(text);
    if (both === null) return false;
    set(...both);
    second.current?.focus();
    return true;
  };
  const paste = (event: ClipboardEvent) => {
    if (setBoth(event.clipboardData.getData('text'))) event.preventDefault();
  };
  const inSecond = (event: KeyboardEvent<HTMLInputElement>) => {
    const habit = performance.now() - jumpedAt.current < HABIT && diastolic === '';
    if (event.key === '/' || (event.key === 'Tab' && !event.shiftKey && habit)) event.preventDefault();
    if (event.key === 'Enter' && habit) {
      event.preventDefault();
      event.stopPropagation();
    }
    if (event.key === 'Backspace' && diastolic === '') {
      event.preventDefault();
      first.current?.focus();
    }
  };
  const name = reading === 1 ? 'Tension' : `Tension, ${ordinals[reading]} mesure`;
  return (
    <span
      className={styles['pair']}
      data-measure={key}
      onPasteCapture={paste}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) entries.leave(key);
      }}
    >
      <MeasureInput
        ref={first}
        label={`${name}, systolique`}
        describedBy={`resultat-${key}`}
        unit="/"
        width="pair"
        state={state}
        value={systolic}
        onChange={(text) => {
          if (setBoth(text)) return;
          set(text, diastolic);
          if (/^\d{3}$/u.test(text) && text.length > systolic.length) jump();
        }}
        onNotDone={() => entries.askReason(key)}
        onKeyDown={(event) => {
          if (event.key !== '/') return;
          event.preventDefault();
          jump();
        }}
      />
      <span className={classes(styles['second'])}>
        <MeasureInput
          ref={second}
          label={`${name}, diastolique`}
          describedBy={`resultat-${key}`}
          unit="mmHg"
          state={state}
          value={diastolic}
          onChange={(text) => {
            if (setBoth(text)) return;
            set(systolic, text);
            if (/^\d{3}$/u.test(text) && text.length > diastolic.length && systolic !== '') entries.leave(key);
          }}
          onNotDone={() => {
            // Just after the jump, `140-90` typed by habit: the dash only separates the two figures.
            if (performance.now() - jumpedAt.current >= HABIT) entries.askReason(key);
          }}
          onKeyDown={inSecond}
        />
      </span>
    </span>
  );
}
