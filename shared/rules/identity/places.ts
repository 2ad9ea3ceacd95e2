/** INSEE codes of places of birth, 5 characters: a commune, or `99` and a country; `99999` unknown. */
export const UNKNOWN_PLACE = '99999';

/** Department of a place code: `54`, `2A`, `974`, or `99` for a country. */
export function departmentOf(placeCode: string): string {
  const code = placeCode.toUpperCase();
  return /^9[78]/.test(code) ? code.slice(0, 3) : code.slice(0, 2);
}

/** Corsican communes kept their number when 20 became 2A and 2B: `20004` and `2A004` are one place. */
export function samePlace(left: string, right: string): boolean {
  const a = left.trim().toUpperCase();
  const b = right.trim().toUpperCase();
  if (a === b) return true;
  if (!/^2[0AB]\d{3}$/.test(a) || !/^2[0AB]\d{3}$/.test(b) || a.slice(2) !== b.slice(2)) return false;
  return a.startsWith('20') || b.startsWith('20');
}

/** A place code has the right shape; whether the place exists is answered by the tables of places. */
export function isPlaceCode(code: string): boolean {
  return /^(\d{2}|2[AB])\d{3}$/.test(code) && !code.startsWith('00') && code !== '99000';
}
