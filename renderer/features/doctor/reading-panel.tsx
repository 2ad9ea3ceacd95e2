import type { PreparationView } from '#shared/contract/preparation.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatInstant } from '../../ui/instants.ts';
import { IconAlert, IconMessage, IconReady } from '../../ui/icons.ts';
import { AlertRow, Button, Note, Sparkline, Stack } from '../../ui/index.ts';
import { ToldList } from '../preparation/doctor-side.tsx';
import { alertsOf } from '../preparation/identity-head.tsx';
import { LevelWords } from '../preparation/result-cell.tsx';
import { trendOf } from '../preparation/scales.ts';
import styles from './doctor.module.css';
import { changesSince } from './since-last-visit.ts';

/** The preparation as the doctor reads it: what is told first, the assistant's words, the figures, what changed. */
export function ReadingPanel({ view, onRead }: { view: PreparationView; onRead: () => void }) {
  const loud = view.told.filter(({ level }) => level !== 'info' && level !== 'none');
  const quiet = view.told.filter((one) => !loud.includes(one));
  const urgent = loud.some(({ level }) => level === 'urgent');
  const changes = changesSince(view);
  return (
    <Stack gap={4}>
      <AlertRow alerts={alertsOf(view)} maxVisible={4} />
      {loud.length > 0 && (
        <Note tone={urgent ? 'bad' : 'warn'} icon={IconAlert}>
          <ul className={styles['loud']}>
            {loud.map(({ code, words }) => (
              <li key={`${code} ${words}`}>{words}</li>
            ))}
          </ul>
        </Note>
      )}
      {view.message !== null && (
        <Note tone="primary" icon={IconMessage} title={`${view.message.by} · ${formatInstant(view.message.at)}`}>
          <p className={styles['quote']}>
            «{'\u00a0'}
            {view.message.text}
            {'\u00a0'}»
          </p>
        </Note>
      )}
      <ReadMark view={view} onRead={onRead} />
      {quiet.length > 0 && <ToldList told={quiet} message={false} />}
      <Figures view={view} />
      {changes.length > 0 && view.previousVisitDay !== null && (
        <section aria-label="Depuis la dernière visite">
          <h3 className={styles['sub']}>Depuis la dernière visite ({formatDay(view.previousVisitDay)})</h3>
          <ul className={styles['changes']}>
            {changes.map(({ code, words }) => (
              <li key={code}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </Stack>
  );
}

function Figures({ view }: { view: PreparationView }) {
  const lines = view.lines.filter((line) => line.retained !== null || line.readings.length > 0);
  return (
    <section aria-label="Constantes">
      <h3 className={styles['sub']}>Constantes</h3>
      {lines.length === 0 && <p className={styles['small']}>Aucune mesure pour le moment.</p>}
      <ul className={styles['figures']}>
        {lines.map((line) => {
          const trend = trendOf(line, view.visit.day);
          const notDone = line.readings.every((reading) => reading.notDone !== null) && line.retained === null;
          const text =
            line.retained?.text ??
            line.readings
              .filter((reading) => reading.notDone === null)
              .map((reading) => reading.text)
              .join(' puis ');
          return (
            <li key={line.code}>
              <span className={styles['figureLabel']}>{line.label}</span>
              <span className={styles['figure']}>{notDone ? '–' : text}</span>
              <span className={styles['curve']}>
                {trend !== null && (
                  <Sparkline
                    name={line.label}
                    unit={line.unit}
                    {...trend}
                    tone={
                      line.level === 'urgent'
                        ? 'bad'
                        : line.level === 'none' || line.level === 'info'
                          ? 'primary'
                          : 'warn'
                    }
                    width={84}
                  />
                )}
              </span>
              {line.words !== 'noté' && (
                <span className={styles['figureWords']}>
                  <LevelWords level={line.level} words={line.words} />
                  {line.code === 'PA' &&
                    line.readings.length > 1 &&
                    line.readings.every((reading) => reading.value !== null) && (
                      <span className={styles['small']}>{line.readings.map((reading) => reading.text).join(', ')}</span>
                    )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {view.missing.length > 0 && (
        <p className={styles['small']}>
          Il manque{'\u00a0'}: {view.missing.join(', ')}.
        </p>
      )}
    </section>
  );
}

/** « lu » : who and when; asked again when words or figures came after. */
function ReadMark({ view, onRead }: { view: PreparationView; onRead: () => void }) {
  const { read } = view;
  return (
    <div className={styles['read']}>
      {read !== null && (
        <span className={styles['small']}>
          <IconReady size={14} stroke={2} aria-hidden="true" /> Lu par {read.by} à {formatInstant(read.at)}
          {read.stale && ', modifié depuis'}
        </span>
      )}
      {(read === null || read.stale) && view.visit.stage !== 'expected' && (
        <Button size="toolbar" icon={IconReady} keyCap="L" keyShortcut="L" onClick={onRead}>
          Marquer comme lu
        </Button>
      )}
    </div>
  );
}
