/** Luhn total of a string of digits is a multiple of ten; the last digit is the key. */
export function luhnHolds(digits: string): boolean {
  if (!/^\d+$/.test(digits)) return false;
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** Removes what people type between the groups of a number. */
export function withoutSeparators(raw: string): string {
  return raw.replace(/[\s.\-\u2010-\u2015\u00A0_/]/gu, '').toUpperCase();
}
