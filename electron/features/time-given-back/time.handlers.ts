import { DomainError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { periodOf, personTime, practiceTime } from './count-time.ts';
import { readInformed, recordInformation, whyNotShown } from './information.ts';

/** Time given back: the practice as a whole, one's own, and one person's where the law lets it be shown. */
export function timeHandlers(practice: Practice): AreaHandlers<'time'> {
  return {
    practice({ db, clock }, { weeks }) {
      const today = clock.today();
      return practiceTime(practice, db, { ...periodOf(weeks, today), today, doctorIds: null });
    },
    mine({ db, clock, person }, { weeks }) {
      const today = clock.today();
      return personTime(practice, db, {
        ...periodOf(weeks, today),
        today,
        doctorIds: null,
        accountId: person.accountId,
      });
    },
    async ofPerson({ db, clock }, { weeks, assistantId }) {
      const one = (await readInformed(db)).find((known) => known.assistantId === assistantId);
      if (one === undefined) throw new DomainError('NOT_FOUND', { what: 'assistant' });
      const today = clock.today();
      const message = whyNotShown(one, today);
      if (message !== null) throw new DomainError('INVALID', { problems: [{ field: 'assistantId', message }] });
      return personTime(practice, db, {
        ...periodOf(weeks, today),
        today,
        doctorIds: null,
        accountId: one.accountId ?? '',
      });
    },
    async informed({ db }) {
      const assistants = await readInformed(db);
      return {
        assistants: assistants.map(({ assistantId, name, linked, informedOn }) => ({
          assistantId,
          name,
          linked,
          informedOn,
        })),
      };
    },
    recordInformation,
  };
}
