import type { Draw } from './draw.ts';

/** Beginnings of the numbers that ARCEP keeps for works of fiction (decision 2018-0881): four free digits follow. */
export const fictionPhones = { mobile: '063998', fixed: ['035301', '019900', '026191', '046571', '053649'] } as const;

const fourDigits = (draw: Draw) => String(draw.int(0, 9999)).padStart(4, '0');

export const inventMobile = (draw: Draw): string => fictionPhones.mobile + fourDigits(draw);

/** Mostly of the region of the practice. */
export const inventFixed = (draw: Draw): string =>
  (draw.chance(0.9) ? fictionPhones.fixed[0] : draw.pick(fictionPhones.fixed)) + fourDigits(draw);

/** `example.org` is reserved for examples (RFC 2606): no message can reach anybody. */
export const inventEmail = (given: string, family: string): string => {
  const plain = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toLowerCase();
  return `${plain(given)}.${plain(family)}@example.org`;
};

/**
 * A registration number of nobody: its commune (990 to 999) exists in no department. The key holds.
 * `serial` tells apart people born the same month in the same department.
 */
export function inventNir(person: {
  sex: string;
  birthDay: string;
  birthPlace: string;
  serial: number;
}): string | null {
  const department = person.birthPlace.slice(0, 2);
  // Abroad and overseas the last digits of the place are real: no number rather than somebody's.
  if (department === '99' || department === '97' || department === '98') return null;
  const [year = '', month = ''] = person.birthDay.split('-');
  const commune = 990 + (person.serial % 10);
  const rank = 1 + (Math.floor(person.serial / 10) % 999);
  const digits = `${person.sex === 'F' ? 2 : 1}${year.slice(2)}${month}${department}${commune}${String(rank).padStart(3, '0')}`;
  const key = 97 - Number(BigInt(digits.replace('2A', '19').replace('2B', '18')) % 97n);
  return `${digits}${String(key).padStart(2, '0')}`;
}
