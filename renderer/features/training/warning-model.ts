import type { AssistantTraining } from '#shared/contract/training.ts';
import { addMonths, daysBetween, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import type { NextStep, StepCode, TrainingWarning } from '#shared/rules/training/index.ts';

/** One line of the banner: a warning of the rules, or a dated step of the employer. */
export interface BannerLine {
  key: string;
  day: Day;
  words: string;
  late: boolean;
}

export interface Banner {
  assistant: AssistantTraining['assistant'];
  /** Late first, then the nearest. */
  lines: readonly BannerLine[];
  /** `bad`: a date has passed; `warn`: one falls inside the warnings of the rules; `neutral`: all are farther. */
  tone: 'bad' | 'warn' | 'neutral';
}

/** The warning that already says what a step asks. */
const saidBy: Partial<Record<StepCode, (warning: TrainingWarning) => boolean>> = {
  enrol: ({ code }) => code === 'enrol_by_passed',
  start: ({ code, kind }) => kind === 'start' && (code === 'late' || code === 'due'),
  obtain: ({ code, kind }) => kind === 'complete' && (code === 'late' || code === 'due'),
  plan_end: ({ code }) => code === 'planned_end_after',
};

/** What is late or comes next, with its date, by assistant, the most urgent first. */
export function bannersOf(views: readonly AssistantTraining[], today: Day): Banner[] {
  return views
    .flatMap((view): Banner[] => {
      const lines = linesOf(view, today);
      const [first] = lines;
      return first === undefined ? [] : [{ assistant: view.assistant, lines, tone: toneOf(first, view, today) }];
    })
    .sort((one, next) => byUrgency(one.lines[0], next.lines[0]));
}

function linesOf({ answers }: AssistantTraining, today: Day): BannerLine[] {
  const warnings = answers.watch.warnings.filter(({ followed }) => followed);
  const told = warnings.map(({ code, kind, day, words }) => ({
    key: `${code} ${kind}`,
    day,
    words,
    late: day < today,
  }));
  const steps = answers.steps.steps.filter(
    ({ code, optional }) => !optional && !warnings.some((warning) => saidBy[code]?.(warning) === true),
  );
  return [...told, ...steps.flatMap((step) => stepLine(step, today))].sort(byUrgency);
}

function stepLine({ code, words, by }: NextStep, today: Day): BannerLine[] {
  if (by === null) return [];
  const left = daysBetween(today, by);
  const remaining =
    left === 0 ? 'échéance aujourd’hui' : left > 0 ? `dans ${days(left)}` : `date dépassée de ${days(-left)}`;
  return [{ key: code, day: by, words: `${words.replace(/\.$/u, '')}\u00a0: ${remaining}.`, late: left < 0 }];
}

const days = (count: number): string => `${formatNumber(count)}\u00a0${count > 1 ? 'jours' : 'jour'}`;

function byUrgency(one: BannerLine | undefined, next: BannerLine | undefined): number {
  if (one === undefined || next === undefined) return 0;
  if (one.late !== next.late) return one.late ? -1 : 1;
  return one.day < next.day ? -1 : one.day > next.day ? 1 : 0;
}

function toneOf(first: BannerLine, { answers }: AssistantTraining, today: Day): Banner['tone'] {
  if (first.late) return 'bad';
  // The farthest warning of the rules: 12 months, unless the practice reads another figure.
  const ahead = Math.max(0, ...answers.watch.parameters.map(({ value }) => (typeof value === 'number' ? value : 0)));
  return first.day <= addMonths(today, ahead) ? 'warn' : 'neutral';
}
