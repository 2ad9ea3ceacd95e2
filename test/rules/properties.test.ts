import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, ageOn, daysBetween, isDay, parseFrenchDate, formatDay } from '#shared/kernel/day.ts';
import { formatNir, formatNumber, formatPhone, frenchTypography, roundHalfUp } from '#shared/kernel/format.ts';
import { editDistance, foldKey, phoneticKey, strictTrait } from '#shared/kernel/text.ts';
import {
  blockingKeys,
  checkFiness,
  checkNir,
  checkRpps,
  scoreDuplicate,
  type ComparedPerson,
} from '#shared/rules/identity/index.ts';
import { evaluate, parseMeasure, VITAL_SIGN_CODES } from '#shared/rules/vital-signs/index.ts';

const TODAY = '2026-11-22';
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2030-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[0-9 ,./AB-]{0,20}$/),
);

describe('aucun texte ne fait tomber une règle', () => {
  it('ni les dates, ni les numéros, ni les mesures, ni les noms', () => {
    fc.assert(
      fc.property(text, text, (raw, other) => {
        parseFrenchDate(raw, { today: TODAY });
        checkNir(raw, { birthDate: other, birthPlace: other });
        checkRpps(raw);
        checkFiness(raw);
        for (const code of VITAL_SIGN_CODES) parseMeasure(code, raw);
        phoneticKey(raw);
        formatPhone(raw);
        formatNir(raw);
        const person: ComparedPerson = {
          birthName: raw,
          firstGivenName: other,
          birthDate: raw,
          matricule: other,
          phones: [raw],
          birthPlace: other,
        };
        JSON.stringify([scoreDuplicate(person, { ...person, usedName: other }), blockingKeys(person)]);
      }),
      { numRuns: 500 },
    );
  });

  it('ni un nombre quelconque', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VITAL_SIGN_CODES), fc.double(), text, day, (code, value, birthDate, measured) => {
        const answer = evaluate({ code, value, patient: { birthDate, sex: 'M' }, day: measured });
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        formatNumber(value);
        formatNumber(value, 2);
      }),
      { numRuns: 500 },
    );
  });
});

describe('clé du numéro de sécurité sociale', () => {
  const body = fc
    .tuple(
      fc.constantFrom('1', '2', '7', '8'),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 1, max: 12 }),
      fc.oneof(
        fc.integer({ min: 1, max: 95 }).map((n) => String(n).padStart(2, '0')),
        fc.constantFrom('2A', '2B'),
      ),
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1, max: 999 }),
    )
    .map(
      ([sex, year, month, department, commune, order]) =>
        sex +
        String(year).padStart(2, '0') +
        String(month).padStart(2, '0') +
        department +
        String(commune).padStart(3, '0') +
        String(order).padStart(3, '0'),
    );

  it('une seule clé sur cent est acceptée, et la réponse ne la donne pas', () => {
    fc.assert(
      fc.property(body, (digits) => {
        const keys = Array.from({ length: 100 }, (_, key) => String(key).padStart(2, '0'));
        const accepted = keys.filter((key) => checkNir(digits + key).state === 'accepted');
        expect(accepted).toHaveLength(1);
        const [right = ''] = accepted;
        const wrong = keys.find(
          (key) => key !== right && !digits.includes(right) && right !== '13' && right !== '15' && right !== '02',
        );
        if (wrong === undefined) return;
        const { normalized, ...said } = checkNir(digits + wrong);
        expect(normalized).toBe(digits + wrong);
        expect(JSON.stringify(said.refusals)).not.toContain(right);
      }),
      { numRuns: 100 },
    );
  });

  it('un chiffre changé ou deux voisins échangés sont vus', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 10, max: 12 }), (digits, at) => {
        const key =
          Array.from({ length: 97 }, (_, n) => String(n + 1).padStart(2, '0')).find(
            (one) => checkNir(digits + one).state === 'accepted',
          ) ?? '';
        const changed = digits.slice(0, at) + String((Number(digits[at]) + 1) % 10) + digits.slice(at + 1);
        expect(checkNir(changed + key).state).toBe('refused');
      }),
      { numRuns: 50 },
    );
  });
});

describe('doublons', () => {
  const person: fc.Arbitrary<ComparedPerson> = fc.record({
    birthName: fc.constantFrom('AUBRY', 'AUBERY', 'MARTIN', 'DUPONT-MARTIN', 'CAMILLE'),
    firstGivenName: fc.constantFrom('CAMILLE', 'CAMILA', 'AUBRY', 'JULES', ''),
    usedName: fc.constantFrom('', 'MARTIN', 'LEROY'),
    birthDate: fc.constantFrom('1999-06-05', '1999-05-06', '1999-06-15', '1989-06-05', null),
    sex: fc.constantFrom('F' as const, 'M' as const, null),
    phones: fc.constantFrom([], ['06 00 00 77 10'], ['+33600007710']),
    matricule: fc.constantFrom('', '275126322074974'),
  });

  it('deux fiches dont le score n’est pas nul partagent une clé, et le score est symétrique', () => {
    fc.assert(
      fc.property(person, person, (a, b) => {
        const score = scoreDuplicate(a, b);
        expect(scoreDuplicate(b, a).level).toBe(score.level);
        if (score.level === 'none') return;
        const keys = new Set(blockingKeys(a));
        expect(blockingKeys(b).some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('jours et textes', () => {
  it('une date affichée se relit, les mois ne sautent jamais une fin de mois', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -600, max: 600 }), (one, months) => {
        expect(parseFrenchDate(formatDay(one), { today: TODAY, latest: '2031-01-01', earliest: '1900-01-01' })).toEqual(
          { kind: 'day', day: one },
        );
        const later = addMonths(one, months);
        expect(isDay(later)).toBe(true);
        expect(later.slice(8) <= one.slice(8)).toBe(true);
        if (months >= 0) {
          const age = ageOn(one, later);
          expect(age).not.toBeNull();
          expect(daysBetween(one, later)).toBeGreaterThanOrEqual(months * 28);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('les formes comparables sont stables', () => {
    fc.assert(
      fc.property(text, (raw) => {
        expect(foldKey(foldKey(raw))).toBe(foldKey(raw));
        expect(strictTrait(strictTrait(raw))).toBe(strictTrait(raw));
        expect(frenchTypography(frenchTypography(raw))).toBe(frenchTypography(raw));
        expect(editDistance(raw, raw)).toBe(0);
      }),
      { numRuns: 500 },
    );
    expect(strictTrait('d’Artagnan de l’Hérault-Œuvré')).toBe("D'ARTAGNAN DE L'HERAULT-OEUVRE");
    expect(editDistance('martin', 'matrin')).toBe(1);
    expect(editDistance('abc', 'xyzuvw', 2)).toBe(3);
    expect(roundHalfUp(29.55, 1)).toBe(29.6);
  });
});
