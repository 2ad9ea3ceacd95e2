import { z } from 'zod';
import { DayValue, Id, InstantValue } from '#shared/domain/values.ts';
import { command, query } from './procedure.ts';

const ParameterId = z.string().min(1).max(100);
/** Null: the value of the rule book. `{ value: null }`: switched off. */
const Chosen = z.strictObject({ value: z.json() }).nullable();

export const RuleChoiceView = z.object({
  id: Id,
  parameterId: ParameterId,
  choice: Chosen,
  from: DayValue,
  reason: z.string().nullable(),
  by: z.string(),
  at: InstantValue,
});
export type RuleChoiceView = z.infer<typeof RuleChoiceView>;

export const rulesContract = {
  /** Every choice of the practice, past ones included, as they were signed. */
  choices: query({ permission: 'practice.read' }, {}, z.object({ choices: z.array(RuleChoiceView) })),
  /**
   * Changes a value of the rule book for the practice, from a day on. `base` is the choice the person saw in force on that
   * day. Refusals: NOT_FOUND (no such parameter), INVALID (not editable, out of limits, out of order with the other
   * levels), EDIT_CONFLICT (no longer `base`).
   */
  choose: command(
    { permission: 'rule.choose', undo: 'inverse', topics: ['practice'], label: 'Changement d’une règle' },
    {
      parameterId: ParameterId,
      base: Chosen,
      choice: Chosen,
      from: DayValue,
      reason: z.string().trim().min(1).max(300).nullable(),
    },
    z.object({ id: Id }),
  ),
};
