import { expect, test } from 'vitest';
import { blankTraining } from '#shared/domain/training.ts';
import { typedOf, withFact, wordsOf } from '../../renderer/features/training/conflict-values.ts';
import { factsFrom, formOf } from '../../renderer/features/training/facts-form.ts';

const today = '2026-11-17';
const letter = JSON.stringify({ value: '2027-09-30', origin: 'notified', on: '2026-10-02' });

test('la valeur d’un collègue se lit comme elle s’écrit à l’écran', () => {
  expect(wordsOf('body', null)).toBe('rien');
  expect(wordsOf('body', 'École du Lac')).toBe('École du Lac');
  expect(wordsOf('registeredOn', '2026-11-02')).toBe('02/11/2026');
  expect(wordsOf('doneMinutes', '2130')).toBe('35,5\u00a0h');
  expect(wordsOf('route', 'VAE')).toBe('CQP, par la validation des acquis (VAE)');
  expect(wordsOf('state', 'exempted')).toBe('Dispensé après positionnement');
  expect(wordsOf('levelFour', 'false')).toBe('non');
  expect(wordsOf('given.complete', letter)).toBe('30/09/2027, courrier de la CPAM du 02/10/2026');
});

test('prise, elle remplit les champs et rend les mêmes faits, champ par champ', () => {
  const theirs = {
    body: 'École du Lac',
    registeredOn: '2026-11-02',
    sessionMonths: '8',
    otherMinutes: '630',
    levelFour: 'true',
    vaeHours: '1607',
    route: 'VAE',
    'given.complete': letter,
  };
  const seen = blankTraining('CQP');
  for (const [field, stored] of Object.entries(theirs)) {
    const kept = { ...formOf(seen), ...typedOf(field, stored) };
    const { value, problems } = factsFrom(kept as ReturnType<typeof formOf>, today);
    expect(problems, field).toEqual({});
    expect(value, field).toEqual(withFact(seen, field, stored));
  }
});
