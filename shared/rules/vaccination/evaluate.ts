import type { Day } from '#shared/kernel/day.ts';
import { foldKey } from '#shared/kernel/text.ts';
import type { Reason } from '../kernel/index.ts';
import { evaluateBooster, evaluateSingleWindow } from './by-age.ts';
import { evaluateOffer, evaluatePregnancy, evaluateSeasonal } from './by-season.ts';
import { ageDay, dayOf, flagOf, type Case, type Finding, type ReadDose } from './case.ts';
import { addPeriod } from './dates.ts';
import { CONDITIONS, type RuleKind, type VaccinationAnswer, type VaccinationPatient } from './model.ts';
import { ANY_ANTIGEN, maskOf, type HeldRule, type PreparedVaccination } from './prepare.ts';
import { evaluateReview } from './review.ts';
import { evaluateSeries } from './series.ts';
import { REASONS } from './wording.ts';

const EVALUATORS: Readonly<Record<RuleKind, (one: Case) => Finding>> = {
  series: evaluateSeries,
  fixed_age_booster: evaluateBooster,
  single_window: evaluateSingleWindow,
  seasonal: evaluateSeasonal,
  offer: evaluateOffer,
  pregnancy: evaluatePregnancy,
  review: evaluateReview,
};

/** The doses of a person, read once for all rules. */
interface ReadPatient {
  readonly patient: VaccinationPatient;
  /** From birth to the day, oldest first. */
  readonly doses: readonly ReadDose[];
  /** The same, doses of unknown products taken for any dose. */
  readonly withUnknown: readonly ReadDose[] | null;
  readonly unknown: readonly { readonly product: string; readonly day: Day; readonly index: number }[];
  /** Doses that cannot be: dated after the day or before the birth. */
  readonly refused: readonly { readonly reason: Reason; readonly mask: number }[];
}

/**
 * Every rule of the schedule for one person, in the order of the lists. Nothing is checked again here: days are real
 * ones. Fast enough for a whole practice: nothing is read or parsed twice.
 */
export function evaluateVaccination(
  prepared: PreparedVaccination,
  patient: VaccinationPatient,
): readonly VaccinationAnswer[] {
  const read = readDoses(prepared, patient);
  return prepared.rules.map((rule) => answerOf(prepared, rule, read));
}

/** One rule, or null when no rule has that name. */
export function evaluateVaccinationRule(
  prepared: PreparedVaccination,
  id: string,
  patient: VaccinationPatient,
): VaccinationAnswer | null {
  const rule = prepared.rules.find((one) => one.rule.id === id);
  return rule === undefined ? null : answerOf(prepared, rule, readDoses(prepared, patient));
}

function readDoses(prepared: PreparedVaccination, patient: VaccinationPatient): ReadPatient {
  const doses: ReadDose[] = [];
  const unknown: { product: string; day: Day; index: number }[] = [];
  const refused: { reason: Reason; mask: number }[] = [];
  for (const [index, { product, antigens, day }] of patient.doses.entries()) {
    const known = product === undefined ? undefined : prepared.products.get(foldKey(product));
    const given = antigens ?? known?.antigens;
    const mask = given === undefined ? ANY_ANTIGEN : maskOf(given);
    if (day > prepared.day) refused.push({ reason: REASONS.doseAfterDay(day), mask });
    else if (day < patient.birthDay) refused.push({ reason: REASONS.doseBeforeBirth(day), mask });
    else if (given === undefined) unknown.push({ product: product ?? '', day, index });
    else doses.push({ day, mask, scheme: known?.scheme ?? null, index });
  }
  const withUnknown =
    unknown.length === 0
      ? null
      : [...doses, ...unknown.map(({ day, index }) => ({ day, mask: ANY_ANTIGEN, scheme: null, index }))].sort(byDay);
  return { patient, doses: doses.sort(byDay), withUnknown, unknown, refused };
}

const byDay = (a: ReadDose, b: ReadDose): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

function answerOf(prepared: PreparedVaccination, rule: HeldRule, read: ReadPatient): VaccinationAnswer {
  const answer = answerWith(prepared, rule, read, read.doses);
  if (read.withUnknown === null) return answer;
  const possible = answerWith(prepared, rule, read, read.withUnknown);
  const same =
    possible.state === answer.state &&
    possible.dueDay === answer.dueDay &&
    possible.dose?.number === answer.dose?.number;
  if (same) return answer;
  // What the unknown product contains would decide: it is asked, never guessed.
  return {
    ...answer,
    state: 'undetermined',
    display: 'list',
    mentions: [],
    dueDay: null,
    dose: null,
    nextState: null,
    reasons: [...read.unknown.map(({ product, day }) => REASONS.unknownProduct(product, day)), ...answer.reasons],
    missing: [...answer.missing, ...read.unknown.map(({ index }) => `doses.${index}.product`)],
  };
}

function answerWith(
  prepared: PreparedVaccination,
  { rule, mask }: HeldRule,
  { patient, refused }: ReadPatient,
  allDoses: readonly ReadDose[],
): VaccinationAnswer {
  const reasons = prepared.edition.published ? [] : [REASONS.editionLater(prepared.edition.name)];
  const doses: ReadDose[] = [];
  for (const dose of allDoses) {
    if ((dose.mask & mask) !== mask) continue;
    if (doses.at(-1)?.day === dose.day) reasons.push(REASONS.sameDay(dose.day));
    else doses.push(dose);
  }
  for (const one of refused) if ((one.mask & mask) === mask) reasons.push(one.reason);
  const one: Case = {
    ...{ prepared, rule, patient, day: prepared.day, doses, allDoses, reasons },
    parameters: prepared.edition.use === null ? [] : [prepared.edition.use],
    missing: [],
  };
  const finding = gate(one) ?? withDoctor(one, EVALUATORS[rule.kind](one));
  const dueDay = finding.dueDay ?? null;
  return {
    rule: rule.id,
    label: rule.label,
    status: rule.status,
    state: finding.state,
    display: displayOf(one, finding),
    mentions: mentionsOf(one, finding),
    reasons,
    dueDay,
    dose: finding.dose ?? null,
    nextState: finding.nextState ?? null,
    lastDoseDay: doses.at(-1)?.day ?? null,
    parameters: one.parameters,
    missing: one.missing,
    edition: prepared.edition.name,
  };
}

/** Reasons for which the rule is not asked at all. */
function gate(one: Case): Finding | null {
  const { rule, patient, day, reasons } = one;
  if (patient.birthDay > day) {
    reasons.push(REASONS.birthAfterDay());
    one.missing.push('birthDay');
    return { state: 'undetermined' };
  }
  if (!flagOf(one, rule.followed)) {
    reasons.push(REASONS.notFollowed());
    return { state: 'out_of_scope' };
  }
  const bornFrom = dayOf(one, rule.bornFrom);
  if (bornFrom !== null && patient.birthDay < bornFrom) {
    reasons.push(REASONS.bornBefore(bornFrom));
    return { state: 'out_of_scope' };
  }
  return conditionGate(one);
}

/** What the doctor noted: a rule that needs a flag waits for it, a rule that stops at one asks for it. */
function conditionGate({ rule, patient, reasons, missing }: Case): Finding | null {
  const { requiresFlag: needed, exceptFlag: except } = rule;
  const noted = patient.conditions ?? {};
  if (needed !== undefined) {
    if (noted[needed] === undefined) missing.push(`conditions.${needed}`);
    reasons.push(noted[needed] === true ? REASONS.conditionNoted(needed) : REASONS.conditionAbsent(needed));
    if (noted[needed] !== true) return { state: 'out_of_scope' };
  }
  if (except === undefined) return null;
  if (noted[except] === true) {
    reasons.push(REASONS.conditionNoted(except));
    return { state: 'out_of_scope' };
  }
  if (noted[except] === undefined) missing.push(`conditions.${except}`);
  return null;
}

/** A dose to give that a situation of the person leaves to the doctor. */
function withDoctor(one: Case, finding: Finding): Finding {
  const asked = ['due', 'late', 'interval_too_short', 'not_yet'].includes(finding.state);
  if (!asked || one.rule.doctorDecidesFor === undefined) return finding;
  const { conditions, pregnancy } = one.patient;
  const words = one.rule.doctorDecidesFor.flatMap((situation) => {
    if (situation === 'pregnancy') return pregnancy === undefined || pregnancy === null ? [] : ['Grossesse'];
    return conditions?.immunocompromised === true ? [`Noté au dossier, ${CONDITIONS.immunocompromised}`] : [];
  });
  if (words.length === 0) return finding;
  one.reasons.push(...words.map((word) => REASONS.liveVaccine(word)));
  return { ...finding, state: 'doctor_review', nextState: null };
}

function displayOf(one: Case, { state, dueDay }: Finding): VaccinationAnswer['display'] {
  const { prepared, patient, day, rule } = one;
  if (state === 'out_of_scope') return 'detail';
  if (state === 'not_yet' && dueDay !== undefined && dueDay !== null) {
    const horizon = prepared.horizonMonths;
    if (horizon === null || typeof horizon.value !== 'number') return 'list';
    one.parameters.push(horizon);
    return dueDay > addPeriod(day, Math.trunc(horizon.value), 'month') ? 'detail' : 'list';
  }
  const until = prepared.reviewUntilAge;
  // A dose that a situation leaves to the doctor keeps its day: it is no unfinished series.
  const unfinished = state === 'doctor_review' && rule.infantSeries === true && (dueDay ?? null) === null;
  if (!unfinished) return 'list';
  if (until === null || typeof until.value !== 'number') return 'list';
  one.parameters.push(until);
  return day >= addPeriod(patient.birthDay, Math.trunc(until.value), 'year') ? 'detail' : 'list';
}

function mentionsOf(one: Case, { state, catchUp }: Finding): VaccinationAnswer['mentions'] {
  const { rule, patient, day } = one;
  const mentions: VaccinationAnswer['mentions'][number][] = catchUp === true ? ['catch_up'] : [];
  if (rule.status !== 'mandatory' || state === 'out_of_scope' || state === 'complete' || state === 'undetermined')
    return mentions;
  const from = dayOf(one, rule.mandatoryBornFrom ?? rule.bornFrom);
  const until = ageDay(one, rule.mandatoryUntilAge);
  if (from === null || patient.birthDay < from || (until !== null && day >= until)) return mentions;
  one.reasons.push(REASONS.mandatory(from, until));
  return [...mentions, 'mandatory'];
}
