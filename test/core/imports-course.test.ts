import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkFile, importFile, until } from '../support/imports.ts';
import { inventedCsv, inventedPatients } from '../support/invented-patients.ts';
import { openFile } from '../support/patients.ts';
import { clientOf, foundTestPractice, key, phrase, refusalOf, type TestPractice } from '../support/practice.ts';
import { booked } from '../support/visits.ts';

let practice: TestPractice;
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(() => practice.close());

const rows = async (table: 'patient' | 'patient_token' | 'patient_block' | 'patient_word' | 'import_line') => {
  const { count } = await practice.core.practice
    .requireOpen()
    .reader.selectFrom(table)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};
/** Waits for the removal in the background. */
async function emptied(left: number): Promise<void> {
  for (const end = performance.now() + 90_000; performance.now() < end;) {
    if ((await rows('patient')) === left && (await rows('import_line')) <= left) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('never emptied');
}
/** Starts an import and waits until some of it is written. */
async function underWay(lines: number): Promise<string> {
  const { id } = await checkFile(practice.doctor, inventedCsv(inventedPatients(lines)));
  await practice.doctor.imports.start({ id });
  for (;;) {
    const status = await practice.doctor.imports.status({});
    if (status?.phase !== 'importing') throw new Error(`import already ${status?.phase}`);
    if (status.done > 0) return id;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

test('pendant l’import, une autre personne prend des rendez-vous et modifie un dossier, et ne voit rien de la liste', async () => {
  const { id: known } = await openFile(practice.doctor);
  const { client } = await practice.join('secretaire', ['Odile', 'Rey']);
  await underWay(6000);
  const order: string[] = [];
  const done = until(practice.doctor, 'published', 60).then(() => order.push('publié'));
  await booked(practice, known, '10:00', client);
  order.push('rendez-vous');
  await client.patients.edit({ ...key(), patientId: known, patches: [{ field: 'city', base: null, value: 'Briey' }] });
  order.push('modification');
  expect(await client.patients.search({ text: 'martin' })).toMatchObject({ total: 0, results: [] });
  order.push('recherche');
  await done;
  expect(order).toEqual(['rendez-vous', 'modification', 'recherche', 'publié']);
  expect((await client.patients.search({ text: 'martin' })).total).toBeGreaterThan(20);
});

test('arrêté en route, l’import ne laisse rien, ni fiche, ni clé de recherche, ni mot du dictionnaire', async () => {
  await openFile(practice.doctor);
  const before = [await rows('patient_token'), await rows('patient_block'), await rows('patient_word')];
  const id = await underWay(4000);
  const stopped = await practice.doctor.imports.stop({ id });
  expect(stopped).toMatchObject({ phase: 'stopped', message: 'Import arrêté. Rien n’a été ajouté.' });
  expect((await practice.doctor.patients.search({ text: 'martin' })).total).toBe(0);
  await emptied(1);
  await expect
    .poll(async () => [await rows('patient_token'), await rows('patient_block'), await rows('patient_word')], {
      timeout: 10_000,
    })
    .toEqual(before);
  expect(await practice.doctor.imports.runs({})).toMatchObject([{ id, state: 'dropped' }]);
});

test('le coffre fermé pendant l’import : à la réouverture rien n’est visible, puis tout est retiré', async () => {
  await underWay(4000);
  const { core, doctorAccountId } = practice;
  await core.practice.close();
  const again = clientOf(core);
  await again.vault.signIn({ accountId: doctorAccountId, phrase });
  expect((await again.patients.search({ text: 'martin' })).total).toBe(0);
  await emptied(0);
  expect(await again.imports.runs({})).toMatchObject([{ state: 'dropped' }]);
});

test('l’annulation retire les dossiers intacts et garde les autres, en disant pourquoi', async () => {
  const { doctor } = practice;
  const { id } = await importFile(doctor, inventedCsv(inventedPatients(60)));
  const { lines } = await doctor.imports.report({ id, outcomes: [], offset: 0, limit: 60 });
  const [seen = '', edited = '', alerted = ''] = lines.map(({ patientId }) => patientId ?? '');
  await booked(practice, seen);
  await doctor.patients.edit({
    ...key(),
    patientId: edited,
    patches: [{ field: 'email', base: null, value: 'a.b@exemple.fr' }],
  });
  await doctor.patients.addAlert({
    ...key(),
    patientId: alerted,
    kind: 'call',
    label: 'Appeler le soir',
    noneKnown: false,
    source: 'declare',
    statedOn: '2026-11-17',
  });
  // Opening a file or searching for it does not touch it.
  await doctor.patients.get({ patientId: lines[3]?.patientId ?? '' });

  const kept = [
    { patientId: seen, reason: 'Dossier gardé\u00a0: rendez-vous ou passage enregistré.' },
    { patientId: edited, reason: 'Dossier gardé\u00a0: fiche modifiée depuis.' },
    { patientId: alerted, reason: 'Dossier gardé\u00a0: ligne d’alerte remplie.' },
  ];
  const preview = await doctor.imports.undoPreview({ id });
  expect(preview.removed).toBe(57);
  expect(new Set(preview.kept)).toEqual(new Set(kept));
  const undone = await doctor.imports.undo({ ...key(), id });
  expect(undone.removed).toBe(57);
  expect(new Set(undone.kept)).toEqual(new Set(kept));
  for (const { patientId } of kept) expect((await doctor.patients.get({ patientId })).id).toBe(patientId);
  await emptied(3);
  const left = await doctor.imports.report({ id, outcomes: [], offset: 0, limit: 60 });
  expect(left.lines.map(({ patientId, reasons }) => [patientId, reasons.at(-1)])).toEqual(
    kept.map(({ patientId, reason }) => [patientId, reason]),
  );
  expect(await doctor.imports.runs({})).toMatchObject([{ id, state: 'undone' }]);
  expect(await refusalOf(doctor.imports.undo({ ...key(), id }))).toBe('NOT_FOUND');
});
