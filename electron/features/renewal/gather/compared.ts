import { statementUnit } from '#shared/rules/aid/index.ts';
import type { GatheredCounter } from './gathered.ts';
import type { ContractAnswer } from './readings.ts';

type Statement = GatheredCounter['curve']['officials'][number];

/**
 * Whether a statement counts the patients of the objective of this very contract. The curve answers for the contract
 * in force today, which may no longer be the one of the file, and knows no objective of a collective contract. Without
 * an objective of that sort, nothing tells statements apart.
 */
export function comparedIn(
  { objectives }: Pick<ContractAnswer, 'objectives'>,
  counter: GatheredCounter['metric'],
  { population }: Pick<Statement, 'population'>,
): boolean {
  const own = objectives.filter(({ metric }) => (metric === 'FILE_ACTIVE') === (counter === 'FA'));
  return own.length === 0 || own.some(({ metric }) => statementUnit(metric, population) !== 'other');
}
