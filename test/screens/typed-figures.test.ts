import { expect, test } from 'vitest';
import { missingSentence, strictProblems } from '../../renderer/features/patients/form/missing-words.ts';
import { readThreshold, thresholdGroups } from '../../renderer/features/settings/threshold-words.ts';

const thresholds = thresholdGroups.flatMap((group) => group.thresholds);

test('un seuil qui n’est pas un nombre est refusé avec une phrase, jamais réécrit', () => {
  for (const threshold of thresholds) {
    for (const typed of ['1e3', '-5', '80,4,5', '135 mmHg', '140/90', '0x8C', 'abc'])
      expect(readThreshold(threshold, typed).problem, `${threshold.id} ${typed}`).toBe('Un nombre, par exemple 135.');
    expect(readThreshold(threshold, '').problem).toBeNull();
  }
});

test('un lieu en toutes lettres sans département : c’est le département qui manque', () => {
  const typed = { birthName: 'MOREL', firstGivenName: 'ANNE', sex: 'F', birthDay: '14/06/1999' };
  const inWords = strictProblems({ ...typed, birthPlaceText: 'Villebrume' }, '2026-11-17');
  expect(missingSentence(inWords)).toBe('Il manque\u00a0: département de naissance.');
  expect(inWords.absent).toMatchObject([
    { field: 'birthDepartment', message: 'Indiquer le département de naissance.' },
  ]);
  expect(missingSentence(strictProblems(typed, '2026-11-17'))).toBe('Il manque\u00a0: lieu de naissance.');
});
