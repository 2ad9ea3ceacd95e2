import { expect, test } from 'vitest';
import type { MeasureLine, PreparationView } from '#shared/contract/preparation.ts';
import { changesSince } from '../../renderer/features/doctor/since-last-visit.ts';
import { correctedText } from '../../renderer/features/preparation/corrected-text.ts';
import { bothFigures, pressureFigures, pressureText } from '../../renderer/features/preparation/pressure-text.ts';
import { trendOf } from '../../renderer/features/preparation/scales.ts';

const line = (fields: Partial<MeasureLine>): MeasureLine => ({
  code: 'POIDS',
  label: 'Poids',
  unit: 'kg',
  decimals: 1,
  expected: true,
  editable: true,
  why: null,
  maxReadings: 1,
  remainingReadings: 0,
  readings: [],
  retained: null,
  level: 'none',
  words: '',
  history: [],
  marks: [],
  ...fields,
});
const past = (day: string, value: number, second: number | null = null) => ({
  day,
  value,
  second,
  text: second === null ? String(value).replace('.', ',') : `${value}/${second}`,
});

test('une tension lue en centimètres de mercure est proposée en millimètres, les deux chiffres ensemble', () => {
  expect(correctedText('PA', '15/9', { value: 150, text: '150', readAs: 'cmHg' })).toBe('150/90');
  expect(correctedText('PA', '152/9', { value: 90, text: '90', readAs: 'cmHg' })).toBe('152/90');
  expect(correctedText('TEMP', '373', { value: 37.3, text: '37,3', readAs: null })).toBe('37,3');
});

test('la courbe demande deux valeurs et garde une échelle fixe', () => {
  expect(trendOf(line({ code: 'SPO2', history: [past('2026-08-18', 97)] }), '2026-11-17')).toBeNull();
  const trend = trendOf(
    line({ code: 'SPO2', history: [past('2026-05-18', 98), past('2026-08-18', 97)], marks: [93] }),
    '2026-11-17',
  );
  expect(trend?.scale).toEqual([85, 100]);
  expect(trend?.threshold).toBe(93);
  expect(trend?.points).toEqual([
    { label: '18/05/2026', value: 98 },
    { label: '18/08/2026', value: 97 },
  ]);
});

test('la valeur de la visite termine la courbe', () => {
  const retained = { text: '71,4\u00a0kg', value: 71.4, second: null, words: '' };
  const trend = trendOf(line({ history: [past('2026-08-18', 69.3)], retained }), '2026-11-17');
  expect(trend?.points.at(-1)).toEqual({ label: '17/11/2026', value: 71.4 });
});

test('depuis la dernière visite, les deux valeurs sont dites, et l’écart pour le poids seulement', () => {
  const lines = [
    line({
      retained: { text: '71,4\u00a0kg', value: 71.4, second: null, words: '' },
      history: [past('2026-08-18', 69.3)],
    }),
    line({
      code: 'PA',
      label: 'Tension',
      retained: { text: '168/94\u00a0mmHg', value: 168, second: 94, words: '' },
      history: [past('2026-08-18', 138, 82)],
    }),
    line({
      code: 'FC',
      label: 'Pouls',
      retained: { text: '78\u00a0bpm', value: 78, second: null, words: '' },
      history: [past('2025-01-02', 70)],
    }),
  ];
  const words = changesSince({ lines, previousVisitDay: '2026-08-18' } as unknown as PreparationView).map(
    (change) => change.words,
  );
  expect(words).toEqual([
    'Poids\u00a0: 69,3 → 71,4\u00a0kg (+2,1\u00a0kg)',
    'Tension\u00a0: 138/82 → 168/94\u00a0mmHg',
  ]);
});

test('deux chiffres de tension écrits dans un seul champ sont rangés chacun dans le sien', () => {
  for (const text of ['140/90', ' 140 / 90 ', '140 90', '140-90']) expect(bothFigures(text)).toEqual(['140', '90']);
  expect(bothFigures('14/9')).toEqual(['14', '9']);
  for (const text of ['140', '14090', '140/90/80', '140/90 lb', '-']) expect(bothFigures(text)).toBeNull();
});

test('rien de ce qui est tapé dans la tension n’est réécrit', () => {
  for (const text of ['1e3/', '140/90/80', '180 lb/', '/90', '-', '']) {
    expect(pressureText(...pressureFigures(text))).toBe(text);
  }
  expect(pressureText('-5', '80')).toBe('-5/80');
});
