import { useState } from 'react';
import type { CounterView } from '#shared/contract/counter-views.ts';
import { COUNTER_METRICS, type CounterMetric } from '#shared/domain/counters.ts';
import { addMonths, formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { sentenceOf, useRead } from '../../../api/queries.ts';
import { Button, ChoiceField, EmptyState, ErrorArea, LoadingArea, Pane, Why } from '../../../ui/index.ts';
import { IconForecast, IconPatients, IconTable } from '../../../ui/icons.ts';
import { MISSING_LABELS } from '../words.ts';
import { ChartLegend, CounterChart, CounterTable } from './counter-chart.tsx';
import { chartModel, isEmpty } from './chart-model.ts';
import styles from './counters.module.css';

const metrics = [
  { value: 'PMT', label: 'Médecin traitant' },
  { value: 'FA', label: 'File active' },
] as const;

interface CurvePaneProps {
  doctorId: string;
  /** First day of the contract, or null to show the last year. */
  from: string | null;
  today: string;
}

/** One counter month by month, its objective and its projection, with the five figures that matter. */
export function CurvePane({ doctorId, from, today }: CurvePaneProps) {
  const [metric, setMetric] = useState<CounterMetric>('PMT');
  const [asTable, setAsTable] = useState(false);
  const to = today.slice(0, 7);
  const earliest = addMonths(today, -118).slice(0, 7);
  const start =
    [from?.slice(0, 7) ?? '', addMonths(today, -12).slice(0, 7)].filter((month) => month !== '').sort()[0] ?? to;
  const read = useRead('counters', 'curve', { doctorId, metric, from: start < earliest ? earliest : start, to });
  const view = useRead('counters', 'view', { doctorId, metric, day: null }).data;
  const model = read.data === undefined ? null : chartModel(read.data);
  const name = COUNTER_METRICS[metric];
  return (
    <Pane
      title="Patientèle"
      icon={IconPatients}
      count={
        <ChoiceField
          label="Compteur"
          hideLabel
          clearable={false}
          options={metrics}
          value={metric}
          onChange={(chosen) => chosen !== null && setMetric(chosen)}
        />
      }
      aside={
        <Button size="inline" icon={IconTable} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Tableau
        </Button>
      }
    >
      {read.isError && <ErrorArea what="La courbe n’a pas pu être lue." why={sentenceOf(read.error)} />}
      {model === null && !read.isError && <LoadingArea words="Décompte des patients…" />}
      {model !== null &&
        (isEmpty(model) ? (
          <EmptyState icon={IconForecast} title="Rien à tracer encore">
            La courbe vient des relevés de l’Assurance Maladie, des passages et des déclarations.
          </EmptyState>
        ) : asTable ? (
          <CounterTable name={name} model={model} months={read.data?.months ?? 12} />
        ) : (
          <>
            <ChartLegend model={model} />
            <CounterChart name={name} model={model} today={today} dueOn={view?.objective?.dueOn ?? null} />
          </>
        ))}
      {view !== undefined && <FiveFigures view={view} />}
    </Pane>
  );
}

const figure = (value: number | null | undefined) => (value == null ? 'non renseigné' : formatNumber(value));

/** What is to be reached: of the CPAM's letter when there is one, the contract's own figure beside. */
function ObjectiveFigure({ objective }: Pick<CounterView, 'objective'>) {
  return (
    <div>
      <dt>Objectif{objective?.dueOn == null ? '' : `, ${formatDay(objective.dueOn)}`}</dt>
      <dd>
        <b>{figure(objective?.targetValue)}</b>
        {objective?.notifiedOn != null && (
          <span className={styles['small']}>
            courrier du {formatDay(objective.notifiedOn)}
            {objective.writtenValue !== null && `, contrat ${formatNumber(objective.writtenValue)}`}
          </span>
        )}
      </dd>
    </div>
  );
}

function FiveFigures({ view }: { view: CounterView }) {
  const { objective, official, unit, own, remaining, projection } = view;
  const partial = own.value === null ? own.alternatives[0] : undefined;
  return (
    <>
      <dl className={styles['five']}>
        <div>
          <dt>Au départ{objective === null ? '' : `, ${formatDay(objective.startsOn)}`}</dt>
          <dd>
            <b>{figure(objective?.startValue)}</b>
          </dd>
        </div>
        <div>
          <dt>Relevé{official === null ? '' : `, ${formatDay(official.onDay)}`}</dt>
          <dd>
            <b>{figure(official?.value)}</b>
            {unit?.code === 'statement_unit_differs' && (
              <span className={styles['small']}>non comparé à l’objectif</span>
            )}
          </dd>
        </div>
        <div>
          <dt>Compté ici, {formatDay(view.day)}</dt>
          <dd>
            <b>{own.value === null ? 'Indéterminé' : formatNumber(own.value)}</b>
            {partial !== undefined && <span className={styles['small']}>{partial.words}</span>}
          </dd>
        </div>
        <ObjectiveFigure objective={objective} />
        <Lacking view={view} />
      </dl>
      {projection.value !== null && (
        <p className={styles['small']}>
          Prévision au {formatDay(projection.value.on)}
          {NBSP}: {formatNumber(projection.value.middle)}, entre {formatNumber(projection.value.low)} et{' '}
          {formatNumber(projection.value.high)}.
        </p>
      )}
      <div className={styles['whys']}>
        <Why
          answer={projection.value === null && remaining.value === null ? remaining : projection}
          missingLabels={MISSING_LABELS}
        />
      </div>
    </>
  );
}

const bases = { official: ', selon le relevé', own: ', selon Prélude' } as const;

/** What is missing to the objective, and from which of the two counts. */
function Lacking({ view: { reference, remaining, perMonth } }: { view: CounterView }) {
  const lacking = remaining.value;
  const reached = lacking === 0;
  const words = () => {
    if (lacking === null) return 'Indéterminé';
    return reached ? 'Objectif atteint' : `${formatNumber(lacking)}${NBSP}patient${lacking > 1 ? 's' : ''}`;
  };
  return (
    <div className={lacking === null || reached ? undefined : styles['lacking']}>
      <dt>Manque{reference !== null && bases[reference]}</dt>
      <dd>
        <b>{words()}</b>
        {perMonth.value !== null && !reached && (
          <span className={styles['small']}>
            {formatNumber(perMonth.value, Number.isInteger(perMonth.value) ? 0 : 1)} / mois requis
          </span>
        )}
      </dd>
    </div>
  );
}
