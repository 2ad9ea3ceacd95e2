import { expect, test } from 'vitest';
import { midnightOf, millisOf } from '#shared/rules/time-given-back/index.ts';

/* Years of instants are read sign by sign: each must be what the calendar says of it. */

const day = '2024-03-31';

test.each([
  '2024-03-31T00:00:00Z',
  '2024-03-31T23:59:59Z',
  '2024-03-31T08:07:06.005Z',
  '2024-03-31T08:07:06.5Z',
  '2024-03-31T08:07:06.123456Z',
  '2024-03-30T23:59:59.999Z',
  '2023-03-31T10:00:00Z',
  '2024-04-01T00:00:00.000Z',
])('%s se lit comme au calendrier', (instant) => {
  const text = `avant\n${instant}\naprès`;
  expect(millisOf(text, 6, instant.length, day, midnightOf(day))).toBe(Date.parse(instant));
});
