import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { COUNTER_METRICS, PMT_POPULATIONS } from '#shared/domain/counters.ts';
import type { ReportBlock, ReportCell, ReportChart, ReportSection } from '#shared/domain/renewal-report.ts';
import { comparedIn } from '../gather/compared.ts';
import type { Gathered, GatheredCounter } from '../gather/gathered.ts';
import { countCell, dayCell, note, tableBlock, words } from './cells.ts';

const unit = 'patients';

/** What was promised, what the Assurance Maladie stated, what Prélude counts, and where it goes. */
export function countersSection(gathered: Gathered): ReportSection {
  const { contract, scope } = gathered;
  const several = contract.doctors.length > 1;
  const results = contract.years.find((one) => one.contractYear === scope.contractYear)?.results ?? [];
  const blocks: ReportBlock[] = [
    tableBlock(
      'Objectifs du contrat',
      ['Compteur', 'Départ#', 'Objectif#', 'Échéance', 'Dernier relevé#', 'Au', 'Écart#'],
      contract.objectives.map((one) => {
        const result = results.find(({ metric }) => metric === one.metric);
        const latest =
          result?.achieved != null && result.on !== null ? { value: result.achieved, on: result.on } : one.latest;
        return [
          words(one.label),
          countCell(one.typed.start, unit),
          one.target.value === null ? words('Indéterminé') : countCell(one.target.value, unit),
          dayCell(one.typed.dueOn ?? dueDay(gathered)),
          countCell(latest?.value ?? null, unit),
          dayCell(latest?.on ?? null),
          gap(latest?.value ?? null, one.target.value),
        ];
      }),
    ),
    ...contract.objectives.flatMap(objectiveNotes),
    ...contract.objectiveReasons.map(({ words: text }) => note('plain', text)),
    ...gathered.counters.flatMap((counter) => counterBlocks(counter, gathered, several)),
  ];
  if (contract.objectives.length === 0) {
    blocks.unshift(note('missing', `Aucun objectif saisi${NBSP}: les recopier du contrat signé.`));
  }
  return { id: 'counters', title: 'Objectifs et compteurs', blocks };
}

/** What a letter of the CPAM changed for this doctor, and statements that cannot stand beside the objective. */
function objectiveNotes({ label, typed, unit }: Gathered['contract']['objectives'][number]): ReportBlock[] {
  const { notified, notifiedOn, target, threshold, thresholdOn } = typed;
  const on = (day: string | null) => (day === null ? '' : ` par courrier du ${formatDay(day)}`);
  const written = target === null ? '' : `, ${formatNumber(target)} dans le contrat`;
  return [
    ...(notified === null
      ? []
      : [note('plain', `${label}${NBSP}: objectif de ${formatNumber(notified)} donné${on(notifiedOn)}${written}.`)]),
    ...(threshold === null
      ? []
      : [note('plain', `${label}${NBSP}: seuil d’entrée de ${formatNumber(threshold)} donné${on(thresholdOn)}.`)]),
    ...unit.map(({ words: text }) => note('plain', `${label}${NBSP}: ${text}`)),
  ];
}

/** The statement less the objective, with its sign. */
function gap(value: number | null, target: number | null): ReportCell {
  if (value === null || target === null) return words(null);
  const difference = value - target;
  return {
    text: difference > 0 ? `+${NBSP}${formatNumber(difference)}` : formatNumber(difference),
    figure: { value: difference, unit },
  };
}

function counterBlocks(counter: GatheredCounter, gathered: Gathered, several: boolean): ReportBlock[] {
  const { card, curve, metric, doctorName } = counter;
  const name = `${COUNTER_METRICS[metric]}${several ? `, ${doctorName}` : ''}`;
  const own: ReportCell[][] =
    card.own.value === null ? [] : [[dayCell(card.day), words('Compté par Prélude'), countCell(card.own.value, unit)]];
  const rows = [
    ...curve.officials.map(({ onDay, value, proofs, population }) => [
      dayCell(onDay),
      words(
        [
          'Relevé de l’Assurance Maladie',
          ...(population === null ? [] : [PMT_POPULATIONS[population].toLowerCase()]),
          ...(proofs > 0 ? [] : ['sans pièce jointe']),
        ].join(', '),
      ),
      countCell(value, unit),
    ]),
    ...own,
  ];
  const blocks: ReportBlock[] = [];
  if (rows.length > 0) blocks.push(tableBlock(name, ['Date', 'Origine', 'Patients#'], rows));
  else blocks.push(note('missing', `${name}${NBSP}: aucun relevé saisi.`));
  // A count on less than a sliding year is told, never set among the figures of the counter.
  const partial = card.own.value === null ? card.own.alternatives[0] : undefined;
  if (partial !== undefined) blocks.push(note('plain', `Compte de Prélude indéterminé${NBSP}: ${partial.words}.`));
  const chart = chartOf(counter, gathered, name);
  if (chart !== null) blocks.push(chart);
  if (card.gap !== null && card.gap.difference !== null && card.gap.words !== '')
    blocks.push(note('plain', card.gap.words));
  if (card.projection.value !== null) {
    const { on, low, middle, high } = card.projection.value;
    blocks.push(
      note(
        'estimate',
        `Estimation au ${formatDay(on)}${NBSP}: ${formatNumber(middle)} patients, entre ${formatNumber(low)} et ${formatNumber(high)} selon les mois passés.`,
      ),
    );
  }
  return blocks;
}

/** Last day of the contract year the objectives are due in; null when nobody could tell. */
function dueDay({ contract }: Gathered): string | null {
  const year = contract.years.find(({ contractYear }) => contractYear === contract.dueYear.value);
  return year?.end.value ?? null;
}

/** The curve's own target line, its end dated by the contract when no day was typed. */
function targetOf({ target }: GatheredCounter['curve'], metric: GatheredCounter['metric'], gathered: Gathered) {
  if (target.to !== null) return target;
  const objective = gathered.contract.objectives.find((one) => (one.metric === 'FILE_ACTIVE') === (metric === 'FA'));
  const day = dueDay(gathered);
  const value = objective?.target.value ?? null;
  return { from: target.from, to: day === null || value === null ? null : { day, value } };
}

/** Statements, our count, the target line and the projection; nothing to compare with a single point. */
function chartOf({ curve, metric }: GatheredCounter, gathered: Gathered, name: string): ReportChart | null {
  const { from, to } = targetOf(curve, metric, gathered);
  // Statements of other patients than the objective are in the table, never on its curve.
  const officials = curve.officials
    .filter((one) => comparedIn(gathered.contract, metric, one))
    .map(({ onDay: day, value }) => ({ day, value }));
  const counted = curve.points.filter(({ complete }) => complete).map(({ day, counted: value }) => ({ day, value }));
  const target = [from, to].filter((one) => one !== null).map(({ day, value }) => ({ day, value }));
  const projection = curve.projection.map(({ on: day, middle: value }) => ({ day, value }));
  const all: ReportChart['series'] = [
    { label: 'Relevés officiels', line: 'marks', points: officials },
    { label: 'Compté par Prélude', line: 'solid', points: counted },
    { label: 'Objectif', line: 'dashed', points: target },
    { label: 'Estimation', line: 'dotted', points: projection },
  ];
  const series = all.filter(({ points }) => points.length > 0);
  if (series.flatMap(({ points }) => points).length < 2) return null;
  const told = series.map(({ label, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    const one = (point: { day: string; value: number } | undefined) =>
      point === undefined ? '' : `${formatNumber(point.value)} le ${formatDay(point.day)}`;
    return `${label}${NBSP}: ${points.length === 1 ? one(first) : `de ${one(first)} à ${one(last)}`}`;
  });
  return {
    kind: 'chart',
    caption: `${name}, courbe`,
    words: `Courbe de patients. ${told.join('. ')}.`,
    unit,
    series,
  };
}
