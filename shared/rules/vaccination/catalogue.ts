import type { JsonValue, Parameter } from '../kernel/index.ts';
import { parameter } from '../kernel/index.ts';
import { ADOLESCENT_RULES } from './data/adolescent.ts';
import { BOOSTER_RULES } from './data/boosters.ts';
import { INFANT_RULES } from './data/infant.ts';
import { PREGNANCY_RULES } from './data/pregnancy.ts';
import { SEASONAL_RULES } from './data/seasonal.ts';
import { SENIOR_RULES } from './data/senior.ts';
import type { Figure, FigureUnit, VaccineRule } from './model.ts';
import { CHECKED_ON, cite } from './sources.ts';
import { figureLabel } from './figure-labels.ts';

/** A figure of a rule as a parameter of the book, with the unit it is counted in. */
export interface BookFigure {
  readonly unit: FigureUnit;
  readonly parameter: Parameter<number | string | boolean>;
}

const UNITS: Readonly<Record<FigureUnit, string>> = {
  week: 'semaines',
  month: 'mois',
  year: 'ans',
  sa: 'SA',
  dose: 'doses',
  day: 'date',
  flag: 'oui ou non',
};
/** A practice moves a threshold; it does not rewrite a law, whose days stay as they are. */
const LONGEST: Readonly<Partial<Record<FigureUnit, number>>> = { week: 6000, month: 1440, year: 120, sa: 45, dose: 10 };

/** The same rule with every figure turned into another form; `path` is dotted, in the words of the domain file. */
export function mapFigures<From extends Figure | BookFigure, To>(
  rule: VaccineRule<From>,
  turn: (figure: From, path: string) => To,
): VaccineRule<To> {
  const walk = (node: unknown, path: string): unknown => {
    if (Array.isArray(node)) return node.map((item: unknown, index) => walk(item, `${path}.${index + 1}`));
    if (typeof node !== 'object' || node === null) return node;
    if ('unit' in node) return turn(node as From, path);
    return Object.fromEntries(
      Object.entries(node).map(([key, inner]) => [
        key,
        walk(inner, path === '' ? snake(key) : `${path}.${snake(key)}`),
      ]),
    );
  };
  return walk(rule, '') as VaccineRule<To>;
}

function snake(key: string): string {
  return key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function inTheBook(rule: VaccineRule<Figure>): VaccineRule<BookFigure> {
  return mapFigures(rule, (figure, path) => {
    const longest = LONGEST[figure.unit];
    const editable =
      figure.unit === 'flag'
        ? ({ kind: 'flag' } as const)
        : longest === undefined
          ? null
          : ({ kind: 'number', min: 0, max: longest } as const);
    return {
      unit: figure.unit,
      parameter: parameter<number | string | boolean>({
        id: `vaccination.${rule.id}.${path}`,
        label: `${rule.name}, ${figureLabel(path)}`,
        unit: UNITS[figure.unit],
        checkedOn: CHECKED_ON,
        values: [
          {
            from: null,
            value: figure.value,
            sources: cite(figure.sources ?? rule.sources),
            confidence: figure.confidence ?? rule.confidence,
          },
        ],
        ...(editable === null ? {} : { editable }),
      }),
    };
  });
}

/** The rules of the schedule, by group, with their figures as parameters. */
export const RULE_GROUPS = {
  infant: INFANT_RULES.map(inTheBook),
  boosters: BOOSTER_RULES.map(inTheBook),
  adolescent: ADOLESCENT_RULES.map(inTheBook),
  senior: SENIOR_RULES.map(inTheBook),
  seasonal: SEASONAL_RULES.map(inTheBook),
  pregnancy: PREGNANCY_RULES.map(inTheBook),
} as const satisfies Record<string, readonly VaccineRule<BookFigure>[]>;

/** Every rule, in the order of the lists. */
export const VACCINE_RULES: readonly VaccineRule<BookFigure>[] = Object.values(RULE_GROUPS).flat();

/** The parameters of a rule, in the order of its data file. */
export function parametersOf(rule: VaccineRule<BookFigure>): readonly Parameter<JsonValue>[] {
  const found: Parameter[] = [];
  mapFigures(rule, (figure) => found.push(figure.parameter));
  return found;
}
