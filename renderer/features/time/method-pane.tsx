import { valueWords, type ParameterUse } from '#shared/rules/kernel/index.ts';
import { timeGivenBackRuleSet } from '#shared/rules/time-given-back/index.ts';
import { useSession } from '../../api/session.ts';
import { Pane, Tag } from '../../ui/index.ts';
import { IconRules } from '../../ui/icons.ts';
import { PracticeChoice } from '../rules/practice-choice.tsx';
import styles from './time.module.css';

/** How the minutes are counted, with each assumption to change; what nobody could read is said. */
export function MethodPane({ uses, id }: { uses: readonly ParameterUse[]; id: string }) {
  const today = useSession((store) => store.state?.today) ?? '';
  const { articles, unknowns, summary } = timeGivenBackRuleSet;
  return (
    <div id={id}>
      <Pane title="Méthode et hypothèses" icon={IconRules}>
        <div className={styles['method']}>
          <p>{summary}</p>
          {articles.map(({ id: article, title, versions, parameters }) => (
            <div key={article}>
              <h3>{title}</h3>
              <p>{versions[0].text}</p>
              {parameters.length > 0 && (
                <ul className={styles['assumptions']}>
                  {parameters.map((parameter) => {
                    const use = uses.find((one) => one.id === parameter.id);
                    const value = use === undefined ? (parameter.values.at(-1)?.value ?? null) : use.value;
                    return (
                      <li key={parameter.id}>
                        <span className={styles['line']}>
                          <span>{parameter.label}</span>
                          <strong>{valueWords(value, parameter.unit)}</strong>
                        </span>
                        {use?.origin === 'practice' && <Tag look="outline">choix du cabinet</Tag>}
                        <PracticeChoice parameter={parameter} today={today} />
                      </li>
                    );
                  })}
                </ul>
              )}
            </div>
          ))}
          <div>
            <h3>Ce que les textes ne disent pas</h3>
            {unknowns.map((unknown) => (
              <p key={unknown.id}>
                <strong>{unknown.title}.</strong> {unknown.handling}
              </p>
            ))}
          </div>
        </div>
      </Pane>
    </div>
  );
}
