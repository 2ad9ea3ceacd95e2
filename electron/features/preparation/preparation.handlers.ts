import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { moveVisit } from '#electron/features/visits/index.ts';
import { openFile } from './file.ts';
import { linesOf } from './lines.ts';
import { markRead, saveMessage } from './message.ts';
import { clearMeasure, recordMeasure, recordNotDone } from './record.ts';
import { summaryText } from './summary.ts';
import { missingOf } from './told.ts';
import { named, readPreparation } from './view.ts';

async function move(call: CommandCall, visitId: string, accepts: readonly Stage[], to: Stage) {
  const { stage, stageAt } = await moveVisit(call, { visitId, accepts, to });
  return { stage, stageAt };
}

/** The preparation of a visit: constantes, words for the doctor, « prêt », « lu ». */
export function preparationHandlers(): AreaHandlers<'preparation'> {
  return {
    get: (call, input) => readPreparation(call, input),
    async summary(call, input) {
      const view = await readPreparation(call, input);
      const { doctorId, reasonId } = view.visit;
      const doctor = await call.db
        .selectFrom('doctor')
        .select(['civility', 'given_name', 'family_name'])
        .where('id', '=', doctorId)
        .executeTakeFirst();
      const reason =
        reasonId === null
          ? undefined
          : await call.db.selectFrom('reason').select('label').where('id', '=', reasonId).executeTakeFirst();
      const who = [doctor?.civility, named(doctor?.given_name, doctor?.family_name)].filter(Boolean).join(' ');
      return { text: summaryText(view, { doctor: who, reason: reason?.label ?? null }) };
    },
    record: (call, input) => recordMeasure(call, input),
    notDone: (call, input) => recordNotDone(call, input),
    clearMeasure: (call, input) => clearMeasure(call, input),
    saveMessage: (call, input) => saveMessage(call, input),
    async ready(call, { visitId }) {
      const file = await openFile(call, visitId);
      const missing = missingOf(linesOf(file.figures, file.situation));
      return { ...(await move(call, visitId, ['expected', 'waiting', 'preparation'], 'ready')), missing };
    },
    backToWaiting: (call, { visitId }) => move(call, visitId, ['preparation', 'ready'], 'waiting'),
    markRead: (call, { visitId }) => markRead(call, visitId),
  };
}
