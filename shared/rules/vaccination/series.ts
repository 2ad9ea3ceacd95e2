import type { Day } from '#shared/kernel/day.ts';
import { blockedUntil } from './blocking.ts';
import { ageDay, countedFrom, dayAfter, latest, numberOf, type Case, type Finding, type ReadDose } from './case.ts';
import { daysAfter } from './dates.ts';
import type { Held, Scheme } from './model.ts';
import { REASONS } from './wording.ts';

/** Doses in order, the number and spacing of which depend on the age, or on the product, at the first. */
export function evaluateSeries(one: Case): Finding {
  const { rule, day } = one;
  const ageTo = ageDay(one, rule.ageTo);
  const beyond = ageTo !== null && day >= ageTo;
  const kept = countedFrom(one, ageDay(one, rule.countFromAge));
  const choice = chooseScheme(one, kept, beyond);
  if (choice.scheme === null) return beyond ? beyondAge(one, ageTo, kept.length) : choice.otherwise;
  const counted = countDoses(one, choice.scheme, kept);
  const last = counted.counted.at(-1);
  if (last !== undefined && counted.next === null) {
    one.reasons.push(REASONS.allDoses(choice.scheme.doses.length, last.day));
    return { state: 'complete' };
  }
  if (beyond) return beyondAge(one, ageTo, counted.counted.length);
  const lastDay = ageDay(one, choice.scheme.lastDoseBefore);
  if (lastDay !== null && day >= lastDay) {
    one.reasons.push(REASONS.lastDoseDay(lastDay));
    return { state: 'out_of_scope' };
  }
  return nextDose(one, choice.scheme, counted);
}

function beyondAge(one: Case, ageTo: Day, given: number): Finding {
  const state =
    one.rule.afterAgeTo ?? (one.rule.status === 'mandatory' || given > 0 ? 'doctor_review' : 'out_of_scope');
  one.reasons.push(REASONS.ageBeyond(ageTo));
  if (state === 'doctor_review') one.reasons.push(REASONS.unfinished(given));
  return { state };
}

type SchemeChoice = { readonly scheme: Scheme<Held> } | { readonly scheme: null; readonly otherwise: Finding };

/** Past the age of the rule nothing is asked any more: only what was given still tells the scheme. */
function chooseScheme(one: Case, kept: readonly ReadDose[], beyond: boolean): SchemeChoice {
  const schemes = one.rule.schemes ?? [];
  const first = kept[0];
  const at = first?.day ?? one.day;
  const fitting = schemes.filter((scheme) => {
    const from = ageDay(one, scheme.firstDoseAgeFrom);
    const to = ageDay(one, scheme.firstDoseAgeTo);
    return (from === null || at >= from) && (to === null || at < to);
  });
  const youngest = schemes[0];
  if (fitting.length === 0 && first === undefined && youngest !== undefined) {
    const from = ageDay(one, youngest.firstDoseAgeFrom);
    if (from !== null && at < from) return open(one, youngest);
  }
  const [scheme] = fitting;
  if (scheme === undefined) {
    const state = one.rule.whenNoScheme ?? 'doctor_review';
    if (!beyond) one.reasons.push(state === 'doctor_review' ? REASONS.noScheme() : REASONS.noSchemeOut());
    return { scheme: null, otherwise: { state } };
  }
  if (scheme.product === undefined) return { scheme };
  return first === undefined ? open(one, scheme) : schemeOfProduct(one, fitting, first, kept, beyond);
}

/** No dose yet: the scheme of the first dose is known, the number of doses waits for the product. */
function open(one: Case, scheme: Scheme<Held>): SchemeChoice {
  if (scheme.product !== undefined) one.reasons.push(REASONS.productOpen());
  return { scheme };
}

function schemeOfProduct(
  one: Case,
  fitting: readonly Scheme<Held>[],
  first: ReadDose,
  kept: readonly ReadDose[],
  beyond: boolean,
): SchemeChoice {
  const scheme = fitting.find(({ product }) => product === first.scheme);
  if (scheme === undefined) {
    if (beyond) return { scheme: null, otherwise: { state: 'out_of_scope' } };
    one.missing.push(`doses.${first.index}.product`);
    one.reasons.push(REASONS.productToSay());
    return { scheme: null, otherwise: { state: 'undetermined' } };
  }
  if (kept.some((dose) => dose.scheme !== null && dose.scheme !== first.scheme)) {
    one.reasons.push(REASONS.productsMixed());
    return { scheme: null, otherwise: { state: 'doctor_review' } };
  }
  return { scheme };
}

interface CountedDoses {
  readonly counted: readonly ReadDose[];
  readonly next: Scheme<Held>['doses'][number] | null;
  /** The latest dose given was too soon after the one before. */
  readonly tooSoon: boolean;
}

function countDoses(one: Case, scheme: Scheme<Held>, kept: readonly ReadDose[]): CountedDoses {
  const counted: ReadDose[] = [];
  const lastDay = ageDay(one, scheme.lastDoseBefore);
  let tooSoon = false;
  for (const dose of kept) {
    const target = scheme.doses[counted.length];
    if (target === undefined) break;
    const previous = counted.at(-1);
    const earliest = previous === undefined ? null : dayAfter(one, previous.day, target.minInterval);
    if (lastDay !== null && dose.day >= lastDay) {
      one.reasons.push(REASONS.doseAfterLastDay(dose.day));
    } else if (earliest !== null && dose.day < earliest) {
      one.reasons.push(REASONS.doseTooSoon(dose.day, earliest));
      tooSoon = true;
    } else {
      counted.push(dose);
      tooSoon = false;
    }
  }
  return { counted, next: scheme.doses[counted.length] ?? null, tooSoon };
}

function nextDose(one: Case, scheme: Scheme<Held>, { counted, next, tooSoon }: CountedDoses): Finding {
  const { rule, patient } = one;
  const previous = counted.at(-1)?.day ?? null;
  const number = counted.length + 1;
  // With several products and no dose given, the number of doses is not known yet.
  const of = scheme.product !== undefined && previous === null ? null : scheme.doses.length;
  const recommended = latest(
    ageDay(one, next?.ageDue),
    ageDay(one, rule.ageFrom),
    previous === null ? null : dayAfter(one, previous, next?.minInterval),
  );
  const due = latest(recommended, blockedUntil(one)) ?? previous ?? patient.birthDay;
  const longest = previous === null ? null : dayAfter(one, previous, next?.maxInterval);
  one.reasons.push(REASONS.nextDose(number, of, due));
  if (longest !== null) one.reasons.push(REASONS.longestInterval(longest));
  const timing = timingOf(one, due, number);
  const dose = { number, of };
  if (!tooSoon) return { ...timing, dueDay: due, dose };
  if (scheme.askedAgain === true) one.reasons.push(REASONS.doseAskedAgain(number + 1));
  return { ...timing, state: 'interval_too_short', nextState: timing.state, dueDay: due, dose };
}

interface Timing {
  readonly state: 'not_yet' | 'due' | 'late';
  readonly catchUp: boolean;
}

/** Before the day: not yet. From it: due. Past the delay: late, or a catch-up once its age is reached. */
export function timingOf(one: Case, due: Day, number: number): Timing {
  const { rule, day } = one;
  if (day < due) return { state: 'not_yet', catchUp: false };
  const catchUpFrom = ageDay(one, rule.catchUpFrom);
  if (catchUpFrom !== null && day >= catchUpFrom) {
    one.reasons.push(REASONS.catchUp());
    return { state: 'due', catchUp: true };
  }
  const firstLate = numberOf(one, rule.overdueFromDose);
  if (firstLate !== null && number < firstLate) return { state: 'due', catchUp: false };
  const tolerated = dayAfter(one, due, rule.overdueAfter);
  if (tolerated === null) return { state: 'due', catchUp: false };
  const firstLateDay = rule.lateOnBirthday === true ? tolerated : daysAfter(tolerated, 1);
  if (day < firstLateDay) return { state: 'due', catchUp: false };
  one.reasons.push(REASONS.lateSince(firstLateDay));
  return { state: 'late', catchUp: false };
}
