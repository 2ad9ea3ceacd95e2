import type { Confidence } from '../kernel/index.ts';
import type { Figure, SchemeDose, VaccineRule } from './model.ts';
import type { VaccinationSource } from './sources.ts';

export const weeks = (value: number): Figure => ({ value, unit: 'week' });
export const months = (value: number): Figure => ({ value, unit: 'month' });
export const years = (value: number): Figure => ({ value, unit: 'year' });
/** Completed weeks of amenorrhoea. */
export const amenorrhoea = (value: number): Figure => ({ value, unit: 'sa' });
export const doses = (value: number): Figure => ({ value, unit: 'dose' });
export const day = (value: string): Figure => ({ value, unit: 'day' });

/** A figure whose mark, or source, is not that of its rule. */
export function marked(
  figure: Figure,
  confidence: Confidence,
  ...sources: readonly [] | readonly [VaccinationSource, ...VaccinationSource[]]
): Figure {
  const [first, ...others] = sources;
  return { ...figure, confidence, ...(first === undefined ? {} : { sources: [first, ...others] }) };
}

export function dose(ageDue: Figure, minInterval?: Figure, maxInterval?: Figure): SchemeDose<Figure> {
  return {
    ageDue,
    ...(minInterval === undefined ? {} : { minInterval }),
    ...(maxInterval === undefined ? {} : { maxInterval }),
  };
}

/** A rule of the data files, followed by the practice until it says otherwise. */
export function vaccineRule(rule: Omit<VaccineRule<Figure>, 'followed'>): VaccineRule<Figure> {
  return { ...rule, followed: marked({ value: true, unit: 'flag' }, 'design_choice', 'PROJECT') };
}
