import type { Day } from '#shared/kernel/day.ts';
import { valueOn, type Overrides, type ParameterUse } from '../kernel/index.ts';
import { mapFigures, VACCINE_RULES } from './catalogue.ts';
import { DISPLAY_HORIZON, EDITION, REVIEW_UNTIL_AGE } from './general.ts';
import { ANTIGEN_CODES, type Antigen, type Held, type SeasonWindow, type VaccineRule } from './model.ts';
import { productsOn, type KnownProduct } from './products.ts';
import { seasonReader, type SeasonReader } from './seasons.ts';

/** A rule with its figures of the day. */
export interface HeldRule {
  readonly rule: VaccineRule<Held>;
  /** Bits of `antigensAll`. */
  readonly mask: number;
}

/** Everything that does not depend on the person: read once for a day, used for any number of persons. */
export interface PreparedVaccination {
  readonly day: Day;
  readonly rules: readonly HeldRule[];
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly season: SeasonReader;
  readonly edition: { readonly name: string; readonly published: boolean; readonly use: ParameterUse | null };
  readonly horizonMonths: ParameterUse | null;
  readonly reviewUntilAge: ParameterUse | null;
}

const BITS: ReadonlyMap<Antigen, number> = new Map(ANTIGEN_CODES.map((code, index) => [code, 1 << index]));
/** A dose whose product nobody knows may contain anything. */
export const ANY_ANTIGEN = (1 << ANTIGEN_CODES.length) - 1;

export function maskOf(antigens: readonly Antigen[]): number {
  return antigens.reduce((mask, code) => mask | (BITS.get(code) ?? 0), 0);
}

/**
 * Reads every figure for `day`: the practice's, else the book's. `overrides` and `seasons` are those in force that
 * day. `day` is a real one.
 */
export function prepareVaccination(
  day: Day,
  choices: { readonly overrides?: Overrides | undefined; readonly seasons?: readonly SeasonWindow[] | undefined } = {},
): PreparedVaccination {
  const { overrides, seasons } = choices;
  const edition = valueOn(EDITION, day);
  return {
    day,
    rules: VACCINE_RULES.map((rule) => ({
      rule: mapFigures<(typeof rule)['followed'], Held>(rule, ({ unit, parameter }) => {
        const use = valueOn(parameter, day, overrides);
        if (use === null) throw new TypeError(`${parameter.id} has no value on ${day}`);
        return { value: use.value, unit, use };
      }),
      mask: maskOf(rule.antigensAll),
    })),
    products: productsOn(day, overrides),
    season: seasonReader(day, overrides, seasons),
    edition: { name: edition?.value ?? EDITION.values[0].value ?? '', published: edition !== null, use: edition },
    horizonMonths: valueOn(DISPLAY_HORIZON, day, overrides),
    reviewUntilAge: valueOn(REVIEW_UNTIL_AGE, day, overrides),
  };
}
