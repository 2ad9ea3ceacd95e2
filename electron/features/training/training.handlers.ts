import { DomainError } from '#shared/contract/errors.ts';
import type { AreaHandlers } from '#electron/security/call.ts';
import { addModule, removeModule, requireTraining, saveModule } from './modules.ts';
import { ownView } from './own-view.ts';
import { readTrainings } from './read-trainings.ts';
import { requireAssistant, saveTraining } from './save-training.ts';
import { daysToBlock, refuseNothing } from './training-days.ts';

/** Training of the assistants: route, plan, days, dates of letters, with the rules' answers. */
export function trainingHandlers(): AreaHandlers<'training'> {
  return {
    list: async ({ db, clock }) => ({ today: clock.today(), assistants: await readTrainings(db, clock.today()) }),
    mine: async ({ db, clock, person }) => ({
      today: clock.today(),
      assistants: (await readTrainings(db, clock.today(), { accountId: person.accountId })).map(ownView),
    }),
    async away({ db }, { day }) {
      const rows = await db
        .selectFrom('training_day as d')
        .innerJoin('assistant as a', 'a.id', 'd.assistant_id')
        .innerJoin('training as t', 't.id', 'd.training_id')
        .select(['a.id', 'a.given_name', 'a.family_name', 'd.minutes'])
        .where('d.day', '=', day)
        .where('a.archived_at', 'is', null)
        .where('t.abandoned_on', 'is', null)
        .orderBy('a.family_name')
        .orderBy('a.given_name')
        .execute();
      return {
        people: rows.map((row) => ({
          assistantId: row.id,
          name: `${row.given_name} ${row.family_name}`,
          minutes: row.minutes === null ? null : Number(row.minutes),
        })),
      };
    },
    save: (call, input) => saveTraining(call, input),
    addModule: (call, input) => addModule(call, input),
    saveModule: (call, input) => saveModule(call, input),
    removeModule: (call, { id }) => removeModule(call, id),
    async daysToBlock(call, { trainingId, asked }) {
      const training = await requireTraining(call, trainingId);
      const assistant = await requireAssistant(call, training.assistant_id);
      return daysToBlock({ db: call.db, today: call.clock.today(), assistant }, asked);
    },
    async block(call, { trainingId, asked, minutes }) {
      const training = await requireTraining(call, trainingId);
      if (training.abandoned_on !== null) {
        const message = 'Formation abandonnée : ouvrir la nouvelle formation, puis bloquer ses journées.';
        throw new DomainError('INVALID', { problems: [{ field: 'days', message }] });
      }
      const assistant = await requireAssistant(call, training.assistant_id);
      const found = await daysToBlock({ db: call.uow.db, today: call.clock.today(), assistant }, asked);
      refuseNothing(found);
      for (const day of found.days) {
        await call.uow.insert('training_day', {
          id: call.newId(),
          training_id: trainingId,
          assistant_id: training.assistant_id,
          day,
          minutes,
          version: 1,
        });
      }
      call.about({
        recordId: trainingId,
        label:
          found.days.length === 1
            ? 'Journée de formation bloquée'
            : `${found.days.length} journées de formation bloquées`,
      });
      return found;
    },
    async free(call, { trainingId, days }) {
      await requireTraining(call, trainingId);
      const rows = await call.uow.db
        .selectFrom('training_day')
        .select('id')
        .where('training_id', '=', trainingId)
        .where('day', 'in', days)
        .execute();
      if (rows.length === 0) throw new DomainError('NOT_FOUND', { what: 'training_day' });
      for (const { id } of rows) await call.uow.remove('training_day', id);
      call.about({ recordId: trainingId });
      return {};
    },
  };
}
