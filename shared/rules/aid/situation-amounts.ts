import { z } from 'zod';
import { addYears, isDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { centsSchema, countSchema, daySchema, type JsonValue, type Overrides } from '../kernel/index.ts';
import { CONTRACT_OPTIONS } from './contract-terms.ts';
import { MODULATION_POLICIES } from './modulation-figures.ts';
import { BANDS, METRICS, POPULATIONS } from './objective-words.ts';
import { AID_TIERS } from './rule-sets.ts';

const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2199-12-31';
/** Days of a contract: far enough for any real one, near enough for its calendar to be counted. */
const contractDay = daySchema.refine((day) => !isDay(day) || (day >= FIRST_DAY && day <= LAST_DAY), {
  message: `Date hors du calendrier d’un contrat${NBSP}: vérifier l’année.`,
});
const contractYear = z.number().int().min(1).max(50);
const halves = z.number().positive().multipleOf(0.5).max(500);
const count = countSchema.max(1_000_000);
const cents = centsSchema.max(1_000_000_000);

const jsonValue: z.ZodType<JsonValue> = z.json();
const overrides = z.strictObject({
  practice: z.record(z.string(), jsonValue).exactOptional(),
  patient: z.record(z.string(), jsonValue).exactOptional(),
  signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
}) satisfies z.ZodType<Overrides>;

const given = (value: typeof cents) => z.strictObject({ value, on: daySchema.nullable().exactOptional() });
const suspension = z.strictObject({ from: contractDay, to: contractDay.exactOptional() });

const contractFields = {
  signatureDay: contractDay,
  startDay: contractDay,
  option: z.enum(CONTRACT_OPTIONS),
  suspensions: z.array(suspension).max(100).exactOptional(),
  typedStarts: z
    .array(z.strictObject({ contractYear, day: contractDay }))
    .max(50)
    .exactOptional(),
  overrides: overrides.exactOptional(),
};
const paidFields = {
  tier: z.enum(AID_TIERS).exactOptional(),
  fundedEtp: halves.exactOptional(),
};
const givenAmounts = { typed: given(cents).exactOptional(), notified: given(cents).exactOptional() };
const expectedDays = z
  .array(z.strictObject({ rank: z.number().int().min(1).max(12), day: contractDay }))
  .max(12)
  .exactOptional();

interface Dated {
  readonly startDay: Day;
  readonly option: string;
  readonly fundedEtp?: number;
  readonly suspensions?: readonly { readonly from: Day; readonly to?: Day }[];
  readonly typedStarts?: readonly { readonly contractYear: number; readonly day: Day }[];
}

/** Checks between fields, each named: suspensions in order inside the contract, ETP for a collective contract only. */
function checkContract({ value, issues }: z.core.ParsePayload<Dated>): void {
  const refuse = (path: PropertyKey[], message: string): void => {
    issues.push({ code: 'custom', path, message, input: value });
  };
  if (value.fundedEtp !== undefined && value.option !== 'PER_ETP') {
    refuse(['fundedEtp'], 'Les ETP financés ne se saisissent que pour un contrat collectif.');
  }
  const suspensions = (value.suspensions ?? []).map((one, index) => ({ ...one, index }));
  const sorted = suspensions.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [rank, { from, to, index }] of sorted.entries()) {
    if (from < value.startDay) refuse(['suspensions', index, 'from'], 'La suspension précède le début du contrat.');
    if (to !== undefined && to < from) refuse(['suspensions', index, 'to'], 'La fin précède le début.');
    const next = sorted[rank + 1];
    if (next !== undefined && (to === undefined || next.from <= to)) {
      refuse(['suspensions', next.index, 'from'], 'Deux suspensions se chevauchent.');
    }
  }
  const typed = (value.typedStarts ?? []).map((one, index) => ({ ...one, index }));
  let before = { contractYear: 1, day: value.startDay };
  for (const one of typed.toSorted((a, b) => a.contractYear - b.contractYear)) {
    if (one.contractYear === before.contractYear) {
      refuse(['typedStarts', one.index, 'contractYear'], 'Le début de cette année de contrat est déjà donné.');
    } else if (one.day < addYears(before.day, one.contractYear - before.contractYear)) {
      refuse(['typedStarts', one.index, 'day'], 'Cette année de contrat ne peut pas commencer avant son anniversaire.');
    }
    before = one;
  }
}

export const calendarSituation = z.strictObject(contractFields).check(checkContract);

const amountFields = { ...contractFields, ...paidFields, ...givenAmounts, contractYear };
export const amountSituation = z.strictObject(amountFields).check(checkContract);

export const paymentsSituation = z
  .strictObject({ ...amountFields, hireDay: contractDay.exactOptional(), expectedDays })
  .check(checkContract);

const policy = z.enum(Object.keys(MODULATION_POLICIES) as [keyof typeof MODULATION_POLICIES]);
const results = {
  population: z.enum(POPULATIONS).exactOptional(),
  policy: policy.exactOptional(),
  cumulative: z.boolean().exactOptional(),
};
const metricResults = z
  .array(z.strictObject({ metric: z.enum(METRICS), start: count, objective: count, achieved: count.exactOptional() }))
  .max(2)
  .refine((metrics) => new Set(metrics.map(({ metric }) => metric)).size === metrics.length, {
    message: 'Le même indicateur est écrit deux fois.',
  });

export const modulationSituation = z.strictObject({
  signatureDay: contractDay,
  option: z.enum(CONTRACT_OPTIONS),
  contractYear,
  fullAmount: cents,
  metrics: metricResults,
  notified: given(cents).exactOptional(),
  ...results,
  overrides: overrides.exactOptional(),
});

const byMetric = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({
    PMT_ADULT: value.exactOptional(),
    PMT_ADULT_AND_CHILD: value.exactOptional(),
    FILE_ACTIVE: value.exactOptional(),
  });

export const objectiveSituation = z
  .strictObject({
    signatureDay: contractDay,
    option: z.enum(CONTRACT_OPTIONS),
    population: z.enum(POPULATIONS).exactOptional(),
    band: z.enum(BANDS).exactOptional(),
    newlyInstalled: z.boolean().exactOptional(),
    starts: byMetric(count).exactOptional(),
    typed: byMetric(given(count)).exactOptional(),
    notified: byMetric(given(count)).exactOptional(),
    fundedEtp: halves.exactOptional(),
    formerGains: byMetric(count).exactOptional(),
    overrides: overrides.exactOptional(),
  })
  .refine(({ fundedEtp, option }) => fundedEtp === undefined || option === 'PER_ETP', {
    path: ['fundedEtp'],
    message: 'Les ETP financés ne se saisissent que pour un contrat collectif.',
  });

export const scheduleSituation = z
  .strictObject({
    ...contractFields,
    ...paidFields,
    ...results,
    hireDay: contractDay.exactOptional(),
    years: z
      .array(
        z.strictObject({
          contractYear: z.number().int().min(1).max(5),
          ...givenAmounts,
          metrics: metricResults.exactOptional(),
          expectedDays,
        }),
      )
      .max(5)
      .refine((years) => new Set(years.map((one) => one.contractYear)).size === years.length, {
        message: 'La même année de contrat est écrite deux fois.',
      })
      .exactOptional(),
  })
  .check(checkContract);
