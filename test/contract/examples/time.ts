import { hired } from '../../support/employer-rows.ts';
import type { AreaExamples } from '../example.ts';

export const time: AreaExamples<'time'> = {
  recordInformation: async (practice) => ({
    assistantId: await hired(practice, '2026-03-02'),
    informedOn: '2026-11-03',
  }),
};
