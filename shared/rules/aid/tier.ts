import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  withGiven,
  type Computed,
  type Given,
  type Overrides,
  type Parameter,
  type Reason,
  type Step,
} from '../kernel/index.ts';
import { ParameterReader, reaches, reason } from './conditions.ts';
import { p90Rank, p95Rank, tierOperator } from './parameters-life.ts';
import { OTHER_FILE_ACTIVE_PERCENTILES, PERCENTILES, PMT_PERCENTILES, type Percentile } from './percentiles.ts';
import { individualRuleSetOf, TIER_LABELS, type AidTier } from './rule-sets.ts';

export interface TierSituation {
  readonly signatureDay: Day;
  /** The percentiles are those of the patientèle médecin traitant for a GP, of the file active for the others. */
  readonly population: 'GP' | 'OTHER_SPECIALITY';
  readonly particularPractice?: boolean;
  readonly newlyInstalled?: boolean;
  /** Patientèle at the start of the contract. */
  readonly startFigure?: number;
  /** Tier written in the contract: it wins. */
  readonly tierOfContract?: Given<AidTier>;
  readonly overrides?: Overrides;
}

/**
 * Tier of the amounts, fixed by the position at the start of the contract. Decided when the percentiles that surround
 * the figure are known: a figure under any known percentile below the 90th is standard, whatever the 90th is.
 */
export function tier(situation: TierSituation): Computed<AidTier> {
  const found = tierOfTheText(situation);
  return withGiven(recentInstallation(situation, found), situation.tierOfContract);
}

/** A doctor newly installed is in the first tier whatever the figure: when it was not said, only that tier is sure. */
function recentInstallation(situation: TierSituation, found: Computed<AidTier>): Computed<AidTier> {
  const sure = situation.newlyInstalled !== undefined || found.value === 'STANDARD' || found.parameters.length === 0;
  if (sure) return found;
  const asked = reason('newly_installed_missing', `Installation récente${NBSP}: à renseigner.`);
  const { steps, parameters } = found;
  return notComputed<AidTier>('tranche', ['newlyInstalled', ...found.missing], {
    steps,
    parameters,
    reasons: [...found.reasons.filter(({ code }) => code !== 'start_position'), asked],
  });
}

function tierOfTheText(situation: TierSituation): Computed<AidTier> {
  const { signatureDay, population, newlyInstalled, startFigure } = situation;
  if (individualRuleSetOf(signatureDay) === null) {
    const words = `Aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return notComputed<AidTier>('tranche', [], { reasons: [reason('no_rule_set', words)] });
  }
  const reader = new ParameterReader(signatureDay, situation.overrides);
  const ranks = { p90: reader.read(p90Rank), p95: reader.read(p95Rank) };
  const operator = reader.read(tierOperator);
  if (newlyInstalled === true) {
    const words = `Médecin nouvellement installé${NBSP}: ${TIER_LABELS.STANDARD} (déduit).`;
    return answer('STANDARD', [], [reason('newly_installed', words)], reader);
  }
  if (startFigure === undefined) {
    const words = `Patientèle de départ${NBSP}: à renseigner, ou la tranche écrite dans le contrat.`;
    return ask(['startFigure', 'tierOfContract'], [reason('start_figure_missing', words)], reader);
  }
  const outsideTable =
    population === 'GP' && situation.particularPractice !== false && individualRuleSetOf(signatureDay) !== 'AV7-2019';
  if (outsideTable) {
    const known = situation.particularPractice === true;
    const words = known
      ? `Exercice particulier${NBSP}: hors de la répartition nationale, saisir la tranche du contrat.`
      : `Exercice particulier${NBSP}: à renseigner, ou la tranche écrite dans le contrat.`;
    const missing = known ? ['tierOfContract'] : ['particularPractice', 'tierOfContract'];
    return ask(missing, [reason('particular_practice', words)], reader);
  }
  const table = population === 'GP' ? PMT_PERCENTILES : OTHER_FILE_ACTIVE_PERCENTILES;
  return place(startFigure, operator, table, ranks, reader);
}

function place(
  figure: number,
  operator: '>=' | '>' | null,
  table: Readonly<Record<Percentile, Parameter<number>>>,
  ranks: { readonly p90: number | null; readonly p95: number | null },
  reader: ParameterReader,
): Computed<AidTier> {
  const known = PERCENTILES.map((name) => ({
    rank: name === 'p90' ? ranks.p90 : name === 'p95' ? ranks.p95 : Number(name.slice(1)),
    name,
    limit: reader.read(table[name]),
  }));
  const steps: Step[] = [
    { label: 'Patientèle de départ', words: formatNumber(figure), value: figure, unit: 'patients' },
    ...known.flatMap(({ rank, limit }) =>
      limit === null || rank === null
        ? []
        : [{ label: `${rank}e centile`, words: formatNumber(limit), value: limit, unit: 'patients' }],
    ),
  ];
  const at = (name: Percentile): number | null => known.find((one) => one.name === name)?.limit ?? null;
  const p90 = at('p90');
  const p95 = at('p95');
  const above = (limit: number): boolean => reaches(figure, limit, operator);
  const under = known.find(({ name, limit }) => name !== 'p95' && limit !== null && !above(limit));
  if (p95 !== null && above(p95)) return answer('P95_PLUS', steps, [position('P95_PLUS')], reader);
  if (under !== undefined) return answer('STANDARD', steps, [position('STANDARD')], reader);
  if (p90 !== null && p95 !== null) return answer('P90_P94', steps, [position('P90_P94')], reader);
  const words = `Centiles inconnus${NBSP}: saisir la tranche écrite dans le contrat.`;
  return ask(['tierOfContract'], [reason('percentiles_unknown', words)], reader, steps);
}

const position = (found: AidTier): Reason => reason('start_position', `Patientèle de départ ${TIER_LABELS[found]}.`);

function answer(
  value: AidTier,
  steps: readonly Step[],
  reasons: readonly Reason[],
  reader: ParameterReader,
): Computed<AidTier> {
  return computed(value, 'tranche', { steps, reasons, parameters: reader.uses });
}

function ask(
  missing: readonly string[],
  reasons: readonly Reason[],
  reader: ParameterReader,
  steps: readonly Step[] = [],
): Computed<AidTier> {
  return notComputed<AidTier>('tranche', missing, { steps, reasons, parameters: reader.uses });
}
