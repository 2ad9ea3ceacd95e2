import { NBSP } from '#shared/kernel/format.ts';
import { parameter, valueOn, type Overrides, type Parameter, type ParameterUse } from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';

/** Which passages count as seen, as offered to the practice. */
export const SEEN_RULES = {
  BEGUN: 'Consultation commencée (en consultation, à finaliser, parti)',
  ENDED: 'Consultation terminée (à finaliser, parti)',
  PRESENT: 'Patient présent (arrivé, en préparation, prêt, et au-delà)',
} as const;
export type SeenRule = keyof typeof SEEN_RULES;

/** Stages of a passage that count, by rule. « Parti sans être vu », absent and cancelled never do. */
const SEEN_STAGES = {
  BEGUN: ['consultation', 'finalise', 'left'],
  ENDED: ['finalise', 'left'],
  PRESENT: ['waiting', 'preparation', 'ready', 'consultation', 'finalise', 'left'],
} as const satisfies Record<SeenRule, readonly string[]>;

export const SEEN = parameter<string>({
  id: 'counters.seen',
  label: 'Passage compté comme vu',
  unit: 'code',
  checkedOn: CHECKED_ON,
  editable: { kind: 'choice', choices: SEEN_RULES },
  values: [{ from: null, value: 'BEGUN', sources: cite('PROJECT'), confidence: 'design_choice' }],
});

const figure = (
  id: string,
  label: string,
  unit: string,
  value: number,
  bounds: { min: number; max: number },
): Parameter<number> =>
  parameter<number>({
    id: `counters.${id}`,
    label,
    unit,
    checkedOn: CHECKED_ON,
    editable: { kind: 'number', ...bounds },
    values: [{ from: null, value, sources: cite('PROJECT'), confidence: 'design_choice' }],
  });

/** The sources say « dans l’année »; the sliding window is ours (the CPAM’s is unknown). */
export const WINDOW = parameter<number>({
  id: 'counters.window_months',
  label: 'Durée de la file active, glissante',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  editable: { kind: 'number', min: 1, max: 36 },
  values: [{ from: null, value: 12, sources: cite('S22', 'S08'), confidence: 'inferred' }],
});
export const GAP_DAYS = figure('gap_days', `Interruption admise entre deux périodes enregistrées`, 'jours', 14, {
  min: 0,
  max: 62,
});
export const HISTORY = figure('history_months', 'Mois de gains regardés par la projection', 'mois', 12, {
  min: 3,
  max: 60,
});
export const LEAST = figure('least_months', `Mois de gains au moins, sans quoi rien n’est projeté`, 'mois', 6, {
  min: 3,
  max: 60,
});
export const MINOR_AGE = parameter<number>({
  id: 'counters.minor_age',
  label: `Patientèle adulte de l’avenant${NBSP}7${NBSP}: à partir de`,
  unit: 'ans',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: 16, sources: cite('S20'), confidence: 'multiple_secondary' }],
});

/** A value of this chapter on a day; each has one whatever the day. */
export function used<Value extends string | number>(
  definition: Parameter<Value>,
  day: string,
  overrides: Overrides | undefined,
): { value: Value; use: ParameterUse<Value> } {
  const use = valueOn(definition, day, overrides);
  // Switched off, a value of this chapter has no meaning: the one of the book stands.
  const value = use?.value ?? use?.defaultValue;
  if (use === null || value === null || value === undefined) throw new TypeError(`no value for ${definition.id}`);
  return { value, use };
}

/** Stages that count as seen on a day, with the parameter behind them. */
export function seenStages(
  day: string,
  overrides?: Overrides,
): { stages: readonly string[]; use: ParameterUse<string> } {
  const { value, use } = used(SEEN, day, overrides);
  return { stages: Object.hasOwn(SEEN_STAGES, value) ? SEEN_STAGES[value as SeenRule] : SEEN_STAGES.BEGUN, use };
}

/** Months of gains that a projection looks at, on a day. */
export const historyMonths = (day: string, overrides?: Overrides): number => used(HISTORY, day, overrides).value;
