import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownedTables } from '#electron/features/patients/merge.ts';
import { migrations } from '#electron/storage/migrations/migration.ts';
import { openFile } from '../support/patients.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let nadia: Client;
beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = (await practice.join('assistant')).client;
});
afterAll(() => practice.close());

const volatile = new Set(['version', 'updated_at', 'merged_at', 'saved_at']);
/** Business columns of every row of a patient, ordered, without versions nor instants. */
async function digest(): Promise<string> {
  const { reader } = practice.core.practice.requireOpen();
  const parts: unknown[] = [];
  for (const table of ['patient', 'patient_token', 'patient_block', 'patient_word', ...ownedTables] as const) {
    const rows: object[] = await reader.selectFrom(table).selectAll().execute();
    parts.push(
      table,
      rows.map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !volatile.has(column)))).sort(),
    );
  }
  return JSON.stringify(parts);
}

/** Two files of one person, each with an alert, a draft to correct and (by the storage) a past visit. */
async function twoFiles(givenName: string) {
  const kept = await openFile(nadia, {
    birthName: 'Marchal',
    firstGivenName: givenName,
    email: 'incomplet@',
    phoneMobile: '',
  });
  const merged = await openFile(
    nadia,
    { birthName: 'Marchal', firstGivenName: givenName, email: 'autre@incomplet', city: 'Longwy', phoneOther: 'abc' },
    { notSame: [{ patientId: kept.id, reason: 'À vérifier plus tard' }] },
  );
  await nadia.patients.addAlert({
    ...key(),
    patientId: merged.id,
    kind: 'allergy',
    label: 'Allergie : pénicilline',
    noneKnown: false,
    source: 'declare',
    statedOn: '2026-11-17',
  });
  const { writer } = practice.core.practice.requireOpen();
  const visitId = crypto.randomUUID();
  await writer
    .insertInto('visit')
    .values({
      id: visitId,
      patient_id: merged.id,
      doctor_id: practice.doctorIds[0] ?? '',
      reason_id: null,
      day: '2026-03-09',
      start_minute: 600,
      end_minute: 615,
      occupies: 0,
      walk_in: 0,
      confirmed: 0,
      stage: 'parti',
      urgent: 0,
      room_id: null,
      settled: 0,
      note: null,
      prepared_by: null,
      arrived_at: null,
      preparation_at: null,
      ready_at: null,
      consultation_at: null,
      finalise_at: null,
      left_at: '2026-03-09T09:30:00Z',
      stage_at: '2026-03-09T09:30:00Z',
      outcome_reason: null,
      created_at: '2026-03-09T08:00:00Z',
      version: 1,
    })
    .execute();
  return { kept, merged, visitId };
}

test('fusionner rassemble tout dans le dossier gardé ; l’autre mène à lui et garde son numéro', async () => {
  const { kept, merged, visitId } = await twoFiles('Odile');
  const preview = await nadia.patients.mergePreview({ patientId: kept.id, mergedId: merged.id });
  expect(preview).toMatchObject({ refusal: null, moves: { visits: 1, alerts: 1 } });
  expect(preview.differences.map(({ field, suggested }) => [field, suggested])).toEqual([
    ['phoneMobile', 'merged'],
    ['city', 'merged'],
  ]);

  const { splitUntil } = await nadia.patients.merge({
    ...key(),
    patientId: kept.id,
    mergedId: merged.id,
    take: ['city', 'phoneMobile'],
    reason: 'Créé deux fois',
  });
  expect(splitUntil).toBe('2026-12-17');
  const file = await nadia.patients.get({ patientId: kept.id });
  expect(file).toMatchObject({
    fields: { city: 'Longwy', phoneMobile: '0600007710' },
    oldNumbers: [merged.number],
    visits: [{ id: visitId }],
    alerts: [{ label: 'Allergie : pénicilline' }],
  });
  await expect(nadia.patients.get({ patientId: merged.id })).rejects.toMatchObject({
    code: 'PATIENT_MERGED',
    data: { patientId: kept.id },
  });
  expect((await nadia.patients.search({ text: 'marchal odile' })).results.map((line) => line.id)).toEqual([kept.id]);
});

test('séparer dans les 30 jours rend les deux dossiers à l’identique', async () => {
  const { kept, merged } = await twoFiles('Fernande');
  const before = await digest();
  const { mergeId } = await nadia.patients.merge({
    ...key(),
    patientId: kept.id,
    mergedId: merged.id,
    take: ['city', 'phoneMobile'],
    reason: 'Créé deux fois',
  });
  expect(await digest()).not.toBe(before);
  await nadia.patients.split({ ...key(), mergeId, reason: 'Deux cousines' });
  expect(await digest()).toBe(before);
  expect(await refusalOf(nadia.patients.split({ ...key(), mergeId, reason: 'Deux cousines' }))).toBe('INVALID');
});

test('annuler une fusion la défait entièrement, mots de recherche compris', async () => {
  const { kept, merged } = await twoFiles('Germaine');
  const before = await digest();
  await nadia.patients.merge({
    ...key(),
    patientId: kept.id,
    mergedId: merged.id,
    take: ['city'],
    reason: 'Créé deux fois',
  });
  const last = await nadia.session.undoable({});
  await nadia.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect(await digest()).toBe(before);
});

test('ce qui a été corrigé depuis la fusion reste sur le dossier gardé', async () => {
  const { kept, merged } = await twoFiles('Huguette');
  const { mergeId } = await nadia.patients.merge({
    ...key(),
    patientId: kept.id,
    mergedId: merged.id,
    take: ['city', 'phoneMobile'],
    reason: 'Créé deux fois',
  });
  await nadia.patients.edit({
    ...key(),
    patientId: kept.id,
    patches: [{ field: 'city', base: 'Longwy', value: 'Villerupt' }],
  });
  await nadia.patients.split({ ...key(), mergeId, reason: 'Deux cousines' });
  expect((await nadia.patients.get({ patientId: kept.id })).fields).toMatchObject({
    city: 'Villerupt',
    phoneMobile: null,
  });
  expect((await nadia.patients.get({ patientId: merged.id })).fields).toMatchObject({
    city: 'Longwy',
    phoneMobile: '0600007710',
  });
});

test('après 30 jours, la séparation n’est plus possible', async () => {
  const { kept, merged } = await twoFiles('Ida');
  const { mergeId } = await nadia.patients.merge({
    ...key(),
    patientId: kept.id,
    mergedId: merged.id,
    take: [],
    reason: 'Créé deux fois',
  });
  const old = practice.clock.now();
  practice.clock.set('2026-12-18T09:00:00Z');
  const code = await refusalOf(nadia.patients.split({ ...key(), mergeId, reason: 'Deux cousines' }));
  practice.clock.set(old);
  expect(code).toBe('INVALID');
});

test('des jumeaux ne se fusionnent pas, et l’écran dit pourquoi', async () => {
  const one = await openFile(nadia, {
    birthName: 'Guyot',
    firstGivenName: 'Bastien',
    sex: 'M',
    birthDay: '01/05/2015',
    phoneMobile: '',
  });
  const two = await openFile(nadia, {
    birthName: 'Guyot',
    firstGivenName: 'Mathilde',
    birthDay: '01/05/2015',
    phoneMobile: '',
  });
  expect((await nadia.patients.mergePreview({ patientId: one.id, mergedId: two.id })).refusal).toContain(
    'jumeaux possibles',
  );
  expect(
    await refusalOf(
      nadia.patients.merge({ ...key(), patientId: one.id, mergedId: two.id, take: [], reason: 'Créé deux fois' }),
    ),
  ).toBe('INVALID');
});

test('toute table qui porte un dossier est déplacée par une fusion', () => {
  const owning = migrations
    .flatMap((migration) => migration.statements)
    .flatMap((statement) =>
      /\bpatient_id \{text\}/.test(statement) ? (/create table (\w+)/.exec(statement)?.[1] ?? []) : [],
    );
  // The journal and the keys stay with the file they were written for: they are its history.
  const history = ['journal', 'journal_value', 'patient_key'];
  expect(owning.filter((table) => !history.includes(table)).toSorted()).toEqual([...ownedTables].toSorted());
});
