import type { MeasureReading, PreparationView, RecordAnswer } from '#shared/contract/preparation.ts';
import type { TypedLine } from '#shared/domain/observation.ts';
import { evaluate, parseMeasure } from '#shared/rules/vital-signs/index.ts';

/** One field of the constantes: `PA.2`, `POIDS.1`. Also the name of its draft. */
export type EntryKey = `${TypedLine}.${number}`;
export const entryKey = (code: TypedLine, reading: number): EntryKey => `${code}.${reading}`;
export const placeOf = (key: EntryKey) => ({
  code: key.split('.')[0] as TypedLine,
  reading: Number(key.split('.')[1]),
});

export type Likely = Extract<RecordAnswer, { status: 'to_correct' }>['likely'];
/** What a field waits for: a second look, a correction, a reason, a choice between two values, a new try. */
export type Ask =
  | { kind: 'confirm' | 'correct'; text: string; words: string; likely: Likely }
  | { kind: 'resume'; text: string }
  | { kind: 'reason' }
  | { kind: 'conflict'; mine: string; theirs: string; by: string; at: string }
  | { kind: 'refused'; text: string; words: string };

export const readingOf = (view: PreparationView | undefined, key: EntryKey): MeasureReading | undefined => {
  const { code, reading } = placeOf(key);
  return view?.lines.find((line) => line.code === code)?.readings.find((one) => one.reading === reading);
};
export const draftOf = (view: PreparationView | undefined, key: EntryKey) =>
  view?.drafts.find((draft) => entryKey(draft.code, draft.reading) === key);
export const recordedText = (reading: MeasureReading | undefined) =>
  reading === undefined || reading.notDone !== null ? '' : reading.text;

/** Arm said for this visit; null when nobody said it. */
export function armOf(view: PreparationView | undefined, chosen: 'left' | 'right' | null): 'left' | 'right' | null {
  const readings = view?.lines.find((line) => line.code === 'PA')?.readings ?? [];
  return chosen ?? readings.find((reading) => reading.context.arm !== undefined)?.context.arm ?? null;
}

/** What a draft found on opening the page still asks; the likely value is worked out again by the same rules. */
export function restoredAsk(view: PreparationView | undefined, key: EntryKey): Ask | null {
  const draft = draftOf(view, key);
  if (view === undefined || draft === undefined) return null;
  if (draft.words === null) return { kind: 'resume', text: draft.raw };
  const { code } = placeOf(key);
  const parsed = code === 'PA' ? null : parseMeasure(code, draft.raw);
  const patient = { birthDate: view.patient.birthDay, sex: view.patient.sex === 'F' ? ('F' as const) : ('M' as const) };
  const judged =
    code === 'PA' || parsed?.kind !== 'value'
      ? null
      : evaluate({ code, value: parsed.value, patient, day: view.visit.day });
  const likely = (judged?.refusal ?? judged?.confirmation)?.likely ?? [];
  const refused = judged === null ? draft.state === 'to_correct' : judged.status === 'refused';
  return {
    kind: refused ? 'correct' : 'confirm',
    text: draft.raw,
    words: draft.words,
    likely: likely.map(({ value, readAs }) => ({ value, text: String(value).replace('.', ','), readAs })),
  };
}
