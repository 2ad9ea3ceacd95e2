import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { PreparationView } from '#shared/contract/preparation.ts';
import type { ObservationContext } from '#shared/domain/observation.ts';
import type { NotDoneReason } from '#shared/rules/vital-signs/index.ts';
import { call, keyOf, queryClient, refusalIn, sentenceOf, type Output } from '../../api/queries.ts';
import { isUnanswered, releaseDraft, saveDraft } from '../../api/session.ts';
import {
  armOf,
  draftOf,
  entryKey,
  placeOf,
  readingOf,
  recordedText,
  restoredAsk,
  type Ask,
  type EntryKey,
} from './entry-asks.ts';

interface EntryState {
  /** Typed and not yet recorded. */
  texts: Readonly<Partial<Record<EntryKey, string>>>;
  asks: Readonly<Partial<Record<EntryKey, Ask>>>;
  /** Chosen before a first reading exists. */
  arm: 'left' | 'right' | null;
}

export interface Entries {
  use: UseBoundStore<StoreApi<EntryState>>;
  textOf(view: PreparationView, key: EntryKey): string;
  askOf(view: PreparationView, key: EntryKey): Ask | null;
  type(key: EntryKey, text: string): void;
  /** Leaving the field: what was typed is recorded, or asked about. */
  leave(key: EntryKey): void;
  submit(key: EntryKey, more?: { confirmed?: boolean; text?: string; context?: ObservationContext }): void;
  askReason(key: EntryKey): void;
  dropAsk(key: EntryKey): void;
  notDone(key: EntryKey, reason: NotDoneReason, detail: string | null): void;
  clear(key: EntryKey): void;
  keepTheirs(key: EntryKey): void;
  setArm(arm: 'left' | 'right' | null): void;
  /** Records whatever is still typed; answers whether nothing new has to be looked at. */
  flush(): Promise<boolean>;
}

function without<T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> {
  const rest = { ...record };
  delete rest[key];
  return rest;
}

/** Drafts wait this long after the last key: a lock or a power cut then costs nothing. */
const DRAFT_AFTER = 300;

/**
 * What is being typed in the constantes of one visit, and what the core answered about it. Commands leave one after
 * the other, so that each knows the reading it replaces.
 */
export function createEntries(visitId: string, patientId: string): Entries {
  const use = create<EntryState>()(() => ({ texts: {}, asks: {}, arm: null }));
  const queryKey = keyOf('preparation', 'get', { patientId, visitId });
  const seen = () => queryClient.getQueryData<PreparationView>(queryKey);
  const timers = new Map<EntryKey, ReturnType<typeof setTimeout>>();
  /** Last text sent for a field: leaving it again unchanged asks nothing twice. */
  const sent = new Map<EntryKey, string>();
  /** Reading that was there when the typing began: somebody else's since then is a conflict, never overwritten. */
  const bases = new Map<EntryKey, string | null>();
  let queue: Promise<void> = Promise.resolve();
  let waiting = 0;

  const enqueue = (work: () => Promise<void>) => {
    // Nothing under way: sent at once, ahead of the lock that may follow the leaving of the field.
    const done = waiting === 0 ? work() : queue.then(work);
    waiting += 1;
    queue = done.finally(() => {
      waiting -= 1;
      void queryClient.invalidateQueries({ queryKey: ['session', 'undoable'] });
    });
  };
  const ask = (key: EntryKey, value: Ask | null) =>
    use.setState(({ asks }) => ({ asks: value === null ? without(asks, key) : { ...asks, [key]: value } }));
  const forget = (key: EntryKey, text: string | null) => {
    sent.delete(key);
    const { texts } = use.getState();
    if (text !== null && texts[key] !== undefined && texts[key] !== text) {
      bases.set(key, readingOf(seen(), key)?.id ?? null);
      return;
    }
    bases.delete(key);
    use.setState({ texts: without(texts, key) });
    // The draft is gone with it: shown at once, without waiting for the next reading of the page.
    queryClient.setQueryData<PreparationView>(
      queryKey,
      (view) => view && { ...view, drafts: view.drafts.filter((draft) => entryKey(draft.code, draft.reading) !== key) },
    );
  };
  const putLine = (line: PreparationView['lines'][number]) =>
    queryClient.setQueryData<PreparationView>(
      queryKey,
      (view) => view && { ...view, lines: view.lines.map((one) => (one.code === line.code ? line : one)) },
    );

  const at = (key: EntryKey) => {
    const begun = bases.get(key);
    return { visitId, ...placeOf(key), base: begun === undefined ? (readingOf(seen(), key)?.id ?? null) : begun };
  };
  const stopDraft = (key: EntryKey) => {
    clearTimeout(timers.get(key));
    timers.delete(key);
  };
  const keep = (key: EntryKey, text: string) =>
    saveDraft({ subject: 'preparation', subjectId: visitId, patientId, fields: { [key]: text } }).catch(
      () => undefined,
    );
  const draft = (key: EntryKey, text: string) => {
    stopDraft(key);
    if (text.replace('/', '').trim() === '') return;
    const save = () =>
      enqueue(async () => {
        await keep(key, text);
      });
    timers.set(key, setTimeout(save, DRAFT_AFTER));
  };
  const contextFor = (key: EntryKey): ObservationContext => {
    const known = readingOf(seen(), key)?.context ?? {};
    if (placeOf(key).code !== 'PA') return known;
    const arm = known.arm ?? armOf(seen(), use.getState().arm);
    return arm === null || arm === undefined ? known : { ...known, arm };
  };
  const refused = (key: EntryKey, text: string, error: unknown) => {
    const refusal = refusalIn(error);
    const conflict = refusal?.code === 'EDIT_CONFLICT' ? refusal.data.conflicts[0] : undefined;
    // The core did not answer: leaving the field again must send it again, not pass over it.
    if (refusal === null) sent.delete(key);
    if (isUnanswered(error)) void keep(key, text);
    if (conflict === undefined) return ask(key, { kind: 'refused', text, words: sentenceOf(error) });
    bases.delete(key);
    void queryClient.invalidateQueries({ queryKey });
    return ask(key, {
      kind: 'conflict',
      mine: conflict.mine ?? text,
      theirs: conflict.theirs ?? '',
      by: conflict.by,
      at: conflict.at,
    });
  };
  const answered = (key: EntryKey, text: string, answer: Output<'preparation', 'record'>) => {
    if (answer.status === 'recorded' || answer.status === 'empty')
      releaseDraft({ subject: 'preparation', subjectId: visitId }, [key]);
    if (answer.status === 'recorded') {
      putLine(answer.line);
      ask(key, null);
      forget(key, text);
    } else if (answer.status === 'empty') {
      ask(key, null);
      forget(key, text);
    } else if (answer.status === 'reason_needed') ask(key, { kind: 'reason' });
    else
      ask(key, {
        kind: answer.status === 'to_correct' ? 'correct' : 'confirm',
        text,
        words: answer.words,
        likely: answer.likely,
      });
  };

  const entries: Entries = {
    use,
    textOf: (view, key) => use.getState().texts[key] ?? draftOf(view, key)?.raw ?? recordedText(readingOf(view, key)),
    askOf: (view, key) =>
      use.getState().asks[key] ?? (use.getState().texts[key] === undefined ? restoredAsk(view, key) : null),
    type(key, text) {
      if (!bases.has(key)) bases.set(key, readingOf(seen(), key)?.id ?? null);
      use.setState(({ texts }) => ({ texts: { ...texts, [key]: text } }));
      sent.delete(key);
      ask(key, null);
      draft(key, text);
    },
    leave(key) {
      const text = use.getState().texts[key] ?? draftOf(seen(), key)?.raw;
      const restored = use.getState().texts[key] === undefined && restoredAsk(seen(), key)?.kind !== 'resume';
      if (text === undefined || restored || sent.get(key) === text) return;
      if (text === recordedText(readingOf(seen(), key)) && draftOf(seen(), key) === undefined && text !== '')
        forget(key, text);
      else entries.submit(key);
    },
    submit(key, more = {}) {
      stopDraft(key);
      const view = seen();
      const text = more.text ?? (view === undefined ? '' : entries.textOf(view, key));
      if (more.text !== undefined) use.setState(({ texts }) => ({ texts: { ...texts, [key]: text } }));
      sent.set(key, text);
      enqueue(async () => {
        try {
          if (text.replace('/', '').trim() === '' && readingOf(seen(), key) !== undefined) {
            const { line } = await call('preparation', 'clearMeasure', at(key), { command: true });
            answered(key, text, { status: 'recorded', line });
          } else {
            const raw = text.replace('/', '').trim() === '' ? '' : text;
            const input = {
              ...at(key),
              raw,
              context: more.context ?? contextFor(key),
              ...(more.confirmed === true ? { confirmed: true } : {}),
            };
            answered(key, text, await call('preparation', 'record', input, { command: true }));
          }
        } catch (error) {
          refused(key, text, error);
        }
      });
    },
    askReason: (key) => ask(key, { kind: 'reason' }),
    dropAsk: (key) => ask(key, null),
    notDone(key, reason, detail) {
      stopDraft(key);
      enqueue(async () => {
        try {
          const { line } = await call('preparation', 'notDone', { ...at(key), reason, detail }, { command: true });
          answered(key, '', { status: 'recorded', line });
          forget(key, null);
        } catch (error) {
          refused(key, '', error);
        }
      });
    },
    clear: (key) => entries.submit(key, { text: '' }),
    keepTheirs(key) {
      ask(key, null);
      forget(key, null);
    },
    setArm(arm) {
      use.setState({ arm });
      // After what is under way: a reading just left must be known before its arm is written.
      enqueue(async () => {
        const line = seen()?.lines.find((one) => one.code === 'PA');
        for (const reading of line?.readings ?? []) {
          if (reading.notDone !== null || reading.context.arm === (arm ?? undefined)) continue;
          const context = without(reading.context, 'arm');
          entries.submit(entryKey('PA', reading.reading), {
            text: reading.text,
            confirmed: reading.confirmed,
            context: arm === null ? context : { ...context, arm },
          });
        }
      });
    },
    async flush() {
      const before = use.getState().asks;
      const keys = new Set([
        ...Object.keys(use.getState().texts),
        ...(seen()?.drafts ?? []).map((one) => entryKey(one.code, one.reading)),
      ] as EntryKey[]);
      for (const key of keys) entries.leave(key);
      for (let tail = null; tail !== queue;) {
        tail = queue;
        await tail;
      }
      const after = use.getState().asks;
      return (Object.keys(after) as EntryKey[]).every((key) => after[key] === before[key]);
    },
  };
  return entries;
}
