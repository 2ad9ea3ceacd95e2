import { ageDay, dayAfter, lastEvent, numberOf, type Case, type Finding } from './case.ts';
import { REASONS } from './wording.ts';

/** A question for the doctor, never a due dose; answered by itself only when enough doses are noted. */
export function evaluateReview(one: Case): Finding {
  const { rule, day } = one;
  const ageTo = ageDay(one, rule.ageTo);
  const ageFrom = ageDay(one, rule.ageFrom);
  if (ageTo !== null && day >= ageTo) {
    one.reasons.push(REASONS.ageBeyond(ageTo));
    return { state: 'out_of_scope' };
  }
  if (ageFrom !== null && day < ageFrom) {
    one.reasons.push(REASONS.ageBefore(ageFrom));
    return { state: 'out_of_scope' };
  }
  const last = one.doses.at(-1)?.day ?? null;
  const required = numberOf(one, rule.dosesRequired);
  if (required !== null && last !== null && one.doses.length >= required) {
    one.reasons.push(REASONS.allDoses(one.doses.length, last));
    return { state: 'complete' };
  }
  const enoughUntil = last === null ? null : dayAfter(one, last, rule.recentEnough);
  // More than the delay ago: on the day itself the dose is still recent enough.
  if (last !== null && enoughUntil !== null && day <= enoughUntil) {
    one.reasons.push(REASONS.recentEnough(last, enoughUntil));
    return { state: 'complete' };
  }
  const disease = rule.afterDisease === undefined ? null : lastEvent(one, rule.afterDisease.event);
  const waitEnd = disease === null ? null : dayAfter(one, disease, rule.afterDisease?.delay);
  if (disease !== null && waitEnd !== null && day < waitEnd) {
    one.reasons.push(REASONS.waiting('une coqueluche documentée', disease, waitEnd));
    return { state: 'out_of_scope' };
  }
  if (rule.status === 'legal_basis_not_in_force') one.reasons.push(REASONS.notInForce());
  one.reasons.push(REASONS.review(), REASONS.lastDoseOld(last));
  return { state: 'doctor_review' };
}
