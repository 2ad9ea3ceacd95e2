import fc from 'fast-check';
import { addDays, type Day } from '#shared/kernel/day.ts';
import {
  AID_TIERS,
  BANDS,
  CONTRACT_OPTIONS,
  METRICS,
  MODULATION_POLICIES,
  POPULATIONS,
  type ContractDays,
} from '#shared/rules/aid/index.ts';

/** Days of contracts signed before, at and after each text, ends of months and 29 February among them. */
export const contractDay: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: 0, max: 5000 }).map((days) => addDays('2018-06-01', days)),
  fc.constantFrom('2019-08-31', '2019-09-01', '2023-04-30', '2023-05-01', '2024-06-21', '2024-06-22', '2026-02-25'),
  fc.constantFrom('2020-02-29', '2024-02-29', '2021-01-31', '2022-08-31', '2023-12-31'),
);

/** Suspensions that follow the start and never overlap; the last one may still run. */
const suspensionsFrom = (startDay: Day): fc.Arbitrary<NonNullable<ContractDays['suspensions']>> =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 200 })), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([gaps, open]) => {
      let next = startDay;
      return gaps.map(([gap, length], index) => {
        const from = addDays(next, gap);
        const to = addDays(from, length);
        next = addDays(to, 1);
        return open && index === gaps.length - 1 ? { from } : { from, to };
      });
    });

/** A contract whose first day follows its signature by at most a year. */
export const contract: fc.Arbitrary<ContractDays> = fc
  .tuple(contractDay, fc.integer({ min: 0, max: 366 }), fc.constantFrom(...CONTRACT_OPTIONS))
  .chain(([signatureDay, wait, option]) => {
    const startDay = addDays(signatureDay, wait);
    return fc.record({
      signatureDay: fc.constant(signatureDay),
      startDay: fc.constant(startDay),
      option: fc.constant(option),
      suspensions: suspensionsFrom(startDay),
    });
  });

export const tier = fc.constantFrom(...AID_TIERS);
export const contractYear = fc.integer({ min: 1, max: 12 });

const wrong = (right: fc.Arbitrary<unknown>, ...values: unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: fc.constantFrom(...values) });
const seldom = (list: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: list });
const byMetric = (right: fc.Arbitrary<unknown>) => fc.dictionary(fc.constantFrom(...METRICS), right, { maxKeys: 3 });
const count = wrong(fc.nat(5000), -1, 2.5, '12', Number.NaN);
const given = fc.record({ value: wrong(fc.nat(9_000_000), -1, 0.5) });

/** Fields of the questions, right most of the time. */
const FIELDS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  signatureDay: wrong(contractDay, '2023-02-29', '', '9999-12-31', '0001-01-01', 3),
  startDay: wrong(contractDay, '9999-12-31', '2199-12-31', null),
  option: wrong(fc.constantFrom(...CONTRACT_OPTIONS), 'ETP_3', 1),
  tier: wrong(tier, 'P80'),
  contractYear: wrong(contractYear, 0, 51, 1.5),
  fundedEtp: wrong(fc.constantFrom(0.5, 1, 2.5), 0, -1, 0.3),
  typed: given,
  notified: given,
  hireDay: contractDay,
  population: wrong(fc.constantFrom(...POPULATIONS), 'GERIATRICIAN'),
  band: wrong(fc.constantFrom(...BANDS), 'P10'),
  newlyInstalled: fc.boolean(),
  starts: byMetric(count),
  formerGains: byMetric(count),
  typedObjectives: byMetric(given),
  fullAmount: wrong(fc.nat(9_000_000), -1, 0.1),
  policy: wrong(fc.constantFrom(...Object.keys(MODULATION_POLICIES)), 'AUTRE'),
  cumulative: fc.boolean(),
  metrics: fc.array(
    fc.record({ metric: fc.constantFrom(...METRICS), start: count, objective: count, achieved: count }),
    { maxLength: 2 },
  ),
  suspensions: seldom(fc.array(fc.record({ from: contractDay, to: contractDay }), { maxLength: 2 })),
  typedStarts: seldom(fc.array(fc.record({ contractYear, day: contractDay }), { maxLength: 2 })),
};

/** Questions with these fields; a name followed by `?` may be absent, `typed:typedObjectives` is another kind. */
export function questions(fields: string): fc.Arbitrary<unknown> {
  const entries = fields.split(' ').map((word) => {
    const [name = '', kind = name] = word.replace('?', '').split(':');
    return { name, arbitrary: FIELDS[kind] ?? fc.anything(), required: !word.endsWith('?') };
  });
  const model = Object.fromEntries(entries.map(({ name, arbitrary }) => [name, arbitrary]));
  const requiredKeys = entries.filter(({ required }) => required).map(({ name }) => name);
  return fc.oneof(
    { weight: 20, arbitrary: fc.record(model, { requiredKeys }) },
    { weight: 1, arbitrary: fc.anything() },
  );
}
