import { expectedLines, LINE_LABELS, type TypedLine } from '#shared/domain/observation.ts';
import { addMonths } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import {
  computeBmi,
  evaluate,
  evaluateBloodPressure,
  retainedPressure,
  VITAL_SIGN_CODES,
  type PastMeasure,
  type PressureProtocol,
  type PressureReading,
  type VitalSignCode,
} from '#shared/rules/vital-signs/index.ts';
import { readSettings } from '#electron/features/practice/index.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { Card, CardPerson, CardReader } from '#electron/features/visits/index.ts';
import { contextOf, figuresOf, figureText, measured, withLineUnit, yearsOn, type Figure } from './figures.ts';
import { bodyHistoryOf, figuresOfDay } from './observation.repository.ts';
import { leastLossPercent, quietBand } from './thresholds.ts';

type Measure = Card['measures'][number];
interface Situation {
  day: string;
  overrides: Overrides;
  protocol: PressureProtocol;
  quiet: Readonly<Record<VitalSignCode, { low: number; high: number }>>;
  leastLoss: number;
}

/**
 * What the cards of a day show of the constantes: progress, and the figures the doctor has to see. Thresholds are
 * compared first; the rules are asked only about a figure outside them, so that a quiet day costs next to nothing.
 */
export const readCards: CardReader = async ({ db }, day, people) => {
  const settings = await readSettings(db);
  const overrides = await readOverrides(db, day);
  const quiet = Object.fromEntries(
    VITAL_SIGN_CODES.map((code) => [code, quietBand(code, day, overrides)]),
  ) as Situation['quiet'];
  const situation: Situation = {
    day,
    overrides,
    protocol: settings.bloodPressureProtocol,
    quiet,
    leastLoss: leastLossPercent(day, overrides),
  };
  const rows = Map.groupBy(await figuresOfDay(db, day), (row) => row.visit_id ?? '');
  const weighed = [...rows.values()].some((own) => own.some((row) => row.code === 'POIDS' && row.value !== null));
  const past = weighed
    ? Map.groupBy(await bodyHistoryOf(db, day, addMonths(day, -12)), (row) => row.patientId)
    : new Map<string, never[]>();
  const cards = new Map<string, Card>();
  for (const person of people) {
    const figures = figuresOf(rows.get(person.visitId) ?? []);
    const history = (past.get(person.patientId) ?? []).map(({ code, day: on, value }): PastMeasure => ({
      code,
      day: on,
      value,
    }));
    cards.set(person.visitId, {
      measures: measuresOf(figures, person, history, situation),
      progress: progressOf(figures, person, situation),
    });
  }
  return cards;
};

/** Lines done, or said not done, over the lines expected at this age. */
export function progressOf(
  figures: readonly Figure[],
  person: { birthDay: string; sex: string },
  situation: Pick<Situation, 'day' | 'overrides' | 'protocol'>,
) {
  const expected = expectedLines(yearsOn(person.birthDay, situation.day));
  const isDone = (code: TypedLine) => {
    const own = figures.filter((figure) => figure.code === code);
    if (own.length === 0) return false;
    if (code !== 'PA' || own.some((figure) => figure.notDone !== null)) return true;
    return (
      retainedPressure(pressuresOf(own), situation.protocol, {
        patient: measured(person),
        day: situation.day,
        overrides: situation.overrides,
      }).state === 'retained'
    );
  };
  return { done: expected.filter(isDone).length, expected: expected.length };
}

export function pressuresOf(figures: readonly Figure[]): PressureReading[] {
  return figures.flatMap(({ code, value, second }) =>
    code === 'PA' && value !== null && second !== null ? [{ systolic: value, diastolic: second }] : [],
  );
}

function measuresOf(
  figures: readonly Figure[],
  person: CardPerson,
  history: readonly PastMeasure[],
  situation: Situation,
): Measure[] {
  if (figures.length === 0) return [];
  const found = [...pressureMeasure(figures, person, situation)];
  for (const figure of figures) {
    if (figure.code !== 'PA') found.push(...singleMeasure(figure, person, history, situation));
  }
  found.push(...bmiMeasure(figures, person, history, situation));
  const rank = { urgent: 0, notify_strong: 1, notify: 2 } as const;
  return found.sort((a, b) => rank[a.level] - rank[b.level]);
}

const outside = (band: { low: number; high: number }, value: number) => value <= band.low || value >= band.high;
const told = (code: string, level: string, words: string): Measure[] =>
  level === 'none' || level === 'info' ? [] : [{ code, level: level as Measure['level'], words }];

function pressureMeasure(figures: readonly Figure[], person: CardPerson, situation: Situation): Measure[] {
  const readings = pressuresOf(figures);
  const { PAS, PAD } = situation.quiet;
  if (!readings.some(({ systolic, diastolic }) => outside(PAS, systolic) || outside(PAD, diastolic))) return [];
  const asked = { patient: measured(person), day: situation.day, overrides: situation.overrides };
  const retained = retainedPressure(readings, situation.protocol, asked);
  const shown = retained.state === 'retained' ? retained : readings.at(-1);
  if (shown === undefined) return [];
  const { level } = evaluateBloodPressure(shown, asked);
  const detail =
    retained.state === 'retained' && retained.from.length === 2
      ? `moyenne ${retained.from.join('-')}`
      : `${readings.length}${NBSP}mesure${readings.length > 1 ? 's' : ''}`;
  return told('PA', level, `${LINE_LABELS.PA.short} ${figureText('PA', shown.systolic, shown.diastolic)} (${detail})`);
}

function singleMeasure(
  figure: Figure,
  person: CardPerson,
  history: readonly PastMeasure[],
  situation: Situation,
): Measure[] {
  const code = figure.code as Exclude<TypedLine, 'PA'>;
  const value = figure.value ?? figure.beyond;
  if (value === null) return [];
  const quiet =
    typeof value === 'number' &&
    (code === 'POIDS' ? !lost(value, history, situation.leastLoss) : !outside(situation.quiet[code], value));
  if (quiet) return [];
  const { glucoseMoment } = contextOf(figure.row);
  const { level, words } = evaluate({
    code,
    value,
    patient: measured(person),
    day: situation.day,
    history,
    overrides: situation.overrides,
    context: glucoseMoment === undefined ? {} : { glucoseMoment },
  });
  const text = withLineUnit(code, figureText(code, figure.value, null, figure.beyond, Number(figure.row.decimals)));
  return told(code, level, `${LINE_LABELS[code].short} ${text}${code === 'POIDS' ? ` (${words})` : ''}`);
}

/** Whether an earlier weight is enough above this one for a threshold of loss, whatever its window. */
function lost(weight: number, history: readonly PastMeasure[], percent: number): boolean {
  return history.some(
    ({ code, value }) =>
      code === 'POIDS' && typeof value === 'number' && (value - weight) * 100 >= percent * value - 1e-6,
  );
}

/** Rounding of the index, left on both sides of the quiet band. */
const bmiMargin = 0.1;

function bmiMeasure(
  figures: readonly Figure[],
  person: CardPerson,
  history: readonly PastMeasure[],
  situation: Situation,
): Measure[] {
  const weight = figures.find((figure) => figure.code === 'POIDS')?.value;
  if (weight === undefined || weight === null) return [];
  const height = figures.find((figure) => figure.code === 'TAILLE')?.value ?? undefined;
  const heights =
    height === undefined
      ? history.flatMap((past) => (past.code === 'TAILLE' && typeof past.value === 'number' ? [past.value] : []))
      : [height];
  const { low, high } = situation.quiet.IMC;
  if (
    heights.every(
      (known) => !outside({ low: low + bmiMargin, high: high - bmiMargin }, (weight * 10_000) / (known * known)),
    )
  )
    return [];
  const bmi = computeBmi({
    weight,
    ...(height === undefined ? {} : { height }),
    birthDate: person.birthDay,
    day: situation.day,
    history,
    overrides: situation.overrides,
  });
  if (bmi.kind !== 'computed' || !outside(situation.quiet.IMC, bmi.value)) return [];
  const { level } = evaluate({
    code: 'IMC',
    value: bmi.value,
    patient: measured(person),
    day: situation.day,
    overrides: situation.overrides,
  });
  return told('IMC', level, `${LINE_LABELS.IMC.short} ${withLineUnit('IMC', figureText('IMC', bmi.value, null))}`);
}
