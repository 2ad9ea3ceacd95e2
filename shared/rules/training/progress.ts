import type { Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import {
  computed,
  met,
  notComputed,
  notMet,
  undetermined,
  valueOn,
  withGiven,
  type Computed,
  type Parameter,
  type ParameterUse,
  type Verdict,
} from '../kernel/index.ts';
import { CQP, FAE, MODULE_NUMBERS, MODULE_TITLES, type ModuleNumber } from './figures.ts';
import { hoursWords, reason } from './wording.ts';

export interface ModuleHours {
  readonly module: ModuleNumber;
  readonly done?: number;
  readonly planned?: number;
  /** Hours taken off after a positioning. */
  readonly exempt?: number;
  /** Hours of the module on the contract of the training body: they win. */
  readonly announced?: number;
}

export type ProgressSituation =
  | {
      readonly path: 'CQP';
      readonly startedOn?: Day;
      readonly positioningOn?: Day;
      readonly modules?: readonly ModuleHours[];
      /** Hours done outside the four modules, out of those nobody explains. */
      readonly unexplainedDone?: number;
    }
  | { readonly path: 'FAE'; readonly startedOn?: Day; readonly done?: number; readonly planned?: number };

export interface HoursLine {
  /** Null for the whole FAE and for the hours outside the modules. */
  readonly module: ModuleNumber | null;
  readonly title: string;
  readonly required: Computed;
  readonly done: number | null;
  readonly planned: number | null;
  readonly exempt: number;
  readonly remaining: Computed;
  readonly state: 'done' | 'running' | 'not_started' | 'undetermined';
}

export interface TrainingProgress {
  readonly lines: readonly HoursLine[];
  /** Hours announced that no module explains; null for the FAE. */
  readonly unexplained: HoursLine | null;
  readonly required: Computed;
  readonly remainingInModules: Computed;
  readonly remaining: Computed;
  /** Every hour done; the certificate alone proves the qualification. */
  readonly verdict: Verdict;
  readonly parameters: readonly ParameterUse[];
}

/** Hours done and missing. The figures are those of the day the training started, or of the day asked before it has. */
export function trainingProgress(situation: ProgressSituation, day: Day): TrainingProgress {
  const on = situation.startedOn ?? day;
  return situation.path === 'FAE' ? faeProgress(situation, on) : cqpProgress(situation, on);
}

const HOURS = 'heures';
const unknownFigure = reason('figure_unknown', 'Chiffre inconnu : saisir celui de l’organisme de formation.');
const doneMissing = reason('done_missing', 'Heures suivies à saisir.');
const exemptNotCounted = reason(
  'exempt_without_positioning',
  'Allègement non déduit : date du positionnement à saisir.',
);
const certificateProves = reason('certificate_proves', 'Le certificat fait foi, non le compte des heures.');

type Typed = Omit<ModuleHours, 'module'>;

function requiredHours(figure: Parameter<number>, on: Day, announced: number | undefined, input: string): Computed {
  const use = valueOn(figure, on);
  const parameters = use === null ? [] : [use];
  const answer =
    use === null || use.value === null
      ? notComputed(HOURS, [input], { reasons: [unknownFigure], parameters })
      : computed(use.value, HOURS, {
          steps: [{ label: figure.label, words: hoursWords(use.value), value: use.value, unit: HOURS }],
          parameters,
        });
  return withGiven(answer, announced === undefined ? null : { value: announced, origin: 'typed', on: null });
}

function line(
  module: ModuleNumber | null,
  title: string,
  required: Computed,
  typed: Typed,
  counted: { readonly exempt: number; readonly doneInput: string },
): HoursLine {
  const done = typed.done ?? null;
  const ignored = typed.exempt !== undefined && typed.exempt > 0 && counted.exempt === 0 ? [exemptNotCounted] : [];
  const missing = [
    ...required.missing,
    ...(done === null ? [counted.doneInput] : []),
    ...(ignored.length === 0 ? [] : ['positioningOn']),
  ];
  const { value: asked, parameters } = required;
  const remaining =
    asked === null || done === null
      ? notComputed(HOURS, missing, {
          reasons: [...required.reasons, ...(done === null ? [doneMissing] : []), ...ignored],
          parameters,
        })
      : remainingHours(asked, done, counted.exempt, { parameters, reasons: ignored });
  const base = { module, title, required, done, planned: typed.planned ?? null, exempt: counted.exempt, remaining };
  if (remaining.value === null) return { ...base, state: 'undetermined' };
  if (remaining.value === 0) return { ...base, state: 'done' };
  return { ...base, state: done === 0 ? 'not_started' : 'running' };
}

function remainingHours(
  asked: number,
  done: number,
  exempt: number,
  why: Pick<Computed, 'parameters' | 'reasons'>,
): Computed {
  const rest = asked - exempt - done;
  const value = rest < 0 ? 0 : rest;
  const less = exempt === 0 ? '' : ` − ${formatNumber(exempt)}`;
  const words = `${formatNumber(asked)}${less} − ${formatNumber(done)} = ${hoursWords(value)}`;
  const over = rest < 0 ? [reason('over', `${hoursWords(-rest)} au-delà de la durée annoncée.`)] : [];
  return computed(value, HOURS, {
    ...why,
    reasons: [...why.reasons, ...over],
    steps: [{ label: 'Heures restantes', words, value, unit: HOURS }],
  });
}

function faeProgress(situation: Extract<ProgressSituation, { path: 'FAE' }>, on: Day): TrainingProgress {
  const required = requiredHours(FAE.hours, on, undefined, 'announced');
  const one = line(null, 'Formation d’adaptation à l’emploi', required, situation, { exempt: 0, doneInput: 'done' });
  return {
    lines: [one],
    unexplained: null,
    required,
    remainingInModules: one.remaining,
    remaining: one.remaining,
    verdict: verdictOf(one.remaining),
    parameters: required.parameters,
  };
}

function cqpProgress(situation: Extract<ProgressSituation, { path: 'CQP' }>, on: Day): TrainingProgress {
  const { modules = [], positioningOn, unexplainedDone } = situation;
  const lines = MODULE_NUMBERS.map((module) => {
    const typed: Typed = modules.find((one) => one.module === module) ?? {};
    const input = `modules.${module}`;
    const required = requiredHours(CQP.modules[module], on, typed.announced, `${input}.announced`);
    const exempt = positioningOn === undefined ? 0 : (typed.exempt ?? 0);
    return line(module, MODULE_TITLES[module], required, typed, { exempt, doneInput: `${input}.done` });
  });
  const required = requiredHours(CQP.total, on, undefined, 'announced');
  const apart = requiredHours(CQP.unexplained, on, undefined, 'unexplained');
  const unexplained = apartLine(apart, unexplainedDone);
  const remainingInModules = sumOf(lines.map((one) => one.remaining));
  const remaining = totalOf(remainingInModules, unexplained, apart);
  const parameters = [...required.parameters, ...lines.flatMap((one) => one.required.parameters), ...apart.parameters];
  return { lines, unexplained, required, remainingInModules, remaining, verdict: verdictOf(remaining), parameters };
}

function apartLine(required: Computed, done: number | undefined): HoursLine {
  const typed = done === undefined ? {} : { done };
  const one = line(null, 'Heures hors des quatre modules', required, typed, {
    exempt: 0,
    doneInput: 'unexplainedDone',
  });
  if (one.done !== null || required.value === null) return one;
  const words = `${hoursWords(required.value)} annoncées qu’aucun module n’explique : à demander à l’organisme.`;
  return { ...one, remaining: { ...one.remaining, reasons: [reason('unexplained_hours', words)] } };
}

function sumOf(parts: readonly Computed[]): Computed {
  const values = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < parts.length) {
    const reasons = [...new Map(parts.flatMap((part) => part.reasons).map((one) => [one.code, one])).values()];
    return notComputed(HOURS, [...new Set(parts.flatMap((part) => part.missing))], { reasons });
  }
  const value = values.reduce((total, one) => total + one, 0);
  const words = `${values.map((one) => formatNumber(one)).join(' + ')} = ${hoursWords(value)}`;
  return computed(value, HOURS, { steps: [{ label: 'Heures restantes', words, value, unit: HOURS }] });
}

/** The hours nobody explains are kept apart: without them the total is shown both ways and not decided. */
function totalOf(inModules: Computed, unexplained: HoursLine, apart: Computed): Computed {
  const total = sumOf([inModules, unexplained.remaining]);
  if (total.value !== null || inModules.value === null || apart.value === null) return total;
  const { sources = [] } = apart.parameters[0] ?? {};
  return {
    ...total,
    alternatives: [
      { value: inModules.value, words: 'sans les heures qu’aucun module n’explique', sources },
      { value: inModules.value + apart.value, words: 'avec les heures qu’aucun module n’explique', sources },
    ],
  };
}

function verdictOf(remaining: Computed): Verdict {
  const { value, missing, reasons } = remaining;
  if (value === null) return undetermined(missing, [...reasons, certificateProves]);
  const left = reason('hours_left', `${hoursWords(value)} restent à suivre.`);
  return value === 0
    ? met([reason('hours_done', 'Toutes les heures annoncées sont suivies.'), certificateProves])
    : notMet([left, certificateProves]);
}
