import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  euros,
  notComputed,
  valueOn,
  type Alternative,
  type Computed,
  type ParameterUse,
} from '../kernel/index.ts';
import { amountAfterTerm } from './amount-after-term.ts';
import { amountFrom, daysToTry, timesEtp, usesOf, type AmountSituation } from './amount-lookup.ts';
import { governingTable, signedText } from './amount-table-of-year.ts';
import { CENTS, centsStep, reason, typeYourFigure, yearWords } from './amount-words.ts';
import { collectiveDuration, contractDuration, CONTRACT_OPTION_LABELS } from './contract-terms.ts';
import { yearStart } from './contract-years.ts';
import { givenAmount } from './given-amounts.ts';
import { collectiveFirstYear, modulationFirstYear } from './modulation-figures.ts';
import { AID_TIERS, TIER_LABELS } from './rule-sets.ts';

/**
 * Full amount of a contract year, in cents, before the modulation by the objectives. The amount typed from the
 * contract, then the one notified by the CPAM, win. Undetermined when no table could be read for that option, that
 * tier or that year.
 */
export function contractAmount(situation: AmountSituation): Computed {
  return givenAmount(amountByText(situation), situation);
}

function amountByText(situation: AmountSituation): Computed {
  const { option, tier, contractYear, fundedEtp } = situation;
  const text = signedText(situation);
  if (!text.ok) return notComputed(CENTS, ['typed'], { reasons: text.reasons, parameters: text.parameters });
  const { ruleSet } = text;
  if (option === 'PER_ETP' && tier !== undefined && tier !== 'STANDARD') {
    const words = `Contrat collectif${NBSP}: aucun montant connu ${TIER_LABELS[tier]}. ${typeYourFigure.words}`;
    return notComputed(CENTS, ['typed'], { reasons: [reason('no_tier_amount', words)], parameters: text.parameters });
  }
  const known = option === 'PER_ETP' ? 'STANDARD' : tier;
  if (known === undefined) return withoutTier(situation, text.parameters);
  const duration = valueOn(option === 'PER_ETP' ? collectiveDuration : contractDuration, situation.signatureDay);
  if (duration?.value != null && contractYear > duration.value) {
    return amountAfterTerm({
      situation,
      tier: known,
      ruleSet,
      duration: duration.value,
      parameters: [...text.parameters, duration],
    });
  }
  const start = yearStart(situation, contractYear);
  const found = daysToTry(start).map((day) =>
    amountFrom(governingTable(situation, known, ruleSet, contractYear, day), contractYear),
  );
  const [first, second] = found;
  const parameters = [...text.parameters, ...start.parameters, ...found.flatMap(({ governing }) => usesOf(governing))];
  if (first === undefined) return notComputed(CENTS, ['typedStarts'], { reasons: start.reasons, parameters });
  if (second !== undefined && second.value !== first.value) {
    const alternatives = found.map(({ value, governing }): Alternative<number> => ({
      value: timesEtp(value, situation),
      words: governing.reason.words,
      sources: governing.row?.sources ?? [],
    }));
    return notComputed(CENTS, ['typedStarts'], { reasons: start.reasons, parameters, alternatives });
  }
  if (first.value === null) {
    return notComputed(CENTS, ['typed'], { reasons: [typeYourFigure, first.governing.reason], parameters });
  }
  const label = `${CONTRACT_OPTION_LABELS[option]}, ${TIER_LABELS[known]}`;
  const steps = [centsStep('Montant de la table', `${label}, ${yearWords(contractYear)}`, first.value)];
  if (option === 'PER_ETP' && fundedEtp === undefined) {
    const words = `Nombre d’ETP financés à saisir${NBSP}: le montant du contrat collectif est donné par ETP.`;
    return notComputed(CENTS, ['fundedEtp'], { reasons: [reason('etp_missing', words)], parameters, steps });
  }
  const amount = timesEtp(first.value, situation) ?? first.value;
  if (fundedEtp !== undefined && option === 'PER_ETP') {
    steps.push(
      centsStep('ETP financés', `${euros(first.value)} × ${String(fundedEtp).replace('.', ',')}${NBSP}ETP`, amount),
    );
  }
  const modulation = valueOn(option === 'PER_ETP' ? collectiveFirstYear : modulationFirstYear, situation.signatureDay);
  const reasons = [first.governing.reason];
  if (modulation?.value != null && contractYear >= modulation.value) {
    reasons.push(reason('modulated', 'Montant entier, avant l’effet des objectifs.'));
  }
  return computed(amount, CENTS, { steps, reasons, parameters });
}

/** The tier is written in the contract: without it, the amount of each is shown beside. */
function withoutTier(situation: AmountSituation, parameters: readonly ParameterUse[]): Computed {
  const byTier = AID_TIERS.map((tier) => ({ tier, answer: amountByText({ ...situation, tier }) }));
  const unread = byTier.every(({ answer }) => answer.value === null && answer.missing.includes('typed'));
  // No tier has an amount anybody could read: the tier would decide nothing.
  if (unread && byTier[0] !== undefined) return byTier[0].answer;
  const alternatives = byTier.map(({ tier, answer }): Alternative<number> => ({
    value: answer.value,
    words: `Tranche ${TIER_LABELS[tier]}`,
    sources: answer.parameters.at(-1)?.sources ?? [],
  }));
  const words = `Tranche de départ à saisir${NBSP}: elle est écrite dans le contrat.`;
  return notComputed(CENTS, ['tier'], { reasons: [reason('tier_missing', words)], parameters, alternatives });
}
