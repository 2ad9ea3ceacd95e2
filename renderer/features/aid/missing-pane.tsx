import type { AidContractView } from '#shared/contract/aid-views.ts';
import { EmptyState, Note, Pane, Tag, TextLink } from '../../ui/index.ts';
import { IconAlert, IconLate, IconReady } from '../../ui/icons.ts';
import styles from './aid.module.css';
import { GESTURE_LABELS, useGesture } from './gestures.ts';

interface MissingProps {
  contract: AidContractView;
  mayManage: boolean;
}

/** Where the head of the contract leads. */
export const MISSING_PANE = 'ce-qui-manque';

/** What is missing, what blocks first, each line with the link to the place that completes it. */
export function MissingPane({ contract, mayManage }: MissingProps) {
  const { missing } = contract;
  return (
    <div id={MISSING_PANE} className={styles['anchor']} tabIndex={-1}>
      <Pane title="Ce qui manque" icon={IconAlert} count={<Tag look="outline">{missing.length}</Tag>} flush>
        {missing.length === 0 ? (
          <EmptyState icon={IconReady} title="Rien ne manque" />
        ) : (
          <MissingList contract={contract} mayManage={mayManage} />
        )}
      </Pane>
    </div>
  );
}

function MissingList({ contract, mayManage }: MissingProps) {
  const go = useGesture(contract);
  const rank = { blocking: 0, to_do: 1 } as const;
  return (
    <ul className={styles['lines']}>
      {contract.missing
        .toSorted((a, b) => rank[a.severity] - rank[b.severity])
        .map((one) => (
          <li key={`${one.code} ${one.field ?? ''} ${one.targetId ?? ''}`} className={styles['missing']}>
            <span className={styles['missingTag']}>
              {one.severity === 'blocking' ? (
                <Tag tone="bad" icon={IconAlert}>
                  Bloquant
                </Tag>
              ) : (
                <Tag tone="warn" icon={IconLate}>
                  À faire
                </Tag>
              )}
            </span>
            <span>{one.words}</span>
            {mayManage && <TextLink onClick={() => go(one)}>{GESTURE_LABELS[one.gesture]}</TextLink>}
          </li>
        ))}
    </ul>
  );
}

/** Facts kept that cannot all be true, shown together: nothing is corrected in silence. */
export function Contradictions({ contract, mayManage }: { contract: AidContractView; mayManage: boolean }) {
  const go = useGesture(contract);
  if (contract.contradictions.length === 0) return null;
  return (
    <Note tone="warn" title="Des faits enregistrés se contredisent. Ils sont gardés tels quels.">
      <ul className={styles['plain']}>
        {contract.contradictions.map(({ code, words, gesture }) => (
          <li key={`${code} ${words}`}>
            {words}{' '}
            {mayManage && (
              <TextLink onClick={() => go({ gesture, field: null, targetId: null })}>
                {GESTURE_LABELS[gesture]}
              </TextLink>
            )}
          </li>
        ))}
      </ul>
    </Note>
  );
}
