import type { AidContractView } from '#shared/contract/aid-views.ts';
import { Pane, Tag, VisuallyHidden, Why } from '../../ui/index.ts';
import { IconConditions, IconReady, IconRefused, IconUnknown } from '../../ui/icons.ts';
import styles from './aid.module.css';
import { MISSING_LABELS } from './words.ts';

type Condition = AidContractView['conditions'][number];

/** A check, a cross, a dashed ring, with their word. */
export const CONDITION_SIGNS = {
  met: { icon: IconReady, words: 'rempli', look: 'met' },
  not_met: { icon: IconRefused, words: 'non rempli', look: 'notMet' },
  undetermined: { icon: IconUnknown, words: 'indéterminé', look: 'undetermined' },
} as const;

/** Each condition with its verdict: a check, a cross, or a dashed ring that says what is missing. */
function ConditionList({ conditions }: { conditions: readonly Condition[] }) {
  return (
    <ul className={styles['lines']}>
      {conditions.map(({ id, label, verdict }) => {
        const { icon: Sign, words, look } = CONDITION_SIGNS[verdict.outcome];
        const first = verdict.reasons[0]?.words;
        return (
          <li key={id} className={styles['condition']}>
            <span className={styles[look]}>
              <Sign size={16} stroke={1.9} aria-hidden="true" />
            </span>
            <div>
              <b>{label}</b>
              {verdict.outcome === 'met' ? <VisuallyHidden>, rempli</VisuallyHidden> : <span>, {words}</span>}
              {verdict.outcome !== 'met' && first !== undefined && <p className={styles['quiet']}>{first}</p>}
            </div>
            <Why answer={verdict} missingLabels={MISSING_LABELS} />
          </li>
        );
      })}
    </ul>
  );
}

export function ConditionsPane({ conditions }: { conditions: readonly Condition[] }) {
  const open = conditions.filter(({ verdict }) => verdict.outcome !== 'met').length;
  return (
    <Pane
      title="Conditions"
      icon={IconConditions}
      flush
      count={open > 0 ? <Tag look="outline">{open === 1 ? '1 à regarder' : `${open} à regarder`}</Tag> : undefined}
    >
      {conditions.length === 0 ? (
        <p className={styles['empty']}>Aucune condition pour ce contrat.</p>
      ) : (
        <ConditionList conditions={conditions} />
      )}
    </Pane>
  );
}
