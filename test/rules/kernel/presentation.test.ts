import { describe, expect, it } from 'vitest';
import { addDays, formatLongDay, weekdayOf } from '#shared/kernel/day.ts';
import {
  formatDuration,
  formatNir,
  formatNumber,
  formatPhone,
  formatTime,
  frenchTypography,
} from '#shared/kernel/format.ts';
import { phoneticKey } from '#shared/kernel/text.ts';

const visible = (text: string): string => text.replaceAll('\u00A0', '_');

describe('présentation française', () => {
  it.each([
    [formatNumber(1234567.5), '1_234_567,5'],
    [formatNumber(37.3, 1), '37,3'],
    [formatNumber(-0.8, 1), '−0,8'],
    [formatNumber(1.005, 2), '1,01'],
    [formatNumber(-0.01, 1), '0,0'],
    [formatTime(605), '10:05'],
    [formatTime(1440), '00:00'],
    [formatDuration(33), '33_min'],
    [formatDuration(60), '1_h'],
    [formatDuration(65), '1_h_05'],
    [formatPhone('0600001234'), '06_00_00_12_34'],
    [formatPhone('+33 (0)6 00 00 12 34'), '06_00_00_12_34'],
    [formatPhone('+352 12 34'), '+352 12 34'],
    [formatNir('259045499999951'), '2_59_04_54_999_999_51'],
    [formatNir('170012a004128'), '1_70_01_2A_004_128'],
    [formatNir('12'), '12'],
    [frenchTypography('Clé : ok ? 5% à 10:05 «oui» https://a.fr'), 'Clé_: ok_? 5_% à 10:05 «_oui_» https://a.fr'],
  ])('%s', (shown, expected) => {
    expect(visible(shown)).toBe(expected);
  });

  it('écrit un jour en toutes lettres', () => {
    expect(formatLongDay('2026-11-17')).toBe('mardi 17 novembre 2026');
    expect(formatLongDay('2026-05-01')).toBe('vendredi 1er mai 2026');
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});

describe('clé sonore', () => {
  it.each([
    ['Dupont', 'Dupond'],
    ['Martin', 'Martain'],
    ['Aubry', 'Aubri'],
    ['Lefèvre', 'Lefebvre'],
    ['Philippe', 'Filipe'],
    ['Mathieu', 'Matthieu'],
    ['Thomas', 'Tomas'],
    ['Hébert', 'Ébert'],
    ['Renaud', 'Reynaud'],
  ])('%s sonne comme %s', (left, right) => {
    expect(phoneticKey(left)).toBe(phoneticKey(right));
  });

  it.each([
    ['Martin', 'Bernard'],
    ['Dubois', 'Dupuis'],
    ['Girard', 'Gérard'],
  ])('%s ne sonne pas comme %s', (left, right) => {
    expect(phoneticKey(left)).not.toBe(phoneticKey(right));
  });
});
