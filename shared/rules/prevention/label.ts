import { formatDay, type Day } from '#shared/kernel/day.ts';
import { DECISION_TABLE } from './decision-table.ts';
import {
  PREVENTION_GROUPS,
  type Decision,
  type PreventionGroup,
  type PreventionState,
  type PreventionSubject,
  type RecordedDecision,
} from './types.ts';

export interface PreventionDecision {
  readonly kind: RecordedDecision;
  /** Day it was recorded. */
  readonly on: Day;
  /** First day to propose again, for a refusal or a postponement. */
  readonly until?: Day;
  /** Day of the act as the person says it, for `done`. */
  readonly doneOn?: Day;
}

export interface PreventionLine {
  readonly subject: PreventionSubject;
  readonly state: PreventionState;
  readonly decision?: PreventionDecision;
  /** Day of the last act of the record. */
  readonly doneOn?: Day | null;
  readonly nextDay?: Day | null;
  /** Last day of an exclusion. */
  readonly until?: Day | null;
}

export interface PreventionLabel {
  readonly label: string;
  readonly group: PreventionGroup;
  readonly groupLabel: string;
  /** The decision as it counts on the day. */
  readonly decision: Decision;
}

/** The decision as it counts on `day`: from its last day on, a refusal or a postponement is proposed again. */
export function decisionOn(decision: PreventionDecision | undefined, day: Day): Decision {
  if (decision === undefined) return 'none';
  const { kind, until } = decision;
  if (kind !== 'refused' && kind !== 'postponed') return kind;
  return until !== undefined && until <= day ? `${kind}_over` : kind;
}

/** Words of a line of prevention: « À proposer », « Fait le 17/02/2026 », « Refusé le …, à reproposer en 05/2027 ». */
export function preventionLabel(line: PreventionLine, day: Day): PreventionLabel {
  const decision = decisionOn(line.decision, day);
  const { group, templates } = DECISION_TABLE[line.state][decision];
  const known: Readonly<Record<string, string | undefined>> = {
    on: shown(line.decision?.on),
    said: shown(line.decision?.doneOn),
    done: shown(line.doneOn),
    next: shown(line.nextDay),
    // A next proposal is a month: `05/2027`.
    until: shown(line.decision?.until)?.slice(3),
    end: shown(line.until),
  };
  return { label: filled(templates, known), group, groupLabel: PREVENTION_GROUPS[group], decision };
}

function shown(day: Day | null | undefined): string | undefined {
  return day === null || day === undefined ? undefined : formatDay(day);
}

const FIELD = /\{(\w+)\}/g;

function filled(templates: readonly string[], known: Readonly<Record<string, string | undefined>>): string {
  const complete = (template: string): boolean =>
    [...template.matchAll(FIELD)].every(([, name = '']) => known[name] !== undefined);
  const template = templates.find(complete) ?? templates.at(-1) ?? '';
  return template.replace(FIELD, (_field, name: string) => known[name] ?? '…');
}
