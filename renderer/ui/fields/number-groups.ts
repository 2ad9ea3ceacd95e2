/** Groups of a NIR, control key included: 2 59 04 54 999 999 51. */
const NIR_GROUPS = [1, 2, 2, 2, 3, 3, 2] as const;
const NIR_LENGTH = 15;

/** Keeps what a NIR may hold: digits, and the A or B of Corsica; spaces and dots of a pasted number are dropped. */
export function compactNir(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9AB]/gu, '')
    .slice(0, NIR_LENGTH);
}

/** `259045499999951` → `2 59 04 54 999 999 51`; works on a number being typed. */
export function groupNir(compact: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const length of NIR_GROUPS) {
    if (from >= compact.length) break;
    parts.push(compact.slice(from, from + length));
    from += length;
  }
  return parts.join(' ');
}

/** `0600001234` → `06 00 00 12 34`; a foreign or unfinished number is left as typed. */
export function groupPhone(text: string): string {
  const compact = text.replace(/[\s.\-/()]/gu, '').replace(/^(?:\+33|0033)0?(?=\d{9}$)/u, '0');
  return /^0\d{9}$/u.test(compact) ? (compact.match(/\d{2}/gu) ?? []).join(' ') : text.trim();
}
