import { PMT_POPULATIONS, type PmtPopulation } from '#shared/domain/counters.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { valueOn, type Reason } from '../kernel/index.ts';
import { reason } from './conditions.ts';
import type { Metric } from './objective-words.ts';
import { pmtMetric, type PmtMetric } from './percentiles.ts';

/** Whom each metric counts; the file active counts every age, whatever the statement says. */
const COUNTED: Readonly<Record<PmtMetric, PmtPopulation>> = {
  PMT_ADULT: 'ADULT',
  PMT_ADULT_AND_CHILD: 'ADULT_AND_CHILD',
};

/** A statement of the Assurance Maladie; `population` null when it does not say whom it counts. */
export interface CountedStatement {
  readonly onDay: Day;
  readonly population: PmtPopulation | null;
}

/** Whether a statement counts the patients its objective is written in: the same, others, or it does not say. */
export function statementUnit(metric: Metric, population: PmtPopulation | null): 'same' | 'other' | 'unsaid' {
  if (metric === 'FILE_ACTIVE') return 'same';
  if (population === null) return 'unsaid';
  return COUNTED[metric] === population ? 'same' : 'other';
}

/** Whom the text of a day counts: adults under avenant 7, adults and children since (sources disagree, see the book). */
export const pmtMetricOn = (day: Day): PmtMetric => valueOn(pmtMetric, day)?.value ?? 'PMT_ADULT_AND_CHILD';

const low = (population: PmtPopulation): string => {
  const words = PMT_POPULATIONS[population];
  return words.slice(0, 1).toLowerCase() + words.slice(1);
};

/** What to tell of a statement beside an objective written in this metric; null when both count the same patients. */
export function unitReason(metric: Metric, { onDay, population }: CountedStatement): Reason | null {
  const unit = statementUnit(metric, population);
  if (metric === 'FILE_ACTIVE' || unit === 'same') return null;
  const asked = low(COUNTED[metric]);
  const day = formatDay(onDay);
  if (population === null) {
    const words = `Relevé du ${day}${NBSP}: il ne dit pas qui il compte, comparé comme «${NBSP}${asked}${NBSP}». À préciser dans le relevé.`;
    return reason('statement_unit_unsaid', words);
  }
  const words = `Relevé du ${day}${NBSP}: ${low(population)}. L’objectif est écrit «${NBSP}${asked}${NBSP}»${NBSP}: non comparés. Saisir un relevé de même sorte, ou corriger l’un des deux.`;
  return reason('statement_unit_differs', words);
}
