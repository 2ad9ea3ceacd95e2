import { z } from 'zod';
import { daySchema, ruleEntry } from '../kernel/index.ts';
import { preventionLabel, type PreventionLine } from './label.ts';
import { DECISION_TABLE } from './decision-table.ts';
import {
  PREVENTION_SUBJECTS,
  RECORDED_DECISIONS,
  STATES_OF,
  type PreventionState,
  type RecordedDecision,
} from './types.ts';

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): z.ZodEnum<{ [One in Key]: One }> =>
  z.enum(Object.keys(record)) as unknown as z.ZodEnum<{ [One in Key]: One }>;

const day = daySchema.exactOptional();
const dayOrNull = daySchema.nullable().exactOptional();

export const preventionLine: z.ZodType<PreventionLine> = z
  .strictObject({
    subject: z.enum(PREVENTION_SUBJECTS),
    state: keysOf<PreventionState>(DECISION_TABLE),
    decision: z
      .strictObject({ kind: keysOf<RecordedDecision>(RECORDED_DECISIONS), on: daySchema, until: day, doneOn: day })
      .exactOptional(),
    doneOn: dayOrNull,
    nextDay: dayOrNull,
    until: dayOrNull,
  })
  .check(({ value, issues }) => {
    const note = (path: string[], message: string): unknown =>
      issues.push({ code: 'custom', path, message, input: value });
    const { subject, state, decision } = value;
    const states: readonly string[] = STATES_OF[subject];
    if (!states.includes(state)) note(['state'], 'État inconnu pour ce sujet.');
    if (decision === undefined) return;
    const { kind, on, until, doneOn } = decision;
    const waits = kind === 'refused' || kind === 'postponed';
    if (kind === 'postponed' && until === undefined) note(['decision', 'until'], 'À renseigner.');
    if (!waits && until !== undefined) note(['decision', 'until'], 'Seulement pour un refus ou un report.');
    if (waits && until !== undefined && until <= on) note(['decision', 'until'], 'Après le jour de la décision.');
    if (kind !== 'done' && doneOn !== undefined) note(['decision', 'doneOn'], 'Seulement pour un acte déjà fait.');
    if (doneOn !== undefined && doneOn > on) note(['decision', 'doneOn'], 'Au plus tard le jour de la décision.');
  });

export const entries = [
  ruleEntry({
    id: 'prevention.label',
    title: 'Mots d’une ligne de prévention',
    situation: preventionLine,
    run: preventionLabel,
  }),
] as const;
