import { formatDay } from '#shared/kernel/day.ts';
import {
  citationWords,
  CONFIDENCE_WORDS,
  valueOn,
  valueWords,
  type Article,
  type Citation,
  type Parameter,
} from '#shared/rules/kernel/index.ts';
import { thresholdRule } from '#shared/rules/vital-signs/index.ts';
import { useOverrides } from '../../api/rule-choices.ts';
import { PanelBody, PanelHead } from '../../app/panel/panel-body.tsx';
import { Disclosure, Note } from '../../ui/index.ts';
import { AmountExample } from './amount-example.tsx';
import { standingOn } from './book-model.ts';
import styles from './book.module.css';
import { PracticeChoice } from './practice-choice.tsx';

interface ArticlePanelProps {
  article: Article;
  day: string;
  today: string;
  onClose: () => void;
}

/** One rule: its text on the day, what changed, what it means, its figures over time and where they come from. */
export function ArticlePanel({ article, day, today, onClose }: ArticlePanelProps) {
  const standing = standingOn(article, day);
  const shown = standing.kind === 'in_force' ? standing.version : article.versions[0];
  return (
    <PanelBody>
      <PanelHead title={article.title} onClose={onClose} closeLabel="Fermer la règle" />
      {standing.kind === 'not_yet' && (
        <Note tone="neutral" title={`Pas encore en vigueur le ${formatDay(day)}.`}>
          Le texte ci-dessous vaut à partir du {formatDay(standing.from)}.
        </Note>
      )}
      {standing.kind === 'no_longer' && (
        <Note tone="neutral" title={`N’est plus en vigueur depuis le ${formatDay(standing.until)}.`}>
          Le texte ci-dessous est le dernier connu.
        </Note>
      )}
      <p className={styles['text']}>{shown.text}</p>
      <dl className={styles['pairs']}>
        <div>
          <dt>Pour le cabinet</dt>
          <dd>{shown.effect}</dd>
        </div>
        {shown.changed !== null && shown.from !== null && (
          <div>
            <dt>Changé le {formatDay(shown.from)}</dt>
            <dd>{shown.changed}</dd>
          </div>
        )}
      </dl>
      {article.id === 'aid.amount.signed' && <AmountExample day={day} />}
      <Disclosure
        summary={`${shown.sources.length > 1 ? `${shown.sources.length} sources` : 'Source'}, ${CONFIDENCE_WORDS[shown.confidence]}`}
      >
        <Sources sources={shown.sources} />
      </Disclosure>
      {article.versions.length > 1 && <Versions article={article} />}
      {article.parameters.length > 0 && (
        <section className={styles['figures']} aria-label="Valeurs">
          <h3>Valeurs au {formatDay(day)}</h3>
          {article.parameters.map((parameter) => (
            <ParameterRow key={parameter.id} parameter={parameter} day={day} today={today} />
          ))}
        </section>
      )}
    </PanelBody>
  );
}

function Sources({ sources }: { sources: readonly Citation[] }) {
  return (
    <ul className={styles['plain']}>
      {sources.map((source) => (
        <li key={citationWords(source)}>
          {citationWords(source)}
          {source.address !== undefined && <span className={styles['address']}>{source.address}</span>}
        </li>
      ))}
    </ul>
  );
}

function Versions({ article }: { article: Article }) {
  return (
    <Disclosure summary={`Les ${article.versions.length} rédactions`}>
      <dl className={styles['pairs']}>
        {article.versions.map(({ from, text, changed }) => (
          <div key={from ?? 'origine'}>
            <dt>{from === null ? 'À l’origine' : `Depuis le ${formatDay(from)}`}</dt>
            <dd>
              {text}
              {changed !== null && <span className={styles['quiet']}> {changed}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function ParameterRow({ parameter, day, today }: { parameter: Parameter; day: string; today: string }) {
  const use = valueOn(parameter, day, useOverrides(day));
  const changeable = parameter.editable !== undefined || thresholdRule(parameter.id) !== null;
  return (
    <div className={styles['figureRow']}>
      <span>{parameter.label}</span>
      <b>{use === null ? 'sans valeur ce jour-là' : valueWords(use.value, parameter.unit)}</b>
      {use !== null && use.origin === 'practice' && (
        <span className={styles['quiet']}>
          Choix du cabinet
          {use.signature !== null && `, ${use.signature.by}, depuis le ${formatDay(use.signature.from)}`}. Livre
          {'\u00a0'}: {valueWords(use.defaultValue, parameter.unit)}
        </span>
      )}
      <Disclosure summary={parameter.values.length > 1 ? `${parameter.values.length} valeurs et sources` : 'Source'}>
        <ol className={styles['plain']}>
          {parameter.values.map(({ from, value, sources, confidence }) => (
            <li key={from ?? 'origine'}>
              <b>{valueWords(value, parameter.unit)}</b> {from !== null && `depuis le ${formatDay(from)} `}
              <span className={styles['quiet']}>
                {sources.map(citationWords).join(' ; ')}. {CONFIDENCE_WORDS[confidence]}, vérifié le{' '}
                {formatDay(parameter.checkedOn)}
              </span>
            </li>
          ))}
        </ol>
      </Disclosure>
      {changeable && <PracticeChoice parameter={parameter} today={today} />}
    </div>
  );
}
