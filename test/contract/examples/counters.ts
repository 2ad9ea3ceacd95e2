import { importPast } from '../../support/past-visits.ts';
import { key, type TestPractice } from '../../support/practice.ts';
import type { AreaExamples } from '../example.ts';

let sent = 0;
/** Another day each time: two statements of one day are refused. */
async function statement({ doctor, doctorIds }: TestPractice) {
  sent += 1;
  const onDay = `2025-12-${String(sent).padStart(2, '0')}`;
  const { id } = await doctor.counters.addOfficial({
    ...key(),
    doctorId: doctorIds[0] ?? '',
    metric: 'PMT',
    onDay,
    value: 812,
    population: 'ADULT_AND_CHILD',
  });
  return id;
}

export const counters: AreaExamples<'counters'> = {
  addOfficial: ({ doctorIds }) => {
    sent += 1;
    const onDay = `2026-01-${String(sent).padStart(2, '0')}`;
    return { doctorId: doctorIds[0] ?? '', metric: 'FA', onDay, value: 1234, population: null };
  },
  correctOfficial: async (practice) => ({
    id: await statement(practice),
    patches: [{ field: 'value', base: '812', value: '821' }],
  }),
  removeOfficial: async (practice) => ({ id: await statement(practice) }),
  pastUndo: async ({ doctor }) => {
    sent += 1;
    const day = `${String(sent).padStart(2, '0')}/05/2026`;
    return { id: (await importPast(doctor, `Date;Nom;Prénom;Médecin\n${day};WEISSE;Odile;Dr Lemoine\n`)).id };
  },
};
