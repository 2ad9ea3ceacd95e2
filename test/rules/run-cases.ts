import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod';
import { isDay } from '#shared/kernel/day.ts';
import { RULE_ENTRIES } from '#shared/rules/book.ts';
import { CALLABLE_RULES } from './callable-rules.ts';

const caseSchema = z.strictObject({
  name: z.string().min(1),
  day: z.string().refine(isDay, 'expected a day written YYYY-MM-DD'),
  rule: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), z.unknown()).refine((fields) => Object.keys(fields).length > 0, 'nothing is expected'),
  source: z.string().min(1),
});
export type RuleCase = z.output<typeof caseSchema>;

export interface CaseResult {
  readonly name: string;
  readonly rule: string;
  readonly day: string;
  /** One line per difference, empty when the case holds. */
  readonly differences: readonly string[];
}

/** Reads the cases of a file. Throws with the case and the field when the file is not in the documented format. */
export function readCases(file: string): RuleCase[] {
  return readCasesText(readFileSync(file, 'utf8'), file);
}

/** Same from the text of a file; `file` is only for the message. */
export function readCasesText(text: string, file: string): RuleCase[] {
  const cases = z.array(caseSchema).min(1).safeParse(parse(text));
  if (!cases.success) throw new Error(`${file}: ${z.prettifyError(cases.error)}`);
  const names = cases.data.map((one) => one.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`${file}: the case "${twice}" is written twice`);
  return cases.data;
}

/** Calls the rule of a case and compares its answer; a rule that throws or refuses its input is a difference. */
export function runCase(one: RuleCase): CaseResult {
  return { name: one.name, rule: one.rule, day: one.day, differences: differencesOf(one) };
}

/** What the book answers to a case; undefined when no rule has that name. */
export function answerTo({ rule, input, day }: RuleCase): unknown {
  const entry = RULE_ENTRIES.get(rule);
  if (entry !== undefined) return entry.ask(input, day);
  return Object.hasOwn(CALLABLE_RULES, rule) ? CALLABLE_RULES[rule]?.call(input, day) : undefined;
}

function differencesOf(one: RuleCase): string[] {
  let answer: unknown;
  try {
    answer = answerTo(one);
  } catch (error) {
    return [`input: ${error instanceof z.ZodError ? z.prettifyError(error) : String(error)}`];
  }
  if (answer === undefined) return [`rule: unknown rule "${one.rule}"`];
  const written = JSON.stringify(answer);
  if (written === undefined) return ['answer: not serialisable'];
  const plainAnswer = JSON.parse(written) as unknown;
  const differences = compare(one.expected, plainAnswer, '');
  const refused = refusedFields.safeParse(plainAnswer);
  if (differences.length === 0 || !refused.success || one.expected['outcome'] === 'refused') return differences;
  return refused.data.refusals.map(({ field, words }) => `input.${field}: ${words}`);
}

const refusedFields = z.object({
  outcome: z.literal('refused'),
  refusals: z.array(z.object({ field: z.string(), words: z.string() })),
});

/**
 * Expected objects are a part of the answer: fields they do not name are free. Lists are compared whole. Texts are
 * compared with ordinary spaces in place of non-breaking ones; figures to nine decimals.
 */
function compare(expected: unknown, actual: unknown, path: string): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [difference(path, expected, actual)];
    return expected.flatMap((item: unknown, index) => compare(item, actual[index] as unknown, `${path}[${index}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return [difference(path, expected, actual)];
    return Object.entries(expected).flatMap(([key, item]) =>
      compare(item, (actual as Record<string, unknown>)[key], path === '' ? key : `${path}.${key}`),
    );
  }
  const same =
    typeof expected === 'number' && typeof actual === 'number'
      ? Math.abs(expected - actual) < 1e-9
      : plain(expected) === plain(actual);
  return same ? [] : [difference(path, expected, actual)];
}

function plain(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u00A0', ' ') : value;
}

function difference(path: string, expected: unknown, actual: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual) ?? 'nothing'}`;
}
