import { addDays, addYears, daysBetween, daysInMonth, formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  valueOn,
  withGiven,
  type Alternative,
  type Computed,
  type Overrides,
  type ParameterUse,
  type Step,
} from '../kernel/index.ts';
import { reason, yearWords } from './amount-words.ts';
import { leapAnniversary, suspensionEffect } from './calendar-figures.ts';
import type { ContractOption } from './contract-terms.ts';
import { cite } from './sources.ts';

export interface Suspension {
  /** First and last day suspended; no last day while it runs. */
  readonly from: Day;
  readonly to?: Day;
}

/** What dates a contract. Suspensions do not overlap and follow the start: the schema checks it. */
export interface ContractDays {
  readonly signatureDay: Day;
  /** First day of year 1. */
  readonly startDay: Day;
  readonly option: ContractOption;
  readonly suspensions?: readonly Suspension[];
  /** First day of a year as written in an avenant or a letter: it wins. */
  readonly typedStarts?: readonly { readonly contractYear: number; readonly day: Day }[];
  readonly overrides?: Overrides;
}

/** Unit of a computed day. */
export const DAY = 'jour';

interface Anchor {
  readonly contractYear: number;
  readonly day: Day;
}

/** A typed day moves the anniversaries that follow it: years are counted from the last one before them. */
function anchorOf({ startDay, typedStarts = [] }: ContractDays, contractYear: number): Anchor {
  return typedStarts
    .filter((one) => one.contractYear < contractYear)
    .reduce<Anchor>((last, one) => (one.contractYear > last.contractYear ? one : last), {
      contractYear: 1,
      day: startDay,
    });
}

/** First day of a contract year counted from its anchor alone, with the choice made for 29 February. */
function plainStart(
  anchor: Anchor,
  contractYear: number,
  overrides?: Overrides,
): { day: Day; use: ParameterUse | null } {
  const day = addYears(anchor.day, contractYear - anchor.contractYear);
  if (!anchor.day.endsWith('-02-29') || daysInMonth(Number(day.slice(0, 4)), 2) === 29) return { day, use: null };
  const use = valueOn(leapAnniversary, day, overrides);
  return { day: use?.value === 'MAR_1' ? addDays(day, 1) : day, use };
}

/** The day pushed back by every suspension begun before it; null while one of them runs. */
function postponed(day: Day, suspensions: readonly Suspension[]): Day | null {
  let pushed = day;
  for (const { from, to } of suspensions.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from >= pushed) break;
    if (to === undefined) return null;
    pushed = addDays(pushed, daysBetween(from, to) + 1);
  }
  return pushed;
}

/**
 * First day of a contract year. Years start on the anniversaries of the start day, never of the signature. Once the
 * contract was suspended before that day nobody could read whether the date moves: undetermined, with both dates as
 * alternatives, unless the practice chose or a day was typed.
 */
export function yearStart(contract: ContractDays, contractYear: number): Computed<Day> {
  const { typedStarts = [], overrides } = contract;
  const anchor = anchorOf(contract, contractYear);
  const suspensions = (contract.suspensions ?? []).filter(({ from }) => from >= anchor.day);
  const { day, use } = plainStart(anchor, contractYear, overrides);
  const typed = typedStarts.find((one) => one.contractYear === contractYear);
  const given = typed === undefined ? null : { value: typed.day, origin: 'typed' as const, on: null };
  const label = contractYear === 1 ? 'Début du contrat' : `Début de la ${yearWords(contractYear)}`;
  const years = contractYear - anchor.contractYear;
  const words =
    years === 0 ? formatDay(anchor.day) : `${formatDay(anchor.day)} + ${years}${NBSP}${years === 1 ? 'an' : 'ans'}`;
  const steps: Step[] = [{ label, words, value: day, unit: DAY }];
  const before = suspensions.some(({ from }) => from < day);
  const parameters = use === null ? [] : [use];
  if (!before) return withGiven(computed(day, DAY, { steps, parameters }), given);
  const effect = valueOn(suspensionEffect, day, overrides);
  if (effect !== null) parameters.push(effect);
  const moved = postponed(day, suspensions);
  if (effect?.value === 'UNCHANGED') return withGiven(computed(day, DAY, { steps, parameters }), given);
  if (effect?.value === 'POSTPONES' && moved !== null) {
    steps.push({
      label: 'Suspensions',
      words: `${daysBetween(day, moved)}${NBSP}jours de suspension`,
      value: moved,
      unit: DAY,
    });
    return withGiven(computed(moved, DAY, { steps, parameters }), given);
  }
  const alternatives: Alternative<Day>[] = [
    { value: day, words: 'Sans report', sources: cite('S28', 'S32') },
    {
      value: moved,
      words: moved === null ? 'Avec report, la suspension étant encore ouverte' : 'Avec report de la durée suspendue',
      sources: cite('S28', 'S32'),
    },
  ];
  const reasons = [
    reason(
      'suspension_effect_unknown',
      `Effet de la suspension sur les dates inconnu${NBSP}: saisir la date de l’avenant.`,
    ),
  ];
  return withGiven(notComputed(DAY, ['typedStarts'], { steps, parameters, alternatives, reasons }), given);
}

/** Last day of a contract year: the day before the next one starts. */
export function yearEnd(contract: ContractDays, contractYear: number): Computed<Day> {
  const next = yearStart(contract, contractYear + 1);
  const before = (day: Day | null): Day | null => (day === null ? null : addDays(day, -1));
  return {
    ...next,
    value: before(next.value),
    ruleValue: before(next.ruleValue),
    steps: next.steps.map((step) => ({
      ...step,
      words: `${step.words}, la veille`,
      value: before(String(step.value)),
    })),
    alternatives: next.alternatives.map((one) => ({ ...one, value: before(one.value) })),
  };
}

/** Every day the year may start on: one when it is known, two when a suspension leaves a doubt. */
export function possibleStarts(start: Computed<Day>): readonly Day[] {
  if (start.value !== null) return [start.value];
  return [...new Set(start.alternatives.map(({ value }) => value).filter((day) => day !== null))];
}
