import { DomainError } from '#shared/contract/errors.ts';
import { choicesOn, overridesOn } from '#shared/rules/choices.ts';
import { addYears, formatDay } from '#shared/kernel/day.ts';
import { findParameter } from '#shared/rules/book.ts';
import { choiceProblem } from '#shared/rules/choice-problem.ts';
import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import { nextRank, readChoices } from './rule-choices.repository.ts';

const inWords = (choice: { value: unknown } | null) => (choice === null ? null : JSON.stringify(choice.value));

/** What the practice decides in the book of rules. */
export function rulesHandlers(): AreaHandlers<'rules'> {
  return {
    choices: async ({ db }) => ({ choices: await readChoices(db) }),
    async choose(call, { parameterId, base, choice, from, reason }) {
      const parameter = findParameter(parameterId);
      if (parameter === null) throw new DomainError('NOT_FOUND', { what: 'rule' });
      refuseFarDay(call, from);
      const choices = await readChoices(call.uow.db);
      const inForce = choicesOn(choices, from).get(parameterId);
      const stored = inForce?.choice ?? null;
      if (inWords(stored) !== inWords(base) && inWords(stored) !== inWords(choice)) {
        throw new DomainError('EDIT_CONFLICT', {
          conflicts: [
            {
              field: parameterId,
              mine: inWords(choice),
              theirs: inWords(stored),
              by: inForce?.by ?? '',
              at: inForce?.at ?? '',
            },
          ],
        });
      }
      const message = choiceProblem(parameter, choice, from, overridesOn(choices, from));
      if (message !== null) throw new DomainError('INVALID', { problems: [{ field: parameterId, message }] });
      const id = call.newId();
      await call.uow.insert('rule_choice', {
        id,
        rank: await nextRank(call.uow.db),
        parameter_id: parameterId,
        choice: choice === null ? null : JSON.stringify(choice),
        from_day: from,
        reason,
        signed_by: call.person.accountId,
        signed_at: call.clock.now(),
        version: 1,
      });
      call.about({ recordId: id, ...(reason === null ? {} : { reason }) });
      return { id };
    },
  };
}

/** A change begins within a year, either way: beyond, the day is a slip. */
function refuseFarDay(call: CommandCall, from: string): void {
  const today = call.clock.today();
  const [first, last] = [addYears(today, -1), addYears(today, 1)];
  if (from >= first && from <= last) return;
  const message = `Date d’effet à choisir entre le ${formatDay(first)} et le ${formatDay(last)}.`;
  throw new DomainError('INVALID', { problems: [{ field: 'from', message }] });
}
