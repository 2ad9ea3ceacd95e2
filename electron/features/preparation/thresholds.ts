import { valueOn, type Overrides } from '#shared/rules/kernel/index.ts';
import { VITAL_PARAMETERS, type VitalSignCode } from '#shared/rules/vital-signs/index.ts';
import { ALERT_RULES } from '#shared/rules/vital-signs/thresholds.ts';

/**
 * Figures of a sign that reach no threshold for anybody, whatever the age and sex: strictly between the two bounds.
 * The board looks closer only outside this band; thresholds against earlier figures are not in it.
 */
export function quietBand(code: VitalSignCode, day: string, overrides: Overrides): { low: number; high: number } {
  let low = -Infinity;
  let high = Infinity;
  for (const rule of ALERT_RULES) {
    if (rule.code !== code || rule.level === 'info') continue;
    const limit = valueOn(rule.threshold, day, overrides)?.value ?? null;
    if (limit === null) continue;
    if (rule.op === '>=') high = Math.min(high, limit);
    else if (rule.op === '<=' || rule.op === '<') low = Math.max(low, limit);
  }
  return { low, high };
}

/** Least loss of weight, in percent, that any threshold tells; Infinity when all are switched off. */
export function leastLossPercent(day: string, overrides: Overrides): number {
  const limits = ALERT_RULES.filter((rule) => rule.op === 'loss_percent').map(
    (rule) => valueOn(rule.threshold, day, overrides)?.value ?? Infinity,
  );
  return Math.min(Infinity, ...limits);
}

/** Thresholds drawn as dashed lines on the curve of a sign: the first to be notified, each way. */
export function marksOf(code: VitalSignCode, day: string, overrides: Overrides): number[] {
  return ['notify_high', 'notify_low'].flatMap((name) => {
    const parameter = VITAL_PARAMETERS.find((one) => one.id === `vital.${code}.${name}`);
    const value = parameter === undefined ? null : (valueOn(parameter, day, overrides)?.value ?? null);
    return value === null ? [] : [value];
  });
}
