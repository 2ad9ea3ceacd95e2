import { formatNumber, NBSP, roundHalfUp } from '#shared/kernel/format.ts';
import type { Age } from '#shared/kernel/day.ts';
import { valueOn, type Parameter, type ParameterUse } from '../kernel/index.ts';
import { VITAL_SIGNS } from './definitions.ts';
import { pastFigures, withinDays } from './history.ts';
import { ALERT_RULES, ALERTS_FROM_AGE, type AlertRule } from './thresholds.ts';
import { ALERT_LEVELS, type MeasureAlert, type MeasureInput, type MeasureValue } from './types.ts';
import { thresholdOwner, windowWords, withUnit } from './wording.ts';

/** An alert with the short words of the result column. */
export interface RaisedAlert extends MeasureAlert {
  readonly words: string;
}

export interface AlertFindings {
  /** Highest level first. */
  readonly alerts: readonly RaisedAlert[];
  /** Whether at least one threshold could be compared. */
  readonly compared: boolean;
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/** Compares a kept figure with every threshold that applies to the patient on that day. */
export function findAlerts(input: MeasureInput, value: MeasureValue, age: Age): AlertFindings {
  const alerts: RaisedAlert[] = [];
  const parameters: ParameterUse[] = [];
  const missing = new Set<string>();
  let compared = false;
  for (const rule of ALERT_RULES) {
    if (rule.code !== input.code || !appliesTo(rule, input, age)) continue;
    const used = valueOn(rule.threshold, input.day, input.overrides);
    if (used === null || used.value === null) continue;
    const outcome = compare(rule, used.value, value, input);
    if (outcome.missing !== undefined) missing.add(outcome.missing);
    if (outcome.words === undefined && !outcome.compared) continue;
    compared = true;
    parameters.push(used);
    if (outcome.words === undefined) continue;
    const message = messageOf(rule, used, outcome.label ?? '');
    alerts.push({ level: rule.level, threshold: rule.threshold.id, message, words: outcome.words });
  }
  alerts.sort((a, b) => ALERT_LEVELS.indexOf(b.level) - ALERT_LEVELS.indexOf(a.level));
  return { alerts, compared, parameters, missing: [...missing] };
}

function appliesTo(rule: AlertRule, input: MeasureInput, age: Age): boolean {
  const figureOf = (definition: Parameter<number>): number | null =>
    valueOn(definition, input.day, input.overrides)?.value ?? null;
  if (rule.monthsBelow !== undefined) return age.years * 12 + age.months < (figureOf(rule.monthsBelow) ?? 0);
  const adult = ALERTS_FROM_AGE[rule.code];
  if (adult === null || age.years < (figureOf(adult) ?? Infinity)) return false;
  if (rule.sex !== undefined && rule.sex !== input.patient.sex) return false;
  if (rule.ageFrom !== undefined && age.years < (figureOf(rule.ageFrom) ?? Infinity)) return false;
  return rule.ageBelow === undefined || age.years < (figureOf(rule.ageBelow) ?? Infinity);
}

interface Comparison {
  readonly compared: boolean;
  /** Present when the threshold is reached. */
  readonly words?: string;
  /** Threshold as the message writes it. */
  readonly label?: string;
  readonly missing?: string;
}
const NOT_COMPARED: Comparison = { compared: false };
const NOT_REACHED: Comparison = { compared: true };
// Weights have two decimals at most: this absorbs binary rounding and nothing else.
const TINY = 1e-9;

function compare(rule: AlertRule, threshold: number, value: MeasureValue, input: MeasureInput): Comparison {
  const figure = value === 'LO' ? -Infinity : value === 'HI' ? Infinity : value;
  switch (rule.op) {
    case '>=':
    case '<=':
    case '<':
      return compareBound(rule, threshold, figure, input);
    case 'loss_percent':
    case 'gain_kg': {
      const days = valueOn(rule.windowDays, input.day, input.overrides)?.value ?? null;
      return days === null ? NOT_COMPARED : compareWeights(rule, threshold, figure, days, input);
    }
    case 'loss_cm': {
      const tallest = Math.max(...pastFigures(input.history, 'TAILLE', input.day).map((past) => past.value));
      if (!Number.isFinite(tallest)) return NOT_COMPARED;
      const lost = tallest - figure;
      if (lost < threshold - TINY) return NOT_REACHED;
      return {
        compared: true,
        words: `${formatNumber(roundHalfUp(lost, 1))}${NBSP}cm de moins que ${withUnit('TAILLE', tallest)}`,
        label: `Perte de taille de ${withUnit('TAILLE', threshold)} ou plus par rapport à la plus grande taille connue`,
      };
    }
    case '<percent_of_best': {
      const best = input.context?.personalBest;
      if (best === undefined || !(best > 0)) return { compared: false, missing: 'personalBest' };
      if (figure * 100 >= threshold * best) return NOT_REACHED;
      const label = `moins de ${formatNumber(threshold)}${NBSP}% de la meilleure valeur`;
      return { compared: true, words: label, label: label.replace('moins', 'Moins') };
    }
  }
}

function compareBound(rule: AlertRule, threshold: number, figure: number, input: MeasureInput): Comparison {
  const upwards = rule.op === '>=';
  if (upwards ? figure < threshold : rule.op === '<' ? figure >= threshold : figure > threshold) return NOT_REACHED;
  const end = rule.until === undefined ? null : thresholdNamed(rule, rule.until, input);
  if (end !== null && (upwards ? figure >= end : figure <= end)) return NOT_REACHED;
  if (rule.needs === 'fasting' && input.context?.glucoseMoment !== 'a_jeun') {
    return input.context?.glucoseMoment === undefined ? { compared: false, missing: 'glucoseMoment' } : NOT_REACHED;
  }
  const shown = pairedLabel(rule, threshold, input);
  const fasting = rule.needs === 'fasting' ? ' à jeun' : '';
  const sign = upwards ? '≥' : rule.op === '<' ? '<' : '≤';
  const label = `${sign}${NBSP}${shown.includes('/') ? shown : withUnit(rule.code, threshold, VITAL_SIGNS[rule.code].decimals)}${fasting}`;
  if (end !== null && rule.level === 'info') return { compared: true, words: bandWords(rule, threshold, end), label };
  const place = figure === threshold ? 'au seuil' : upwards ? 'au-dessus du seuil' : 'au-dessous du seuil';
  return { compared: true, words: `${place} ${shown}${fasting}`, label };
}

/** `de 120 à 139`: the band up to the last figure before the next threshold. */
function bandWords(rule: AlertRule, threshold: number, end: number): string {
  const { decimals } = VITAL_SIGNS[rule.code];
  const step = 10 ** -decimals;
  const [low, high] = end > threshold ? [threshold, end - step] : [end + step, threshold];
  return `de ${formatNumber(low, decimals)} à ${formatNumber(high, decimals)}`;
}

function thresholdNamed(rule: AlertRule, name: string, input: MeasureInput): number | null {
  return parameterValue(`vital.${rule.code}.${name}`, input);
}

function parameterValue(id: string, input: MeasureInput): number | null {
  const other = ALERT_RULES.find((candidate) => candidate.threshold.id === id);
  return other === undefined ? null : (valueOn(other.threshold, input.day, input.overrides)?.value ?? null);
}

/** Blood-pressure thresholds are read by pair: `140/90`. */
function pairedLabel(rule: AlertRule, threshold: number, input: MeasureInput): string {
  const alone = formatNumber(threshold, VITAL_SIGNS[rule.code].decimals);
  if (rule.code !== 'PAS' && rule.code !== 'PAD') return alone;
  const otherCode = rule.code === 'PAS' ? 'PAD' : 'PAS';
  const other = parameterValue(rule.threshold.id.replace(`vital.${rule.code}.`, `vital.${otherCode}.`), input);
  if (other === null) return alone;
  return rule.code === 'PAS' ? `${alone}/${formatNumber(other)}` : `${formatNumber(other)}/${alone}`;
}

function compareWeights(
  rule: AlertRule,
  threshold: number,
  figure: number,
  days: number,
  input: MeasureInput,
): Comparison {
  if (rule.needs === 'heart_failure' && input.context?.heartFailure !== true) return NOT_COMPARED;
  const weights = withinDays(pastFigures(input.history, 'POIDS', input.day), input.day, days).map((past) => past.value);
  if (weights.length === 0) return NOT_COMPARED;
  const duration = windowWords(days);
  if (rule.op === 'gain_kg') {
    const gain = figure - Math.min(...weights);
    if (gain < threshold - TINY) return NOT_REACHED;
    return {
      compared: true,
      words: `+${withUnit('POIDS', gain, 1)} en ${duration}`,
      label: `Prise de ${withUnit('POIDS', threshold)} ou plus en ${duration}`,
    };
  }
  const highest = Math.max(...weights);
  const loss = ((highest - figure) * 100) / highest;
  if (loss < threshold - TINY) return NOT_REACHED;
  return {
    compared: true,
    words: `${formatNumber(-loss, 1)}${NBSP}% en ${duration}`,
    label: `Perte d’au moins ${formatNumber(threshold)}${NBSP}% en ${duration}`,
  };
}

function messageOf(rule: AlertRule, used: ParameterUse, label: string): string {
  if (rule.instruction !== undefined) return `${label}${NBSP}: ${rule.instruction}`;
  return `${label}, ${thresholdOwner(used.origin)}`;
}
