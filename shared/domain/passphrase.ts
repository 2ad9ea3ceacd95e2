/**
 * Strength of a phrase de passe. Source: CNIL deliberation 2022-100 as settled in point 14:
 * 12 characters of four kinds, or 14 of three kinds, or a phrase of 7 words; common ones refused.
 */
const common = [
  'motdepasse',
  'azerty',
  'qwerty',
  'password',
  'cabinet',
  'medecin',
  'prelude',
  'bonjour',
  'soleil',
  '123456',
  'abcdef',
  'doctolib',
  'loulou',
  'chouchou',
  'doudou',
  'marseille',
  'nicolas',
  'admin',
];

const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u];

export type PassphraseVerdict = { ok: true } | { ok: false; reason: string };

/** Pure check, told in French with the way out; `avoid` are words tied to the person (names, practice). */
export function checkPassphrase(phrase: string, avoid: readonly string[] = []): PassphraseVerdict {
  const length = [...phrase].length;
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word.length >= 2);
  const distinct = new Set(words.map((word) => word.toLocaleLowerCase('fr')));
  const kindCount = kinds.filter((kind) => kind.test(phrase)).length;
  if (new Set(phrase).size < 6) return { ok: false, reason: 'Trop de signes répétés. Choisir une phrase plus variée.' };
  const folded = phrase
    .normalize('NFD')
    .replace(/[\u0300-\u036f\s]/g, '')
    .toLocaleLowerCase('fr');
  const strong =
    (distinct.size >= 7 && length >= 28) || (length >= 12 && kindCount === 4) || (length >= 14 && kindCount >= 3);
  if (!strong) {
    return {
      ok: false,
      reason:
        'Phrase trop courte. Choisir 7 mots, ou 14 signes de trois sortes, ou 12 signes de quatre sortes (minuscules, majuscules, chiffres, autres).',
    };
  }
  const banned = [...common, ...avoid.map((word) => word.toLocaleLowerCase('fr')).filter((word) => word.length >= 4)];
  const rest = banned.reduce((text, word) => text.replaceAll(word, ''), folded);
  if (rest.length < 8)
    return { ok: false, reason: 'Phrase trop courante ou tirée de votre nom. En choisir une autre.' };
  return { ok: true };
}
