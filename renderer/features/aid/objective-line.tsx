import type { AidContractView } from '#shared/contract/aid-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { TextLink, VisuallyHidden, Why } from '../../ui/index.ts';
import styles from './aid.module.css';
import { countWords, MISSING_LABELS } from './words.ts';

interface ObjectiveLineProps {
  objective: AidContractView['objectives'][number];
  /** Null for who only reads. */
  onEdit: (() => void) | null;
}

const letterOf = (day: string | null) => (day === null ? 'de la CPAM' : `de la CPAM du ${formatDay(day)}`);

/** One counter of the contract: what is to be reached and who says so, the entry threshold, the last statement. */
export function ObjectiveLine({ objective, onEdit }: ObjectiveLineProps) {
  const { label, typed, target, threshold, latest, unit } = objective;
  const notified = target.origin === 'notified';
  return (
    <li className={styles['life']}>
      <div>
        <b>{label}</b>
        <p className={styles['quiet']}>
          Départ {countWords(typed.start)}
          {latest !== null && ` · dernier relevé ${countWords(latest.value)} au ${formatDay(latest.on)}`}
        </p>
        {notified && (
          <p className={styles['quiet']}>
            Objectif du courrier {letterOf(typed.notifiedOn)}
            {typed.target !== null && ` · dans le contrat ${countWords(typed.target)}`}
          </p>
        )}
        {unit.map(({ statementId, words }) => (
          <p key={statementId} className={styles['quiet']}>
            {words}
          </p>
        ))}
        <Why answer={target} missingLabels={MISSING_LABELS} />
        {threshold !== null && (
          <>
            <p className={styles['quiet']}>
              Seuil d’entrée{NBSP}: {countWords(threshold.value)}
              {threshold.origin === 'notified' && `, courrier ${letterOf(typed.thresholdOn)}`}
            </p>
            <Why answer={threshold} missingLabels={MISSING_LABELS} />
          </>
        )}
      </div>
      <div className={styles['quiet']}>
        {target.value === null
          ? 'objectif à saisir'
          : `objectif ${notified ? 'notifié ' : ''}${countWords(target.value)}`}
        {typed.dueOn !== null && ` au ${formatDay(typed.dueOn)}`}
      </div>
      {onEdit !== null && (
        <TextLink onClick={onEdit}>
          {typed.target === null ? 'Saisir' : 'Modifier'}
          <VisuallyHidden>, {label}</VisuallyHidden>
        </TextLink>
      )}
    </li>
  );
}
