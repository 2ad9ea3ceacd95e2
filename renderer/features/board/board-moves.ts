import { useState } from 'react';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { asksReason, moveKind, nextStage, pathStages, type Stage } from '#shared/domain/stage.ts';
import { sentenceOf, useCommand } from '../../api/queries.ts';

export interface PendingReason {
  visit: BoardVisit;
  to: Stage;
}

/** Moves a visit; asks a reason where one is due; keeps the refusal in words until the next move. */
export function useMoves() {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asking, setAsking] = useState<PendingReason | null>(null);
  const move = useCommand('visits', 'move', { onRefused: (error) => setRefusal(sentenceOf(error)) });
  const to = (visit: BoardVisit | undefined, stage: Stage | null, reason?: string) => {
    if (visit === undefined || stage === null || moveKind(visit.stage, stage) === null) return;
    setRefusal(null);
    if (asksReason(stage) && reason === undefined) {
      setAsking({ visit, to: stage });
      return;
    }
    setAsking(null);
    move.mutate({ visitId: visit.id, from: visit.stage, to: stage, ...(reason === undefined ? {} : { reason }) });
  };
  return {
    refusal,
    clearRefusal: () => setRefusal(null),
    refuse: (error: unknown) => setRefusal(sentenceOf(error)),
    asking,
    stopAsking: () => setAsking(null),
    to,
    forward: (visit: BoardVisit | undefined) => to(visit, visit === undefined ? null : nextStage(visit.stage)),
    back: (visit: BoardVisit | undefined) => to(visit, visit === undefined ? null : previousStage(visit.stage)),
  };
}

/** The stage before, on the path; an exit goes back where its correction leads. */
function previousStage(stage: Stage): Stage | null {
  const index = (pathStages as readonly Stage[]).indexOf(stage);
  if (index > 0) return pathStages[index - 1] ?? null;
  return index === 0 ? null : stage === 'left_unseen' ? 'waiting' : 'expected';
}
