import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import type { ValueOrigin } from '../kernel/index.ts';
import { VITAL_SIGNS } from './definitions.ts';
import type { LikelyValue, VitalSignCode } from './types.ts';

/** French words of the rule set, all of them; they state a figure and a threshold, never a conclusion. */
export const VITAL_WORDS = {
  within: 'dans les limites',
  noThresholdAtThisAge: 'sans seuil à cet âge',
  recorded: 'noté',
  computed: 'calculé',
  seeCurve: 'voir la courbe du carnet de santé',
  momentToSay: `à préciser${NBSP}: à jeun ou après repas`,
  bestToEnter: 'meilleure valeur personnelle à saisir',
  birthToCheck: 'date de naissance à vérifier',
  notAFigure: `Ce n’est pas une mesure.`,
  pressureOrder: `La systolique dépasse la diastolique d’au moins`,
  headAge: 'Le périmètre crânien se mesure avant',
  bmiNeedsWeight: 'Il manque le poids pour calculer l’IMC.',
  bmiNeedsHeight: 'Il manque la taille pour calculer l’IMC.',
  bmiHeightTooOld: 'Taille trop ancienne pour calculer l’IMC\u00A0: mesurer la taille.',
  bmiHeightSameDay: 'Avant 18 ans, l’IMC se calcule avec la taille du même jour.',
} as const;

/** `37,3 °C`, `12/10`; the decimals are those of the sign when `decimals` is given. */
export function withUnit(code: VitalSignCode, value: number, decimals?: number): string {
  const { unit } = VITAL_SIGNS[code];
  return `${formatNumber(value, decimals)}${unit.startsWith('/') ? '' : NBSP}${unit}`;
}

/** `373 °C : impossible. 37,3 ?` or, without a likely value, the accepted range. */
export function impossibleWords(
  code: VitalSignCode,
  value: number,
  likely: readonly LikelyValue[],
  min: number,
  max: number,
): string {
  const range = `De ${formatNumber(min)} à ${withUnit(code, max)}.`;
  const hint = likely.length === 0 ? range : likelyWords(code, likely);
  return `${withUnit(code, value)}${NBSP}: impossible. ${hint}`;
}

/** `28 kg : à confirmer.` followed by the likely values, each as a question. */
export function confirmWords(code: VitalSignCode, value: number, likely: readonly LikelyValue[]): string {
  const hint = likely.length === 0 ? '' : ` ${likelyWords(code, likely)}`;
  return `${withUnit(code, value)}${NBSP}: à confirmer.${hint}`;
}

function likelyWords(code: VitalSignCode, likely: readonly LikelyValue[]): string {
  const { decimals } = VITAL_SIGNS[code];
  return likely
    .map(({ value, readAs }) => formatNumber(value, decimals) + (readAs === null ? '' : ` (lu en ${readAs})`))
    .map((words) => `${words}${NBSP}?`)
    .join(' ');
}

/** `−0,8 kg depuis le 18/08/2026`. */
export function changeWords(code: VitalSignCode, change: number, since: Day): string {
  const { decimals } = VITAL_SIGNS[code];
  const sign = change > 0 ? '+' : '';
  return `${sign}${withUnit(code, change, decimals)} depuis le ${formatDay(since)}`;
}

/** Who set a threshold, in words. */
export function thresholdOwner(origin: ValueOrigin): string {
  return origin === 'patient' ? 'seuil fixé par le médecin' : 'seuil du cabinet';
}

/** `1 mois`, `6 mois`, `7 jours`. */
export function windowWords(days: number): string {
  if (days === 31) return `1${NBSP}mois`;
  if (days === 183) return `6${NBSP}mois`;
  return `${formatNumber(days)}${NBSP}${days > 1 ? 'jours' : 'jour'}`;
}
