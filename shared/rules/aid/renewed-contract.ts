import type { Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { notComputed, valueOn, type Computed } from '../kernel/index.ts';
import type { AmountSituation } from './amount-lookup.ts';
import { CENTS, reason, yearWords } from './amount-words.ts';
import { contractAmount } from './amount.ts';
import { renewalScale } from './contract-terms.ts';

/** The contract renewed: the first of the chain, and the years that passed before this one. */
export interface RenewedFrom {
  readonly signatureDay: Day;
  readonly startDay: Day;
  readonly years: number;
}

/** Full amount of a year of a renewed contract: the years of the contract it renews are counted before (U19). */
export function renewedAmount(situation: AmountSituation, from: RenewedFrom): Computed {
  const { typedStarts = [], startDay, contractYear } = situation;
  const starts = typedStarts.map((one) => ({ ...one, contractYear: one.contractYear + from.years }));
  return contractAmount({
    ...situation,
    signatureDay: from.signatureDay,
    startDay: from.startDay,
    typedStarts: [
      { contractYear: from.years + 1, day: startDay },
      ...starts.filter((one) => one.contractYear > from.years + 1),
    ],
    contractYear: from.years + contractYear,
  });
}

/**
 * Amount due of a year of a renewed contract. Nobody could read whether its first years depend on the objectives:
 * counted both ways, undetermined when the two differ, unless the practice chose a scale.
 */
export function renewedDue(
  situation: AmountSituation,
  from: RenewedFrom,
  dueOf: (contractYear: number) => Computed,
): Computed {
  const { contractYear } = situation;
  const again = () => dueOf(contractYear);
  const goesOn = () => dueOf(from.years + contractYear);
  const scale = valueOn(renewalScale, from.signatureDay, situation.overrides)?.value;
  if (scale === 'FIRST_YEAR_AGAIN') return again();
  if (scale === 'THIRD_YEAR_LEVEL') return goesOn();
  const [first, second] = [again(), goesOn()];
  if (first.origin === 'notified' || first.value === second.value) return second;
  const words = `${yearWords(contractYear)} d’un contrat renouvelé${NBSP}: effet des objectifs inconnu. Saisir le montant notifié.`;
  return notComputed(CENTS, ['notified'], {
    steps: second.steps,
    parameters: second.parameters,
    reasons: [reason('renewed_effect_unknown', words)],
    alternatives: [
      { value: first.value, words: 'Sans effet des objectifs, comme une première année', sources: [] },
      { value: second.value, words: 'Après effet des objectifs', sources: [] },
    ],
  });
}
