import type { AreaHandlers } from '#electron/security/call.ts';
import { lastUndoable, undoEntry, type AfterPutBack } from '#electron/audit/undo.ts';
import type { ChangeFeed, ChangeNotice } from '#electron/events/change-feed.ts';
import type { Sessions } from '#electron/security/sessions.ts';

/** The live feed, the undo of one's own actions, and one's drafts. */
export function sessionHandlers(
  feed: ChangeFeed,
  sessions: Sessions,
  onSession: (listener: (postId: string) => void) => () => void,
  afterPutBack: AfterPutBack,
): AreaHandlers<'session'> {
  return {
    changes: (call, signal) => liveChanges(call.post.id, signal),
    undoable: (call) => lastUndoable(call),
    undo: (call, { seq }) => undoEntry(call, seq, afterPutBack),
    async drafts({ db, person }) {
      const rows = await db
        .selectFrom('draft')
        .selectAll()
        .where('account_id', '=', person.accountId)
        .orderBy('saved_at', 'desc')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        subject: row.subject,
        subjectId: row.subject_id,
        field: row.field,
        raw: row.raw,
        state: row.state === 'to_correct' ? ('to_correct' as const) : ('open' as const),
        patientId: row.patient_id,
        savedAt: row.saved_at,
      }));
    },
    async saveDraft(call, { subject, subjectId, patientId, fields }) {
      const { uow, clock, person } = call;
      const savedAt = clock.now();
      const mine = await uow.db
        .selectFrom('draft')
        .selectAll()
        .where('account_id', '=', person.accountId)
        .where('subject', '=', subject)
        .where('subject_id', '=', subjectId)
        .execute();
      for (const [field, raw] of Object.entries(fields)) {
        const known = mine.find((row) => row.field === field);
        if (known !== undefined) await uow.update('draft', known.id, { raw, saved_at: savedAt, state: 'open' });
        else {
          await uow.insert('draft', {
            id: call.newId(),
            account_id: person.accountId,
            subject,
            subject_id: subjectId,
            field,
            raw,
            state: 'open',
            patient_id: patientId,
            saved_at: savedAt,
          });
        }
      }
      return { savedAt };
    },
    async discardDraft(call, { subject, subjectId }) {
      const rows = await call.uow.db
        .selectFrom('draft')
        .select('id')
        .where('account_id', '=', call.person.accountId)
        .where('subject', '=', subject)
        .where('subject_id', '=', subjectId)
        .execute();
      for (const row of rows) await call.uow.remove('draft', row.id);
      return {};
    },
  };

  /** Notices until the screen leaves or its session is no longer active. A slow screen loses none: they queue. */
  async function* liveChanges(postId: string, signal: AbortSignal | undefined): AsyncGenerator<ChangeNotice> {
    const queue: ChangeNotice[] = [];
    let wake: () => void = () => {};
    const stops = [
      feed.subscribe((notice) => {
        queue.push(notice);
        wake();
      }),
      onSession((changed) => changed === postId && wake()),
    ];
    const aborted = () => wake();
    signal?.addEventListener('abort', aborted);
    try {
      while (signal?.aborted !== true && sessions.stateOf(postId) === 'active') {
        const next = queue.shift();
        if (next !== undefined) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      for (const stop of stops) stop();
      signal?.removeEventListener('abort', aborted);
    }
  }
}
