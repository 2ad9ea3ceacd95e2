import { DomainError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { personTime, practiceTime } from './count-time.ts';
import { readInformed, recordInformation } from './information.ts';

const refused = (message: string) => new DomainError('INVALID', { problems: [{ field: 'assistantId', message }] });

/** Time given back: the practice as a whole, one's own, and one person's where the law lets it be shown. */
export function timeHandlers(practice: Practice): AreaHandlers<'time'> {
  return {
    practice: ({ db, clock }, { weeks }) => practiceTime(practice, db, { weeks, today: clock.today() }),
    mine: ({ db, clock, person }, { weeks }) =>
      personTime(practice, db, { weeks, today: clock.today(), accountId: person.accountId }),
    async ofPerson({ db, clock }, { weeks, assistantId }) {
      const one = (await readInformed(db)).find((known) => known.assistantId === assistantId);
      if (one === undefined) throw new DomainError('NOT_FOUND', { what: 'assistant' });
      const today = clock.today();
      if (one.informedOn === null || one.informedOn > today) {
        throw refused('Information écrite du salarié à dater d’abord\u00a0: sans elle, ses chiffres ne sont qu’à lui.');
      }
      if (one.accountId === null) throw refused('Aucun compte relié à cet assistant\u00a0: le relier dans sa fiche.');
      return personTime(practice, db, { weeks, today, accountId: one.accountId });
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
