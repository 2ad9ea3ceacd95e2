import type { AssistantTraining, TrainingRecord } from '#shared/contract/training.ts';
import { isOwnKind } from '#electron/features/documents/index.ts';

/** The same training as its own assistant reads it: neither the contract of aid nor the papers of the aid. */
export function ownView(view: AssistantTraining): AssistantTraining {
  const { training, past } = view;
  return {
    ...view,
    contract: null,
    training: training === null ? null : ownRecord(training),
    past: past.map(ownRecord),
  };
}

const ownRecord = (record: TrainingRecord): TrainingRecord => ({
  ...record,
  documents: record.documents.filter(({ kind }) => isOwnKind(kind)),
});
