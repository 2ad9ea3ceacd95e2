import type { MeasureLine, MeasureReading } from '#shared/contract/preparation.ts';
import {
  expectedLines,
  LINE_LABELS,
  lineCodes,
  maxReadings,
  type LineCode,
  type TypedLine,
} from '#shared/domain/observation.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import {
  ALERT_LEVELS,
  computeBmi,
  evaluate,
  evaluateBloodPressure,
  NOT_DONE_REASONS,
  retainedPressure,
  VITAL_SIGNS,
  VITAL_WORDS,
  type Evaluation,
  type NotDoneReason,
  type PastMeasure,
  type PressureProtocol,
  type VitalSignCode,
} from '#shared/rules/vital-signs/index.ts';
import { pressuresOf } from './card.ts';
import { contextOf, figuresOf, figureText, measured, signsOf, withLineUnit, yearsOn, type Figure } from './figures.ts';
import type { HistoryRow } from './observation.repository.ts';
import { marksOf } from './thresholds.ts';
import { lower } from './told.ts';

export interface LineSituation {
  person: { birthDay: string; sex: string };
  day: string;
  overrides: Overrides;
  protocol: PressureProtocol;
  /** Figures of earlier visits. */
  past: readonly HistoryRow[];
  /** May type what a doctor alone types (glucose without delegation). */
  doctor: boolean;
  /** Initials by reading id. */
  by: ReadonlyMap<string, string>;
}

type Judged = Pick<MeasureReading, 'level' | 'words'> & { evaluations: readonly Evaluation[] };
const curvePoints = 12;

/** Measures of the past as the rules take them. */
export function pastMeasures(past: readonly HistoryRow[]): PastMeasure[] {
  return figuresOfPast(past).flatMap(({ day, figure }) => {
    if (figure.value === null) return [];
    const codes = signsOf(figure.code);
    return codes.map((code, index) => ({ code, day, value: (index === 0 ? figure.value : figure.second) ?? 0 }));
  });
}

function figuresOfPast(past: readonly HistoryRow[]): { day: string; figure: Figure }[] {
  const visits = Map.groupBy(past, (row) => `${row.day} ${row.visit_id ?? row.id}`);
  return [...visits.values()].flatMap((rows) => figuresOf(rows).map((figure) => ({ day: rows[0]?.day ?? '', figure })));
}

/** What the rules say of one reading. */
export function judge(
  figure: Pick<Figure, 'code' | 'value' | 'second' | 'beyond'>,
  context: { glucoseMoment?: 'a_jeun' | 'avant_repas' | 'apres_repas' | 'inconnu' | undefined },
  situation: LineSituation,
): Judged {
  const shared = { patient: measured(situation.person), day: situation.day, overrides: situation.overrides };
  if (figure.code === 'PA') {
    if (figure.value === null || figure.second === null) return { level: 'none', words: '', evaluations: [] };
    const { systolic, diastolic, level, words } = evaluateBloodPressure(
      { systolic: figure.value, diastolic: figure.second },
      shared,
    );
    return { level, words, evaluations: [systolic, diastolic] };
  }
  const value = figure.value ?? figure.beyond;
  if (value === null) return { level: 'none', words: '', evaluations: [] };
  const { glucoseMoment } = context;
  const evaluation = evaluate({
    ...shared,
    code: figure.code,
    value,
    history: pastMeasures(situation.past),
    context: glucoseMoment === undefined ? {} : { glucoseMoment },
  });
  return { level: evaluation.level, words: evaluation.words, evaluations: [evaluation] };
}

function readingView(figure: Figure, situation: LineSituation): MeasureReading {
  const context = contextOf(figure.row);
  const { level, words } = judge(figure, context, situation);
  const reason = figure.notDone?.reason as NotDoneReason | undefined;
  const label = reason === undefined ? '' : NOT_DONE_REASONS[reason].label;
  return {
    id: figure.id,
    reading: figure.reading,
    text:
      figure.notDone === null
        ? figureText(figure.code, figure.value, figure.second, figure.beyond, Number(figure.row.decimals))
        : 'non fait',
    value: figure.value,
    second: figure.second,
    notDone: figure.notDone === null || reason === undefined ? null : { reason, label, detail: figure.notDone.detail },
    context,
    level,
    words:
      figure.notDone === null
        ? words
        : `non fait\u00A0: ${lower(label)}${figure.notDone.detail === null ? '' : `, ${figure.notDone.detail}`}`,
    confirmed: Number(figure.row.confirmed_out_of_range) === 1,
    by: situation.by.get(figure.id) ?? '',
    at: figure.row.measured_at,
  };
}

/** One line of the constantes from its readings of the visit. */
export function lineView(code: LineCode, figures: readonly Figure[], situation: LineSituation): MeasureLine {
  const sign = signsOf(code)[0] ?? 'PAS';
  const own = figures.filter((figure) => figure.code === code);
  const readings = own.map((figure) => readingView(figure, situation));
  const locked = code === 'GLYC' && !situation.doctor;
  return {
    code,
    label: LINE_LABELS[code].label,
    unit: VITAL_SIGNS[sign].unit,
    decimals: VITAL_SIGNS[sign].decimals,
    expected: (expectedLines(yearsOn(situation.person.birthDay, situation.day)) as readonly LineCode[]).includes(code),
    editable: code !== 'IMC' && !locked,
    why: code === 'IMC' ? VITAL_WORDS.computed : locked ? 'avec le médecin' : null,
    maxReadings: maxReadings(code),
    readings,
    history: curveOf(code, situation),
    marks: marksOf(sign, situation.day, situation.overrides),
    ...(code === 'IMC'
      ? bmiState(figures, situation)
      : code === 'PA'
        ? pressureState(own, readings, situation)
        : singleState(code, own, readings)),
  };
}

type State = Pick<MeasureLine, 'remainingReadings' | 'retained' | 'level' | 'words'>;

function singleState(code: TypedLine, own: readonly Figure[], readings: readonly MeasureReading[]): State {
  const [figure] = own;
  const [reading] = readings;
  const retained =
    figure === undefined || reading === undefined || figure.value === null
      ? null
      : { text: withLineUnit(code, reading.text), value: figure.value, second: null, words: reading.words };
  return { remainingReadings: 0, retained, level: reading?.level ?? 'none', words: reading?.words ?? '' };
}

function pressureState(own: readonly Figure[], readings: readonly MeasureReading[], situation: LineSituation): State {
  const pressures = pressuresOf(own);
  const last = readings.at(-1);
  const level = ALERT_LEVELS[Math.max(0, ...readings.map((reading) => ALERT_LEVELS.indexOf(reading.level)))] ?? 'none';
  if (pressures.length === 0) return { remainingReadings: 0, retained: null, level, words: last?.words ?? '' };
  const asked = { patient: measured(situation.person), day: situation.day, overrides: situation.overrides };
  const state = retainedPressure(pressures, situation.protocol, asked);
  if (state.state === 'more_readings') {
    const notDone = own.some((figure) => figure.notDone !== null);
    return { remainingReadings: notDone ? 0 : state.remaining, retained: null, level, words: last?.words ?? '' };
  }
  const { systolic, diastolic } = state;
  const judged = evaluateBloodPressure({ systolic, diastolic }, asked);
  const retained = {
    text: withLineUnit('PA', figureText('PA', systolic, diastolic)),
    value: systolic,
    second: diastolic,
    words: state.words,
  };
  return { remainingReadings: 0, retained, level: judged.level, words: judged.words };
}

function bmiState(figures: readonly Figure[], situation: LineSituation): State {
  const valueOf = (code: TypedLine) => figures.find((figure) => figure.code === code)?.value ?? undefined;
  const weight = valueOf('POIDS');
  const height = valueOf('TAILLE');
  const bmi = computeBmi({
    ...(weight === undefined ? {} : { weight }),
    ...(height === undefined ? {} : { height }),
    birthDate: situation.person.birthDay,
    day: situation.day,
    history: pastMeasures(situation.past),
    overrides: situation.overrides,
  });
  if (bmi.kind === 'missing')
    return { remainingReadings: 0, retained: null, level: 'none', words: weight === undefined ? '' : bmi.words };
  const judged = judge({ code: 'IMC' as TypedLine, value: bmi.value, second: null, beyond: null }, {}, situation);
  const text = withLineUnit('IMC', figureText('IMC', bmi.value, null));
  return {
    remainingReadings: 0,
    retained: { text, value: bmi.value, second: null, words: judged.words },
    level: judged.level,
    words: judged.words,
  };
}

/** The last earlier visits, oldest first: for blood pressure the mean of the last two readings where there were three. */
function curveOf(code: LineCode, situation: LineSituation): MeasureLine['history'] {
  if (code === 'IMC') return [];
  const visits = Map.groupBy(
    figuresOfPast(situation.past).filter(({ figure }) => figure.code === code && figure.value !== null),
    ({ day }) => day,
  );
  const points = [...visits].map(([day, entries]) => {
    const figures = entries.map(({ figure }) => figure);
    const kept =
      code === 'PA'
        ? retainedPressure(pressuresOf(figures), 'always_three', { patient: measured(situation.person), day })
        : null;
    const last = figures.at(-1);
    const value = kept?.state === 'retained' ? kept.systolic : (last?.value ?? 0);
    const second = kept?.state === 'retained' ? kept.diastolic : (last?.second ?? null);
    return { day, text: figureText(code, value, second), value, second };
  });
  return points.sort((a, b) => (a.day < b.day ? -1 : 1)).slice(-curvePoints);
}

/** Every line of the visit, in its order; the head circumference only where it is measured or was. */
export function linesOf(figures: readonly Figure[], situation: LineSituation): MeasureLine[] {
  return lineCodes
    .map((code) => lineView(code, figures, situation))
    .filter((line) => line.code !== 'PC' || line.expected || line.readings.length > 0);
}

/** The sign a refusal or a second look is about, first the one that asks. */
export function questionOf(
  evaluations: readonly Evaluation[],
): { kind: 'refused' | 'to_confirm'; words: string; likely: Evaluation['refusal']; code: VitalSignCode } | null {
  const refused = evaluations.find((one) => one.status === 'refused');
  const asked = refused ?? evaluations.find((one) => one.status === 'to_confirm');
  if (asked === undefined) return null;
  const question = asked.refusal ?? asked.confirmation;
  return {
    kind: refused === undefined ? 'to_confirm' : 'refused',
    words: question?.words ?? asked.words,
    likely: question,
    code: asked.code,
  };
}
