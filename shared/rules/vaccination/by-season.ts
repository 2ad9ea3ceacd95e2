import type { Day } from '#shared/kernel/day.ts';
import { withoutFigure } from './by-age.ts';
import { ageDay, dayAfter, lastEvent, latest, numberOf, type Case, type Finding } from './case.ts';
import { addPeriod, daysAfter } from './dates.ts';
import type { KnownSeason } from './seasons.ts';
import { REASONS } from './wording.ts';

/** A dose at each campaign, inside a window of ages. */
export function evaluateSeasonal(one: Case): Finding {
  const outside = outsideAges(one);
  if (outside !== null) return outside;
  const campaign = openSeason(one);
  if ('state' in campaign) return campaign;
  const given = one.doses.findLast((dose) => dose.day >= campaign.from);
  if (given !== undefined) {
    one.reasons.push(REASONS.given(given.day));
    return { state: 'complete' };
  }
  const wait = waitSinceLast(one);
  const due = latest(campaign.from, ageDay(one, one.rule.ageFrom), wait?.until ?? null) ?? campaign.from;
  const dose = { number: 1, of: 1 };
  if (wait === null || due <= one.day) return { state: 'due', dueDay: due, dose };
  one.reasons.push(REASONS.tooRecent(wait.last, wait.until));
  if (due > campaign.to) one.reasons.push(REASONS.afterSeason(campaign.to));
  return { state: 'not_yet', dueDay: due, dose };
}

/** Shown as offered, never as due. */
export function evaluateOffer(one: Case): Finding {
  const outside = outsideAges(one);
  if (outside !== null) return outside;
  if (one.rule.season !== undefined) {
    const campaign = openSeason(one);
    if ('state' in campaign) return campaign;
    const given = one.doses.findLast((dose) => dose.day >= campaign.from);
    one.reasons.push(given === undefined ? REASONS.offered() : REASONS.given(given.day));
    return { state: given === undefined ? 'offered' : 'complete' };
  }
  const required = numberOf(one, one.rule.dosesRequired);
  if (required === null) return withoutFigure(one);
  const last = one.doses.at(-1);
  if (last !== undefined && one.doses.length >= required) {
    one.reasons.push(REASONS.allDoses(one.doses.length, last.day));
    return { state: 'complete' };
  }
  one.reasons.push(REASONS.offered(), REASONS.dosesMissing(one.doses.length, required));
  return { state: 'offered', dose: { number: one.doses.length + 1, of: required } };
}

/** Inside the weeks of amenorrhoea, both included, and the campaign if any. */
export function evaluatePregnancy(one: Case): Finding {
  const { rule, day, patient } = one;
  if (patient.pregnancy === undefined && patient.sex === 'F') one.missing.push('pregnancy');
  if (patient.pregnancy === undefined || patient.pregnancy === null) {
    one.reasons.push(REASONS.notPregnant());
    return { state: 'out_of_scope' };
  }
  const start = patient.pregnancy.amenorrhoeaFrom;
  const from = dayAfter(one, start, rule.gaWeeksFrom) ?? start;
  const weeksTo = numberOf(one, rule.gaWeeksTo);
  // The last week is complete on its seventh day.
  const to = weeksTo === null ? null : daysAfter(addPeriod(start, Math.max(0, Math.trunc(weeksTo)), 'sa'), 6);
  if (to !== null && day > to) {
    one.reasons.push(REASONS.termBeyond(to));
    return { state: 'out_of_scope' };
  }
  if (rule.onlyOnceInLife === true) {
    const earlier = one.doses.findLast((dose) => dose.day < start);
    if (earlier !== undefined) {
      one.reasons.push(REASONS.earlierPregnancy(earlier.day));
      return { state: 'out_of_scope' };
    }
  }
  const given = one.doses.findLast((dose) => dose.day >= start);
  if (given !== undefined) {
    one.reasons.push(REASONS.given(given.day));
    return { state: 'complete' };
  }
  if (rule.season === undefined) return insideTerm(one, from);
  return pregnancyInSeason(one, rule.season, from, to, start);
}

function insideTerm(one: Case, from: Day): Finding {
  const dose = { number: 1, of: 1 };
  one.reasons.push(REASONS.termBefore(from));
  return { state: one.day < from ? 'not_yet' : 'due', dueDay: from, dose };
}

function pregnancyInSeason(one: Case, key: KnownSeason['season'], from: Day, to: Day | null, start: Day): Finding {
  // A term not reached yet belongs to the campaign of its own day.
  const season = readSeason(one, key, one.day < from ? from : one.day);
  if (season.window === null) return one.day < from ? insideTerm(one, from) : seasonToEnter(one, season);
  const { window } = season;
  const opens = latest(from, window.from) ?? from;
  if (one.day > window.to || (to !== null && opens > to) || opens > window.to) {
    one.reasons.push(REASONS.seasonClosed(key, window.from, window.to));
    return { state: 'out_of_scope' };
  }
  one.reasons.push(REASONS.seasonOpen(key, window.from, window.to));
  const before = one.doses.findLast((dose) => dose.day >= window.from && dose.day < start);
  if (before !== undefined) one.reasons.push(REASONS.earlierThisSeason(before.day));
  return insideTerm(one, opens);
}

function outsideAges(one: Case): Finding | null {
  const ageTo = ageDay(one, one.rule.ageTo);
  const ageFrom = ageDay(one, one.rule.ageFrom);
  if (ageTo !== null && one.day >= ageTo) one.reasons.push(REASONS.ageBeyond(ageTo));
  else if (ageFrom !== null && one.day < ageFrom) one.reasons.push(REASONS.ageBefore(ageFrom));
  else return null;
  return { state: 'out_of_scope' };
}

function readSeason(one: Case, key: KnownSeason['season'], day: Day): KnownSeason {
  const season = one.prepared.season(key, day);
  if (season.use !== null) one.parameters.push(season.use);
  return season;
}

function seasonToEnter(one: Case, { season, yearLabel }: KnownSeason): Finding {
  one.reasons.push(REASONS.seasonUnknown(season, yearLabel));
  one.missing.push(`seasons.${season}`);
  return { state: 'undetermined' };
}

/** The campaign when it is open; otherwise what the rule answers. */
function openSeason(one: Case): Finding | NonNullable<KnownSeason['window']> {
  const key = one.rule.season;
  if (key === undefined) return { state: 'out_of_scope' };
  const season = readSeason(one, key, one.day);
  if (season.window === null) return seasonToEnter(one, season);
  const { from, to } = season.window;
  const open = one.day >= from && one.day <= to;
  one.reasons.push(open ? REASONS.seasonOpen(key, from, to) : REASONS.seasonClosed(key, from, to));
  return open ? season.window : { state: 'out_of_scope' };
}

/** Delay since the last dose or infection, shorter from an age and for the immunocompromised. */
function waitSinceLast(one: Case): { readonly last: Day; readonly until: Day } | null {
  const rule = one.rule.minIntervalSinceLast;
  if (rule === undefined) return null;
  const last = latest(one.doses.at(-1)?.day ?? null, lastEvent(one, 'covid_infection'));
  if (last === null) return null;
  const reducedFrom = ageDay(one, rule.reducedFromAge);
  const { immunocompromised } = one.patient.conditions ?? {};
  const reduced = (reducedFrom !== null && one.day >= reducedFrom) || immunocompromised === true;
  const until = dayAfter(one, last, reduced ? rule.reduced : rule.default);
  if (until === null) return null;
  const sooner = reduced ? null : dayAfter(one, last, rule.reduced);
  if (immunocompromised === undefined && one.day < until && sooner !== null && one.day >= sooner) {
    one.missing.push('conditions.immunocompromised');
  }
  return { last, until };
}
