import { NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, valueOn, type Alternative, type Computed, type ParameterUse } from '../kernel/index.ts';
import { amountFrom, timesEtp, usesOf, type AmountSituation, type Found } from './amount-lookup.ts';
import { governingTable, signedText } from './amount-table-of-year.ts';
import { CENTS, centsStep, reason, yearWords } from './amount-words.ts';
import { renewalScale } from './contract-terms.ts';
import { possibleStarts, yearStart } from './contract-years.ts';
import type { AidTier, SignedRuleSetId } from './rule-sets.ts';
import { cite } from './sources.ts';

interface AfterTerm {
  readonly situation: AmountSituation;
  readonly tier: AidTier;
  readonly ruleSet: SignedRuleSetId;
  /** Years of one contract. */
  readonly duration: number;
  readonly parameters: readonly ParameterUse[];
}

/**
 * U19: nobody could read what a renewed contract is paid. Both readings are shown, and the practice may choose one in
 * the book of rules.
 */
export function amountAfterTerm({ situation, tier, ruleSet, duration, parameters }: AfterTerm): Computed {
  const { contractYear } = situation;
  const scale = valueOn(renewalScale, situation.signatureDay, situation.overrides);
  const again = restartedScale(situation, tier, duration);
  const [startsOn] = possibleStarts(yearStart(situation, contractYear));
  const level =
    startsOn === undefined
      ? null
      : amountFrom(governingTable(situation, tier, ruleSet, contractYear, startsOn), duration);
  const used = [again, level].flatMap((found) => (found === null ? [] : usesOf(found.governing)));
  const uses = [...parameters, ...(scale === null ? [] : [scale]), ...used];
  const chosen = scale?.value === 'FIRST_YEAR_AGAIN' ? again : scale?.value === 'THIRD_YEAR_LEVEL' ? level : null;
  const value = chosen === null ? null : timesEtp(chosen.value, situation);
  const words = `${yearWords(contractYear)}${NBSP}: le montant d’un contrat renouvelé n’a pas été trouvé. Saisir celui de votre contrat.`;
  if (chosen !== null && value !== null) {
    const steps = [centsStep('Contrat renouvelé', 'Barème choisi par le cabinet', value)];
    return computed(value, CENTS, { steps, reasons: [chosen.governing.reason], parameters: uses });
  }
  const alternative = (found: Found | null, label: string): Alternative<number> => ({
    value: found === null ? null : timesEtp(found.value, situation),
    words: label,
    sources: cite('S21'),
  });
  return notComputed(CENTS, ['typed'], {
    reasons: [reason('after_term', words)],
    parameters: uses,
    alternatives: [
      alternative(again, 'Barème repris à l’année 1, texte en vigueur au renouvellement'),
      alternative(level, 'Niveau de l’année 3 et suivantes'),
    ],
  });
}

/** The renewed contract read as a new one, signed on the day it starts again; null when its option is closed. */
function restartedScale(situation: AmountSituation, tier: AidTier, duration: number): Found | null {
  const past = Math.floor((situation.contractYear - 1) / duration) * duration;
  const [renewedOn] = possibleStarts(yearStart(situation, past + 1));
  if (renewedOn === undefined) return null;
  const renewed = { ...situation, signatureDay: renewedOn, startDay: renewedOn };
  const text = signedText(renewed);
  const year = situation.contractYear - past;
  return text.ok ? amountFrom(governingTable(renewed, tier, text.ruleSet, year, renewedOn), year) : null;
}
