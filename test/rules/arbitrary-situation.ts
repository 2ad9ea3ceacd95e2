import fc from 'fast-check';
import type * as z from 'zod';

/** What a schema says of itself; only the kinds of the book are read, another one stops the test. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly items?: readonly z.core.$ZodType[];
  readonly keyType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
}

interface Bag {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: string;
}

const ordinaryDay = fc
  .date({ min: new Date('1925-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Mostly days somebody may type; month ends, leap days and the ends of the calendar now and then. */
export const anyDay = fc.oneof(
  { weight: 12, arbitrary: ordinaryDay },
  { weight: 3, arbitrary: fc.constantFrom('2024-02-29', '2000-02-29', '2023-02-28', '2026-08-31', '2026-12-31') },
  { weight: 1, arbitrary: fc.constantFrom('0001-01-01', '1582-10-15', '1900-02-28', '9998-12-31', '9999-12-31') },
);

const words = fc.oneof(
  fc.constantFrom('a', 'HEXYON', 'INFANRIX HEXA', 'cyclo', '14/06/1999', '(', 'x'.repeat(150)),
  fc.string({ maxLength: 20 }),
);
const anyJson = fc.oneof(
  fc.integer({ min: -1, max: 200 }),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2026-10-01', 'exclu'),
);

/** What no field of the book accepts. */
export const anyJunk = fc.oneof(
  fc.constantFrom<unknown>(Number.NaN, Number.POSITIVE_INFINITY, -1e300, { inconnu: { inconnu: 1 } }, [[[]]]),
  fc.constantFrom<unknown>(() => 0, Symbol('inconnu'), 10n),
);

/**
 * Situations a schema describes: each field within its own limits, facultative ones often left out. What several
 * fields say together is not followed, so that an entry also meets what it must refuse.
 */
export function arbitraryOf(schema: z.core.$ZodType, parameterIds: readonly string[]): fc.Arbitrary<unknown> {
  const inside = (inner: z.core.$ZodType): fc.Arbitrary<unknown> => arbitraryOf(inner, parameterIds);
  const definition = schema._zod.def as unknown as Definition;
  switch (definition.type) {
    case 'object': {
      const shape = Object.entries(definition.shape ?? {});
      const fields = Object.fromEntries(shape.map(([key, inner]) => [key, inside(unwrapped(inner))]));
      const needed = shape.filter(([, inner]) => typeOf(inner) !== 'optional').map(([key]) => key);
      return fc.record(fields, { requiredKeys: needed });
    }
    case 'enum':
      return fc.constantFrom(...Object.values(definition.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(definition.values ?? []));
    case 'boolean':
      return fc.boolean();
    case 'string':
      return isDaySchema(schema) ? anyDay : words;
    case 'number':
      return numberOf(schema._zod.bag as Bag);
    case 'array':
      return fc.array(inside(required(definition.element)), { maxLength: 5 });
    case 'tuple':
      return fc.tuple(...(definition.items ?? []).map(inside));
    case 'optional':
    case 'readonly':
      return inside(required(definition.innerType));
    case 'nullable':
      return fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 3, arbitrary: inside(required(definition.innerType)) },
      );
    case 'union':
      return isJson(definition) ? anyJson : fc.oneof(...(definition.options ?? []).map(inside));
    case 'lazy':
      return anyJson;
    case 'record':
      // A record of the book is keyed by parameters, or by the members of an enumeration.
      return fc.dictionary(
        typeOf(required(definition.keyType)) === 'enum'
          ? (inside(required(definition.keyType)) as fc.Arbitrary<string>)
          : fc.constantFrom(...parameterIds),
        inside(required(definition.valueType)),
        { maxKeys: 4 },
      );
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`no situation is generated for a schema of type ${definition.type}`);
  }
}

const typeOf = (schema: z.core.$ZodType): string => (schema._zod.def as unknown as Definition).type;

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return typeOf(schema) === 'optional' ? required((schema._zod.def as unknown as Definition).innerType) : schema;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a schema without its inner schema');
  return value;
}

/** The schema of any JSON value calls itself. */
const isJson = ({ options = [] }: Definition): boolean =>
  options.length > 4 && options.some((one) => typeOf(one) === 'record');

/** A text that must be a day of the calendar. */
function isDaySchema(schema: z.core.$ZodType): boolean {
  const { safeParse } = schema as z.ZodType;
  return safeParse('2024-02-29').success && !safeParse('2023-02-29').success;
}

function numberOf({ minimum, maximum, format }: Bag): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? -1000, -1e9);
  const max = Math.min(maximum ?? 5000, Math.max(min, 5000));
  if (format !== undefined) return fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
  // JSON has no negative zero.
  const decimal = fc.double({ min, max, noNaN: true }).map((value) => value + 0);
  return fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), decimal);
}
