import { luhnHolds, withoutSeparators } from './digits.ts';

export interface NumberCheck {
  readonly state: 'empty' | 'ok' | 'warn' | 'refused';
  /** Digits without separators. */
  readonly normalized: string;
  readonly words: string;
}

export const NUMBER_WORDS = {
  rppsLength: 'Un numéro RPPS a 11 chiffres.',
  rppsKey: 'Numéro RPPS incorrect. Relire le numéro.',
  finessLength: 'Un numéro FINESS a 9 caractères.',
  finessKey: 'Numéro FINESS incorrect. Relire le numéro.',
  finessCorsica: 'Clé non confirmée pour la Corse. Relire le numéro.',
} as const;

/** RPPS: 11 digits, the whole under the Luhn total. */
export function checkRpps(raw: string): NumberCheck {
  const normalized = withoutSeparators(raw);
  if (normalized === '') return { state: 'empty', normalized, words: '' };
  if (!/^\d{11}$/.test(normalized)) return { state: 'refused', normalized, words: NUMBER_WORDS.rppsLength };
  return luhnHolds(normalized)
    ? { state: 'ok', normalized, words: '' }
    : { state: 'refused', normalized, words: NUMBER_WORDS.rppsKey };
}

/** FINESS: 9 characters, Luhn; 2A and 2B are read as 20 for the key, which then only warns. */
export function checkFiness(raw: string): NumberCheck {
  const normalized = withoutSeparators(raw);
  if (normalized === '') return { state: 'empty', normalized, words: '' };
  if (!/^(\d{2}|2[AB])\d{7}$/.test(normalized))
    return { state: 'refused', normalized, words: NUMBER_WORDS.finessLength };
  const corsica = /^2[AB]/.test(normalized);
  if (luhnHolds(corsica ? `20${normalized.slice(2)}` : normalized)) return { state: 'ok', normalized, words: '' };
  return corsica
    ? { state: 'warn', normalized, words: NUMBER_WORDS.finessCorsica }
    : { state: 'refused', normalized, words: NUMBER_WORDS.finessKey };
}
