import { afterEach, expect, test } from 'vitest';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';
import { booked, cardOf, newPatient, refusalData, undoLast } from '../support/visits.ts';

let practice: TestPractice;
afterEach(() => practice.close());

async function prepared(): Promise<{ nadia: Client; patientId: string; visitId: string }> {
  practice = await foundTestPractice();
  const { client: nadia } = await practice.join('assistant');
  const patientId = await newPatient(nadia, 'MARTIN', 'Jeanne');
  const visitId = await booked(practice, patientId, '10:00', nadia);
  await nadia.visits.move({ ...key(), visitId, from: 'expected', to: 'preparation' });
  return { nadia, patientId, visitId };
}

const typed = (
  visitId: string,
  code: 'PA' | 'FC' | 'POIDS' | 'TAILLE' | 'TEMP' | 'SPO2' | 'GLYC',
  raw: string,
  more: object = {},
) => ({ ...key(), visitId, code, raw, reading: 1, context: {}, base: null, ...more }) as const;

test('trois mesures de tension : on retient la moyenne des deux dernières, la carte la porte en mots', async () => {
  const { nadia, patientId, visitId } = await prepared();
  const context = { arm: 'left' as const };
  const first = await nadia.preparation.record(typed(visitId, 'PA', '172/96', { context }));
  expect(first).toMatchObject({
    status: 'recorded',
    line: { remainingReadings: 2, retained: null, level: 'notify_strong' },
  });
  expect((await cardOf(nadia, visitId)).measures).toMatchObject([{ code: 'PA', words: 'TA 172/96 (1\u00A0mesure)' }]);
  await nadia.preparation.record(typed(visitId, 'PA', '153/91', { context, reading: 2 }));
  await nadia.preparation.record(typed(visitId, 'PA', '148 / 90', { context, reading: 3 }));
  const view = await nadia.preparation.get({ patientId, visitId });
  const line = view.lines.find(({ code }) => code === 'PA');
  expect(line).toMatchObject({
    remainingReadings: 0,
    retained: { value: 151, second: 91, text: '151/91\u00A0mmHg' },
    level: 'notify',
  });
  expect(view.told[0]).toMatchObject({ code: 'PA', level: 'notify' });
  expect(view.missing).not.toContain('bras de la tension');
  expect((await cardOf(practice.doctor, visitId)).measures).toMatchObject([
    { code: 'PA', level: 'notify', words: 'TA 151/91 (moyenne 2-3)' },
  ]);
});

test('au-delà des limites de refus, le texte reste un brouillon et n’apparaît dans aucun résumé', async () => {
  const { nadia, patientId, visitId } = await prepared();
  const answer = await nadia.preparation.record(typed(visitId, 'TEMP', '373'));
  expect(answer).toMatchObject({ status: 'to_correct', likely: [{ text: '37,3' }] });
  const mine = await nadia.preparation.get({ patientId, visitId });
  expect(mine.drafts).toMatchObject([{ code: 'TEMP', raw: '373', state: 'to_correct' }]);
  expect(mine.lines.find(({ code }) => code === 'TEMP')?.readings).toEqual([]);
  expect(mine.told.map(({ words }) => words)).toContain('Température à corriger');
  const doctors = await practice.doctor.preparation.get({ patientId, visitId });
  expect(doctors.drafts).toEqual([]);
  expect((await practice.doctor.preparation.summary({ patientId, visitId })).text).not.toContain('373');

  await nadia.preparation.record(typed(visitId, 'TEMP', '37,3'));
  const after = await nadia.preparation.get({ patientId, visitId });
  expect(after.drafts).toEqual([]);
  expect(after.lines.find(({ code }) => code === 'TEMP')).toMatchObject({
    retained: { value: 37.3 },
    words: 'dans les limites',
  });
});

test('une valeur peu courante demande un second regard, et le dit une fois confirmée', async () => {
  const { nadia, patientId, visitId } = await prepared();
  expect(await nadia.preparation.record(typed(visitId, 'FC', '172'))).toMatchObject({ status: 'needs_confirmation' });
  expect((await nadia.preparation.get({ patientId, visitId })).drafts).toMatchObject([
    { code: 'FC', raw: '172', state: 'open' },
  ]);
  expect(await nadia.preparation.record(typed(visitId, 'FC', '172', { confirmed: true }))).toMatchObject({
    status: 'recorded',
    line: { readings: [{ text: '172', confirmed: true, by: 'NF' }], level: 'urgent' },
  });
});

test('une tension dont la diastolique dépasse la systolique est impossible ; un chiffre seul aussi', async () => {
  const { nadia, visitId } = await prepared();
  expect(await nadia.preparation.record(typed(visitId, 'PA', '90/140'))).toMatchObject({ status: 'to_correct' });
  expect(await nadia.preparation.record(typed(visitId, 'PA', '140'))).toMatchObject({
    status: 'to_correct',
    words: 'Saisir les deux chiffres, par exemple 120/80.',
  });
  expect(await nadia.preparation.record(typed(visitId, 'PA', '-'))).toEqual({ status: 'reason_needed' });
});

test('une correction garde l’ancienne mesure, et s’annule ; deux saisies de la même ligne montrent les deux valeurs', async () => {
  const { nadia, visitId } = await prepared();
  const first = await nadia.preparation.record(typed(visitId, 'POIDS', '84'));
  const base = first.status === 'recorded' ? (first.line.readings[0]?.id ?? null) : null;
  await nadia.preparation.record(typed(visitId, 'POIDS', '80.4', { base }));
  const { reader } = practice.core.practice.requireOpen();
  const rows = await reader
    .selectFrom('observation')
    .select(['id', 'value', 'decimals', 'superseded', 'corrects_id'])
    .where('code', '=', 'POIDS')
    .orderBy('superseded', 'desc')
    .execute();
  expect(rows).toMatchObject([
    { id: base, value: 840, superseded: 1 },
    { value: 804, decimals: 1, superseded: 0, corrects_id: base },
  ]);

  expect(await refusalData(practice.doctor.preparation.record(typed(visitId, 'POIDS', '81', { base })))).toMatchObject({
    code: 'EDIT_CONFLICT',
    data: { conflicts: [{ field: 'POIDS.1', mine: '81', theirs: '80,4', by: 'Nadia Ferrand' }] },
  });
  expect(await undoLast(nadia)).toBe('Mesure\u00A0: poids');
  const [line] = await reader
    .selectFrom('observation')
    .select('value')
    .where('code', '=', 'POIDS')
    .where('superseded', '=', 0)
    .execute();
  expect(line?.value).toBe(840);
});

test('l’IMC se calcule et ne se saisit pas ; la taille du dossier sert à l’adulte', async () => {
  const { nadia, patientId, visitId } = await prepared();
  await nadia.preparation.record(typed(visitId, 'POIDS', '80,4'));
  expect((await nadia.preparation.get({ patientId, visitId })).missing).toContain('taille');
  await nadia.preparation.record(typed(visitId, 'TAILLE', '165'));
  const { lines } = await nadia.preparation.get({ patientId, visitId });
  expect(lines.find(({ code }) => code === 'IMC')).toMatchObject({ retained: { value: 29.5 }, editable: false });
});

test('la glycémie attend le médecin : l’assistante la lit et ne la saisit pas', async () => {
  const { nadia, patientId, visitId } = await prepared();
  const { lines } = await nadia.preparation.get({ patientId, visitId });
  expect(lines.find(({ code }) => code === 'GLYC')).toMatchObject({ editable: false, why: 'avec le médecin' });
  expect(await refusalOf(nadia.preparation.record(typed(visitId, 'GLYC', '1,05')))).toBe('NOT_ALLOWED');
  expect(
    await practice.doctor.preparation.record(typed(visitId, 'GLYC', '1,48', { context: { glucoseMoment: 'a_jeun' } })),
  ).toMatchObject({ status: 'recorded', line: { level: 'notify' } });
});

test('non fait dit pourquoi et compte dans l’avancement ; impossible demande le motif', async () => {
  const { nadia, visitId } = await prepared();
  const place = { visitId, code: 'POIDS', reading: 1, base: null } as const;
  expect(await refusalOf(nadia.preparation.notDone({ ...key(), ...place, reason: 'impossible', detail: null }))).toBe(
    'INVALID',
  );
  const { line } = await nadia.preparation.notDone({ ...key(), ...place, reason: 'refus', detail: null });
  expect(line.readings).toMatchObject([
    { text: 'non fait', notDone: { reason: 'refus', label: 'Refus' }, value: null },
  ]);
  expect((await cardOf(nadia, visitId)).progress).toEqual({ done: 1, expected: 5 });
  const cleared = await nadia.preparation.clearMeasure({ ...key(), ...place, base: line.readings[0]?.id ?? null });
  expect(cleared.line.readings).toEqual([]);
});

test('le message se joint à deux ; « lu » ne s’annule pas et se voit dépassé par un ajout', async () => {
  const { nadia, patientId, visitId } = await prepared();
  await nadia.preparation.saveMessage({ ...key(), visitId, base: null, value: 'Céphalées depuis samedi.' });
  expect((await cardOf(practice.doctor, visitId)).message).toBe('unread');
  practice.clock.advance(60_000);
  const { read } = await practice.doctor.preparation.markRead({ ...key(), visitId });
  expect(read.by).toBe('Dr Claire Lemoine');
  expect((await cardOf(practice.doctor, visitId)).message).toBe('read');
  expect(await practice.doctor.session.undoable({})).toBeNull();
  practice.clock.advance(60_000);
  await nadia.preparation.saveMessage({
    ...key(),
    visitId,
    base: 'Céphalées depuis samedi.',
    value: 'Céphalées depuis samedi. Chevilles gonflées.',
  });
  const view = await practice.doctor.preparation.get({ patientId, visitId });
  expect(view).toMatchObject({ message: { by: 'Nadia Ferrand' }, read: { by: 'Claire Lemoine', stale: true } });
});

test('prêt dit ce qui manque et ne bloque pas ; le résumé suit un ordre fixe, sans mot qui conclut', async () => {
  const { nadia, patientId, visitId } = await prepared();
  await practice.doctor.patients.addAlert({
    ...key(),
    patientId,
    kind: 'allergy',
    label: 'pénicilline',
    noneKnown: false,
    source: 'declare',
    statedOn: '2026-11-17',
  });
  await nadia.preparation.record(typed(visitId, 'PA', '152/91', { context: { arm: 'left' } }));
  await nadia.preparation.record(typed(visitId, 'FC', '80'));
  await nadia.preparation.saveMessage({ ...key(), visitId, base: null, value: 'A oublié son traitement deux jours.' });
  const { stage, missing } = await nadia.preparation.ready({ ...key(), visitId });
  expect(stage).toBe('ready');
  expect(missing).toEqual(['2e tension', '3e tension', 'poids', 'température', 'SpO₂']);
  const { text } = await practice.doctor.preparation.summary({ patientId, visitId });
  const order = [
    'Préparation du 17/11/2026, 10:00, Dr Claire Lemoine',
    'MARTIN Jeanne',
    'Alertes',
    'Tension',
    'Pouls',
    'Il manque',
    'Message de Nadia Ferrand',
  ].map((words) => text.toUpperCase().indexOf(words.toUpperCase()));
  expect(order.every((place, index) => place >= 0 && place > (order[index - 1] ?? -1))).toBe(true);
  expect(text).toContain('Allergie\u00A0: pénicilline (déclaré)');
  expect(findConcludingWords(text)).toEqual([]);
});

test('hors de la veille et du lendemain, l’assistante n’ouvre pas les lignes cliniques ; la secrétaire jamais', async () => {
  const { nadia, patientId, visitId } = await prepared();
  const { doctor, doctorIds } = practice;
  const { client: secretary } = await practice.join('secretaire', ['Aline', 'Roux']);
  expect(await refusalOf(secretary.preparation.get({ patientId, visitId }))).toBe('NOT_ALLOWED');
  const later = await newPatient(doctor, 'ROSSI', 'Paolo', '03/02/1955', 'M');
  const { id } = await doctor.visits.book({
    ...key(),
    patientId: later,
    doctorId: doctorIds[0] ?? '',
    reasonId: null,
    day: '2026-11-25',
    startMinute: 600,
  });
  expect(await refusalOf(nadia.preparation.get({ patientId: later, visitId: id }))).toBe('NOT_ALLOWED');
  expect((await doctor.preparation.get({ patientId: later, visitId: id })).visit.day).toBe('2026-11-25');
  expect(await refusalOf(doctor.preparation.get({ patientId, visitId: id }))).toBe('NOT_FOUND');
});

test('ouvrir une préparation est inscrit au journal, une fois en dix minutes', async () => {
  const { patientId, visitId } = await prepared();
  await practice.doctor.preparation.get({ patientId, visitId });
  await practice.doctor.preparation.get({ patientId, visitId });
  const { reader } = practice.core.practice.requireOpen();
  const entries = await reader
    .selectFrom('journal')
    .select('patient_id')
    .where('procedure', '=', 'preparation.get')
    .execute();
  expect(entries).toEqual([{ patient_id: patientId }]);
});

test('un seuil fixé par le cabinet remplace celui des règles, sur la page et sur la carte', async () => {
  const { nadia, visitId } = await prepared();
  await nadia.preparation.record(typed(visitId, 'PA', '136/80', { context: { arm: 'right' } }));
  expect((await cardOf(nadia, visitId)).measures).toEqual([]);
  await practice.doctor.rules.choose({
    ...key(),
    parameterId: 'vital.PAS.notify_high',
    base: null,
    choice: { value: 135 },
    from: '2026-11-17',
    reason: null,
  });
  expect((await cardOf(nadia, visitId)).measures).toMatchObject([{ code: 'PA', level: 'notify' }]);
});
