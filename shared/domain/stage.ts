/**
 * The stages of a visit, their French words and the moves allowed between them.
 * Source: settled point 24 and the statuses of the domain file on appointments (7.2). Pure; no clock.
 */
export const pathStages = ['expected', 'waiting', 'preparation', 'ready', 'consultation', 'finalise', 'left'] as const;
export const exitStages = ['excused', 'unexcused', 'cancelled', 'left_unseen'] as const;
/** Nothing more is awaited from the visit. */
export const overStages = ['left', ...exitStages] as const;
export const stages = [...pathStages, ...exitStages] as const;
export type PathStage = (typeof pathStages)[number];
export type ExitStage = (typeof exitStages)[number];
export type Stage = (typeof stages)[number];

/** State of one visit, in words. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  expected: 'prévu',
  waiting: 'arrivé',
  preparation: 'en préparation',
  ready: 'prêt',
  consultation: 'en consultation',
  finalise: 'à finaliser',
  left: 'parti',
  excused: 'absent excusé',
  unexcused: 'absent non excusé',
  cancelled: 'annulé',
  left_unseen: 'parti sans être vu',
};

/** Title of the column, or of the folded list, that shows the stage. */
export const COLUMN_LABELS: Readonly<Record<Stage, string>> = {
  expected: 'Attendus',
  waiting: 'Salle d’attente',
  preparation: 'En préparation',
  ready: 'Prêts',
  consultation: 'En consultation',
  finalise: 'À finaliser',
  left: 'Partis',
  excused: 'Absents',
  unexcused: 'Absents',
  cancelled: 'Annulés',
  left_unseen: 'Partis sans être vus',
};

/** Name of the move that enters a stage: the button, the undo slot, the journal. */
export const MOVE_LABELS: Readonly<Record<Stage, string>> = {
  expected: 'Retour aux attendus',
  waiting: 'Arrivée',
  preparation: 'Mise en préparation',
  ready: 'Prêt pour le médecin',
  consultation: 'Début de consultation',
  finalise: 'Fin de consultation',
  left: 'Départ',
  excused: 'Absence excusée',
  unexcused: 'Absence non excusée',
  cancelled: 'Annulation du rendez-vous',
  left_unseen: 'Départ sans être vu',
};

export function isPathStage(stage: Stage): stage is PathStage {
  return (pathStages as readonly Stage[]).includes(stage);
}

/**
 * How a move is taken: `forward` along the path (stages may be skipped), `exit` out of it, `correction` backwards or
 * out of an exit (logged as such); null when it is not allowed.
 */
export type MoveKind = 'forward' | 'exit' | 'correction';

/** Where a mistaken exit may be corrected to. An absent patient who turns up goes straight to the waiting room. */
const CORRECTIONS: Readonly<Record<ExitStage, readonly Stage[]>> = {
  excused: ['expected', 'waiting', 'unexcused'],
  unexcused: ['expected', 'waiting', 'excused'],
  cancelled: ['expected'],
  left_unseen: ['waiting'],
};
const UNSEEN_FROM: readonly Stage[] = ['waiting', 'preparation', 'ready'];

export function moveKind(from: Stage, to: Stage): MoveKind | null {
  if (from === to) return null;
  if (!isPathStage(from)) return CORRECTIONS[from].includes(to) ? 'correction' : null;
  if (!isPathStage(to)) {
    const allowed = to === 'left_unseen' ? UNSEEN_FROM.includes(from) : from === 'expected';
    return allowed ? 'exit' : null;
  }
  return pathStages.indexOf(to) > pathStages.indexOf(from) ? 'forward' : 'correction';
}

/** The moves possible from a stage, in the order of the stages. */
export function movesFrom(from: Stage): { to: Stage; kind: MoveKind }[] {
  return stages.flatMap((to) => {
    const kind = moveKind(from, to);
    return kind === null ? [] : [{ to, kind }];
  });
}

/** The stage that the one action of a card leads to; null once the visit is over. */
export function nextStage(stage: Stage): PathStage | null {
  if (!isPathStage(stage)) return null;
  return pathStages[pathStages.indexOf(stage) + 1] ?? null;
}

/**
 * What « consultation terminée » leads to: `finalise` while something remains to do, else the departure. An explicit
 * departure stays one: what remains is kept and asks nothing.
 */
export function arrivalStage(to: Stage, openItems: number): Stage {
  return to === 'finalise' && openItems === 0 ? 'left' : to;
}

/** Moves that ask why. */
export const asksReason = (to: Stage): boolean => to === 'left_unseen';

/** An appointment holds its doctor's time unless the patient is known not to use it. */
export const holdsTime = (stage: Stage): boolean => isPathStage(stage);
