import type { TestPractice } from '../../support/practice.ts';
import { key } from '../../support/practice.ts';
import { hire, openTraining, trainingOf } from '../../support/training.ts';
import type { AreaExamples } from '../example.ts';

/** Nadia Ferrand, auxiliary nurse, on the adaptation training. */
async function ferrand({ doctor: client }: TestPractice) {
  const assistantId = await hire({ client, name: ['Nadia', 'Ferrand'], profile: 'AS', startDay: '2024-03-04' });
  return { client, assistantId, trainingId: await openTraining(client, assistantId, { route: 'FAE' }) };
}

async function withModule(practice: TestPractice) {
  const { client, assistantId, trainingId } = await ferrand(practice);
  const { id } = await client.training.addModule({ ...key(), trainingId, label: 'Accueil', plannedMinutes: 2100 });
  const { training } = await trainingOf(client, assistantId);
  const base = training?.modules[0]?.facts;
  if (base === undefined) throw new Error('no module');
  return { id, base };
}

const thursdays = { kind: 'weekly', weekdays: [4], from: '2026-12-01', to: '2026-12-31' } as const;

export const training: AreaExamples<'training'> = {
  save: async (practice) => {
    const { client, assistantId, trainingId } = await ferrand(practice);
    const base = (await trainingOf(client, assistantId)).training?.facts;
    if (base === undefined) throw new Error('no training');
    return { assistantId, trainingId, base, value: { ...base, body: 'Institut des Marronniers' } };
  },
  addModule: async (practice) => ({
    trainingId: (await ferrand(practice)).trainingId,
    label: 'Parcours de santé',
    plannedMinutes: 2100,
  }),
  saveModule: async (practice) => {
    const { id, base } = await withModule(practice);
    return { id, base, value: { ...base, doneMinutes: 420 } };
  },
  removeModule: async (practice) => ({ id: (await withModule(practice)).id }),
  block: async (practice) => ({
    trainingId: (await ferrand(practice)).trainingId,
    asked: { ...thursdays, weekdays: [4] },
    minutes: 420,
  }),
  free: async (practice) => {
    const { client, trainingId } = await ferrand(practice);
    await client.training.block({ ...key(), trainingId, asked: { kind: 'list', days: ['2026-12-03'] }, minutes: null });
    return { trainingId, days: ['2026-12-03'] };
  },
};
