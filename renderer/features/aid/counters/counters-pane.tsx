import { useNavigate } from '@tanstack/react-router';
import type { CounterView } from '#shared/contract/counter-views.ts';
import { COUNTER_METRICS, counterMetrics, PMT_POPULATIONS, type CounterMetric } from '#shared/domain/counters.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, useRead } from '../../../api/queries.ts';
import { Button, Disclosure, ErrorArea, LoadingArea, Note, Pane, TextLink, Why } from '../../../ui/index.ts';
import { IconAdd, IconExchange, IconImport } from '../../../ui/icons.ts';
import { useAidAddress } from '../address.ts';
import { MISSING_LABELS } from '../words.ts';
import styles from './counters.module.css';

interface CountersPaneProps {
  doctorId: string;
  mayManage: boolean;
}

/** The two counters, the statement of the caisse beside our own count, and why they differ. */
export function CountersPane({ doctorId, mayManage }: CountersPaneProps) {
  const navigate = useNavigate();
  return (
    <Pane
      title="Compteurs"
      icon={IconExchange}
      flush
      aside={
        mayManage && (
          <Button size="inline" icon={IconImport} onClick={() => void navigate({ to: '/aide/passages' })}>
            Reprendre des passages
          </Button>
        )
      }
    >
      <div className={styles['pair']}>
        {counterMetrics.map((metric) => (
          <OneCounter key={metric} doctorId={doctorId} metric={metric} mayManage={mayManage} />
        ))}
      </div>
    </Pane>
  );
}

const towards = { ours: 'compté ici en plus', theirs: 'au relevé en plus', either: 'dans un sens ou l’autre' } as const;

function OneCounter({ doctorId, metric, mayManage }: CountersPaneProps & { metric: CounterMetric }) {
  const { open } = useAidAddress();
  const read = useRead('counters', 'view', { doctorId, metric, day: null });
  const view = read.data;
  return (
    <section className={styles['one']} aria-label={COUNTER_METRICS[metric]}>
      <h3>{COUNTER_METRICS[metric]}</h3>
      {read.isError && <ErrorArea what="Le compteur n’a pas pu être lu." why={sentenceOf(read.error)} />}
      {view === undefined && !read.isError && <LoadingArea words="Décompte des patients…" lines={2} />}
      {view !== undefined && (
        <>
          <dl className={styles['sides']}>
            <div>
              <dt>Relevé officiel</dt>
              <dd>
                {view.official === null ? (
                  'aucun relevé saisi'
                ) : (
                  <>
                    <b>{formatNumber(view.official.value)}</b>
                    <span className={styles['small']}>
                      au {formatDay(view.official.onDay)}, {view.official.proofs === 0 ? 'sans pièce' : 'avec pièce'}
                    </span>
                    {metric === 'PMT' && (
                      <span className={styles['small']}>
                        {view.official.population === null
                          ? 'patients comptés non précisés'
                          : PMT_POPULATIONS[view.official.population].toLocaleLowerCase('fr')}
                      </span>
                    )}
                  </>
                )}
              </dd>
            </div>
            <OwnCount view={view} />
          </dl>
          {view.unit !== null && <Note tone="warn">{view.unit.words}</Note>}
          <Why answer={view.own} missingLabels={MISSING_LABELS} />
          {view.gap !== null && <GapLines gap={view.gap} />}
          {mayManage && (
            <div>
              <Button size="inline" icon={IconAdd} onClick={() => open('releve', metric)}>
                Saisir un relevé
              </Button>{' '}
              {view.official !== null && <TextLink onClick={() => open('releves', metric)}>Tous les relevés</TextLink>}
            </div>
          )}
        </>
      )}
    </section>
  );
}

function OwnCount({ view }: { view: CounterView }) {
  const partial = view.own.alternatives[0];
  return (
    <div>
      <dt>Compté ici</dt>
      <dd>
        <b>{view.own.value === null ? 'Indéterminé' : formatNumber(view.own.value)}</b>
        <span className={styles['small']}>
          {view.own.value === null && partial !== undefined
            ? `${partial.words}${partial.value === null ? '' : `${NBSP}: ${formatNumber(partial.value)}`}`
            : view.coverage === null
              ? `déclarations au ${formatDay(view.day)}`
              : view.coverage.words}
        </span>
      </dd>
    </div>
  );
}

function GapLines({ gap }: { gap: NonNullable<CounterView['gap']> }) {
  return (
    <Disclosure summary={gap.words}>
      <ul className={styles['gap']}>
        {gap.lines.map(({ category, label, count, towards: way }) => (
          <li key={category}>
            <span>
              {label} <span className={styles['small']}>{towards[way]}</span>
            </span>
            <b>{formatNumber(count)}</b>
          </li>
        ))}
      </ul>
      <p className={styles['small']}>
        Une même personne peut être dans plusieurs lignes{NBSP}: elles ne s’additionnent pas.
      </p>
    </Disclosure>
  );
}
