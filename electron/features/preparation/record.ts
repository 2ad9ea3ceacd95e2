import type { RecordAnswer } from '#shared/contract/preparation.ts';
import { DomainError } from '#shared/contract/errors.ts';
import { LINE_LABELS, storedValue, type ObservationContext, type TypedLine } from '#shared/domain/observation.ts';
import { isPathStage } from '#shared/domain/stage.ts';
import {
  NOT_DONE_REASONS,
  VITAL_SIGNS,
  type LikelyValue,
  type MeasureValue,
  type NotDoneReason,
} from '#shared/rules/vital-signs/index.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { lastChange } from '#electron/features/visits/index.ts';
import { removeDraft, saveDraft } from './drafts.ts';
import { contextOf, figuresOf, figureText, isReading, signsOf, type Figure } from './figures.ts';
import { openFile, type VisitFile } from './file.ts';
import { lineView } from './lines.ts';
import { figuresOfVisit } from './observation.repository.ts';
import { lower } from './told.ts';
import { judgeRaw } from './typed-measure.ts';

interface Place {
  visitId: string;
  code: TypedLine;
  reading: number;
  base: string | null;
}

/** @throws INVALID (no such reading), NOT_ALLOWED (glucose without the doctor), STAGE_NOT_ALLOWED (absent, cancelled) */
async function openPlace(call: CommandCall, place: Place): Promise<{ file: VisitFile; current: Figure | undefined }> {
  const file = await openFile(call, place.visitId);
  if (!isReading(place.code, place.reading))
    throw new DomainError('INVALID', { problems: [{ field: 'reading', message: 'Cette mesure ne se répète pas.' }] });
  // Glucose and anything by delegation wait for the doctor's delegation (settled point 28).
  if (place.code === 'GLYC' && !file.situation.doctor)
    throw new DomainError('NOT_ALLOWED', { permission: 'clinical.validate' });
  if (!isPathStage(file.visit.stage))
    throw new DomainError('STAGE_NOT_ALLOWED', { from: file.visit.stage, to: 'preparation' });
  const current = file.figures.find((figure) => figure.code === place.code && figure.reading === place.reading);
  call.about({
    recordId: place.visitId,
    patientId: file.visit.patient_id,
    topicIds: [place.visitId, file.visit.patient_id],
    label: `Mesure\u00A0: ${lower(LINE_LABELS[place.code].label)}`,
  });
  return { file, current };
}

const textOf = (figure: Figure | undefined): string | null =>
  figure === undefined
    ? null
    : figure.notDone === null
      ? figureText(figure.code, figure.value, figure.second, figure.beyond, Number(figure.row.decimals))
      : 'non fait';

/** Somebody else filled or corrected the same reading meanwhile: both values go back to the person. */
async function requireBase(
  call: CommandCall,
  place: Place,
  current: Figure | undefined,
  mine: string | null,
): Promise<void> {
  if ((current?.id ?? null) === place.base) return;
  const recordId = current?.id ?? place.base ?? '';
  const conflict = {
    field: `${place.code}.${place.reading}`,
    mine,
    theirs: textOf(current),
    ...(await lastChange(call.uow.db, recordId)),
  };
  throw new DomainError('EDIT_CONFLICT', { conflicts: [conflict] });
}

interface Content {
  values: readonly (MeasureValue | null)[];
  context: ObservationContext;
  confirmed: boolean;
  notDone: { reason: NotDoneReason; detail: string | null } | null;
}

/** Supersedes what the reading held, keeping it, and writes the new rows when there are some. */
async function replaceReading(
  call: CommandCall,
  file: VisitFile,
  place: Place,
  content: Content | null,
): Promise<void> {
  const { uow, clock } = call;
  const signs = signsOf(place.code);
  const held = await uow.db
    .selectFrom('observation')
    .select(['id', 'code'])
    .where('visit_id', '=', place.visitId)
    .where('code', 'in', [...signs])
    .where('reading', '=', place.reading)
    .where('superseded', '=', 0)
    .execute();
  for (const row of held) await uow.update('observation', row.id, { superseded: 1 });
  if (content === null) return;
  for (const [index, code] of signs.entries()) {
    const value = content.values[index] ?? null;
    const usual = VITAL_SIGNS[code].decimals;
    // The scale of an infant keeps the hundredth of a kilogram.
    const decimals = code === 'POIDS' && typeof value === 'number' && storedValue(value, 2) % 10 !== 0 ? 2 : usual;
    const context = typeof value === 'string' ? { ...content.context, beyond: value } : content.context;
    await uow.insert('observation', {
      id: call.newId(),
      patient_id: file.visit.patient_id,
      visit_id: place.visitId,
      code,
      reading: place.reading,
      value: typeof value === 'number' ? storedValue(value, decimals) : null,
      decimals,
      unit: VITAL_SIGNS[code].unit,
      measured_at: clock.now(),
      account_id: call.person.accountId,
      context: JSON.stringify(context),
      confirmed_out_of_range: content.confirmed ? 1 : 0,
      not_done_reason: content.notDone?.reason ?? null,
      not_done_detail: content.notDone?.detail ?? null,
      corrects_id: held.find((row) => row.code === code)?.id ?? null,
      superseded: 0,
      version: 1,
    });
  }
}

async function lineAfter(call: CommandCall, file: VisitFile, code: TypedLine) {
  const rows = await figuresOfVisit(call.uow.db, file.visit.id);
  const by = new Map(rows.map((row) => [row.id, row.by ?? '']));
  return lineView(code, figuresOf(rows), { ...file.situation, by });
}

const likelyView = (code: TypedLine, likely: readonly LikelyValue[]) =>
  likely.map(({ value, readAs }) => ({
    value,
    text: code === 'PA' ? String(value) : figureText(code, value, null),
    readAs,
  }));

/**
 * Writes one typed measure, or keeps its text as a draft when the rules refuse it or ask for a second look: a figure
 * beyond the limits never becomes an observation (settled point 9).
 * @throws as `openPlace`, EDIT_CONFLICT
 */
export async function recordMeasure(
  call: CommandCall,
  input: Place & { raw: string; context: ObservationContext; confirmed?: boolean | undefined },
): Promise<RecordAnswer> {
  const { file, current } = await openPlace(call, input);
  const judged = judgeRaw(input.code, input.raw, input.context, file.situation);
  if (judged.kind === 'not_done') return { status: 'reason_needed' };
  if (judged.kind === 'empty') {
    await removeDraft(call, input);
    return { status: 'empty' };
  }
  if (judged.kind === 'refused') {
    await saveDraft(call, input, file.visit.patient_id, input.raw, 'to_correct');
    return { status: 'to_correct', words: judged.words, likely: likelyView(input.code, judged.likely) };
  }
  if (judged.kind === 'to_confirm' && input.confirmed !== true) {
    await saveDraft(call, input, file.visit.patient_id, input.raw, 'open');
    return { status: 'needs_confirmation', words: judged.words, likely: likelyView(input.code, judged.likely) };
  }
  if (!unchanged(current, judged.values, input.context)) {
    await requireBase(call, input, current, input.raw);
    await replaceReading(call, file, input, {
      values: judged.values,
      context: input.context,
      confirmed: judged.kind === 'to_confirm',
      notDone: null,
    });
  }
  await removeDraft(call, input);
  return { status: 'recorded', line: await lineAfter(call, file, input.code) };
}

function unchanged(current: Figure | undefined, values: readonly MeasureValue[], context: ObservationContext): boolean {
  if (current === undefined || current.notDone !== null) return false;
  const [first = null, second = null] = values;
  return (
    (current.value ?? current.beyond) === first &&
    current.second === second &&
    sameContext({ ...contextOf(current.row), beyond: undefined }, context)
  );
}

const sameContext = (
  left: { [K in keyof ObservationContext]: ObservationContext[K] | undefined },
  right: ObservationContext,
): boolean => {
  const text = (context: object) =>
    JSON.stringify(
      Object.entries(context)
        .filter(([, value]) => value !== undefined)
        .toSorted(),
    );
  return text(left) === text(right);
};

/** Says that a measure was not done, and why. @throws as `openPlace`, INVALID (the motive is asked), EDIT_CONFLICT */
export async function recordNotDone(
  call: CommandCall,
  input: Place & { reason: NotDoneReason; detail: string | null },
) {
  const { file, current } = await openPlace(call, input);
  const detail = input.detail || null;
  if (NOT_DONE_REASONS[input.reason].needsMotive && detail === null) {
    throw new DomainError('INVALID', { problems: [{ field: 'detail', message: 'Indiquer le motif.' }] });
  }
  await requireBase(call, input, current, 'non fait');
  await replaceReading(call, file, input, {
    values: [],
    context: {},
    confirmed: false,
    notDone: { reason: input.reason, detail },
  });
  await removeDraft(call, input);
  return { line: await lineAfter(call, file, input.code) };
}

/** Takes a reading off the visit; it stays in the base as superseded. @throws NOT_FOUND, EDIT_CONFLICT */
export async function clearMeasure(call: CommandCall, input: Place) {
  const { file, current } = await openPlace(call, input);
  if (current === undefined) throw new DomainError('NOT_FOUND', { what: 'observation' });
  await requireBase(call, input, current, null);
  await replaceReading(call, file, input, null);
  await removeDraft(call, input);
  return { line: await lineAfter(call, file, input.code) };
}
