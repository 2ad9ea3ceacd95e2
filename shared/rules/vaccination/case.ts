import type { Day } from '#shared/kernel/day.ts';
import type { ParameterUse, Reason } from '../kernel/index.ts';
import { addPeriod } from './dates.ts';
import type {
  Held,
  RotavirusScheme,
  VaccinationAnswer,
  VaccinationEvent,
  VaccinationPatient,
  VaccinationState,
  VaccineRule,
} from './model.ts';
import { REASONS } from './wording.ts';
import type { PreparedVaccination } from './prepare.ts';

/** A dose as the rules compare it. */
export interface ReadDose {
  readonly day: Day;
  readonly mask: number;
  readonly scheme: RotavirusScheme | null;
  /** Place in the list given, for what is missing. */
  readonly index: number;
}

/** What a rule concluded; the rest of the answer is the same for all. */
export interface Finding {
  readonly state: VaccinationState;
  readonly dueDay?: Day | null;
  readonly dose?: VaccinationAnswer['dose'];
  readonly nextState?: VaccinationAnswer['nextState'];
  readonly catchUp?: boolean;
}

/** One rule in front of one person: reads figures, and keeps what it read and why. */
export interface Case {
  readonly prepared: PreparedVaccination;
  readonly rule: VaccineRule<Held>;
  readonly patient: VaccinationPatient;
  readonly day: Day;
  /** Doses with the antigens of the rule, from birth to the day, oldest first, one a day. */
  readonly doses: readonly ReadDose[];
  /** Every dose of the person, oldest first. */
  readonly allDoses: readonly ReadDose[];
  readonly reasons: Reason[];
  readonly parameters: ParameterUse[];
  readonly missing: string[];
}

function noteUse(one: Case, figure: Held): void {
  if (!one.parameters.includes(figure.use)) one.parameters.push(figure.use);
}

/** The number of a figure; null when the rule has none or the practice withdrew it. */
export function numberOf(one: Case, figure: Held | undefined): number | null {
  if (figure === undefined) return null;
  noteUse(one, figure);
  return typeof figure.value === 'number' ? figure.value : null;
}

/** The day a figure of the rule names. */
export function dayOf(one: Case, figure: Held | undefined): Day | null {
  if (figure === undefined) return null;
  noteUse(one, figure);
  return typeof figure.value === 'string' ? figure.value : null;
}

export function flagOf(one: Case, figure: Held): boolean {
  noteUse(one, figure);
  return figure.value === true;
}

/** The day a duration of the rule leads to from `day`; null when it has none. */
export function dayAfter(one: Case, day: Day, figure: Held | undefined): Day | null {
  const count = numberOf(one, figure);
  // A practice types whole durations; anything else is read as the whole part.
  return count === null || figure === undefined ? null : addPeriod(day, Math.max(0, Math.trunc(count)), figure.unit);
}

/** The birthday of an age. */
export function ageDay(one: Case, figure: Held | undefined): Day | null {
  return dayAfter(one, one.patient.birthDay, figure);
}

/** Latest recorded event of this kind, up to the day. */
export function lastEvent(one: Case, event: VaccinationEvent): Day | null {
  let last: Day | null = null;
  for (const { event: kind, day } of one.patient.events ?? []) {
    if (kind === event && day <= one.day && (last === null || day > last)) last = day;
  }
  return last;
}

export function latest(...days: readonly (Day | null)[]): Day | null {
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}

/** Doses given at or after `from`; the earlier ones are told. */
export function countedFrom(one: Case, from: Day | null): readonly ReadDose[] {
  if (from === null) return one.doses;
  return one.doses.filter((dose) => {
    if (dose.day >= from) return true;
    one.reasons.push(REASONS.doseTooYoung(dose.day, from));
    return false;
  });
}
