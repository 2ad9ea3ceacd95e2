import { citationWords, type RuleSet } from '#shared/rules/kernel/index.ts';
import { Pane, Tag } from '../../ui/index.ts';
import { IconAlert, IconInfo } from '../../ui/icons.ts';
import styles from './book.module.css';

/** What nobody could read, and what Prélude does meanwhile. */
export function UnknownsPane({ chapters }: { chapters: readonly RuleSet[] }) {
  const unknowns = chapters.flatMap((chapter) => chapter.unknowns);
  if (unknowns.length === 0) return null;
  return (
    <Pane title="Ce qui n’est pas connu" icon={IconInfo} count={<Tag look="outline">{unknowns.length}</Tag>}>
      <dl className={styles['pairs']}>
        {unknowns.map(({ id, title, handling }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{handling}</dd>
          </div>
        ))}
      </dl>
    </Pane>
  );
}

/** Sources that contradict each other, and the reading kept. */
export function DisputesPane({ chapters }: { chapters: readonly RuleSet[] }) {
  const disputes = chapters.flatMap((chapter) => chapter.disputes);
  if (disputes.length === 0) return null;
  return (
    <Pane title="Textes divergents" icon={IconAlert} count={<Tag look="outline">{disputes.length}</Tag>}>
      <dl className={styles['pairs']}>
        {disputes.map(({ id, title, positions, retained }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              <ul className={styles['plain']}>
                {positions.map(({ words, sources }) => (
                  <li key={words}>
                    {words} <span className={styles['quiet']}>{sources.map(citationWords).join(' ; ')}</span>
                  </li>
                ))}
              </ul>
              <b>{retained}</b>
            </dd>
          </div>
        ))}
      </dl>
    </Pane>
  );
}
