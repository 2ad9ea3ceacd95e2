import { expect, test } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import {
  placed,
  shareOf,
  timeLineWords,
  type Point,
  type TimeLineModel,
} from '../../renderer/features/training/time-line-model.ts';

const point = (day: string, label: string, shape: Point['shape'] = 'circle'): Point => ({
  shape,
  day,
  label,
  detail: day,
  filled: false,
  tone: 'neutral',
});
const line = (points: Point[]): TimeLineModel => ({ from: '2024-03-04', to: '2027-03-04', points });

test('l’embauche est au début, la dernière date au bout, un jour hors de la ligne reste à son bord', () => {
  const model = line([]);
  expect(shareOf(model, '2024-03-04')).toBe(0);
  expect(shareOf(model, '2027-03-04')).toBe(1);
  expect(shareOf(model, '2023-01-01')).toBe(0);
  expect(shareOf(model, '2028-01-01')).toBe(1);
  expect(shareOf(model, '2025-09-03')).toBeCloseTo(0.5, 2);
});

test('les libellés d’un même côté ne se chevauchent jamais, à toute largeur', () => {
  const days = Array.from({ length: 12 }, (_, index) => addDays('2024-03-04', index * index * 9));
  for (const width of [320, 640, 900, 1230, 1780]) {
    const spans = placed(line(days.map((day, index) => point(day, `Événement ${index}`))), 'circle', width).map(
      ({ x, anchor, level, label, detail }) => {
        const size = Math.max(label.length, detail.length) * 6.6;
        const left = { start: 0, middle: x * width - size / 2, end: width - size }[anchor];
        return { level, left, right: left + size };
      },
    );
    for (const [index, one] of spans.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(width + 0.01);
      for (const other of spans.slice(index + 1)) {
        if (other.level === one.level) expect(other.left >= one.right || one.left >= other.right).toBe(true);
      }
    }
  }
});

test('la ligne se lit dans l’ordre des jours, aujourd’hui à sa place', () => {
  const model = line([
    point('2024-03-04', 'Embauche'),
    point('2026-03-04', 'Engager', 'diamond'),
    point('2027-03-04', 'Obtenir', 'diamond'),
  ]);
  expect(timeLineWords(model, '2026-11-17').replaceAll('\u00a0', ' ')).toBe(
    'Ligne de temps. Embauche : 2024-03-04. Échéance, Engager : 2026-03-04. Aujourd’hui : 17/11/2026. Échéance, Obtenir : 2027-03-04.',
  );
});
