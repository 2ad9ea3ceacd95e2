import { addDays, addYears, formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Computed } from '../kernel/index.ts';
import { collectiveWaitingYears } from './parameters-collective.ts';

/**
 * First day a doctor who left a collective contract may sign another one, individual or collective. `endDay` is the
 * last day of the collective contract. Undetermined for a day before the first collective contracts.
 */
export function waitingEnds({ endDay }: { readonly endDay: Day }): Computed<Day> {
  const use = valueOn(collectiveWaitingYears, endDay);
  if (use?.value == null) {
    const words = `Aucun contrat collectif n’existe encore au ${formatDay(endDay)}.`;
    return notComputed<Day>('jour', [], { reasons: [{ code: 'no_collective_contract', words }] });
  }
  const first = addDays(addYears(endDay, use.value), 1);
  return computed<Day>(first, 'jour', {
    steps: [
      { label: 'Dernier jour du contrat collectif', words: formatDay(endDay), value: endDay, unit: 'jour' },
      { label: 'Délai de carence', words: `${use.value}${NBSP}ans`, value: use.value, unit: 'ans' },
      { label: 'Premier jour possible', words: formatDay(first), value: first, unit: 'jour' },
    ],
    reasons: [{ code: 'exceptions', words: 'Sauf cas exceptionnel accepté par la CPAM.' }],
    parameters: [use],
  });
}
