import type { AidContractView } from '#shared/contract/aid-views.ts';
import { yearlyReview, type ContractCalendar } from '#shared/rules/aid/index.ts';
import type { AidFacts } from './facts.ts';
import { termOf } from './situation.ts';
import type { StoredContract } from './stored.ts';

/**
 * The yearly statement of the running year: one day for every screen. None before the start, after the last day, nor in
 * the last year, whose file is that of the renewal.
 */
export function reviewOf(
  contract: StoredContract,
  { currentYear, nextAnniversary: next }: Pick<ContractCalendar, 'currentYear' | 'nextAnniversary'>,
  facts: AidFacts,
): AidContractView['review'] {
  const { today } = facts;
  const last = contract.endedOn ?? termOf(contract, facts).value;
  if (today < contract.fields.startsOn || (last !== null && last < today)) return null;
  if (next.value !== null && last !== null && next.value > last) return null;
  const current = currentYear.value;
  const sent = current !== null && facts.sentYears.get(contract.id)?.includes(current) === true;
  return { contractYear: current, due: yearlyReview(next), sent };
}
