import { formatNumber } from '#shared/kernel/format.ts';
import { STEPS, type StepTime } from '#shared/rules/time-given-back/index.ts';
import { DataTable, Pane, Tag, Why, type Column } from '../../ui/index.ts';
import { IconClock } from '../../ui/icons.ts';
import { minutesWords } from './time-words.ts';

const columns: readonly Column<StepTime>[] = [
  { id: 'step', head: 'Étape', rowHead: true, cell: ({ step }) => STEPS[step] },
  {
    id: 'median',
    head: 'Médiane',
    align: 'end',
    cell: ({ median }) =>
      median.value === null ? <Tag look="outline">indéterminé</Tag> : <strong>{minutesWords(median)}</strong>,
  },
  { id: 'passages', head: 'Passages', align: 'end', cell: ({ passages }) => formatNumber(passages) },
  { id: 'why', head: 'Explication', hideHead: true, cell: ({ median }) => <Why answer={median} /> },
];

/** Median of each step of a visit, for the practice as a whole. */
export function StepsPane({ steps }: { steps: readonly StepTime[] }) {
  return (
    <Pane title="Médiane de chaque étape" icon={IconClock} aside="toutes les visites du cabinet" flush>
      <DataTable
        caption="Médiane de chaque étape"
        columns={columns}
        groups={[{ id: 'all', label: '', rows: steps }]}
        rowKey={({ step }) => step}
      />
    </Pane>
  );
}
