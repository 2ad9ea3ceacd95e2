import type { BulkWriter, Value } from '#electron/storage/bulk.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { PatientFile } from './patient-files.ts';
import { demoPractice, type Staff } from './staff.ts';
import type { InventedVisit } from './visits.ts';

/** Writes rows by lots, one table after the other. Every row of a table has the same columns. */
export function rowWriter(bulk: BulkWriter) {
  const words = new Set<string>();
  const write = (table: keyof Schema, rows: readonly object[]): void => {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const sql = `insert into ${table} (${columns.join(',')}) values (${columns.map(() => '?').join(',')})`;
    for (const row of rows as readonly Record<string, Value>[])
      bulk.run(sql, ...columns.map((column) => row[column] ?? null));
  };
  return {
    write,
    /** Rows of several tables, by their names. */
    tables(byTable: { [Table in keyof Schema]?: Schema[Table][] }): void {
      for (const [table, rows] of Object.entries(byTable)) write(table as keyof Schema, rows);
    },
    files(files: readonly PatientFile[]): void {
      write(
        'patient',
        files.map((file) => file.row),
      );
      write(
        'patient_token',
        files.flatMap((file) => file.index.tokens),
      );
      write(
        'patient_block',
        files.flatMap((file) => file.index.blocks),
      );
      const fresh = files
        .flatMap((file) => file.index.words)
        .filter((word) => {
          const key = `${word.kind} ${word.fragment} ${word.word}`;
          if (words.has(key)) return false;
          return words.add(key);
        });
      write('patient_word', fresh);
      write(
        'alert_item',
        files.flatMap((file) => file.alerts),
      );
    },
    visits(visits: readonly InventedVisit[]): void {
      write(
        'visit',
        visits.map(({ visit }) => visit),
      );
      write(
        'stage_passage',
        visits.flatMap(({ passages }) => passages),
      );
      write(
        'observation',
        visits.flatMap(({ observations }) => observations),
      );
      write(
        'preparation',
        visits.flatMap(({ preparation }) => (preparation === null ? [] : [preparation])),
      );
      write(
        'finalise_item',
        visits.flatMap(({ finalise }) => finalise),
      );
    },
    staff(staff: Staff, at: string, leaver: { from: string; to: string }): void {
      const { name, address, postcode, city, phone } = demoPractice;
      write('practice', [
        { id: staff.practiceId, name, address, postcode, city, phone, finess: null, created_at: at, version: 1 },
      ]);
      write(
        'doctor',
        staff.doctors.map((doctor, position) => ({
          id: doctor.id,
          civility: 'Dr',
          given_name: doctor.givenName,
          family_name: doctor.familyName,
          monogram: doctor.monogram,
          hue: position % 5,
          rpps: doctor.rpps,
          position,
          archived_at: null,
          version: 1,
        })),
      );
      write(
        'room',
        staff.rooms.map((room, position) => ({ ...room, position, archived_at: null, version: 1 })),
      );
      write(
        'reason',
        staff.reasons.map((reason, position) => ({
          id: reason.id,
          label: reason.label,
          short_label: reason.shortLabel,
          code: reason.code,
          duration_minutes: reason.minutes,
          preparation_minutes: reason.preparation,
          position,
          archived_at: null,
          version: 1,
        })),
      );
      write(
        'account',
        staff.members.map((member) => {
          const left = member.phrase === null;
          return {
            id: member.id,
            role: member.role,
            responsable: member.responsable ? 1 : 0,
            civility: member.civility,
            given_name: member.givenName,
            family_name: member.familyName,
            initials: `${member.givenName[0] ?? ''}${member.familyName[0] ?? ''}`,
            doctor_id: member.doctorId,
            valid_from: left ? leaver.from : null,
            valid_to: left ? leaver.to : null,
            closed_at: left ? at : null,
            last_sign_in_at: null,
            last_post_id: null,
            created_at: at,
            version: left ? 2 : 1,
          };
        }),
      );
    },
  };
}

export type RowWriter = ReturnType<typeof rowWriter>;
