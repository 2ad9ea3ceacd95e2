import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type Overrides, type Step } from '../kernel/index.ts';
import { ParameterReader, reaches, reason } from './conditions.ts';
import { tierOperator } from './parameters-life.ts';
import {
  FILE_ACTIVE_PERCENTILES,
  OTHER_FILE_ACTIVE_PERCENTILES,
  PERCENTILES,
  PMT_PERCENTILES,
  type Percentile,
} from './percentiles.ts';
import { individualRuleSetOf } from './rule-sets.ts';

export const PERCENTILE_TABLES = {
  GP_PMT: 'patientèle médecin traitant des généralistes',
  GP_FILE_ACTIVE: 'file active des généralistes',
  OTHER_FILE_ACTIVE: 'file active des autres spécialités',
} as const;
const TABLES = {
  GP_PMT: PMT_PERCENTILES,
  GP_FILE_ACTIVE: FILE_ACTIVE_PERCENTILES,
  OTHER_FILE_ACTIVE: OTHER_FILE_ACTIVE_PERCENTILES,
} as const;

export interface PositionSituation {
  readonly signatureDay: Day;
  readonly table: keyof typeof PERCENTILE_TABLES;
  readonly figure: number;
  readonly overrides?: Overrides;
}

/** Ends of a position: null below the first percentile, or above the last. */
export type PercentileRange = { readonly from: Percentile | null; readonly below: Percentile | null };

/**
 * Between which two percentiles a figure stands, in the distribution the text of the signature day refers to.
 * Undetermined when a percentile in between is unknown; the known ones are in the steps.
 */
export function percentilePosition(situation: PositionSituation): Computed<PercentileRange> {
  const { signatureDay, table, figure, overrides } = situation;
  if (individualRuleSetOf(signatureDay) === null) {
    const words = `Aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return notComputed<PercentileRange>('centile', [], { reasons: [reason('no_rule_set', words)] });
  }
  const reader = new ParameterReader(signatureDay, overrides);
  const operator = reader.read(tierOperator);
  const limits = PERCENTILES.map((name) => ({ name, limit: reader.read(TABLES[table][name]) }));
  const reached = limits.findLastIndex(({ limit }) => limit !== null && reaches(figure, limit, operator));
  const next = limits.findIndex(({ limit }, index) => index > reached && limit !== null);
  const above = next === -1 ? limits.length : next;
  const steps: Step[] = limits.flatMap(({ name, limit }) =>
    limit === null
      ? []
      : [{ label: `${name.slice(1)}e centile`, words: formatNumber(limit), value: limit, unit: 'patients' }],
  );
  if (above !== reached + 1) {
    const names = limits.slice(reached + 1, above).map(({ name }) => `${name.slice(1)}e`);
    const words = `Centiles inconnus (${names.join(', ')})${NBSP}: saisir la tranche écrite dans le contrat.`;
    const missing = limits.slice(reached + 1, above).map(({ name }) => TABLES[table][name].id);
    return notComputed<PercentileRange>('centile', missing, {
      steps,
      reasons: [reason('percentiles_unknown', words)],
      parameters: reader.uses,
    });
  }
  const range: PercentileRange = { from: limits[reached]?.name ?? null, below: limits[above]?.name ?? null };
  const words = `${formatNumber(figure)} patients${NBSP}: ${rangeWords(range)}.`;
  return computed<PercentileRange>(range, 'centile', {
    steps,
    reasons: [reason('position', words)],
    parameters: reader.uses,
  });
}

function rangeWords({ from, below }: PercentileRange): string {
  if (from === null) return below === null ? 'aucun centile' : `sous le ${below.slice(1)}e centile`;
  return below === null
    ? `à partir du ${from.slice(1)}e centile`
    : `du ${from.slice(1)}e au ${below.slice(1)}e centile non compris`;
}
