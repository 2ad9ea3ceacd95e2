export { calendarRuleSet } from './book.ts';
export { easterOf } from './easter.ts';
export {
  isHoliday,
  publicHolidays,
  type Holiday,
  type HolidayList,
  type HolidayPlace,
  type OwnDay,
} from './holidays.ts';
export { anniversary, birthday, monthsLater } from './month-arithmetic.ts';
export { TERRITORIES, type Territory } from './territories.ts';
