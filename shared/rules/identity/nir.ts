import { isDay, MONTH_NAMES, type Day } from '#shared/kernel/day.ts';
import { keyHolds, monthKind, readNir, refusalsOf, sexOfNir, type NirParts, type NirRefusal } from './nir-structure.ts';
import { departmentOf } from './places.ts';

/** Traits already entered, to compare the number with. Absent or null: not entered. */
export interface NirComparison {
  readonly sex?: 'M' | 'F' | null;
  readonly birthDate?: Day | null;
  /** INSEE code of the place of birth, 5 characters. */
  readonly birthPlace?: string | null;
}

export const NIR_MARKS = { sexe: 'Sexe', naissance: 'Naissance', departement: 'Département', cle: 'Clé' } as const;

export interface NirMark {
  readonly check: keyof typeof NIR_MARKS;
  readonly state: 'ok' | 'warn' | 'bad' | 'unknown';
  readonly words: string;
}

export interface NirCheck {
  /** `accepted_without_key`: 13 characters, recorded as « clé manquante ». */
  readonly state: 'empty' | 'incomplete' | 'refused' | 'accepted' | 'accepted_without_key';
  /** Capitals, no separator. */
  readonly normalized: string;
  /** One per check, always in the order Sexe, Naissance, Département, Clé. */
  readonly marks: readonly NirMark[];
  /** Sentences that prevent the number from being kept as a fact. */
  readonly refusals: readonly string[];
  /** Sentences to read; the number can be kept. */
  readonly warnings: readonly string[];
}

export const NIR_WORDS = {
  characters: 'Un numéro de sécurité sociale a 13 chiffres et une clé de 2 chiffres.',
  too_long: 'Numéro trop long\u00A0: 13 chiffres et une clé de 2 chiffres.',
  sex: 'Le premier chiffre ne peut pas être celui-là. Relire le numéro.',
  month: 'Ce mois n’existe pas dans un numéro. Relire les 4e et 5e chiffres.',
  department: 'Le département 00 n’existe pas. Relire le numéro.',
  commune: 'La commune 00 n’existe pas. Relire le numéro.',
  country: 'Le pays 000 n’existe pas. Relire le numéro.',
  order: 'Le numéro d’ordre 000 n’existe pas. Relire le numéro.',
  keyWrong: 'Clé incorrecte. Relire le numéro sur la carte Vitale ou l’attestation.',
  keyMissing: 'Clé manquante. Lire les 2 derniers chiffres sur la carte Vitale ou l’attestation.',
  keyRight: 'Clé correcte',
  man: 'Le numéro indique un homme. Vérifier le sexe ou le numéro.',
  woman: 'Le numéro indique une femme. Vérifier le sexe ou le numéro.',
  temporary: 'Numéro attribué provisoirement.',
  noMonth: 'Le numéro ne donne pas le mois de naissance.',
} as const satisfies Record<NirRefusal | string, string>;

/**
 * Live check of a number typed in full or in part. Structure and key decide; differences with the traits entered only
 * warn (civil status, adoption, foreign records). The year alone is never turned into a century.
 * Source: decree 82-103 and its readings (README.md, facts 1.1 to 1.11).
 */
export function checkNir(raw: string, known: NirComparison = {}): NirCheck {
  const parts = readNir(raw);
  const refusalCodes = refusalsOf(parts);
  const marks = [sexMark(parts, known), birthMark(parts, known), departmentMark(parts, known), keyMark(parts)];
  const refusals: string[] = refusalCodes.map((code) => NIR_WORDS[code]);
  const [, , , key] = marks;
  if (key?.state === 'bad') refusals.push(NIR_WORDS.keyWrong);
  const warnings = marks.filter((mark) => mark.state === 'warn').map((mark) => mark.words);
  if (/^[3478]/.test(parts.text)) warnings.push(NIR_WORDS.temporary);
  return { state: stateOf(parts.text, refusals.length > 0), normalized: parts.text, marks, refusals, warnings };
}

function stateOf(text: string, isRefused: boolean): NirCheck['state'] {
  if (text === '') return 'empty';
  if (isRefused) return 'refused';
  if (text.length === 15) return 'accepted';
  return text.length === 13 ? 'accepted_without_key' : 'incomplete';
}

function sexMark(parts: NirParts, known: NirComparison): NirMark {
  const check = 'sexe';
  if (parts.sex === '') return { check, state: 'unknown', words: 'Sexe\u00A0: à lire' };
  const sex = sexOfNir(parts.sex);
  if (sex === null) return { check, state: 'bad', words: NIR_WORDS.sex };
  const words = `Sexe\u00A0: ${sex === 'F' ? 'femme' : 'homme'}`;
  if (known.sex === undefined || known.sex === null) return { check, state: 'unknown', words };
  if (known.sex === sex) return { check, state: 'ok', words };
  return { check, state: 'warn', words: sex === 'F' ? NIR_WORDS.woman : NIR_WORDS.man };
}

function birthMark(parts: NirParts, known: NirComparison): NirMark {
  const check = 'naissance';
  if (!/^\d{2}$/.test(parts.year) || !/^\d{2}$/.test(parts.month)) {
    return { check, state: 'unknown', words: 'Naissance\u00A0: à lire' };
  }
  const kind = monthKind(parts.month);
  if (kind === 'impossible') return { check, state: 'bad', words: NIR_WORDS.month };
  const month = kind === 'calendar' ? `${MONTH_NAMES[Number(parts.month) - 1]} ` : '';
  const { birthDate } = known;
  if (birthDate === undefined || birthDate === null || !isDay(birthDate)) {
    return {
      check,
      state: kind === 'calendar' ? 'unknown' : 'warn',
      words: kind === 'calendar' ? `Naissance\u00A0: ${month}${parts.year}` : NIR_WORDS.noMonth,
    };
  }
  const yearAgrees = birthDate.slice(2, 4) === parts.year;
  const monthAgrees = kind !== 'calendar' || birthDate.slice(5, 7) === parts.month;
  if (!yearAgrees || !monthAgrees) {
    return {
      check,
      state: 'warn',
      words: `Le numéro indique ${month}${parts.year}. Vérifier la date de naissance ou le numéro.`,
    };
  }
  if (kind !== 'calendar') return { check, state: 'warn', words: NIR_WORDS.noMonth };
  return { check, state: 'ok', words: `Naissance\u00A0: ${month}${birthDate.slice(0, 4)}` };
}

function departmentMark(parts: NirParts, known: NirComparison): NirMark {
  const check = 'departement';
  const code = parts.text.slice(5, 10);
  if (code.length < 2 || (/^9[789]/.test(code) && code.length < 5)) {
    return { check, state: 'unknown', words: 'Département\u00A0: à lire' };
  }
  if (parts.department === '00') return { check, state: 'bad', words: NIR_WORDS.department };
  const shown =
    parts.department === '99' ? `Pays de naissance\u00A0: ${code}` : `Département\u00A0: ${parts.department}`;
  const { birthPlace } = known;
  if (
    birthPlace === undefined ||
    birthPlace === null ||
    !/^(\d{2}|2[AB])\d{3}$/i.test(birthPlace) ||
    birthPlace === '99999'
  ) {
    return { check, state: 'unknown', words: shown };
  }
  const expected = departmentOf(birthPlace);
  if (sameDepartment(parts.department, expected) && (expected !== '99' || birthPlace === code)) {
    return { check, state: 'ok', words: shown };
  }
  // 91 to 96 may be North Africa before independence: neither deduced nor called a difference.
  if (/^9[1-6]$/.test(parts.department) && expected === '99') {
    return { check, state: 'unknown', words: `${shown}, ou Afrique du Nord avant l’indépendance` };
  }
  const said = parts.department === '99' ? `le pays ${code}` : `le département ${parts.department}`;
  return { check, state: 'warn', words: `Le numéro indique ${said}. Vérifier le lieu de naissance ou le numéro.` };
}

/** 20, 2A and 2B are one Corsica, divided in 1976; 2A and 2B stay different from each other. */
function sameDepartment(left: string, right: string): boolean {
  if (left === right) return true;
  const corsica = /^2[0AB]$/;
  return corsica.test(left) && corsica.test(right) && (left === '20' || right === '20');
}

function keyMark(parts: NirParts): NirMark {
  const check = 'cle';
  if (parts.text.length < 13) return { check, state: 'unknown', words: 'Clé\u00A0: à lire' };
  if (parts.text.length < 15) return { check, state: 'warn', words: NIR_WORDS.keyMissing };
  return keyHolds(parts.text) && parts.text.length === 15
    ? { check, state: 'ok', words: NIR_WORDS.keyRight }
    : { check, state: 'bad', words: NIR_WORDS.keyWrong };
}
