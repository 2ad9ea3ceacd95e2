import { sql, type Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { readChanges, verifyChain } from '#electron/audit/journal.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { act, onBothEngines } from './both-engines.ts';
import { patientRow, room } from './fixtures.ts';

const sound = (entries: number) => ({ entries, brokenAt: null });

/** Six entries: three rooms, one of them renamed, a file created then corrected. */
async function someDays(db: Kysely<Schema>) {
  const rooms = [room('Salle 1'), room('Salle 2'), room('Salle 3')];
  for (const row of rooms) await act(db, ({ uow }) => uow.insert('room', row));
  await act(db, ({ uow }) => uow.update('room', rooms[0]?.id ?? '', { label: 'Salle bleue' }));
  const patient = patientRow({ city: 'Briey' });
  await act(db, ({ uow }) => uow.insert('patient', patient));
  const last = await act(db, ({ uow }) => uow.update('patient', patient.id, { city: 'Metz' }));
  return { patient, last };
}

onBothEngines((bench) => {
  test('la chaîne du journal se vérifie de bout en bout, page après page', async () => {
    const { db } = bench();
    await someDays(db);
    expect(await verifyChain(db)).toEqual(sound(6));
    expect(await verifyChain(db)).toEqual(sound(6));
  });

  test.each<[string, number, string]>([
    ['l’auteur d’une ligne changé', 3, `update journal set account_id = 'x' where seq = 3`],
    ['l’heure d’une ligne changée', 2, `update journal set at = '2020-01-01T00:00:00.000Z' where seq = 2`],
    ['le patient d’une ligne changé', 5, `update journal set patient_id = null where seq = 5`],
    ['l’empreinte d’une ligne changée', 4, `update journal set hash = 'x' where seq = 4`],
    ['une ligne du milieu supprimée', 3, `delete from journal where seq = 3`],
    ['la première ligne supprimée', 1, `delete from journal where seq = 1`],
    ['la dernière ligne supprimée', 6, `delete from journal where seq = 6`],
    ['une valeur supprimée', 4, `delete from journal_value where seq = 4`],
    ['une valeur attribuée à un autre patient', 6, `update journal_value set patient_id = 'x' where seq = 6`],
    ['une valeur déplacée vers une autre fiche', 1, `update journal_value set record_id = 'x' where seq = 1`],
    ['la tête du journal reculée', 7, `update journal_head set seq = 5`],
  ])('%s : la vérification désigne la ligne', async (_what, brokenAt, statement) => {
    const { db } = bench();
    await someDays(db);
    await sql.raw(statement).execute(db);
    expect((await verifyChain(db)).brokenAt).toBe(brokenAt);
  });

  test('un seul octet changé dans une valeur se voit', async () => {
    const { db } = bench();
    await someDays(db);
    const { content } = await db
      .selectFrom('journal_value')
      .select('content')
      .where('seq', '=', 4)
      .executeTakeFirstOrThrow();
    const changed = Buffer.from(content);
    changed[5] = (changed[5] ?? 0) ^ 1;
    await db.updateTable('journal_value').set({ content: changed }).where('seq', '=', 4).execute();
    expect((await verifyChain(db)).brokenAt).toBe(4);
  });

  test('les valeurs d’un patient ne sont lisibles qu’avec sa clé ; la détruire laisse la chaîne valide', async () => {
    const { db } = bench();
    const { patient, last } = await someDays(db);
    expect(await readChanges(db, last)).toMatchObject([{ before: { city: 'Briey' }, after: { city: 'Metz' } }]);
    const stored = await db
      .selectFrom('journal_value')
      .select('content')
      .where('patient_id', '=', patient.id)
      .execute();
    for (const { content } of stored) expect(Buffer.from(content).toString('latin1')).not.toMatch(/DELORME|Briey|Metz/);
    await db.deleteFrom('patient_key').where('patient_id', '=', patient.id).execute();
    expect(await readChanges(db, last)).toBeNull();
    expect(await verifyChain(db)).toEqual(sound(6));
  });

  test('le journal lui-même ne porte aucun nom', async () => {
    const { db } = bench();
    await someDays(db);
    const lines = JSON.stringify(await db.selectFrom('journal').selectAll().execute());
    expect(lines).not.toMatch(/DELORME|delorme|LUCIE|Briey|Metz/);
  });
});
