import { useState } from 'react';
import { useOverrides } from '../../../api/rule-choices.ts';
import { useSession } from '../../../api/session.ts';
import { IconAct } from '../../../ui/icons.ts';
import { ChoiceField, DataTable, EmptyState, Pane, Row, Stack, Why, type Column } from '../../../ui/index.ts';
import { formatInstant } from '../../../ui/instants.ts';
import { Curve, dayOfInstant } from './curve.tsx';
import styles from './file.module.css';
import { figureOf, labelOf, measureCards, explainedBy, scaleOf, thresholdUse, type Series } from './measure-scales.ts';
import { PressureChart } from './pressure-chart.tsx';

const views = [
  { value: 'courbes', label: 'Courbes' },
  { value: 'tableau', label: 'Tableau' },
] as const;

/** The last twelve values of each measure, as curves on fixed scales or as a table. */
export function MeasuresTab({ measures }: { measures: readonly Series[] }) {
  const [view, setView] = useState<'courbes' | 'tableau'>('courbes');
  const today = useSession((store) => store.state?.today) ?? '';
  if (measures.every((series) => series.points.length === 0)) {
    return (
      <Pane label="Constantes">
        <EmptyState icon={IconAct} title="Aucune constante">
          Les constantes prises en préparation s’affichent ici.
        </EmptyState>
      </Pane>
    );
  }
  return (
    <Stack>
      <Row>
        <ChoiceField
          label="Affichage"
          hideLabel
          options={views}
          value={view}
          onChange={(next) => setView(next ?? 'courbes')}
          clearable={false}
        />
        <span className={styles['sub']}>Douze dernières valeurs de chaque mesure, échelles fixes.</span>
      </Row>
      {view === 'courbes' ? (
        <div className={styles['curves']}>
          {measures.some(({ code }) => code === 'PAS' || code === 'PAD') && (
            <PressureChart measures={measures} today={today} />
          )}
          {measureCards(measures).map((series) => (
            <SeriesCurve key={series.code} series={series} today={today} />
          ))}
        </div>
      ) : (
        <ValuesTable measures={measures} />
      )}
    </Stack>
  );
}

function SeriesCurve({ series, today }: { series: Series; today: string }) {
  const use = thresholdUse(series.code, useOverrides(today), today);
  const threshold = use?.value ?? null;
  const last = series.points.at(-1);
  return (
    <Pane title={`${labelOf(series.code)} (${series.unit})`}>
      <p className={styles['legend']}>
        {threshold !== null && <span>seuil du cabinet {figureOf(series, threshold)}</span>}
        {last !== undefined && (
          <span className={styles['last']}>
            <b>{figureOf(series, last.value)}</b> {dayOfInstant(last.at)}
          </span>
        )}
      </p>
      <Curve
        name={labelOf(series.code)}
        unit={series.unit}
        decimals={series.decimals}
        scale={scaleOf(series)}
        thresholds={threshold === null ? [] : [threshold]}
        lines={[{ label: labelOf(series.code), look: 'solid', points: series.points }]}
      />
      {use !== null && <Why answer={explainedBy([use])} />}
    </Pane>
  );
}

interface Value {
  id: string;
  figure: string;
  at: string;
}

function ValuesTable({ measures }: { measures: readonly Series[] }) {
  const columns: Column<Value>[] = [
    { id: 'at', head: 'Date', width: '220px', rowHead: true, cell: (value) => formatInstant(value.at) },
    { id: 'value', head: 'Valeur', width: '160px', align: 'end', cell: (value) => value.figure },
    { id: 'rest', head: 'Fin de ligne', hideHead: true, cell: () => '' },
  ];
  const groups = measures.map((series) => ({
    id: series.code,
    label: labelOf(series.code),
    rows: series.points
      .toReversed()
      .map((point) => ({ id: point.id, at: point.at, figure: `${figureOf(series, point.value)}\u00a0${series.unit}` })),
  }));
  return (
    <Pane label="Tableau des constantes" flush>
      <DataTable caption="Constantes" columns={columns} groups={groups} rowKey={(value) => value.id} />
    </Pane>
  );
}
