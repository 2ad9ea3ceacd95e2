import { z } from 'zod';
import { ageLabel, ageOn, parseFrenchDate, type TypedDateOptions } from '#shared/kernel/day.ts';
import { countSchema, daySchema, ruleEntry } from '../kernel/index.ts';
import { isHoliday, publicHolidays } from './holidays.ts';
import { anniversary, birthday, monthsLater } from './month-arithmetic.ts';
import { TERRITORIES, type Territory } from './territories.ts';

const territory = z.enum(Object.keys(TERRITORIES) as [Territory, ...Territory[]]);
/** Years of the Gregorian calendar that a day can be written in. */
const yearSchema = z.number().int().min(1583).max(9999);
const place = {
  territory,
  protestantChurch: z.boolean().exactOptional(),
  own: z.array(z.strictObject({ day: daySchema, name: z.string().trim().min(1).max(60) })).exactOptional(),
};

const outside = (value: { territory: Territory; protestantChurch?: boolean }): boolean =>
  value.protestantChurch === undefined || value.territory === 'alsace_moselle';
const onlyThere = {
  path: ['protestantChurch'],
  message: 'Seulement en Alsace et en Moselle.',
};

const mostMonths = 2400;

export const entries = [
  ruleEntry({
    id: 'calendar.holidays',
    title: 'Jours fériés d’une année',
    situation: z.strictObject({ year: yearSchema, ...place }).refine(outside, onlyThere),
    run: ({ year, ...where }) => publicHolidays(where, year),
  }),
  ruleEntry({
    id: 'calendar.is_holiday',
    title: 'Ce jour est-il férié',
    situation: z
      .strictObject({ day: daySchema.refine((day) => day >= '1583-01-01', 'À partir de 1583.'), ...place })
      .refine(outside, onlyThere),
    run: ({ day, ...where }) => isHoliday(where, day),
  }),
  ruleEntry({
    id: 'calendar.add_months',
    title: 'Le même jour, des mois plus tard',
    situation: z.strictObject({ day: daySchema, months: z.number().int().min(-mostMonths).max(mostMonths) }),
    run: ({ day, months }) => monthsLater(day, months),
  }),
  ruleEntry({
    id: 'calendar.anniversary',
    title: 'Anniversaire d’un délai ou d’un contrat',
    situation: z.strictObject({ from: daySchema, years: countSchema.max(mostMonths / 12) }),
    run: ({ from, years }) => anniversary(from, years),
  }),
  ruleEntry({
    id: 'calendar.birthday',
    title: 'Premier jour d’un âge',
    situation: z.strictObject({ birthDate: daySchema, years: countSchema.max(mostMonths / 12) }),
    run: ({ birthDate, years }) => birthday(birthDate, years),
  }),
  ruleEntry({
    id: 'calendar.age',
    title: 'Âge à un jour',
    situation: z.strictObject({ birthDate: daySchema }),
    run: ({ birthDate }, day) => ({ age: ageOn(birthDate, day), label: ageLabel(birthDate, day) }),
  }),
  ruleEntry({
    id: 'calendar.typed_date',
    title: 'Lecture d’une date tapée',
    situation: z.strictObject({
      raw: z.string(),
      latest: daySchema.exactOptional(),
      earliest: daySchema.exactOptional(),
    }),
    run: (typed, today) => parseFrenchDate(typed.raw, { ...typed, today } satisfies TypedDateOptions & { raw: string }),
  }),
] as const;
