import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, type TypedFields } from '../support/patients.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
let nadia: Client;
let patientId: string;
beforeAll(async () => {
  practice = await foundTestPractice();
  nadia = (await practice.join('assistant')).client;
  patientId = (await openFile(nadia)).id;
});
afterAll(() => practice.close());

const stated = { noneKnown: false, source: 'declare', statedOn: '2026-11-16' } as const;
const alertsOf = async (client: Client) => (await client.patients.get({ patientId })).alerts;

test('« aucune connue » est une parole datée, différente de rien de noté ; une allergie la remplace', async () => {
  expect(await alertsOf(nadia)).toEqual([]);
  await nadia.patients.addAlert({ ...key(), patientId, kind: 'allergy', label: '', ...stated, noneKnown: true });
  expect(await alertsOf(nadia)).toMatchObject([
    { kind: 'allergy', label: 'Aucune allergie connue', noneKnown: true, by: 'Nadia Ferrand', statedOn: '2026-11-16' },
  ]);
  await nadia.patients.addAlert({ ...key(), patientId, kind: 'allergy', label: 'Allergie : pénicilline', ...stated });
  expect(await alertsOf(nadia)).toMatchObject([
    { label: 'Allergie : pénicilline', noneKnown: false, source: 'declare', confirmedBy: null },
  ]);
  expect(
    await refusalOf(
      nadia.patients.addAlert({ ...key(), patientId, kind: 'allergy', label: '', ...stated, noneKnown: true }),
    ),
  ).toBe('INVALID');
});

test('l’assistante note ce qui est déclaré ; le médecin confirme ; une retouche attend une nouvelle confirmation', async () => {
  expect(
    await refusalOf(
      nadia.patients.addAlert({
        ...key(),
        patientId,
        kind: 'treatment',
        label: 'Anticoagulant',
        ...stated,
        source: 'medecin',
      }),
    ),
  ).toBe('NOT_ALLOWED');
  const [allergy] = await alertsOf(nadia);
  const alertId = allergy?.id ?? '';
  expect(await refusalOf(nadia.patients.confirmAlert({ ...key(), alertId }))).toBe('NOT_ALLOWED');
  await practice.doctor.patients.confirmAlert({ ...key(), alertId });
  expect((await alertsOf(nadia))[0]?.confirmedBy).toContain('Claire Lemoine');
  expect(await refusalOf(nadia.patients.removeAlert({ ...key(), alertId, reason: 'Erreur de saisie' }))).toBe(
    'NOT_ALLOWED',
  );
  await nadia.patients.editAlert({
    ...key(),
    alertId,
    patches: [{ field: 'label', base: 'Allergie : pénicilline', value: 'Allergie : pénicilline (œdème)' }],
  });
  expect((await alertsOf(nadia))[0]).toMatchObject({ label: 'Allergie : pénicilline (œdème)', confirmedBy: null });
  const attempt = practice.doctor.patients.editAlert({
    ...key(),
    alertId,
    patches: [{ field: 'label', base: 'Allergie : pénicilline', value: 'Pénicilline' }],
  });
  await expect(attempt).rejects.toMatchObject({
    code: 'EDIT_CONFLICT',
    data: { conflicts: [{ by: 'Nadia Ferrand' }] },
  });
});

test('annuler un retrait remet la ligne', async () => {
  const { id } = await nadia.patients.addAlert({
    ...key(),
    patientId,
    kind: 'call',
    label: 'Ne pas appeler avant 10 h',
    ...stated,
  });
  await nadia.patients.removeAlert({ ...key(), alertId: id, reason: 'Ne vaut plus' });
  expect((await alertsOf(nadia)).some((alert) => alert.id === id)).toBe(false);
  const last = await nadia.session.undoable({});
  expect(last?.label).toBe('Retrait de la ligne d’alerte');
  await nadia.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect((await alertsOf(nadia)).some((alert) => alert.id === id)).toBe(true);
});

test('la secrétaire voit les contraintes d’appel et l’aidant, ni l’allergie ni les constantes', async () => {
  const { client } = await practice.join('secretaire', ['Claudie', 'Perrin']);
  const file = await client.patients.get({ patientId });
  expect(file.alerts.map((alert) => alert.kind)).toEqual(['call']);
  expect(file.alertKindsSeen).toEqual(['call', 'carer']);
  expect(file.clinical).toBeNull();
  expect((await nadia.patients.get({ patientId })).clinical).toEqual({ measures: [] });
});

test('en saisissant : rien avant le troisième trait, puis le dossier ressemblant avec ses raisons et ses traits', async () => {
  const ask = (fields: TypedFields) => nadia.patients.duplicates({ fields, exceptId: null });
  expect(await ask({ birthName: 'Aubry', birthDay: '14/06/1999' })).toEqual({ searched: false, candidates: [] });
  const { candidates } = await ask({ birthName: 'Aubry', birthDay: '14/06/1999', firstGivenName: 'Camille' });
  expect(candidates).toMatchObject([
    {
      patient: { id: patientId },
      level: 'tres_probable',
      reasons: ['Même nom, même prénom, même date de naissance.'],
      visitCount: 0,
      lastVisit: null,
    },
  ]);
  expect(candidates[0]?.traits.find(({ trait }) => trait === 'prenom')).toMatchObject({
    typed: 'CAMILLE',
    existing: 'CAMILLE',
    result: 'same',
  });
  const swapped = await ask({ birthName: 'Camille', birthDay: '14/06/1999', firstGivenName: 'Aubry', sex: 'F' });
  expect(swapped.candidates).toMatchObject([{ patient: { id: patientId }, level: 'possible' }]);
  const twin = await ask({ birthName: 'Aubry', birthDay: '14/06/1999', firstGivenName: 'Théo', sex: 'M' });
  expect(twin.candidates).toMatchObject([{ level: 'none', twins: true }]);
  expect(
    (await ask({ birthName: 'Perrin', birthDay: '01/01/1950', firstGivenName: 'Luc', phoneMobile: '0600007710' }))
      .candidates,
  ).toEqual([]);
});
