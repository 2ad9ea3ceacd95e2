import type { Decision, PreventionGroup, PreventionState } from './types.ts';

/**
 * One pair of the table. Templates from the fullest to the plainest: the first whose days are all known is used, the
 * last needs none. `{on}` day of the decision, `{until}` month of the next proposal, `{done}` day of the last act,
 * `{end}` last day of an exclusion,
 * `{said}` day of the act as the person says it, `{next}` first day of the next one.
 */
export interface Pair {
  readonly group: PreventionGroup;
  readonly templates: readonly [string, ...string[]];
}

type Row = Readonly<Record<Decision, Pair>>;

const pair = (group: PreventionGroup, ...templates: [string, ...string[]]): Pair => ({ group, templates });

const DONE = pair('done', 'Fait le {done}', 'Fait');
const UP_TO_DATE = pair('done', 'Fait le {done}', 'À jour');
const NOT_CONCERNED = pair('not_concerned', 'Non concerné');
const EXCLUDED = pair('not_concerned', 'Exclu du programme jusqu’au {end}', 'Exclu du programme');
const REFUSED = pair('refused', 'Refusé le {on}, à reproposer en {until}', 'Refusé le {on}');
const SAID_DONE = pair(
  'to_check',
  'Fait le {said} selon la personne, document à voir',
  'Déjà fait selon la personne, document à voir',
);
const CONTRAINDICATED = pair('contraindicated', 'Contre-indiqué');
const DISCUSS = pair('with_doctor', 'En parler avec le médecin');

/** Nothing the person says changes it. */
function whatever(cell: Pair): Row {
  return {
    none: cell,
    accepted: cell,
    to_discuss: cell,
    postponed: cell,
    postponed_over: cell,
    refused: cell,
    refused_over: cell,
    done: cell,
    contraindicated: cell,
  };
}

/** Something may be proposed today. */
const OPEN: Row = {
  none: pair('to_propose', 'À proposer'),
  accepted: pair('in_progress', 'En cours, accepté le {on}', 'En cours'),
  to_discuss: DISCUSS,
  postponed: pair('later', 'Reporté le {on}, à reproposer en {until}'),
  postponed_over: pair('to_propose', 'À reproposer, reporté le {on}'),
  refused: REFUSED,
  refused_over: pair('to_propose', 'À reproposer, refusé le {on}'),
  done: SAID_DONE,
  contraindicated: CONTRAINDICATED,
};

/** The doctor is asked first, whatever the person said. */
function forDoctor(words: string): Row {
  return {
    ...OPEN,
    none: pair('with_doctor', words),
    accepted: pair('with_doctor', `${words}, accepté le {on}`),
    postponed_over: pair('with_doctor', `${words}, reporté le {on}`),
    refused_over: pair('with_doctor', `${words}, refusé le {on}`),
  };
}

/** Computed state × decision: every pair has its words. */
export const DECISION_TABLE: Readonly<Record<PreventionState, Row>> = {
  due: OPEN,
  late: { ...OPEN, none: pair('to_propose', 'À proposer, en retard') },
  offered: { ...OPEN, none: pair('to_propose', 'Peut être proposé') },
  refused: { ...OPEN, none: pair('refused', 'Refusé le {done}', 'Refusé') },
  not_yet: {
    ...OPEN,
    none: pair('later', 'À partir du {next}', 'Pas d’échéance'),
    accepted: pair('later', 'Accepté le {on}, à partir du {next}', 'Accepté le {on}'),
    postponed_over: pair('later', 'À partir du {next}', 'Pas d’échéance'),
    refused_over: pair('later', 'Refusé le {on}, à partir du {next}', 'Refusé le {on}'),
  },
  complete: {
    ...whatever(UP_TO_DATE),
    contraindicated: pair('contraindicated', 'Contre-indiqué, fait le {done}', 'Contre-indiqué'),
  },
  done: {
    ...whatever(DONE),
    contraindicated: pair('contraindicated', 'Contre-indiqué, fait le {done}', 'Contre-indiqué'),
  },
  out_of_scope: whatever(NOT_CONCERNED),
  not_concerned: whatever(NOT_CONCERNED),
  excluded: whatever(EXCLUDED),
  doctor_review: forDoctor('À voir avec le médecin'),
  interval_too_short: forDoctor('Intervalle à voir avec le médecin'),
  undetermined: {
    ...OPEN,
    none: pair('to_check', 'À préciser'),
    accepted: pair('to_check', 'À préciser, accepté le {on}'),
    postponed_over: pair('to_check', 'À préciser, reporté le {on}'),
    refused_over: pair('to_check', 'À préciser, refusé le {on}'),
  },
};
