import { useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { asksReason, isPathStage, moveKind, nextStage, pathStages, type Stage } from '#shared/domain/stage.ts';
import { call, queryClient, sentenceOf } from '../../api/queries.ts';

export interface PendingReason {
  visit: BoardVisit;
  to: Stage;
}

/** Moves sent and not yet answered: the stage each visit is on its way to, and the last of its calls. */
const under = new Map<string, { stage: Stage; last: Promise<boolean> }>();

/** Where a visit is, or is about to be: keys pressed in a row follow each other instead of contradicting each other. */
const stageOf = (visit: BoardVisit): Stage => under.get(visit.id)?.stage ?? visit.stage;

/** Moves a visit; asks a reason where one is due; keeps the refusal in words until the next move. */
export function useMoves() {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asking, setAsking] = useState<PendingReason | null>(null);
  /** Answers true once the core has confirmed. */
  const to = async (visit: BoardVisit | undefined, stage: Stage | null, reason?: string): Promise<boolean> => {
    if (visit === undefined || stage === null) return false;
    const from = stageOf(visit);
    if (moveKind(from, stage) === null) return false;
    setRefusal(null);
    if (asksReason(stage) && reason === undefined) {
      setAsking({ visit, to: stage });
      return false;
    }
    setAsking(null);
    const before = under.get(visit.id)?.last ?? Promise.resolve(true);
    const last = before.then(async (moved) => {
      if (!moved) return false;
      const input = { visitId: visit.id, from, to: stage, ...(reason === undefined ? {} : { reason }) };
      await call('visits', 'move', input, { command: true });
      return true;
    });
    const settled = last.catch((error: unknown) => {
      setRefusal(sentenceOf(error));
      return false;
    });
    under.set(visit.id, { stage, last: settled });
    const moved = await settled;
    if (under.get(visit.id)?.last === settled) {
      // The board is read again before the local answer is forgotten.
      await queryClient.invalidateQueries({ queryKey: ['visits'] });
      if (under.get(visit.id)?.last === settled) under.delete(visit.id);
    }
    return moved;
  };
  return {
    refusal,
    clearRefusal: () => setRefusal(null),
    refuse: (error: unknown) => setRefusal(sentenceOf(error)),
    asking,
    stopAsking: () => setAsking(null),
    to,
    forward: (visit: BoardVisit | undefined) => to(visit, visit === undefined ? null : nextStage(stageOf(visit))),
    back: (visit: BoardVisit | undefined) => to(visit, visit === undefined ? null : previousStage(stageOf(visit))),
  };
}

/** May a letter lead there? Forward, or out of an absence: going back is asked for by its own key or in the detail. */
export function leadsTo(visit: BoardVisit | undefined, stage: Stage): boolean {
  if (visit === undefined) return false;
  const kind = moveKind(stageOf(visit), stage);
  return kind === 'forward' || (kind === 'correction' && !isPathStage(visit.stage));
}

/** The stage before, on the path; an exit goes back where its correction leads. */
function previousStage(stage: Stage): Stage | null {
  const index = (pathStages as readonly Stage[]).indexOf(stage);
  if (index > 0) return pathStages[index - 1] ?? null;
  return index === 0 ? null : stage === 'left_unseen' ? 'waiting' : 'expected';
}
