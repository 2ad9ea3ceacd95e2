import type { AidContractView } from '#shared/contract/aid-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { useRead } from '../../api/queries.ts';
import { classes, Why } from '../../ui/index.ts';
import styles from './contract-due.module.css';
import { MISSING_PANE } from './missing-pane.tsx';
import { MISSING_LABELS, yearName } from './words.ts';

/**
 * The yearly statement or the end of the contract, whichever comes first: the very line of the screen Échéances. Once
 * the statement of the running year has been sent, it says so.
 */
export function ContractDue({ contract: { id: contractId, review } }: { contract: AidContractView }) {
  const read = useRead('deadlines', 'list', {});
  const due = read.data?.deadlines.find(
    ({ kind, recordId }) => recordId === contractId && (kind === 'AID_REVIEW' || kind === 'AID_END'),
  );
  if (review?.sent === true) {
    return (
      <div className={styles['box']}>
        <div>Bilan annuel{review.contractYear === null ? '' : `, ${yearName(review.contractYear)}`}</div>
        <b>envoyé</b>
      </div>
    );
  }
  if (due === undefined) return null;
  const { title, day, when, state, kind, why } = due;
  return (
    <div className={classes(styles['box'], styles[state])}>
      <div>{title}</div>
      {day === null ? (
        <div>date inconnue</div>
      ) : (
        <div>
          {kind === 'AID_REVIEW' ? 'au plus tard le' : 'le'} <b>{formatDay(day)}</b>, {when}
        </div>
      )}
      {day === null && <Why answer={why} missingLabels={MISSING_LABELS} />}
    </div>
  );
}

/** How much is missing, and the way down to it: the list itself is under the curve. */
export function MissingCount({ missing }: Pick<AidContractView, 'missing'>) {
  if (missing.length === 0) return null;
  const blocking = missing.filter(({ severity }) => severity === 'blocking').length;
  const toDo = missing.length - blocking;
  const go = () => {
    const pane = document.getElementById(MISSING_PANE);
    pane?.scrollIntoView({ block: 'start' });
    pane?.focus({ preventScroll: true });
  };
  return (
    <button
      type="button"
      className={classes(styles['box'], styles['missing'], blocking > 0 && styles['late'])}
      onClick={go}
    >
      <span>Ce qui manque</span>
      <span>
        {blocking > 0 && <b>{blocking === 1 ? '1\u00a0bloquant' : `${blocking}\u00a0bloquants`}</b>}
        {blocking > 0 && toDo > 0 && ', '}
        {toDo > 0 && `${toDo}\u00a0à faire`}
      </span>
    </button>
  );
}
