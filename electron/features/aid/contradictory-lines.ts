import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { calendarEntry, contractCalendar, memberChange } from '#shared/rules/aid/index.ts';
import type { Say } from './contradictions.ts';
import type { AidFacts } from './facts.ts';
import { contractDays, suspensionsOf } from './situation.ts';
import type { StoredContract } from './stored.ts';

export function ofTheEvents(contract: StoredContract, facts: AidFacts, say: Say): void {
  const { events, fields } = contract;
  const suspended = suspensionsOf(events);
  for (const [index, { kind, onDay, toDay, option }] of events.entries()) {
    const at = (field: string) => ({ field: `events.${index}.${field}`, gesture: 'event' as const });
    if (toDay !== null && toDay < onDay) {
      say(
        'refused',
        'event_end_before_start',
        at('toDay'),
        `Fin le ${formatDay(toDay)}, avant le début le ${formatDay(onDay)}${NBSP}: corriger l’une des deux dates.`,
      );
    }
    if (kind === 'RESUMPTION' && !suspended.some(({ from }) => from < onDay)) {
      say(
        'refused',
        'nothing_to_resume',
        at('onDay'),
        `Reprise le ${formatDay(onDay)} sans suspension avant elle${NBSP}: saisir d’abord la suspension.`,
      );
    }
    if (kind === 'RESUMPTION' && suspended.some(({ from, to }) => from < onDay && to !== null && to >= onDay)) {
      say(
        'told',
        'resumed_before_end',
        at('onDay'),
        `Reprise le ${formatDay(onDay)}, avant la fin écrite de la suspension${NBSP}: corriger l’une des deux dates.`,
      );
    }
    if (kind === 'AVENANT' && onDay < fields.signedOn) {
      say(
        'written',
        'avenant_before_signature',
        at('onDay'),
        `Avenant du ${formatDay(onDay)}, avant la signature du contrat${NBSP}: vérifier les deux dates.`,
      );
    }
    if (option !== null && (option === 'PER_ETP') !== (fields.option === 'PER_ETP')) {
      say(
        'refused',
        'avenant_of_another_kind',
        at('option'),
        `Un avenant ne change pas la sorte du contrat${NBSP}: enregistrer un nouveau contrat.`,
      );
    }
  }
  // What the rules say of the days: suspensions in order inside the contract, years that do not start too early.
  const asked = calendarEntry.ask(contractDays(contract, facts), facts.today);
  if (!('outcome' in asked)) return;
  for (const { field, words } of asked.refusals) {
    const where = field.startsWith('typedStarts')
      ? { field: 'years.startsOn', gesture: 'year' as const }
      : { field: 'events.onDay', gesture: 'event' as const };
    say('refused', 'days_refused', where, `${words} Corriger l’une des dates.`);
  }
}

export function ofThePeople(contract: StoredContract, say: Say): void {
  const { members, assistants, fields } = contract;
  const lists = [
    {
      name: 'members',
      gesture: 'member' as const,
      lines: members.map((one) => ({ who: one.doctorId, from: one.joinedOn, to: one.leftOn })),
      end: 'leftOn',
      what: 'Médecin',
    },
    {
      name: 'assistants',
      gesture: 'assistant' as const,
      lines: assistants.map((one) => ({ who: one.assistantId, from: one.fromDay, to: one.toDay })),
      end: 'toDay',
      what: 'Assistant',
    },
  ];
  for (const { name, gesture, lines, end, what } of lists) {
    for (const [index, { who, from, to }] of lines.entries()) {
      const at = (field: string) => ({ field: `${name}.${index}.${field}`, gesture });
      if (to !== null && to < from) {
        say(
          'refused',
          'end_before_start',
          at(end),
          `Fin le ${formatDay(to)}, avant le début le ${formatDay(from)}${NBSP}: corriger l’une des deux dates.`,
        );
      }
      const before = lines.slice(0, index).some((one) => one.who === who && meet(one, { from, to }));
      if (before)
        say(
          'refused',
          'twice',
          at(gesture === 'member' ? 'doctorId' : 'assistantId'),
          `${what} déjà inscrit à ces dates${NBSP}: corriger les dates de l’une des deux lignes.`,
        );
    }
  }
  if (fields.kind !== 'COLLECTIVE' && members.length > 0) {
    say(
      'refused',
      'members_of_individual',
      { field: 'members', gesture: 'member' },
      'Les médecins adhérents ne se saisissent que pour un contrat collectif.',
    );
  }
  for (const [index, { joinedOn, leftOn }] of members.entries()) {
    const change = (changeDay: Day, field: string) => {
      const verdict = memberChange({ contractStartDay: fields.startsOn, changeDay });
      if (verdict.outcome === 'met') return;
      say(
        'told',
        'member_outside_anniversary',
        { field: `members.${index}.${field}`, gesture: 'member' },
        verdict.reasons.map(({ words }) => words).join(' '),
      );
    };
    if (joinedOn > fields.startsOn) change(joinedOn, 'joinedOn');
    if (leftOn !== null) change(leftOn, 'leftOn');
  }
}

const meet = (a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean =>
  (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

export function ofThePayments(contract: StoredContract, facts: AidFacts, say: Say): void {
  const { years } = contractCalendar(contractDays(contract, facts), facts.today);
  for (const [index, { kind, contractYear, amountCents, onDay }] of contract.payments.entries()) {
    const at = (field: string) => ({ field: `payments.${index}.${field}`, gesture: 'payment' as const });
    if (contractYear > years.length) {
      say(
        'refused',
        'year_after_term',
        at('contractYear'),
        `Le contrat compte ${years.length} années${NBSP}: les suivantes relèvent du contrat qui le renouvelle.`,
      );
    }
    if (kind === 'EXPECTED') continue;
    if (amountCents === null) say('refused', 'amount_missing', at('amountCents'), 'Montant à saisir.');
    if (onDay === null)
      say(
        'refused',
        'day_missing',
        at('onDay'),
        kind === 'NOTIFIED' ? 'Date du courrier à saisir.' : 'Date du versement à saisir.',
      );
    if (onDay !== null && onDay > facts.today) {
      say(
        'refused',
        'day_to_come',
        at('onDay'),
        `Le ${formatDay(onDay)} n’est pas encore passé${NBSP}: saisir un versement attendu, ou corriger la date.`,
      );
    }
  }
  for (const { contractYear } of contract.years) {
    if (contractYear <= years.length) continue;
    say(
      'refused',
      'year_after_term',
      { field: 'contractYear', gesture: 'year' },
      `Le contrat compte ${years.length} années${NBSP}: les suivantes relèvent du contrat qui le renouvelle.`,
    );
  }
}
