import { isDay, parseFrenchDate, type Day } from '#shared/kernel/day.ts';
import { phoneDigits } from '#shared/kernel/format.ts';
import { strictTrait } from '#shared/kernel/text.ts';
import { patientChoices, patientFieldNames, type PatientFacts, type PatientField } from '#shared/domain/patient.ts';
import { Id } from '#shared/domain/values.ts';
import { checkNir, isPlaceCode, usableBirthDate, type UsableBirthDate } from '#shared/rules/identity/index.ts';

/** What a typed text becomes: a fact (null = non renseigné), or a sentence with the way out. */
export type FieldReading = { ok: true; value: string | null } | { ok: false; message: string };

const nb = '\u00a0';
const words = {
  name: 'Lettres, espace, trait d’union et apostrophe seulement.',
  tooLong: 'Texte trop long.',
  choice: 'Choisir une valeur de la liste.',
  place: `Code du lieu à relire${nb}: 5 caractères, ou 99999 si le lieu est inconnu.`,
  department: `Département à relire${nb}: 54, 2A, 974, ou 99 pour l’étranger.`,
  nirShort: `Numéro incomplet${nb}: 13 chiffres et une clé de 2 chiffres.`,
  phone: `Numéro incomplet${nb}: 10 chiffres, ou + et l’indicatif du pays.`,
  emailEnd: `Adresse incomplète${nb}: il manque la fin (.fr, .com…)`,
  email: `Adresse à relire${nb}: nom@domaine.fr.`,
  postcode: `Code postal à relire${nb}: 5 chiffres.`,
  organisation: 'Le code organisme compte 9 chiffres.',
  future: 'Cette date est dans le futur.',
  missing: {
    birthName: 'Indiquer le nom de naissance.',
    firstGivenName: 'Indiquer le premier prénom.',
    sex: 'Indiquer le sexe.',
    birthDay: 'Indiquer la date de naissance.',
    birthPlaceCode: `Indiquer le lieu de naissance, ou «${nb}Inconnu${nb}».`,
  },
} as const;

type Reader = (text: string, today: Day) => FieldReading;
const fact = (value: string): FieldReading => ({ ok: true, value });
const refused = (message: string): FieldReading => ({ ok: false, message });

const strictName: Reader = (text) => {
  const value = strictTrait(text);
  if (value.length > 100) return refused(words.tooLong);
  return /^[A-Z][A-Z' -]*$/.test(value) ? fact(value) : refused(words.name);
};
const shownName: Reader = (text) => {
  const value = text.replace(/\s+/gu, ' ').replace(/[\u2018\u02BC]/g, '’');
  if (value.length > 100) return refused(words.tooLong);
  return /^\p{L}[\p{L}\p{M}'’ -]*$/u.test(value) ? fact(value) : refused(words.name);
};
const free =
  (max: number): Reader =>
  (text) =>
    text.length > max ? refused(words.tooLong) : fact(text);
const phone: Reader = (text) => {
  const value = phoneDigits(text);
  return /^0\d{9}$/.test(value) || /^\+\d{8,15}$/.test(value) ? fact(value) : refused(words.phone);
};
const date =
  (latest: (today: Day) => Day): Reader =>
  (text, today) => {
    const typed = parseFrenchDate(text, { today, latest: latest(today) });
    if (typed.kind === 'day') return fact(typed.day);
    return typed.kind === 'empty' ? { ok: true, value: null } : refused(typed.message);
  };
const past = date((today) => today);
const anyDay = date((today) => `${Number(today.slice(0, 4)) + 40}${today.slice(4)}`);
const choice =
  (values: Record<string, string>): Reader =>
  (text) =>
    Object.hasOwn(values, text) ? fact(text) : refused(words.choice);

const email: Reader = (text) => {
  if (/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*\.\p{L}{2,}$/u.test(text) && text.length <= 200) return fact(text);
  return refused(/^[^\s@]+@[^\s@.]+\.?$/.test(text) ? words.emailEnd : words.email);
};
const nir: Reader = (text) => {
  const check = checkNir(text);
  if (check.state === 'accepted' || check.state === 'accepted_without_key') return fact(check.normalized);
  return refused(check.refusals.join(' ') || words.nirShort);
};
const matching =
  (pattern: RegExp, message: string, prepare = (text: string) => text): Reader =>
  (text) =>
    pattern.test(prepare(text)) ? fact(prepare(text)) : refused(message);
const capitals = (text: string) => text.replace(/\s/g, '').toUpperCase();

/**
 * The usable day of a kept birth date, with what is really known. Full: `1999-06-14`. Partial: `00/06/1999`,
 * `00/00/1999`. Lunar, as old cards write them: `31/14/1999 (lunaire)`. Null for any other text.
 */
export function usableBirthOf(kept: string): UsableBirthDate | null {
  if (isDay(kept)) return { day: kept, raw: kept, precision: 'day' };
  const [, day, month, year, lunar] = /^(\d{2})\/(\d{2})\/(\d{4})( \(lunaire\))?$/.exec(kept) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const figure = (text: string) => (lunar === undefined && text === '00' ? null : Number(text));
  const usable = usableBirthDate(Number(year), figure(month), figure(day), kept);
  return usable === null || usable.precision === 'day' ? null : usable;
}

/** A full date, or `00/06/1999`, `06/1999`, `1999` for what is unknown, or `31/14/1999 lunaire`. */
const birthDay: Reader = (text, today) => {
  const plain = text.replace(/\s*\(?lunaire\)?$/i, '').trim();
  const lunar = plain !== text.trim();
  const digits = /^\d{8}$/.test(plain) ? `${plain.slice(0, 2)}/${plain.slice(2, 4)}/${plain.slice(4)}` : plain;
  const parts = /^(?:(?:(\d{1,2})[/.\- ])?(\d{1,2})[/.\- ])?(\d{4})$/.exec(digits);
  if (parts !== null) {
    const [day, month, year] = [(parts[1] ?? '0').padStart(2, '0'), (parts[2] ?? '0').padStart(2, '0'), parts[3] ?? ''];
    if (lunar || day === '00' || month === '00') {
      const kept = `${day}/${month}/${year}${lunar ? ' (lunaire)' : ''}`;
      const usable = usableBirthOf(kept);
      if (usable !== null) return usable.day > today ? refused(words.future) : fact(kept);
    }
  }
  const typed = parseFrenchDate(plain, { today });
  if (typed.kind === 'day') return fact(typed.day);
  return typed.kind === 'empty' ? { ok: true, value: null } : refused(typed.message);
};

const readers: { [F in PatientField]: Reader } = {
  birthName: strictName,
  firstGivenName: strictName,
  givenNames: strictName,
  usedName: shownName,
  usedGivenName: shownName,
  sex: choice(patientChoices.sex),
  birthDay,
  birthPlaceCode: (text) => (isPlaceCode(capitals(text)) ? fact(capitals(text)) : refused(words.place)),
  birthPlaceText: free(100),
  birthDepartment: matching(/^(0[1-9]|[1-8]\d|9[0-5]|2[AB]|9[78]\d|99)$/, words.department, capitals),
  civility: choice(patientChoices.civility),
  insuredNir: nir,
  insuredQuality: choice(patientChoices.insuredQuality),
  phoneMobile: phone,
  phoneOther: phone,
  email,
  addressLine: free(200),
  postcode: matching(/^(\d{5}|[A-Z]{1,3}-?\d{3,6})$/, words.postcode, capitals),
  city: free(100),
  smsConsent: choice(patientChoices.smsConsent),
  interpreter: choice(patientChoices.interpreter),
  reducedMobility: choice(patientChoices.reducedMobility),
  regime: choice(patientChoices.regime),
  organisationCode: matching(/^\d{9}$/, words.organisation, (text) => text.replace(/\s/g, '')),
  ald: choice(patientChoices.ald),
  aldUntil: anyDay,
  c2s: choice(patientChoices.c2s),
  ame: choice(patientChoices.ame),
  complementary: free(200),
  gpKind: choice(patientChoices.gpKind),
  gpDoctorId: (text) => (Id.safeParse(text).success ? fact(text) : refused(words.choice)),
  gpName: free(100),
  gpDeclaredOn: past,
  trustedPerson: free(150),
  trustedPersonPhone: phone,
  emergencyContact: free(150),
  emergencyContactPhone: phone,
  dmpConsent: choice(patientChoices.dmpConsent),
  dmpConsentOn: past,
  notes: free(4000),
};

/** Reads one field as typed. An empty text is « non renseigné ». The same test serves the form and the core. */
export function readPatientField(field: PatientField, raw: string | null | undefined, today: Day): FieldReading {
  const text = (raw ?? '').trim();
  return text === '' ? { ok: true, value: null } : readers[field](text, today);
}

/** A file with nothing in it: what facts are completed from. */
export const emptyFacts: PatientFacts = Object.fromEntries(
  patientFieldNames.map((field) => [field, null]),
) as PatientFacts;

/** Strict traits a file cannot do without, each with its sentence. The place is a code, or a text with its department. */
export function missingStrictTraits(facts: PatientFacts): { field: PatientField; message: string }[] {
  const fields = ['birthName', 'firstGivenName', 'sex', 'birthDay'] as const;
  const missing: { field: PatientField; message: string }[] = fields
    .filter((field) => facts[field] === null)
    .map((field) => ({ field, message: words.missing[field] }));
  const placed = facts.birthPlaceCode !== null || (facts.birthPlaceText !== null && facts.birthDepartment !== null);
  if (!placed) missing.push({ field: 'birthPlaceCode', message: words.missing.birthPlaceCode });
  return missing;
}
