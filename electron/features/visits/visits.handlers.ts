import type { AreaHandlers } from '#electron/security/call.ts';
import { freeStarts } from '#shared/domain/visit-slots.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { minute, flag, readBoard, type CardReader } from './board.ts';
import { book, reschedule, walkIn } from './booking.ts';
import { moveVisit } from './stage-move.ts';
import { addFinaliseItem, confirm, setFlag, setNote, setRoom, tickFinaliseItem } from './visit-details.ts';
import { takenOn } from './visit.repository.ts';

/** Appointments and the passage of a visit from stage to stage. `readCards` gives the board what it shows of the constantes. */
export function visitsHandlers(readCards: CardReader): AreaHandlers<'visits'> {
  return {
    board: (call, { day }) => readBoard(call, day, readCards),
    async ofPatient({ db }, { patientId, limit }) {
      const rows = await db
        .selectFrom('visit')
        .selectAll()
        .where('patient_id', '=', patientId)
        .orderBy('day', 'desc')
        .orderBy('start_minute', 'desc')
        .limit(limit ?? 30)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        stage: row.stage as Stage,
        day: row.day,
        doctorId: row.doctor_id,
        reasonId: row.reason_id,
        startMinute: minute(row.start_minute),
        endMinute: minute(row.end_minute),
        walkIn: flag(row.walk_in),
        confirmed: flag(row.confirmed),
        note: row.note,
        outcomeReason: row.outcome_reason,
      }));
    },
    async freeSlots({ db, clock }, { doctorId, day, durationMinutes }) {
      if (day < clock.today()) return [];
      const taken = await takenOn(db, doctorId, day);
      return freeStarts(taken, durationMinutes, day === clock.today() ? clock.minute() : undefined);
    },
    book: (call, input) => book(call, input),
    async reschedule(call, input) {
      await reschedule(call, input);
      return {};
    },
    async cancel(call, { visitId, by, reason }) {
      const { stage, stageAt } = await moveVisit(call, {
        visitId,
        accepts: ['expected'],
        to: 'cancelled',
        reason: reason ?? null,
        cancelledBy: by,
      });
      return { stage, stageAt };
    },
    async confirm(call, { visitId, confirmed }) {
      await confirm(call, visitId, confirmed);
      return {};
    },
    walkIn: (call, input) => walkIn(call, input),
    async move(call, { visitId, from, to, reason }) {
      const { stage, stageAt } = await moveVisit(call, { visitId, from, to, reason: reason ?? null });
      return { stage, stageAt };
    },
    async setRoom(call, input) {
      await setRoom(call, input);
      return {};
    },
    async setUrgent(call, { visitId, urgent }) {
      await setFlag(call, visitId, { urgent: urgent ? 1 : 0 }, urgent ? 'Mention d’urgence' : 'Urgence retirée');
      return {};
    },
    async setSettled(call, { visitId, settled }) {
      await setFlag(call, visitId, { settled: settled ? 1 : 0 }, settled ? 'Installation en salle' : 'Sortie de salle');
      return {};
    },
    setNote: (call, input) => setNote(call, input),
    addFinaliseItem: (call, input) => addFinaliseItem(call, input),
    tickFinaliseItem: (call, input) => tickFinaliseItem(call, input),
  };
}
