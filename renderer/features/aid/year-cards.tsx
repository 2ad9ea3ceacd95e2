import { Fragment, useState } from 'react';
import type { AidContractView, AidYearView } from '#shared/contract/aid-views.ts';
import { AID_YEAR_STATES } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { euros } from '#shared/rules/kernel/index.ts';
import { classes, Tag, type Tone } from '../../ui/index.ts';
import { IconAlert, IconClock, IconForecast, IconLate, IconReady, type Icon } from '../../ui/icons.ts';
import styles from './year-cards.module.css';
import { YearDetail } from './year-detail.tsx';
import { dayWords, yearFigure, yearName } from './words.ts';

const looks: Record<AidYearView['state'], { tone: Tone; icon?: Icon; outline?: true }> = {
  paid: { tone: 'ok', icon: IconReady },
  running: { tone: 'primary', icon: IconClock },
  late: { tone: 'bad', icon: IconLate },
  forecast: { tone: 'warn', icon: IconForecast },
  maximum: { tone: 'neutral', outline: true },
  unknown: { tone: 'warn', icon: IconAlert },
};

/** The sums that came, each whole on its line: `50 % le 30/03`, `50 % le 29/09/2026`; the year once when it is the same. */
function cameWords({ payments }: AidYearView): string[] {
  const came = payments.flatMap(({ received, sharePercent }) =>
    received === null ? [] : [{ ...received, sharePercent }],
  );
  return came.map(({ on, cents, sharePercent }, index) => {
    const share = sharePercent === null || came.length === 1 ? '' : `${formatNumber(sharePercent)}${NBSP}%${NBSP}`;
    if (on === null) return `${share}${euros(cents)}`;
    const next = came[index + 1]?.on ?? null;
    const day = formatDay(on);
    return `${share}le${NBSP}${next?.slice(0, 4) === on.slice(0, 4) ? day.slice(0, 5) : day}`;
  });
}

/** Last line of a card when nothing came: how the sum is to be read. */
function underWords(year: AidYearView): string {
  if (year.receivedCents !== null) return `${euros(year.receivedCents)} reçus`;
  if (year.notified !== null) return 'montant notifié par la caisse';
  if (year.state === 'maximum') return year.results.length > 0 ? 'au plus, selon l’objectif' : 'au plus';
  if (year.due.value === null && year.forecasts.length === 0)
    return year.full.value === null ? '' : 'au plus, résultat à saisir';
  if (year.forecasts.length > 1) return 'selon la règle de calcul';
  const full = year.full.value;
  const count = year.payments.length;
  const parts = count > 1 ? `${count}${NBSP}versements` : '';
  if (full !== null && year.due.value !== null && year.due.value < full)
    return [`maximum ${euros(full)}`, parts].filter((part) => part !== '').join(', ');
  return parts;
}

/** Words that may go to the line between two parts, never inside one: a date is read whole. */
function Line({ parts }: { parts: readonly string[] }) {
  return (
    <span className={styles['cardLine']}>
      {parts.map((part, index) => (
        <Fragment key={`${index} ${part}`}>
          {index > 0 && ' '}
          <span className={styles['whole']}>{part}</span>
        </Fragment>
      ))}
    </span>
  );
}

function UnderLine({ year }: { year: AidYearView }) {
  const came = cameWords(year);
  if (came.length === 0) return <span className={styles['cardLine']}>{underWords(year) || '\u00a0'}</span>;
  return <Line parts={came.map((words, index) => (index < came.length - 1 ? `${words},` : words))} />;
}

interface YearCardsProps {
  contract: AidContractView;
  mayManage: boolean;
}

/** One card a year; pressed, it unfolds its calculation, its payments and what differs, under the row. */
export function YearCards({ contract, mayManage }: YearCardsProps) {
  const [unfolded, setUnfolded] = useState<number | null>(null);
  const current = contract.currentYear.value;
  const shown = contract.years.find((year) => year.contractYear === unfolded);
  return (
    <section aria-label="Années du contrat" className={styles['years']}>
      <ul className={styles['cards']}>
        {contract.years.map((year) => {
          const look = looks[year.state];
          const isOpen = year.contractYear === unfolded;
          return (
            <li key={year.contractYear}>
              <button
                type="button"
                className={classes(styles['card'], year.contractYear === current && styles['currentCard'])}
                aria-expanded={isOpen}
                aria-controls={isOpen ? 'annee-detail' : undefined}
                onClick={() => setUnfolded(isOpen ? null : year.contractYear)}
              >
                <span className={styles['cardTop']}>
                  <b>{yearName(year.contractYear)}</b>
                  <Tag
                    tone={look.tone}
                    look={look.outline === true ? 'outline' : 'loud'}
                    {...(look.icon === undefined ? {} : { icon: look.icon })}
                  >
                    {AID_YEAR_STATES[year.state]}
                  </Tag>
                </span>
                <span className={styles['cardSum']}>{yearFigure(year)}</span>
                <Line parts={[`${dayWords(year.start)} –`, dayWords(year.end)]} />
                <UnderLine year={year} />
                {year.differences.length > 0 && (
                  <span className={styles['cardAlert']}>
                    <IconAlert size={13} stroke={2} aria-hidden="true" />
                    {year.differences.length === 1
                      ? year.differences[0]?.words
                      : `${year.differences.length}${NBSP}écarts à regarder`}
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
      {shown !== undefined && (
        <YearDetail
          key={shown.contractYear}
          contract={contract}
          year={shown}
          mayManage={mayManage}
          onClose={() => setUnfolded(null)}
        />
      )}
    </section>
  );
}
