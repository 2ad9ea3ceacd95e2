import { addMonths, ageOn, isDay, type Age } from '#shared/kernel/day.ts';
import { formatNumber, NBSP, roundHalfUp } from '#shared/kernel/format.ts';
import { valueOn, type Parameter, type ParameterUse } from '../kernel/index.ts';
import { findAlerts, type AlertFindings } from './alerts.ts';
import { VITAL_SIGNS } from './definitions.ts';
import { pastFigures, type PastFigure } from './history.ts';
import {
  CONFIRM_FROM_AGE,
  HEAD_UNTIL_AGE,
  LIMITS,
  PRESSURE_MIN_GAP,
  WEIGHT_CHECK_MONTHS,
  WEIGHT_CHECK_PERCENT,
} from './limits.ts';
import type { Evaluation, LikelyValue, MeasureInput, MeasureQuestion, MeasureValue } from './types.ts';
import { likelyValues } from './unit-mistakes.ts';
import { changeWords, confirmWords, impossibleWords, VITAL_WORDS, withUnit } from './wording.ts';

/**
 * Everything the practice may be told about one measure: refusal with the likely value, second look, thresholds
 * reached with the highest level, short words. Pure and total: an unusable birth date or figure is answered in words.
 * Sources: thresholds.ts, limits.ts; levels and bounds as in README.md.
 */
export function evaluate(input: MeasureInput): Evaluation {
  const reader = new ParameterReader(input);
  const special = typeof input.value !== 'number';
  if (
    special ? input.code !== 'GLYC' || (input.value !== 'LO' && input.value !== 'HI') : !Number.isFinite(input.value)
  ) {
    return refused(input, { words: VITAL_WORDS.notAFigure, likely: [] }, reader.used);
  }
  const past = pastFigures(input.history, input.code, input.day);
  const refusal = typeof input.value === 'number' ? refusalOf(input, input.value, past, reader) : null;
  if (refusal !== null) return refused(input, refusal, reader.used);

  const { birthDate } = input.patient;
  const age = isDay(birthDate) && isDay(input.day) ? ageOn(birthDate, input.day) : null;
  const kept = keptValue(input, age);
  const confirmation = typeof kept === 'number' ? confirmationOf(input, kept, age, past, reader) : null;
  const findings = age === null ? null : findAlerts(input, kept, age);
  return {
    code: input.code,
    status: confirmation === null ? 'accepted' : 'to_confirm',
    value: kept,
    refusal: null,
    confirmation,
    alerts: (findings?.alerts ?? []).map(({ level, threshold, message }) => ({ level, threshold, message })),
    level: findings?.alerts[0]?.level ?? 'none',
    words: wordsOf(input, kept, past, findings),
    parameters: [...reader.used, ...(findings?.parameters ?? [])],
    missing: findings === null ? ['birthDate'] : findings.missing,
  };
}

/** Reads parameters on the day of the measure and remembers those a sentence was built on. */
class ParameterReader {
  readonly used: ParameterUse[] = [];
  readonly #input: MeasureInput;

  constructor(input: MeasureInput) {
    this.#input = input;
  }

  number(definition: Parameter<number>): number | null {
    const use = valueOn(definition, this.#input.day, this.#input.overrides);
    if (use === null || use.value === null) return null;
    if (!this.used.some((other) => other.id === use.id)) this.used.push(use);
    return use.value;
  }
}

function refused(input: MeasureInput, refusal: MeasureQuestion, parameters: readonly ParameterUse[]): Evaluation {
  return {
    code: input.code,
    status: 'refused',
    value: null,
    refusal,
    confirmation: null,
    alerts: [],
    level: 'none',
    words: refusal.words,
    parameters,
    missing: [],
  };
}

/** Decimals of the sign, rounded half up; the scale of an infant under 2 years keeps the hundredth of a kilogram. */
function keptValue(input: MeasureInput, age: Age | null): MeasureValue {
  if (typeof input.value !== 'number') return input.value;
  const infantWeight = input.code === 'POIDS' && age !== null && age.years < 2;
  return roundHalfUp(input.value, infantWeight ? 2 : VITAL_SIGNS[input.code].decimals);
}

function refusalOf(
  input: MeasureInput,
  value: number,
  past: readonly PastFigure[],
  reader: ParameterReader,
): MeasureQuestion | null {
  const { hardMin, hardMax } = LIMITS[input.code];
  const min = reader.number(hardMin) ?? -Infinity;
  const max = reader.number(hardMax) ?? Infinity;
  if (value < min || value > max) {
    const likely = likelyValues(input.code, value, { lastWeight: lastOf(past), min, max });
    return { words: impossibleWords(input.code, value, likely, min, max), likely };
  }
  const paired = input.context?.paired;
  if ((input.code !== 'PAS' && input.code !== 'PAD') || paired === undefined || !Number.isFinite(paired)) return null;
  const gap = reader.number(PRESSURE_MIN_GAP) ?? 0;
  const difference = input.code === 'PAS' ? value - paired : paired - value;
  if (difference > 0 && difference >= gap) return null;
  const pair = input.code === 'PAS' ? [value, paired] : [paired, value];
  const shown = pair.map((figure) => formatNumber(figure)).join('/');
  const words = `${shown}${NBSP}: impossible. ${VITAL_WORDS.pressureOrder} ${withUnit('PAS', gap)}.`;
  return { words, likely: cross(input.code, value, paired, gap, min, max) };
}

/** A mistake of unit on one of the two figures may explain the pair. */
function cross(
  code: 'PAS' | 'PAD',
  value: number,
  paired: number,
  gap: number,
  min: number,
  max: number,
): LikelyValue[] {
  return likelyValues(code, value, { lastWeight: null, min, max }).filter(
    (proposal) => (code === 'PAS' ? proposal.value - paired : paired - proposal.value) >= Math.max(gap, 1),
  );
}

function confirmationOf(
  input: MeasureInput,
  value: number,
  age: Age | null,
  past: readonly PastFigure[],
  reader: ParameterReader,
): MeasureQuestion | null {
  const { code } = input;
  const limits = LIMITS[code];
  const facts = {
    lastWeight: lastOf(past),
    min: reader.number(limits.hardMin) ?? -Infinity,
    max: reader.number(limits.hardMax) ?? Infinity,
  };
  if (code === 'PC') {
    const until = reader.number(HEAD_UNTIL_AGE);
    if (age !== null && until !== null && age.years >= until) {
      return { words: `${VITAL_WORDS.headAge} ${formatNumber(until)}${NBSP}ans.`, likely: [] };
    }
  }
  const adult = age !== null && age.years >= (reader.number(CONFIRM_FROM_AGE) ?? Infinity);
  const min = reader.number(limits.confirmMin) ?? -Infinity;
  const max = reader.number(limits.confirmMax) ?? Infinity;
  const unusual = (adult || code === 'PC') && (value < min || value > max);
  // A figure that reads well in another unit is asked about at any age; a forgotten comma explains refusals only.
  const likely = likelyValues(code, value, facts).filter((proposal) => proposal.readAs !== null);
  if (!unusual && likely.length === 0 && !(code === 'POIDS' && farFromLastWeight(input, value, past, reader)))
    return null;
  return { words: confirmWords(code, value, likely), likely };
}

function farFromLastWeight(
  input: MeasureInput,
  value: number,
  past: readonly PastFigure[],
  reader: ParameterReader,
): boolean {
  const last = past.at(-1);
  const percent = reader.number(WEIGHT_CHECK_PERCENT);
  const months = reader.number(WEIGHT_CHECK_MONTHS);
  if (last === undefined || percent === null || months === null) return false;
  if (addMonths(last.day, Math.round(months)) <= input.day) return false;
  return Math.abs(value - last.value) * 100 > percent * last.value + 1e-9;
}

function lastOf(past: readonly PastFigure[]): number | null {
  return past.at(-1)?.value ?? null;
}

function wordsOf(
  input: MeasureInput,
  kept: MeasureValue,
  past: readonly PastFigure[],
  findings: AlertFindings | null,
): string {
  if (findings === null) return VITAL_WORDS.birthToCheck;
  const highest = findings.alerts[0];
  if (highest !== undefined) return highest.words;
  if (findings.missing.includes('glucoseMoment')) return VITAL_WORDS.momentToSay;
  if (findings.missing.includes('personalBest')) return VITAL_WORDS.bestToEnter;
  const last = past.at(-1);
  switch (input.code) {
    case 'POIDS':
      return last === undefined || typeof kept !== 'number'
        ? VITAL_WORDS.recorded
        : changeWords('POIDS', roundHalfUp(kept - last.value, 1), last.day);
    case 'TAILLE':
      return VITAL_WORDS.recorded;
    case 'IMC':
      return VITAL_WORDS.computed;
    case 'PC':
      return VITAL_WORDS.seeCurve;
    default:
      return findings.compared ? VITAL_WORDS.within : VITAL_WORDS.noThresholdAtThisAge;
  }
}
