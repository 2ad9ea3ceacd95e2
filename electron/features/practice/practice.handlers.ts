import { DomainError } from '#shared/contract/errors.ts';
import type { SettingsValue } from '#shared/contract/practice.ts';
import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { readPractice, readSettings, settingsId } from './practice.repository.ts';
import { refuseStillNeeded } from './still-needed.ts';

const reasonColumns = (input: {
  label: string;
  shortLabel: string;
  code: string;
  durationMinutes: number;
  preparationMinutes: number;
}) => ({
  label: input.label,
  short_label: input.shortLabel,
  code: input.code,
  duration_minutes: input.durationMinutes,
  preparation_minutes: input.preparationMinutes,
});
const doctorColumns = (input: {
  civility: string | null;
  givenName: string;
  familyName: string;
  monogram: string;
  rpps: string | null;
}) => ({
  civility: input.civility,
  given_name: input.givenName,
  family_name: input.familyName,
  monogram: input.monogram,
  rpps: input.rpps,
});

async function nextPosition(call: CommandCall, table: 'doctor' | 'room' | 'reason'): Promise<number> {
  const row = await call.uow.db
    .selectFrom(table)
    .select(({ fn }) => fn.max('position').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? -1) + 1;
}

/** Settings of the practice: itself, doctors, rooms, reasons, thresholds. */
export function practiceHandlers(practice: Practice): AreaHandlers<'practice'> {
  const update = async (call: CommandCall, table: 'doctor' | 'room' | 'reason', id: string, patch: object) => {
    const row = await call.uow.db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw new DomainError('NOT_FOUND', { what: table });
    await call.uow.update(table, id, patch);
    call.about({ recordId: id });
    return {};
  };
  const saveSettings = async (call: CommandCall, patch: Partial<SettingsValue>) => {
    const merged = { ...(await readSettings(call.uow.db)), ...patch };
    if (merged.waitBadMinutes <= merged.waitWarnMinutes) {
      throw new DomainError('INVALID', {
        problems: [{ field: 'waitBadMinutes', message: 'Le second seuil d’attente doit dépasser le premier.' }],
      });
    }
    const value = JSON.stringify(merged);
    const known = await call.uow.db.selectFrom('setting').select('id').where('id', '=', settingsId).executeTakeFirst();
    if (known === undefined) await call.uow.insert('setting', { id: settingsId, value, version: 1 });
    else await call.uow.update('setting', settingsId, { value });
    call.about({ recordId: settingsId });
    return {};
  };

  return {
    async get({ db }) {
      const { practice: row, doctors, rooms, reasons, settings } = await readPractice(db);
      const entity = (one: { id: string; archived_at: string | null; position: number }) => ({
        id: one.id,
        archivedAt: one.archived_at,
        position: Number(one.position),
      });
      return {
        practice: {
          id: row.id,
          name: row.name,
          address: row.address,
          postcode: row.postcode,
          city: row.city,
          phone: row.phone,
          finess: row.finess,
        },
        doctors: doctors.map((one) => ({
          ...entity(one),
          civility: one.civility,
          givenName: one.given_name,
          familyName: one.family_name,
          monogram: one.monogram,
          rpps: one.rpps,
          hue: Number(one.hue),
          displayName: [one.civility, one.given_name, one.family_name].filter(Boolean).join(' '),
        })),
        rooms: rooms.map((one) => ({ ...entity(one), label: one.label })),
        reasons: reasons.map((one) => ({
          ...entity(one),
          label: one.label,
          shortLabel: one.short_label,
          code: one.code,
          durationMinutes: Number(one.duration_minutes),
          preparationMinutes: Number(one.preparation_minutes),
        })),
        settings,
      };
    },
    async update(call, input) {
      const row = await call.uow.db.selectFrom('practice').select('id').executeTakeFirstOrThrow();
      await call.uow.update('practice', row.id, input);
      call.afterCommit(() => practice.vault.renamePractice(input.name));
      call.about({ recordId: row.id });
      return {};
    },
    async addDoctor(call, input) {
      const id = call.newId();
      const position = await nextPosition(call, 'doctor');
      await call.uow.insert('doctor', {
        id,
        ...doctorColumns(input),
        hue: position % 5,
        position,
        archived_at: null,
        version: 1,
      });
      return { id };
    },
    updateDoctor: (call, { id, ...input }) => update(call, 'doctor', id, doctorColumns(input)),
    async addRoom(call, { label }) {
      const id = call.newId();
      await call.uow.insert('room', {
        id,
        label,
        position: await nextPosition(call, 'room'),
        archived_at: null,
        version: 1,
      });
      return { id };
    },
    updateRoom: (call, { id, label }) => update(call, 'room', id, { label }),
    async addReason(call, input) {
      const id = call.newId();
      await call.uow.insert('reason', {
        id,
        ...reasonColumns(input),
        position: await nextPosition(call, 'reason'),
        archived_at: null,
        version: 1,
      });
      return { id };
    },
    updateReason: (call, { id, ...input }) => update(call, 'reason', id, reasonColumns(input)),
    async archive(call, { kind, id, archived }) {
      if (archived && kind !== 'reason') await refuseStillNeeded(call, kind, id);
      return update(call, kind, id, { archived_at: archived ? call.clock.now() : null });
    },
    updateSettings: (call, { patch }) => saveSettings(call, patch as Partial<SettingsValue>),
  };
}
