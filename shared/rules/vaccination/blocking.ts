import type { Day } from '#shared/kernel/day.ts';
import { dayAfter, lastEvent, latest, type Case } from './case.ts';
import { EVENTS, type BlockingEvent } from './model.ts';
import { maskOf } from './prepare.ts';
import { REASONS } from './wording.ts';

const CONJUGATE = maskOf(['PNC']);
const WIDE = maskOf(['PNC20']);

/** The day until which an earlier event postpones the rule; null when nothing does. Told while it still runs. */
export function blockedUntil(one: Case): Day | null {
  let until: Day | null = null;
  for (const { event, delay } of one.rule.blockingDelays ?? []) {
    const found = blockingEvent(one, event);
    if (found === null) continue;
    const end = dayAfter(one, found.day, delay);
    if (end !== null && end > one.day) one.reasons.push(REASONS.waiting(found.words, found.day, end));
    until = latest(until, end);
  }
  return until;
}

function blockingEvent(one: Case, event: BlockingEvent): { readonly day: Day; readonly words: string } | null {
  if (event === 'zona_episode' || event === 'zostavax_dose') {
    const day = lastEvent(one, event);
    return day === null ? null : { day, words: EVENTS[event] };
  }
  // Older conjugates are read in the doses as well: they contain PNC without the 20 or 21 valences.
  const older = one.allDoses.findLast(({ mask }) => (mask & CONJUGATE) !== 0 && (mask & WIDE) === 0)?.day ?? null;
  const conjugate = latest(older, lastEvent(one, 'pnc13_dose'));
  const polysaccharide = lastEvent(one, 'pnc23_dose');
  const both = conjugate !== null && polysaccharide !== null;
  const day = latest(conjugate, polysaccharide);
  if (day === null || both !== (event === 'PNC13_and_PNC23')) return null;
  return { day, words: both ? 'les anciens vaccins pneumocoque' : 'un ancien vaccin pneumocoque' };
}
