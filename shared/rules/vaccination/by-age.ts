import { blockedUntil } from './blocking.ts';
import { ageDay, countedFrom, latest, numberOf, type Case, type Finding } from './case.ts';
import { timingOf } from './series.ts';
import { REASONS } from './wording.ts';

/** One booster at each listed age; only the latest age reached counts. */
export function evaluateBooster(one: Case): Finding {
  const { rule, day } = one;
  const ageTo = ageDay(one, rule.ageTo);
  if (ageTo !== null && day >= ageTo) {
    one.reasons.push(REASONS.ageBeyond(ageTo));
    return { state: 'out_of_scope' };
  }
  const ages = (rule.ages ?? []).map((age) => ageDay(one, age));
  const reached = ages.findLastIndex((age) => age === null || day >= age);
  // Before the first age, a dose already inside its window is enough.
  const index = Math.max(0, reached);
  const satisfiedFrom = ageDay(one, rule.satisfiedFromAge?.[index]);
  const dose = one.doses.findLast((given) => satisfiedFrom === null || given.day >= satisfiedFrom);
  if (dose !== undefined) {
    one.reasons.push(REASONS.given(dose.day));
    return { state: 'complete' };
  }
  const due = ages[index] ?? one.patient.birthDay;
  one.reasons.push(REASONS.boosterDue(due));
  return { ...timingOf(one, due, 1), dueDay: due, dose: { number: 1, of: 1 } };
}

/** A number of doses once in a window of ages. */
export function evaluateSingleWindow(one: Case): Finding {
  const { rule, day, patient } = one;
  const ageTo = ageDay(one, rule.ageTo);
  if (ageTo !== null && day >= ageTo) {
    one.reasons.push(REASONS.ageBeyond(ageTo));
    return { state: 'out_of_scope' };
  }
  const required = numberOf(one, rule.dosesRequired);
  if (required === null) return withoutFigure(one);
  const counted = countedFrom(one, ageDay(one, rule.countFromAge));
  const last = counted.at(-1);
  if (last !== undefined && counted.length >= required) {
    one.reasons.push(REASONS.given(last.day));
    return { state: 'complete' };
  }
  const due = latest(ageDay(one, rule.ageFrom), blockedUntil(one)) ?? patient.birthDay;
  const number = counted.length + 1;
  one.reasons.push(REASONS.nextDose(number, required, due));
  return { ...timingOf(one, due, number), dueDay: due, dose: { number, of: required } };
}

/** The practice withdrew the number of doses: nothing can be said. */
export function withoutFigure(one: Case): Finding {
  const figure = one.rule.dosesRequired?.use;
  if (figure !== undefined) {
    one.reasons.push(REASONS.withdrawn(figure.label));
    one.missing.push(figure.id);
  }
  return { state: 'undetermined' };
}
