import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import {
  computed,
  notComputed,
  valueOn,
  withGiven,
  type Alternative,
  type Computed,
  type Parameter,
  type ParameterUse,
  type Reason,
} from '../kernel/index.ts';
import { DELAYS, REQUIRED, TEXT_IN_FORCE } from './delays.ts';
import { enrolBy } from './enrol-by.ts';
import { profileOf } from './qualification.ts';
import type { DeadlineKind, Profile, RequiredTraining, TextCode, TrainingFile } from './types.ts';
import { DEADLINE_NAMES, monthsWords, REASONS, reason, sumWords, textWords } from './wording.ts';

export interface TrainingDeadlines {
  readonly outcome: 'computed' | 'undetermined';
  readonly profile: Profile | null;
  readonly required: RequiredTraining | null;
  /** Text in force on the day of the hire: it governs. */
  readonly hireText: TextCode | null;
  /** Text in force when the aid contract was signed: shown beside. */
  readonly contractText: TextCode | null;
  readonly start: Computed<Day>;
  readonly complete: Computed<Day>;
  /** Last day to register so as to hold `complete`. */
  readonly enrolBy: Computed<Day>;
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/**
 * The two legal dates of a training and the day to register by. The text in force on the day of the hire governs; a
 * date is the same day of the month, or the last day of a shorter month. `day` is the day of the question: a text not
 * yet in force that day is not shown.
 */
export function trainingDeadlines(file: TrainingFile, day: Day): TrainingDeadlines {
  const profile = profileOf(file);
  const { hiredOn, contractSignedOn } = file;
  const hireUse = hiredOn === undefined ? null : valueOn(TEXT_IN_FORCE, hiredOn);
  const contractUse = contractSignedOn === undefined ? null : valueOn(TEXT_IN_FORCE, contractSignedOn);
  const missing = [...(profile === null ? ['profile'] : []), ...(hiredOn === undefined ? ['hiredOn'] : [])];
  const absent = [
    ...(profile === null ? [REASONS.profileMissing] : []),
    ...(hiredOn === undefined ? [REASONS.hireMissing] : []),
  ];
  const dateOf = (kind: DeadlineKind): Computed<Day> => {
    const answer =
      profile === null || hiredOn === undefined
        ? notComputed<Day>('jour', missing, { reasons: absent })
        : deadline(DELAYS[profile][kind], kind, hiredOn, contractSignedOn, day);
    return withGiven(answer, file.given?.[kind]);
  };
  const requiredUse = profile === null || hiredOn === undefined ? null : valueOn(REQUIRED[profile], hiredOn);
  const complete = dateOf('complete');
  const otherText = hireUse !== null && contractUse !== null && contractUse.value !== hireUse.value;
  return {
    outcome: complete.outcome,
    profile,
    required: requiredUse?.value ?? null,
    hireText: hireUse?.value ?? null,
    contractText: contractUse?.value ?? null,
    start: dateOf('start'),
    complete,
    enrolBy: enrolBy(file, requiredUse?.value ?? null, complete, day),
    reasons: [
      ...absent,
      ...(hiredOn !== undefined && hireUse === null ? [REASONS.noText] : []),
      ...textReasons(hireUse?.value ?? null),
      ...(otherText ? [REASONS.hireGoverns] : []),
    ],
    parameters: [hireUse, contractUse, requiredUse].filter((use) => use !== null),
    missing,
  };
}

function textReasons(hireText: TextCode | null): Reason[] {
  return hireText === null ? [] : [reason('hire_text', `Texte de la date d’embauche : ${textWords(hireText)}.`)];
}

function deadline(
  figure: Parameter<number>,
  kind: DeadlineKind,
  hiredOn: Day,
  contractSignedOn: Day | undefined,
  day: Day,
): Computed<Day> {
  const use = valueOn(figure, hiredOn);
  if (use === null) return notComputed<Day>('jour', [], { reasons: [REASONS.noText] });
  const disputed = figure.values.find((dated) => dated.from === use.from)?.disputed ?? [];
  const readings: Reading[] = disputed.map(({ value, sources }) => ({
    months: value,
    words: value === null ? 'aucun délai exigé par ce texte' : `${monthsWords(value)}, autre lecture`,
    sources,
  }));
  const contractUse = contractSignedOn === undefined ? null : valueOn(figure, contractSignedOn);
  if (contractUse !== null && contractUse.from !== use.from && contractUse.value !== null) {
    const words = `${monthsWords(contractUse.value)}, texte du contrat d’aide`;
    readings.push({ months: contractUse.value, words, sources: contractUse.sources });
  }
  const later = laterReading(figure, hiredOn, day);
  if (later !== null) readings.push(later);
  const reasons = [...(disputed.length > 0 ? [REASONS.conflict] : []), ...(later !== null ? [REASONS.laterText] : [])];
  const parameters = [use, ...(contractUse === null || contractUse.from === use.from ? [] : [contractUse])];
  if (use.value === null) {
    const alternatives = alternativesOf(readings, hiredOn, null);
    return notComputed<Day>('jour', [], { reasons: [REASONS.noStartDelay, ...reasons], alternatives, parameters });
  }
  const value = addMonths(hiredOn, use.value);
  return computed<Day>(value, 'jour', {
    steps: [{ label: stepLabel(kind), words: sumWords(hiredOn, use.value, value), value, unit: 'jour' }],
    alternatives: alternativesOf(readings, hiredOn, value),
    reasons,
    parameters,
  });
}

interface Reading {
  readonly months: number | null;
  readonly words: string;
  readonly sources: Alternative<Day>['sources'];
}

/** The next text read for an earlier hire: nothing says it applies, and it cannot have asked for a day before itself. */
function laterReading(figure: Parameter<number>, hiredOn: Day, day: Day): Reading | null {
  const later = figure.values.find(({ from }) => from !== null && from > hiredOn && from <= day);
  if (later === undefined || later.from === null || later.value === null) return null;
  if (addMonths(hiredOn, later.value) < later.from) return null;
  const words = `${monthsWords(later.value)}, si le texte du ${formatDay(later.from)} vaut aussi pour cette embauche`;
  return { months: later.value, words, sources: later.sources };
}

/** One line per day, the day followed left out; « no delay » stays. */
function alternativesOf(readings: readonly Reading[], hiredOn: Day, followed: Day | null): Alternative<Day>[] {
  const lines = new Map<Day | null, Alternative<Day>>();
  for (const { months, words, sources } of readings) {
    const value = months === null ? null : addMonths(hiredOn, months);
    if (value === followed || lines.has(value)) continue;
    const shown = value === null ? words : `${formatDay(value)} : ${words}`;
    lines.set(value, { value, words: frenchTypography(shown), sources });
  }
  return [...lines.values()];
}

const stepLabel = (kind: DeadlineKind): string => `Dernier jour pour ${DEADLINE_NAMES[kind]}`;
