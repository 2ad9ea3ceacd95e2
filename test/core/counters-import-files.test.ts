import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPast, sendPast } from '../support/past-visits.ts';
import { foundTestPractice, refusalOf, type TestPractice } from '../support/practice.ts';
import { newPatient } from '../support/visits.ts';

let practice: TestPractice;
const rowsOf = (table: 'past_visit' | 'past_visit_import') =>
  practice.core.practice.requireOpen().reader.selectFrom(table).selectAll().execute() as Promise<object[]>;
const refused = async (call: Promise<unknown>): Promise<string> => {
  try {
    await call;
    return 'accepté';
  } catch (error) {
    return (error as { message: string }).message;
  }
};
async function founded() {
  practice = await foundTestPractice();
  await newPatient(practice.doctor, 'Weisse', 'Odile', '04/05/1951');
  await newPatient(practice.doctor, 'Marchal', 'Paul', '12/03/1954', 'M');
}

const event = (lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Dr Lemoine', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');

describe('l’import d’un agenda .ics', () => {
  beforeAll(founded);
  afterAll(() => practice.close());
  const check = (content: string, unknownPatients: 'keep' | 'leave' = 'leave') =>
    checkPast(practice.doctor, content, { unknownPatients }, 'agenda.ics');

  test('lignes pliées, fuseaux, journée entière, annulé, répétition : chaque événement est dit', async () => {
    const { analysis, lines, counts } = await check(
      calendar(
        event(['UID:1', 'DTSTART;TZID=Europe/Paris:20260601T093000', 'SUMMARY:Consultation - WEI', ' SSE Odile']),
        event(['UID:2', 'DTSTART:20260602T221500Z', 'SUMMARY:MARCHAL Paul\\, 12/03/1954']),
        event(['UID:3', 'DTSTART;VALUE=DATE:20260604', 'SUMMARY:Congés']),
        event(['UID:4', 'DTSTART;TZID="Romance Standard Time":20260605T090000', 'SUMMARY:Réunion de secteur']),
        event(['UID:5', 'DTSTART:20260608T090000', 'STATUS:CANCELLED', 'SUMMARY:WEISSE Odile']),
        event(['UID:6', 'DTSTART:20260609T090000', 'RRULE:FREQ=WEEKLY', 'SUMMARY:WEISSE Odile']),
        event(['UID:7', 'SUMMARY:WEISSE Odile', 'BEGIN:VALARM', 'DTSTART:20260610T090000', 'END:VALARM']),
        event(['UID:8', 'DTSTART;TZID=America/New_York:20260611T200000', 'SUMMARY:WEISSE Odile']),
      ),
    );
    expect(analysis).toMatchObject({ kind: 'ics', separator: null, lines: 8 });
    expect(lines.map(({ day, outcome }) => `${day ?? ''} ${outcome}`)).toEqual([
      '2026-06-01 matched',
      '2026-06-03 matched',
      '2026-06-04 left_out',
      '2026-06-05 left_out',
      '2026-06-08 left_out',
      ' invalid',
      ' invalid',
      '2026-06-12 matched',
    ]);
    expect(lines[5]?.reasons[0]).toContain('Rendez-vous répété');
    expect(counts).toMatchObject({ matched: 3, leftOut: 3, invalid: 2 });
  });

  test.each([
    ['coupé', calendar(event(['DTSTART:20260601T093000', 'SUMMARY:X'])).replace('END:VCALENDAR\r\n', ''), 'est coupé'],
    ['mal fermé', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n', 'est abîmé'],
    ['sans rendez-vous', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'aucun rendez-vous'],
    ['illisible', 'BEGIN:VCALENDAR\r\nn’importe quoi\r\nEND:VCALENDAR\r\n', 'est abîmé'],
    ['d’un autre format', 'Date;Patient\n01/06/2026;WEISSE Odile\n', 'n’est pas un agenda'],
  ])('un agenda %s est refusé d’une phrase, et rien ne change', async (_, content, words) => {
    expect(await refused(check(content))).toContain(words);
    expect(await rowsOf('past_visit_import')).toEqual([]);
    expect(await practice.doctor.counters.pastStatus({})).toBeNull();
  });
});

describe('un mauvais fichier', () => {
  beforeAll(founded);
  afterAll(() => practice.close());
  test.each([
    ['vide', ' ', 'est vide'],
    ['binaire', Uint8Array.from([1, 2, 3, 0, 255, 7]), 'n’est pas un texte'],
    ['PDF', '%PDF-1.7 …', 'est un PDF'],
    ['aux lignes inégales', 'Date;Patient;Médecin\n01/06/2026;A B;L;1;2\n02/06/2026;C D\n', 'pas autant de cellules'],
    ['sans en-tête', '01/06/2026;WEISSE Odile;Lemoine\n02/06/2026;A B;Lemoine\n', 'porte déjà un passage'],
  ])('%s est refusé d’une phrase, et rien ne change', async (_, content, words) => {
    expect(await refused(checkPast(practice.doctor, content))).toContain(words);
    expect(await rowsOf('past_visit')).toEqual([]);
  });

  test('vide ou trop lourd, il est refusé avant d’être envoyé', async () => {
    const begin = (size: number) => refused(practice.doctor.counters.pastBegin({ fileName: 'a.csv', size }));
    expect(await begin(0)).toContain('est vide');
    expect(await begin(50 * 2 ** 20 + 1)).toContain('dépasse 50\u00a0Mo');
    expect(await refusalOf(sendPast((await practice.join('assistant')).client, 'Date;Patient\n'))).toBe('NOT_ALLOWED');
  });
});
