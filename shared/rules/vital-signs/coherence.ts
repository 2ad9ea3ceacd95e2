import type { Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { valueOn, type Overrides } from '../kernel/index.ts';
import { VITAL_SIGNS } from './definitions.ts';
import { LIMITS } from './limits.ts';
import { ALERT_RULES, type AlertRule } from './thresholds.ts';
import { ALERT_LEVELS } from './types.ts';

/** Name of each level, as the settings screen and the refusals write it. */
const LEVEL_WORDS: Readonly<Record<AlertRule['level'], string>> = {
  info: 'Pour information',
  notify: 'À signaler',
  notify_strong: 'À signaler en tête',
  urgent: 'Prévenir sans attendre',
};

type Direction = 'high' | 'low' | 'low_share' | null;

/** Which way a threshold is reached; null when it is compared with earlier figures and has no order with the others. */
function directionOf({ op }: AlertRule): Direction {
  if (op === '>=') return 'high';
  if (op === '<=' || op === '<') return 'low';
  return op === '<percent_of_best' ? 'low_share' : null;
}

const quoted = (words: string) => `«${NBSP}${words}${NBSP}»`;
const figureOf = (rule: AlertRule, value: number) =>
  `${formatNumber(value)}${rule.threshold.unit.startsWith('/') ? '' : NBSP}${rule.threshold.unit}`;

/** The threshold of this id, `vital.PAS.notify_high`; null when the rules have none. */
export function thresholdRule(id: string): AlertRule | null {
  return ALERT_RULES.find((rule) => rule.threshold.id === id) ?? null;
}

/**
 * Why a threshold cannot hold `value` beside the others in force, in one sentence; null when it can. A high bound rises
 * with the level and a low bound falls with it (equal is allowed), a low bound stays under the high ones of the sign, the
 * figure has the decimals of the sign and lies within its limits of refusal: beyond them it would never be reached.
 * @param value null checks the figure of the rule book
 */
export function thresholdProblem(rule: AlertRule, value: number | null, day: Day, overrides: Overrides): string | null {
  const range = value === null ? null : rangeProblem(rule, value, day);
  if (range !== null) return range;
  const figure = value ?? valueOn(rule.threshold, day)?.value ?? null;
  if (figure === null) return null;
  for (const other of ALERT_RULES) {
    if (other === rule || other.code !== rule.code) continue;
    const limit = valueOn(other.threshold, day, overrides)?.value ?? null;
    const problem = limit === null ? null : orderProblem(rule, figure, other, limit);
    if (problem !== null) return problem;
  }
  return null;
}

function rangeProblem(rule: AlertRule, value: number, day: Day): string | null {
  const sign = VITAL_SIGNS[rule.code];
  const decimals = rule.threshold.unit === sign.unit ? sign.decimals : 0;
  if (Number(value.toFixed(decimals)) !== value) {
    if (decimals === 0) return `Un nombre entier, sans décimale.`;
    return decimals === 1 ? `Une décimale au plus.` : `Deux décimales au plus.`;
  }
  const { hardMin, hardMax } = LIMITS[rule.code];
  const direction = directionOf(rule);
  const bound = direction === 'high' || direction === 'low';
  const high = rule.threshold.unit === '%' && !bound ? 100 : (valueOn(hardMax, day)?.value ?? Infinity);
  const low = bound ? (valueOn(hardMin, day)?.value ?? -Infinity) : 0;
  if (value <= high && (bound ? value >= low : value > low)) return null;
  return bound
    ? `Hors des valeurs acceptées à la saisie (${formatNumber(low)} à ${formatNumber(high)}).`
    : `Un nombre supérieur à 0, jusqu’à ${formatNumber(high)}.`;
}

function orderProblem(rule: AlertRule, figure: number, other: AlertRule, limit: number): string | null {
  const direction = directionOf(rule);
  const otherDirection = directionOf(other);
  if (direction === null || otherDirection === null) return null;
  const named = `${quoted(LEVEL_WORDS[other.level])} (${figureOf(other, limit)})`;
  if (direction !== otherDirection) {
    if (direction === 'high' && figure <= limit) return `À placer au-dessus du seuil inférieur ${named}.`;
    if (direction === 'low' && figure >= limit) return `À placer au-dessous du seuil supérieur ${named}.`;
    return null;
  }
  // Levels of other people (sex, infants) follow their own order.
  if (rule.sex !== other.sex || rule.monthsBelow !== other.monthsBelow || rule.level === other.level) return null;
  const stronger = ALERT_LEVELS.indexOf(rule.level) > ALERT_LEVELS.indexOf(other.level);
  const atLeast = stronger === (direction === 'high');
  if (atLeast ? figure >= limit : figure <= limit) return null;
  const sense = atLeast ? 'au moins égal' : 'au plus égal';
  return `${quoted(LEVEL_WORDS[rule.level])} doit être ${sense} à ${named}.`;
}
