import type { MeasureLine, PreparationView } from '#shared/contract/preparation.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatInstant } from '../../ui/instants.ts';
import { IconAlert, IconDone, IconMessage, IconReady } from '../../ui/icons.ts';
import { AlertRow, Button, Note, Sparkline, Stack, VisuallyHidden } from '../../ui/index.ts';
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
        {lines.map((line) => (
          <FigureLine key={line.code} line={line} day={view.visit.day} />
        ))}
      </ul>
      {view.missing.length > 0 && (
        <p className={styles['small']}>
          Il manque{'\u00a0'}: {view.missing.join(', ')}.
        </p>
      )}
    </section>
  );
}

function FigureLine({ line, day }: { line: MeasureLine; day: string }) {
  const trend = trendOf(line, day);
  const done = line.readings.filter((reading) => reading.notDone === null).map((reading) => reading.text);
  const within = line.level === 'none' && line.words === 'dans les limites';
  return (
    <li>
      <span className={styles['figureLabel']}>{line.label}</span>
      <span className={styles['figure']}>
        {within && (
          <span className={styles['within']} title="dans les limites">
            <IconDone size={14} stroke={2.2} aria-hidden="true" />
            <VisuallyHidden>dans les limites&nbsp;</VisuallyHidden>
          </span>
        )}
        {line.retained?.text ?? (done.length === 0 ? '–' : done.join(' puis '))}
      </span>
      <span className={styles['curve']}>
        {trend !== null && <Sparkline name={line.label} unit={line.unit} {...trend} tone={toneOf(line)} width={84} />}
      </span>
      {!within && line.words !== 'noté' && (
        <span className={styles['figureWords']}>
          <LevelWords level={line.level} words={line.words} />
          {line.code === 'PA' && done.length > 1 && <span className={styles['small']}>{done.join(', ')}</span>}
        </span>
      )}
    </li>
  );
}

const toneOf = ({ level }: MeasureLine) =>
  level === 'urgent' ? 'bad' : level === 'none' || level === 'info' ? 'primary' : 'warn';

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
