import { withoutSeparators } from './digits.ts';

/** Parts of an NIR or NIA as far as they were typed; an empty string when not reached. */
export interface NirParts {
  readonly text: string;
  readonly sex: string;
  readonly year: string;
  readonly month: string;
  /** Department (`54`, `2A`), overseas department (`974`) or `99`. */
  readonly department: string;
  /** Commune, 2 or 3 digits, or country after `99`. */
  readonly commune: string;
  readonly order: string;
  readonly key: string;
}

/** Why a number cannot be one. Each code has its sentence in `NIR_WORDS`. */
export type NirRefusal = 'characters' | 'too_long' | 'sex' | 'month' | 'department' | 'commune' | 'country' | 'order';

/** Cuts a typed number; separators are dropped and letters put in capitals. Any text is accepted. */
export function readNir(raw: string): NirParts {
  const text = withoutSeparators(raw);
  const place = text.slice(5, 10);
  const overseas = /^9[78]/.test(place);
  return {
    text,
    sex: text.slice(0, 1),
    year: text.slice(1, 3),
    month: text.slice(3, 5),
    department: place.slice(0, overseas ? 3 : 2),
    commune: place.slice(overseas ? 3 : 2),
    order: text.slice(10, 13),
    key: text.slice(13, 15),
  };
}

/** True when every character is where a number has one; unfinished numbers pass. */
export function charactersHold(text: string): boolean {
  return /^(\d*|\d{5}2[AB]\d*)$/.test(text);
}

export type MonthKind = 'calendar' | 'without_month' | 'impossible';

/** 01-12 calendar; 20, 30-42 and 50-99 exist for records without a usable month; the rest is refused (fact 1.6). */
export function monthKind(month: string): MonthKind {
  const value = Number(month);
  if (value >= 1 && value <= 12) return 'calendar';
  return value === 20 || (value >= 30 && value <= 42) || value >= 50 ? 'without_month' : 'impossible';
}

/** Refusals of the parts typed whole, in the order of the number. */
export function refusalsOf(parts: NirParts): NirRefusal[] {
  const { text } = parts;
  if (!charactersHold(text)) return ['characters'];
  if (text.length > 15) return ['too_long'];
  const refusals: NirRefusal[] = [];
  if (text.length >= 1 && !/^[123478]$/.test(parts.sex)) refusals.push('sex');
  if (text.length >= 5 && monthKind(parts.month) === 'impossible') refusals.push('month');
  if (text.length >= 7 && parts.department === '00') refusals.push('department');
  if (text.length >= 10) {
    if (parts.department.length === 3 && parts.commune === '00') refusals.push('commune');
    if (parts.department === '99' && parts.commune === '000') refusals.push('country');
  }
  if (text.length >= 13 && parts.order === '000') refusals.push('order');
  return refusals;
}

/**
 * Whether the key of a 15-character number holds: 97 − (13 first mod 97), Corsica read as 19 (2A) and 18 (2B). The
 * expected key never leaves this function: people would copy it.
 */
export function keyHolds(text: string): boolean {
  if (!/^\d{5}(\d{2}|2[AB])\d{8}$/.test(text)) return false;
  const digits = text.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(digits) % 97n) === Number(text.slice(13));
}

/** `M` or `F` from the first digit; null when it does not tell. */
export function sexOfNir(digit: string): 'M' | 'F' | null {
  if (/^[137]$/.test(digit)) return 'M';
  return /^[248]$/.test(digit) ? 'F' : null;
}
