/**
 * French presentation of numbers, times, telephones and signs. The non-breaking space is U+00A0 everywhere.
 */

export const NBSP = '\u00A0';
const MINUS = '\u2212';

/**
 * `1 234,5`: decimal comma, thousands grouped from 10 000 and from 1 000 alike, typographic minus. With `decimals`
 * the figure is rounded half up (away from zero) and always shows that many decimals.
 */
export function formatNumber(value: number, decimals?: number): string {
  if (!Number.isFinite(value)) return '';
  const text = decimals === undefined ? decimalText(Math.abs(value)) : roundedText(Math.abs(value), decimals);
  const [whole = '0', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, NBSP);
  const sign = value < 0 && /[1-9]/.test(text) ? MINUS : '';
  return sign + grouped + (fraction === undefined || fraction === '' ? '' : `,${fraction}`);
}

function decimalText(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value < 1 ? value.toFixed(10).replace(/\.?0+$/, '') : BigInt(value).toString();
}

/** Half up on the decimal writing, so that 1.005 gives 1.01 where binary arithmetic would give 1.00. */
function roundedText(value: number, decimals: number): string {
  const rounded = roundHalfUp(value, decimals);
  return rounded < 1e21 ? rounded.toFixed(decimals) : decimalText(rounded);
}

/** Rounds half up (away from zero) at `decimals`, reading the number as it is written and not as it is stored. */
export function roundHalfUp(value: number, decimals: number): number {
  // Beyond 15 digits there is no decimal left to round.
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return value;
  const text = Math.abs(value).toPrecision(15);
  const shifted = Math.round(Number(text.includes('e') ? text : `${text}e${decimals}`));
  const rounded = Number(`${shifted}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** `10:05` from minutes since midnight. */
export function formatTime(minutes: number): string {
  const whole = Math.floor(minutes);
  const inDay = ((whole % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** `33 min`, `1 h`, `1 h 05`; a negative duration counts as zero. */
export function formatDuration(minutes: number): string {
  const whole = Math.max(0, Math.floor(minutes));
  if (whole < 60) return `${whole}${NBSP}min`;
  const rest = whole % 60;
  const hours = `${formatNumber(Math.floor(whole / 60))}${NBSP}h`;
  return rest === 0 ? hours : `${hours}${NBSP}${String(rest).padStart(2, '0')}`;
}

/** `06 00 00 12 34` for a French number, `+352 …` kept as typed; anything else is given back trimmed. */
export function formatPhone(raw: string): string {
  const digits = phoneDigits(raw);
  if (/^0\d{9}$/.test(digits)) return (digits.match(/\d{2}/g) ?? []).join(NBSP);
  return raw.trim();
}

/** Digits of a telephone number, the French prefixes (+33, 0033, +33 (0)) turned into 0; other prefixes keep `+`. */
export function phoneDigits(raw: string): string {
  const text = raw
    .trim()
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+')
    .replace(/(?!^)\+/g, '');
  const french = /^\+330?(\d{9})$/.exec(text);
  return french?.[1] === undefined ? text : `0${french[1]}`;
}

/** `2 59 04 54 999 999 51`: groups of an NIR as printed, for 13 or 15 characters; anything else is given back trimmed. */
export function formatNir(raw: string): string {
  const text = raw.replace(/[\s.\-]/gu, '').toUpperCase();
  const groups = /^(\d)(\d{2})(\d{2})(\d{2}|2[AB])(\d{3})(\d{3})(\d{2})?$/.exec(text);
  if (groups === null) return raw.trim();
  return groups
    .slice(1)
    .filter((group) => group !== undefined)
    .join(NBSP);
}

/**
 * Non-breaking space before `: ; ? ! % €` and inside « ». Times (10:05), addresses (https://) and what is already
 * right are left alone; applying it twice changes nothing.
 */
export function frenchTypography(text: string): string {
  return text
    .replace(/[ \u00A0\u202F]+([:;?!%€»])/gu, `${NBSP}$1`)
    .replace(/([\p{L}\p{N})»"'’])([;?!%€»])/gu, `$1${NBSP}$2`)
    .replace(/([\p{L}\p{N})»"'’])(:)(?=\s|$)/gu, `$1${NBSP}$2`)
    .replace(/«[ \u00A0\u202F]*/gu, `«${NBSP}`)
    .replace(/([^\s\u00A0])»/gu, `$1${NBSP}»`);
}

/** `1 passage`, `2 236 passages`; nothing at all is singular too. */
export function counted(count: number, one: string, several: string): string {
  return `${formatNumber(count)} ${count > 1 ? several : one}`;
}
