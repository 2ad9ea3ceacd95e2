import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { lastUndoable, undoEntry } from '#electron/audit/undo.ts';
import { readChanges } from '#electron/audit/journal.ts';
import { act, addAccount, onBothEngines, reading } from './both-engines.ts';
import { addDoctor, patientRow, room, visitRow } from './fixtures.ts';

const codeOf = async (work: Promise<unknown>) => {
  try {
    await work;
    return 'accepté';
  } catch (error) {
    return (error as { code?: string; kind?: string }).code ?? (error as { kind?: string }).kind ?? error;
  }
};

onBothEngines((bench) => {
  test('créer, modifier, retirer : chaque ligne est au journal avec ses valeurs d’avant et d’après', async () => {
    const { db } = bench();
    const row = room('Salle 1');
    const created = await act(db, ({ uow }) => uow.insert('room', row));
    const changed = await act(db, ({ uow }) => uow.update('room', row.id, { label: 'Salle bleue', position: 0 }));
    const removed = await act(db, ({ uow }) => uow.remove('room', row.id));
    expect(await readChanges(db, created)).toMatchObject([{ table: 'room', id: row.id, before: null, after: row }]);
    expect(await readChanges(db, changed)).toMatchObject([
      { before: { label: 'Salle 1' }, after: { label: 'Salle bleue' } },
    ]);
    expect(await readChanges(db, removed)).toMatchObject([
      { before: { ...row, label: 'Salle bleue', version: 2 }, after: null },
    ]);
  });

  test('rien n’est écrit quand aucune colonne ne diffère, et la version ne bouge pas', async () => {
    const { db } = bench();
    const row = room('Salle 1');
    await act(db, ({ uow }) => uow.insert('room', row));
    const seq = await act(db, ({ uow }) => uow.update('room', row.id, { label: 'Salle 1', position: 0 }));
    expect(await readChanges(db, seq)).toEqual([]);
    expect(await db.selectFrom('room').select('version').executeTakeFirst()).toEqual({ version: 1 });
  });

  test('une action qui échoue ne laisse ni ligne, ni journal, ni clé d’envoi', async () => {
    const { db } = bench();
    const failing = act(db, async ({ uow }) => {
      await uow.insert('room', room('Salle 1'));
      throw new Error('panne');
    });
    await expect(failing).rejects.toThrow('panne');
    for (const table of ['room', 'journal', 'journal_value', 'idempotency', 'undo_state'] as const) {
      expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    }
    expect(await db.selectFrom('journal_head').select('seq').executeTakeFirst()).toEqual({ seq: 0 });
  });

  test('le même envoi deux fois ne fait l’action qu’une fois', async () => {
    const { db } = bench();
    const key = randomUUID();
    const add = () => act(db, ({ uow }) => uow.insert('room', room('Salle 1')), key);
    expect(await add()).toBe(1);
    expect(await add()).toBe(0);
    expect((await db.selectFrom('room').selectAll().execute()).length).toBe(1);
  });

  test('annuler remet les valeurs enregistrées, et s’inscrit au journal', async () => {
    const { db } = bench();
    const row = room('Salle 1');
    await act(db, ({ uow }) => uow.insert('room', row));
    const seq = await act(db, ({ uow }) => uow.update('room', row.id, { label: 'Salle bleue' }));
    expect(await lastUndoable(reading(db))).toEqual({ seq, label: 'Essai' });
    const undo = await act(db, (call) => undoEntry(call, seq));
    expect(await db.selectFrom('room').select(['label', 'version']).executeTakeFirst()).toEqual({
      label: 'Salle 1',
      version: 3,
    });
    expect(await db.selectFrom('journal').select('undoes_seq').where('seq', '=', undo).executeTakeFirst()).toEqual({
      undoes_seq: seq,
    });
  });

  test('l’annulation est refusée, en nommant la personne, si la fiche a changé depuis', async () => {
    const { db } = bench();
    await addAccount(db);
    const row = room('Salle 1');
    await act(db, ({ uow }) => uow.insert('room', row));
    const seq = await act(db, ({ uow }) => uow.update('room', row.id, { label: 'Salle bleue' }));
    await act(db, ({ uow }) => uow.update('room', row.id, { label: 'Salle verte' }));
    const refused = act(db, (call) => undoEntry(call, seq));
    await expect(refused).rejects.toMatchObject({
      code: 'UNDO_CHANGED_SINCE',
      data: { what: 'room', by: 'Nadia Ferrand' },
    });
    expect(await db.selectFrom('room').select('label').executeTakeFirst()).toEqual({ label: 'Salle verte' });
  });

  test('l’annulation d’une création est refusée en mots quand autre chose s’appuie dessus', async () => {
    const { db } = bench();
    const doctorId = await addDoctor(db);
    const patient = patientRow();
    const seq = await act(db, ({ uow }) => uow.insert('patient', patient));
    await act(db, ({ uow }) => uow.insert('visit', visitRow(doctorId, patient.id, 540, 555)));
    expect(await codeOf(act(db, (call) => undoEntry(call, seq)))).toBe('UNDO_CHANGED_SINCE');
    expect(await db.selectFrom('patient').select('id').execute()).toEqual([{ id: patient.id }]);
  });

  test('deux réservations simultanées du même créneau : une seule passe', async () => {
    const { db } = bench();
    const doctorId = await addDoctor(db);
    const patient = patientRow();
    await db.insertInto('patient').values(patient).execute();
    const book = (start: number, end: number) =>
      codeOf(act(db, ({ uow }) => uow.insert('visit', visitRow(doctorId, patient.id, start, end))));
    expect((await Promise.all([book(540, 560), book(550, 570)])).toSorted()).toEqual(['accepté', 'conflict']);
    // Touching intervals do not overlap; another doctor, another day, or a cancelled visit neither.
    expect(await book(560, 580)).toBe('accepté');
    expect((await db.selectFrom('visit').selectAll().execute()).length).toBe(2);
  });

  test('déplacer un rendez-vous sur un autre est refusé ; libérer le premier le permet', async () => {
    const { db } = bench();
    const doctorId = await addDoctor(db);
    const patient = patientRow();
    await db.insertInto('patient').values(patient).execute();
    const [first, second] = [visitRow(doctorId, patient.id, 540, 560), visitRow(doctorId, patient.id, 600, 620)];
    await db.insertInto('visit').values([first, second]).execute();
    const move = () =>
      codeOf(act(db, ({ uow }) => uow.update('visit', second.id, { start_minute: 550, end_minute: 570 })));
    expect(await move()).toBe('conflict');
    await act(db, ({ uow }) => uow.update('visit', first.id, { occupies: 0 }));
    expect(await move()).toBe('accepté');
  });

  test('une heure de fin avant le début, ou un créneau occupé sans heure, ne s’enregistre pas', async () => {
    const { db } = bench();
    const doctorId = await addDoctor(db);
    const patient = patientRow();
    await db.insertInto('patient').values(patient).execute();
    const book = (start: number | null, end: number | null) =>
      codeOf(
        act(db, ({ uow }) =>
          uow.insert('visit', { ...visitRow(doctorId, patient.id, 540, 560), start_minute: start, end_minute: end }),
        ),
      );
    expect(await book(560, 540)).not.toBe('accepté');
    expect(await book(null, null)).not.toBe('accepté');
  });
});
