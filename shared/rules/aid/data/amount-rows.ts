import { TEXT_DAYS, type Reading } from '../dated-figure.ts';
import type { AidOption, AidTier } from '../rule-sets.ts';

/** Cents for each year of a contract; null where the text gives no amount for that year. */
export type AmountRow = Readonly<Record<'1' | '2' | '3' | '4' | '5', number | null>>;

/** Years 3, 4 and 5 are paid alike by every text. */
function row(first: number | null, second: number, third: number): AmountRow {
  return { '1': first, '2': second, '3': third, '4': third, '5': third };
}

const AV7 = (value: AmountRow): Reading<AmountRow> => [TEXT_DAYS.AV7, value, 'multiple_secondary', 'S11', 'S20', 'S23'];
const RA = (value: AmountRow): Reading<AmountRow> => [
  ...([TEXT_DAYS.RA, value, 'multiple_secondary', 'S17', 'S20', 'S23', 'S35'] as const),
];
const CONV = (value: AmountRow): Reading<AmountRow> => [
  ...([TEXT_DAYS.CONV, value, 'multiple_secondary', 'S20', 'S23', 'S25', 'S30', 'S37'] as const),
];
// One official page gives the whole table, S25 and S29 repeat a part of it.
const LEGACY = (value: AmountRow): Reading<AmountRow> => [
  ...([TEXT_DAYS.CONV, value, 'single_source', 'S23', 'S25', 'S29'] as const),
];
const SECOND: Reading<AmountRow> = [TEXT_DAYS.CONV, null, 'unknown', 'S20', 'S26', 'S30'];

export type AmountReadings = readonly [Reading<AmountRow>, ...Reading<AmountRow>[]];
type ByTier = Readonly<Record<AidTier, AmountReadings>>;

const HALF_BEFORE = {
  STANDARD: row(1_800_000, 1_350_000, 1_050_000),
  P90_P94: row(1_800_000, 1_350_000, 1_250_000),
  P95_PLUS: row(1_800_000, 1_800_000, 1_800_000),
};
const FULL_BEFORE = {
  STANDARD: row(3_600_000, 2_700_000, 2_100_000),
  P90_P94: row(3_600_000, 2_700_000, 2_500_000),
  P95_PLUS: row(3_600_000, 3_600_000, 3_600_000),
};
const HALF_SINCE_2024 = {
  STANDARD: row(1_900_000, 1_400_000, 1_100_000),
  P90_P94: row(1_900_000, 1_400_000, 1_300_000),
  P95_PLUS: row(1_900_000, 1_900_000, 1_900_000),
};
const FULL_SINCE_2024 = {
  STANDARD: row(3_800_000, 2_800_000, 2_200_000),
  P90_P94: row(3_800_000, 2_800_000, 2_600_000),
  P95_PLUS: row(3_800_000, 3_800_000, 3_800_000),
};

const eachTier = (readings: (tier: AidTier) => AmountReadings): ByTier => ({
  STANDARD: readings('STANDARD'),
  P90_P94: readings('P90_P94'),
  P95_PLUS: readings('P95_PLUS'),
});

/** Rows by the day a contract is signed. The third-time option has no row since it was closed. */
export const SIGNED_ROWS: Readonly<Record<AidOption, ByTier>> = {
  ETP_1_3: {
    STANDARD: [AV7(row(1_200_000, 900_000, 700_000))],
    P90_P94: [AV7(row(1_200_000, 900_000, 835_000))],
    P95_PLUS: [AV7(row(1_200_000, 1_200_000, 1_200_000))],
  },
  ETP_1_2: eachTier((tier) => [AV7(HALF_BEFORE[tier]), RA(HALF_BEFORE[tier]), CONV(HALF_SINCE_2024[tier])]),
  ETP_1: eachTier((tier) => [AV7(FULL_BEFORE[tier]), RA(FULL_BEFORE[tier]), CONV(FULL_SINCE_2024[tier])]),
  ETP_1_5: eachTier(() => [SECOND]),
  ETP_2: eachTier(() => [SECOND]),
};

/** Rows of a contract signed before 22 June 2024, by the anniversary a year starts on. */
export const REVALUED_ROWS: Readonly<Record<'ETP_1_3' | 'ETP_1_2' | 'ETP_1', ByTier>> = {
  ETP_1_3: {
    STANDARD: [LEGACY(row(null, 945_000, 735_000))],
    P90_P94: [LEGACY(row(null, 945_000, 876_700))],
    P95_PLUS: [LEGACY(row(null, 1_260_000, 1_260_000))],
  },
  ETP_1_2: {
    STANDARD: [LEGACY(row(null, 1_400_000, 1_100_000))],
    P90_P94: [LEGACY(row(null, 1_400_000, 1_300_000))],
    P95_PLUS: [LEGACY(row(null, 1_900_000, 1_900_000))],
  },
  ETP_1: {
    STANDARD: [LEGACY(row(null, 2_800_000, 2_200_000))],
    P90_P94: [LEGACY(row(null, 2_800_000, 2_600_000))],
    P95_PLUS: [LEGACY(row(null, 3_800_000, 3_800_000))],
  },
};

/** For each full-time equivalent of a collective contract; no tier is mentioned. */
export const COLLECTIVE_ROW: AmountReadings = [
  [TEXT_DAYS.COLL, row(3_800_000, 2_800_000, 2_200_000), 'single_source', 'S36'],
];
