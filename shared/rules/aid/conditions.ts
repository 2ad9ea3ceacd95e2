import {
  valueOn,
  type JsonValue,
  type Overrides,
  type Parameter,
  type ParameterUse,
  type Reason,
  type Verdict,
} from '../kernel/index.ts';
import type { Day } from '#shared/kernel/day.ts';

/** A verdict made of several: each condition keeps its own, the reasons that decide come first. */
export type GatheredVerdict<Id extends string = string> = Verdict & {
  readonly conditions: Readonly<Partial<Record<Id, Verdict>>>;
};

/**
 * Not met as soon as one condition is not; undetermined when one is and none fails; met otherwise. `reasons` holds
 * every failing condition, then every undetermined one; all of them when everything is met.
 */
export function gather<Id extends string>(conditions: Readonly<Partial<Record<Id, Verdict>>>): GatheredVerdict<Id> {
  const all = Object.values<Verdict | undefined>(conditions).filter((one) => one !== undefined);
  const of = (outcome: Verdict['outcome']): readonly Verdict[] => all.filter((one) => one.outcome === outcome);
  const failing = of('not_met');
  const open = of('undetermined');
  const outcome = failing.length > 0 ? 'not_met' : open.length > 0 ? 'undetermined' : 'met';
  const deciding = outcome === 'met' ? all : [...failing, ...open];
  return {
    outcome,
    reasons: deciding.flatMap(({ reasons }) => reasons),
    parameters: distinct(all.flatMap(({ parameters }) => parameters)),
    missing: [...new Set(all.flatMap(({ missing }) => missing))],
    conditions,
  };
}

/** Uses of parameters, each named once per day. */
function distinct(uses: readonly ParameterUse[]): ParameterUse[] {
  return [...new Map(uses.map((use) => [`${use.id} ${use.on}`, use])).values()];
}

export const reason = (code: string, words: string): Reason => ({ code, words });

/** Reads parameters for a day and keeps what was read, so that a verdict can show it. */
export class ParameterReader {
  readonly uses: ParameterUse[] = [];
  readonly #day: Day;
  readonly #overrides: Overrides | undefined;

  constructor(day: Day, overrides?: Overrides) {
    this.#day = day;
    this.#overrides = overrides;
  }

  /** The value in force; null when it is unknown or does not exist yet. */
  read<Value extends JsonValue>(definition: Parameter<Value>): Value | null {
    const use = valueOn(definition, this.#day, this.#overrides);
    if (use === null) return null;
    this.uses.push(use);
    return use.value;
  }
}

/** « Figure inconnue » : what to do is always the same. */
export function unknownFigure(what: string): Reason {
  return reason('unknown_figure', `${what}\u00A0: figure inconnue, saisir celle de votre contrat.`);
}

export function toFill(code: string, words: string): Reason {
  return reason(`${code}_missing`, `${words}\u00A0: à renseigner.`);
}

/** « au moins » or « plus de ». */
export function reaches(figure: number, limit: number, operator: '>=' | '>' | null): boolean {
  return operator === '>' ? figure > limit : figure >= limit;
}
