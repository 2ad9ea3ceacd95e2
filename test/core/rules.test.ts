import { afterEach, beforeEach, expect, test } from 'vitest';
import { overridesOn } from '#shared/rules/choices.ts';
import { valueOn } from '#shared/rules/kernel/index.ts';
import { findParameter } from '#shared/rules/book.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { refusalData, undoLast } from '../support/visits.ts';

const [YESTERDAY, TODAY, TOMORROW] = ['2026-11-16', '2026-11-17', '2026-11-18'] as const;
const systolic = 'vital.PAS.notify_high';

let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

type Choose = Parameters<Client['rules']['choose']>[0];
const choose = (change: Partial<Choose> & { choice: Choose['choice'] }, client = doctor) =>
  client.rules.choose({ ...key(), parameterId: systolic, base: null, from: TODAY, reason: null, ...change });
const used = async (day: string) => {
  const parameter = findParameter(systolic);
  if (parameter === null) throw new Error('no such parameter');
  return valueOn(parameter, day, overridesOn((await doctor.rules.choices({})).choices, day));
};

test('un seuil changé vaut à partir de son jour, signé, à côté de la valeur du livre', async () => {
  await choose({ choice: { value: 135 }, reason: 'Décision de la réunion de cabinet' });
  expect(await used(YESTERDAY)).toMatchObject({ value: 140, origin: 'default', signature: null });
  expect(await used(TODAY)).toMatchObject({
    value: 135,
    defaultValue: 140,
    origin: 'practice',
    signature: { by: 'Claire Lemoine', from: TODAY },
  });
  expect((await doctor.rules.choices({})).choices).toMatchObject([
    {
      parameterId: systolic,
      choice: { value: 135 },
      reason: 'Décision de la réunion de cabinet',
      by: 'Claire Lemoine',
    },
  ]);
});

test('un changement daté de demain ne touche pas aujourd’hui', async () => {
  await choose({ choice: { value: 135 }, from: TOMORROW });
  expect(await used(TODAY)).toMatchObject({ value: 140 });
  expect(await used(TOMORROW)).toMatchObject({ value: 135 });
});

test('revenir au livre, couper un seuil, annuler : chaque geste est réversible', async () => {
  await choose({ choice: { value: 135 } });
  await choose({ base: { value: 135 }, choice: null });
  expect(await used(TODAY)).toMatchObject({ value: 140, origin: 'default' });
  await choose({ choice: { value: null } });
  expect(await used(TODAY)).toMatchObject({ value: null, defaultValue: 140, origin: 'practice' });
  expect(await undoLast(doctor)).toBe('Changement d’une règle');
  expect(await used(TODAY)).toMatchObject({ value: 140 });
});

test('deux médecins changent le même seuil : le second voit la valeur et l’auteur', async () => {
  const { client: benali } = await practice.join('medecin', ['Karim', 'Benali']);
  await choose({ choice: { value: 135 } });
  expect(await refusalData(choose({ choice: { value: 138 } }, benali))).toMatchObject({
    code: 'EDIT_CONFLICT',
    data: { conflicts: [{ field: systolic, mine: '138', theirs: '135', by: 'Claire Lemoine' }] },
  });
});

test('une règle inconnue, une date trop lointaine, un texte à la place d’un nombre : refus en une phrase', async () => {
  expect(await refusalData(choose({ parameterId: 'vital.PAS.couleur', choice: { value: 1 } }))).toMatchObject({
    code: 'NOT_FOUND',
  });
  for (const from of ['2025-11-16', '2027-11-18']) {
    expect(await refusalData(choose({ choice: { value: 135 }, from }))).toMatchObject({
      data: { problems: [{ field: 'from', message: 'Date d’effet à choisir entre le 17/11/2025 et le 17/11/2027.' }] },
    });
  }
  expect(await refusalData(choose({ choice: { value: '135' } }))).toMatchObject({
    data: { problems: [{ message: 'Un nombre est attendu.' }] },
  });
});

test('seul un médecin du cabinet change une règle', async () => {
  const { client: nadia } = await practice.join('assistant', ['Nadia', 'Ferrand']);
  expect(await refusalData(choose({ choice: { value: 135 } }, nadia))).toMatchObject({ code: 'NOT_ALLOWED' });
});
