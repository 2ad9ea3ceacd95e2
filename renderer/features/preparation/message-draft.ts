import { useEffect, useRef, useState } from 'react';
import type { PreparationView } from '#shared/contract/preparation.ts';
import { call, queryClient, refusalIn, sentenceOf, useRead } from '../../api/queries.ts';
import { isUnanswered, releaseDraft, saveDraft } from '../../api/session.ts';

/** Subject of the words typed and not yet saved; the subject id is the visit. */
const subject = 'preparation.message';
const DRAFT_AFTER = 400;

export interface MessageDraft {
  text: string;
  set: (text: string) => void;
  /** Leaving the field, or a quick word: the words are saved, joined to those of a colleague when there are some. */
  save: (text?: string) => Promise<void>;
  /** What happened to the words, said once. */
  said: string | null;
  conflict: { mine: string; theirs: string; by: string } | null;
  resolve: (text: string) => void;
}

/** Words for the doctor: kept as a draft while typed, saved on leaving, never lost to somebody else's. */
export function useMessageDraft(view: PreparationView): MessageDraft {
  const visitId = view.visit.id;
  const saved = view.message?.text ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [conflict, setConflict] = useState<MessageDraft['conflict']>(null);
  // Text the typing started from: what a merge needs.
  const base = useRef(saved);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sending = useRef<Promise<void> | null>(null);
  useEffect(() => {
    if (typed === null) base.current = saved;
  }, [saved, typed]);

  const drafts = useRead('session', 'drafts', {});
  const kept = drafts.data?.find(
    (draft) => draft.subject === subject && draft.subjectId === visitId && draft.field === 'text',
  )?.raw;
  const restored = useRef(false);
  useEffect(() => {
    if (restored.current || drafts.data === undefined) return;
    restored.current = true;
    if (kept === undefined || kept === saved) return;
    setTyped(kept);
    setSaid('Repris de votre saisie.');
  }, [drafts.data, kept, saved]);

  const text = typed ?? saved;
  const keep = (value: string) =>
    saveDraft({ subject, subjectId: visitId, patientId: view.patient.id, fields: { text: value } }).catch(
      () => undefined,
    );
  const save = async (value: string = text) => {
    clearTimeout(timer.current);
    if (value.trim() === base.current.trim()) {
      setTyped(null);
      return;
    }
    const send = async () => {
      try {
        const done = await call(
          'preparation',
          'saveMessage',
          {
            visitId,
            base: base.current === '' ? null : base.current,
            value: value.trim() === '' ? null : value.trim(),
          },
          { command: true },
        );
        base.current = done.value ?? '';
        setSaid(done.merged ? 'Vos mots et ceux d’un collègue ont été réunis.' : null);
        setConflict(null);
        // Words typed meanwhile stay; otherwise the field shows what is kept.
        setTyped((now) => (now === null || now === value ? (done.value ?? '') : now));
        releaseDraft({ subject, subjectId: visitId });
        await call('session', 'discardDraft', { subject, subjectId: visitId }, { command: true });
        await queryClient.invalidateQueries({ queryKey: ['preparation'] });
        setTyped((now) => (now === (done.value ?? '') ? null : now));
        void queryClient.invalidateQueries({ queryKey: ['session', 'undoable'] });
      } catch (error) {
        const refusal = refusalIn(error);
        const [first] = refusal?.code === 'EDIT_CONFLICT' ? refusal.data.conflicts : [];
        if (first !== undefined) setConflict({ mine: value, theirs: first.theirs ?? '', by: first.by });
        else setSaid(sentenceOf(error));
        if (isUnanswered(error)) void keep(value);
      }
    };
    // Nothing under way: sent at once, ahead of the lock that may follow the leaving of the field.
    const now = sending.current === null ? send() : sending.current.then(send);
    sending.current = now;
    await now;
    if (sending.current === now) sending.current = null;
  };
  const set = (value: string) => {
    setTyped(value);
    setSaid(null);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void keep(value);
    }, DRAFT_AFTER);
  };
  return {
    text,
    set,
    save,
    said,
    conflict,
    resolve(value) {
      base.current = conflict?.theirs ?? '';
      setConflict(null);
      setTyped(value);
      void save(value);
    },
  };
}
