import { z } from 'zod';
import { Id } from '#shared/domain/values.ts';
import { command, query, stream, topics } from './procedure.ts';

export const ChangeNotice = z.object({
  topic: z.enum(topics),
  ids: z.array(z.string()),
  seq: z.number().int(),
  by: z.string(),
  postId: z.string(),
  at: z.string(),
});

export const DraftView = z.object({
  id: Id,
  subject: z.string(),
  subjectId: z.string(),
  field: z.string(),
  raw: z.string(),
  state: z.enum(['open', 'to_correct']),
  patientId: Id.nullable(),
  savedAt: z.string(),
});
export type DraftView = z.infer<typeof DraftView>;

const draftKey = { subject: z.string().max(60), subjectId: z.string().max(60) };
const notUndone = { none: 'Un brouillon se modifie ou s’abandonne à l’écran.' };

export const sessionContract = {
  /** Every change of the practice, for the active session only; ends when the session locks. */
  changes: stream('practice.read', ChangeNotice),
  undoable: query({ permission: 'undo.own' }, {}, z.object({ seq: z.number().int(), label: z.string() }).nullable()),
  undo: command(
    {
      permission: 'undo.own',
      undo: { none: 'Une annulation ne s’annule pas : refaire l’action.' },
      topics: [],
      label: 'Annulation',
    },
    { seq: z.number().int() },
    z.object({ label: z.string(), recordId: z.string().nullable() }),
  ),
  drafts: query({ permission: 'draft.own' }, {}, z.array(DraftView)),
  saveDraft: command(
    { permission: 'draft.own', undo: notUndone, topics: ['drafts'], label: 'Brouillon' },
    { ...draftKey, patientId: Id.nullable(), fields: z.record(z.string().max(60), z.string().max(4000)) },
    z.object({ savedAt: z.string() }),
  ),
  discardDraft: command(
    { permission: 'draft.own', undo: notUndone, topics: ['drafts'], label: 'Abandon d’un brouillon' },
    draftKey,
    z.object({}),
  ),
};
