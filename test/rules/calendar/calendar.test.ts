import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, ageOn, daysBetween, daysInMonth, isDay, weekdayOf } from '#shared/kernel/day.ts';
import {
  anniversary,
  birthday,
  easterOf,
  isHoliday,
  monthsLater,
  publicHolidays,
  TERRITORIES,
  type Territory,
} from '#shared/rules/calendar/index.ts';
import { valueWords } from '#shared/rules/kernel/index.ts';

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const year = fc.integer({ min: 1583, max: 9999 });
const territory = fc.constantFrom(...(Object.keys(TERRITORIES) as Territory[]));
const read = Object.keys(TERRITORIES).filter((one) => one !== 'other_overseas') as Territory[];

describe('Pâques', () => {
  it('est un dimanche du 22 mars au 25 avril, chaque année du calendrier grégorien', () => {
    for (let one = 1583; one <= 9999; one += 1) {
      const easter = easterOf(one) ?? '';
      expect(weekdayOf(easter)).toBe(7);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }
    expect([easterOf(1582), easterOf(10_000), easterOf(2026.5), easterOf(Number.NaN)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('tombe aux deux bouts de sa plage les années connues', () => {
    // Tables published with the Gregorian reform's arithmetic: earliest 1818, latest 1943 and 2038.
    expect(['1818', '1943', '2000', '2025', '2026', '2038'].map((one) => easterOf(Number(one)))).toEqual([
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2025-04-20',
      '2026-04-05',
      '2038-04-25',
    ]);
  });
});

describe('les jours fériés', () => {
  it('se lisent en toutes lettres dans le livre', () => {
    expect(['01-01', '05-08', '12-25'].map((one) => valueWords(one, 'mois_jour'))).toEqual([
      '1er janvier',
      '8 mai',
      '25 décembre',
    ]);
  });

  it('sont des jours de l’année, une fois chacun, dans l’ordre', () => {
    fc.assert(
      fc.property(year, fc.constantFrom(...read), fc.boolean(), (one, place, church) => {
        const asked =
          place === 'alsace_moselle' ? { territory: place, protestantChurch: church } : { territory: place };
        const { outcome, holidays } = publicHolidays(asked, one);
        const days = holidays.map((holiday) => holiday.day);
        expect(outcome).toBe('computed');
        expect(days.every((each) => isDay(each) && Number(each.slice(0, 4)) === one)).toBe(true);
        expect(days).toEqual([...new Set(days)].sort());
        // Nobody loses a holiday: two on one day keep both names.
        const own = { metropole: 0, alsace_moselle: church ? 2 : 1 }[place as string] ?? 1;
        expect(holidays.flatMap(({ names }) => names)).toHaveLength(11 + own);
      }),
    );
  });

  it('la question d’un jour et la liste de l’année disent la même chose', () => {
    fc.assert(
      fc.property(day, territory, (one, place) => {
        const list = publicHolidays({ territory: place }, Number(one.slice(0, 4)));
        const { outcome } = isHoliday({ territory: place }, one);
        if (list.holidays.some((holiday) => holiday.day === one)) expect(outcome).toBe('met');
        else if (place === 'other_overseas' || list.uncertain.some((holiday) => holiday.day === one)) {
          expect(outcome).toBe('undetermined');
        } else expect(outcome).toBe('not_met');
      }),
      { numRuns: 500 },
    );
  });
});

describe('les mois et les anniversaires', () => {
  it('gardent le quantième, ou le dernier jour du mois, et ne reculent jamais', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 600 }), (from, months) => {
        const later = monthsLater(from, months).value ?? '';
        const last = daysInMonth(Number(later.slice(0, 4)), Number(later.slice(5, 7)));
        expect(Number(later.slice(8))).toBe(Math.min(Number(from.slice(8)), last));
        expect(later >= from).toBe(true);
        expect((monthsLater(from, months + 1).value ?? '') > later).toBe(true);
        // The next day's delay never ends before.
        expect((monthsLater(addDays(from, 1), months).value ?? '') >= later).toBe(true);
        expect(anniversary(from, 3).value).toBe(addYears(from, 3));
      }),
    );
  });

  it('le premier jour d’un âge est celui où l’âge change', () => {
    const born = fc.oneof(day, fc.constantFrom('2000-02-29', '1996-02-29', '2024-02-29'));
    fc.assert(
      fc.property(born, fc.integer({ min: 1, max: 100 }), (birth, years) => {
        const first = birthday(birth, years).value ?? '';
        expect(ageOn(birth, first)?.years).toBe(years);
        expect(ageOn(birth, addDays(first, -1))?.years).toBe(years - 1);
        const gap = daysBetween(anniversary(birth, years).value ?? '', first);
        expect(gap).toBe(birth.endsWith('02-29') && !first.endsWith('02-29') ? 1 : 0);
      }),
    );
  });
});
