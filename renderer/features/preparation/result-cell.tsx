import type { ReactNode } from 'react';
import type { MeasureReading } from '#shared/contract/preparation.ts';
import type { TypedLine } from '#shared/domain/observation.ts';
import type { AlertLevel } from '#shared/rules/vital-signs/index.ts';
import { formatInstant } from '../../ui/instants.ts';
import { IconAbove, IconBelow, IconDone, IconImpossible, IconNever } from '../../ui/icons.ts';
import { Button, Tag, TextLink, classes } from '../../ui/index.ts';
import type { Entries } from './entries.ts';
import type { Ask, EntryKey } from './entry-asks.ts';
import { correctedText } from './corrected-text.ts';
import styles from './measures.module.css';

interface ResultCellProps {
  id: string;
  entryKey: EntryKey;
  code: TypedLine;
  ask: Ask | null;
  reading: MeasureReading | undefined;
  entries: Entries;
  /** Shown when there is nothing else to say: the timer, where a value comes from. */
  otherwise?: ReactNode;
}

/** What the core says of one reading, and the one gesture it waits for. */
export function ResultCell({ id, entryKey, code, ask, reading, entries, otherwise }: ResultCellProps) {
  return (
    <div id={id} className={styles['result']} role={ask === null ? undefined : 'status'}>
      {ask !== null ? (
        <AskWords {...{ entryKey, code, ask, entries }} />
      ) : reading === undefined ? (
        otherwise
      ) : reading.notDone !== null ? (
        <>
          <Tag tone="neutral" look="outline" icon={IconNever}>
            {capital(reading.words)}
          </Tag>
          <TextLink onClick={() => entries.clear(entryKey)}>Effacer</TextLink>
        </>
      ) : (
        <>
          <LevelWords level={reading.level} words={reading.words} />
          {reading.confirmed && <span className={styles['aside']}>valeur confirmée</span>}
        </>
      )}
    </div>
  );
}

function AskWords({
  entryKey,
  code,
  ask,
  entries,
}: Pick<ResultCellProps, 'entryKey' | 'code' | 'entries'> & { ask: Ask }) {
  switch (ask.kind) {
    case 'reason':
      return <span className={styles['words']}>non fait{'\u00a0'}: dire pourquoi</span>;
    case 'resume':
      return <span className={styles['aside']}>repris de votre saisie, à valider (Entrée)</span>;
    case 'refused':
      return (
        <span className={styles['bad']}>
          {ask.words} <TextLink onClick={() => entries.submit(entryKey)}>Réessayer</TextLink>
        </span>
      );
    case 'conflict':
      return (
        <div className={styles['conflict']}>
          <span className={styles['warn']}>
            {ask.by} ({formatInstant(ask.at)}) a noté une autre valeur. Garder{'\u00a0'}:
          </span>
          <Button size="inline" onClick={() => entries.keepTheirs(entryKey)}>
            {ask.theirs === '' ? 'aucune valeur' : ask.theirs}
          </Button>
          <Button
            size="inline"
            onClick={() =>
              ask.mine === 'non fait' ? entries.askReason(entryKey) : entries.submit(entryKey, { text: ask.mine })
            }
          >
            {ask.mine}
          </Button>
        </div>
      );
    default: {
      const proposals = ask.likely.map((likely) => ({ ...likely, whole: correctedText(code, ask.text, likely) }));
      const impossible = ask.kind === 'correct';
      return (
        <>
          <span className={impossible ? styles['bad'] : styles['warn']}>
            <IconImpossible size={14} stroke={2} aria-hidden="true" /> {ask.words}
          </span>
          {proposals.map(({ whole, readAs }) => (
            <TextLink key={whole} onClick={() => entries.submit(entryKey, { text: whole })}>
              Corriger{'\u00a0'}: {whole}
              {readAs !== null && ` (lu en ${readAs})`}
            </TextLink>
          ))}
          {!impossible && (
            <Button
              size="inline"
              keyCap="↵"
              onClick={() => entries.submit(entryKey, { confirmed: true, text: ask.text })}
            >
              Confirmer
            </Button>
          )}
        </>
      );
    }
  }
}

/** Within limits in quiet words, a threshold reached as a tag with its direction: never a conclusion. */
export function LevelWords({ level, words }: { level: AlertLevel; words: string }) {
  if (words === '') return null;
  if (level === 'none' || level === 'info') {
    const within = words === 'dans les limites';
    return (
      <span className={classes(styles['words'], within && styles['ok'])}>
        {within && <IconDone size={15} stroke={2} aria-hidden="true" />} {words}
      </span>
    );
  }
  const below = /au-dessous|moins|^\u2212/u.test(words);
  return (
    <Tag tone={level === 'urgent' ? 'bad' : 'warn'} icon={below ? IconBelow : IconAbove}>
      {words}
    </Tag>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase('fr') + words.slice(1);

/** State of the box around the figure: never the colour alone, the result says it in words. */
export function boxState(ask: Ask | null, reading: MeasureReading | undefined): 'neutral' | 'above' | 'impossible' {
  if (ask?.kind === 'correct') return 'impossible';
  if (ask?.kind === 'confirm' || ask?.kind === 'conflict') return 'above';
  if (ask !== null || reading === undefined) return 'neutral';
  return reading.level === 'none' || reading.level === 'info' ? 'neutral' : 'above';
}
