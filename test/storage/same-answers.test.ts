import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { act, onBothEngines } from './both-engines.ts';
import { addDoctor, patientRow, visitRow } from './fixtures.ts';

onBothEngines((bench) => {
  test('visible_patient cache un import non publié et un dossier fusionné', async () => {
    const { db } = bench();
    const run = {
      id: randomUUID(),
      account_id: randomUUID(),
      file_name: 'liste.csv',
      state: 'writing',
      published: 0,
      total: 1,
      created: 1,
      duplicates: 0,
      invalid: 0,
      started_at: 'x',
      ended_at: null,
    };
    await db.insertInto('import_run').values(run).execute();
    const kept = patientRow({ name_key: 'arnaud' });
    const imported = patientRow({ name_key: 'bernard', import_id: run.id });
    const merged = patientRow({ name_key: 'carlier', merged_into: kept.id });
    await db.insertInto('patient').values([kept, imported, merged]).execute();
    const seen = async () =>
      (await db.selectFrom('visible_patient').select('name_key').orderBy('name_key').execute()).map(
        (row) => row.name_key,
      );
    expect(await seen()).toEqual(['arnaud']);
    await db.updateTable('import_run').set({ published: 1 }).where('id', '=', run.id).execute();
    expect(await seen()).toEqual(['arnaud', 'bernard']);
  });

  test('l’ordre alphabétique est celui des clés, octet par octet, sur les deux moteurs', async () => {
    const { db } = bench();
    const keys = ['zola', 'de la tour', 'delatour', 'Émile', 'emile', 'ZOLA', 'd artagnan', '1er'];
    for (const name_key of keys) await db.insertInto('patient').values(patientRow({ name_key })).execute();
    const rows = await db.selectFrom('patient').select('name_key').orderBy('name_key').execute();
    expect(rows.map((row) => row.name_key)).toEqual([
      '1er',
      'ZOLA',
      'd artagnan',
      'de la tour',
      'delatour',
      'emile',
      'zola',
      'Émile',
    ]);
  });

  test('la recherche par préfixe distingue la casse de la même façon, jokers compris', async () => {
    const { db } = bench();
    for (const name_key of ['del', 'delorme', 'DELORME', 'dalorme', 'd_l', 'dem'])
      await db.insertInto('patient').values(patientRow({ name_key })).execute();
    const like = async (pattern: string) =>
      (
        await db
          .selectFrom('patient')
          .select('name_key')
          .where('name_key', 'like', pattern)
          .orderBy('name_key')
          .execute()
      ).map((row) => row.name_key);
    expect(await like('del%')).toEqual(['del', 'delorme']);
    expect(await like('DEL%')).toEqual(['DELORME']);
    expect(await like('d_l%')).toEqual(['d_l', 'dalorme', 'del', 'delorme']);
    const range = await db
      .selectFrom('patient')
      .select('name_key')
      .where('name_key', '>=', 'del')
      .where('name_key', '<', 'dem')
      .orderBy('name_key')
      .execute();
    expect(range.map((row) => row.name_key)).toEqual(['del', 'delorme']);
  });

  test('les nombres et les oui/non reviennent en nombres, les comptes et les maximums aussi', async () => {
    const { db } = bench();
    const doctorId = await addDoctor(db);
    const patient = patientRow({ homonym: 1 });
    await db.insertInto('patient').values(patient).execute();
    await act(db, ({ uow }) => uow.insert('visit', visitRow(doctorId, patient.id, 540, 555, { urgent: 1 })));
    const visit = await db
      .selectFrom('visit')
      .select(['urgent', 'start_minute', 'room_id', 'version'])
      .executeTakeFirst();
    expect(visit).toStrictEqual({ urgent: 1, start_minute: 540, room_id: null, version: 1 });
    const counted = await db
      .selectFrom('visit')
      .select(({ fn }) => [fn.countAll<number>().as('n'), fn.max('start_minute').as('last')])
      .executeTakeFirst();
    expect(counted).toStrictEqual({ n: 1, last: 540 });
    expect(await db.selectFrom('patient').select('homonym').executeTakeFirst()).toStrictEqual({ homonym: 1 });
  });

  test('un texte se relit signe pour signe, accents, apostrophes et émojis compris', async () => {
    const { db } = bench();
    const notes = "L’épouse d’Anaïs : « rappeler à 8 h » 👩‍⚕️\n'; drop table patient; --";
    const patient = patientRow({ notes });
    await act(db, ({ uow }) => uow.insert('patient', patient));
    expect(await db.selectFrom('patient').select('notes').executeTakeFirst()).toEqual({ notes });
  });
});
