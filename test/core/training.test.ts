import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { changeTraining, hire, messagesOf, openTraining, trainingOf } from '../support/training.ts';

let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

/** The practice's clock, at nine o'clock on that day. */
const on = (day: string) => practice.clock.set(`${day}T09:00:00Z`);
const warnings = async (id: string) =>
  (await trainingOf(doctor, id)).answers.watch.warnings
    .filter(({ followed }) => followed)
    .map(({ code, kind }) => `${kind} ${code}`);
const state = async (id: string, kind: 'start' | 'complete') =>
  (await trainingOf(doctor, id)).answers.watch.dates.find((date) => date.kind === kind && date.followed)?.state;
describe('une infirmière et une secrétaire, embauchées de part et d’autre du 22 juin 2024', () => {
  const nurse = (startDay: string) => hire({ client: doctor, name: ['Nadia', 'Ferrand'], profile: 'IDE', startDay });
  const secretary = (startDay: string) =>
    hire({ client: doctor, name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay });

  test('la FAE pour l’une, le CQP pour l’autre, chaque date avec son autre lecture', async () => {
    const ids = [
      await nurse('2024-06-21'),
      await nurse('2024-06-22'),
      await secretary('2024-06-21'),
      await secretary('2024-06-22'),
    ];
    const read = await Promise.all(ids.map((id) => trainingOf(doctor, id)));
    expect(read.map(({ answers }) => answers.route.route)).toEqual(['FAE', 'FAE', 'CQP', 'CQP']);
    expect(read.map(({ answers }) => [answers.deadlines.start.value, answers.deadlines.complete.value])).toEqual([
      ['2026-06-21', '2027-06-21'],
      [null, '2026-06-22'],
      ['2026-06-21', '2027-06-21'],
      [null, '2026-06-22'],
    ]);
    expect(read.map(({ answers }) => answers.deadlines.complete.alternatives.map(({ value }) => value))).toEqual([
      ['2026-06-21'],
      ['2027-06-22'],
      ['2026-06-21'],
      ['2027-06-22'],
    ]);
    for (const { answers } of read) expect(answers.deadlines.complete.parameters.length).toBeGreaterThan(0);
  });

  test('commencer en 24 mois : la veille et le jour même sont à temps, le lendemain est en retard', async () => {
    const id = await secretary('2024-06-21');
    const seen: Record<string, string | undefined> = {};
    for (const day of ['2026-06-20', '2026-06-21', '2026-06-22']) {
      on(day);
      seen[day] = await state(id, 'start');
    }
    expect(seen).toEqual({ '2026-06-20': 'due', '2026-06-21': 'due', '2026-06-22': 'late' });
  });

  test('obtenir : la veille et le jour même sont à temps, le lendemain est en retard, avant et après le texte de 2024', async () => {
    const cases = [
      [await nurse('2024-06-21'), '2027-06-20', '2027-06-21', '2027-06-22'],
      [await nurse('2024-06-22'), '2026-06-21', '2026-06-22', '2026-06-23'],
    ] as const;
    for (const [id, eve, day, morrow] of cases) {
      on(eve);
      expect(await state(id, 'complete')).toBe('due');
      on(day);
      expect(await state(id, 'complete')).toBe('due');
      expect((await trainingOf(doctor, id)).answers.steps.steps.map(({ code }) => code)).not.toContain(
        'tell_cpam_late',
      );
      on(morrow);
      expect(await state(id, 'complete')).toBe('late');
      expect((await trainingOf(doctor, id)).answers.steps.steps[0]?.code).toBe('tell_cpam_late');
    }
  });

  test('avertie à 12, 6, 3 et 1 mois, puis le retard : la veille de chaque seuil ne l’annonce pas encore', async () => {
    const id = await secretary('2024-06-22');
    const threshold = async (day: string) => {
      on(day);
      return (await trainingOf(doctor, id)).answers.watch.dates.find(
        ({ kind, followed }) => kind === 'complete' && followed,
      )?.threshold;
    };
    expect(await threshold('2025-06-21')).toBeNull();
    expect(await warnings(id)).not.toContain('complete due');
    expect(await threshold('2025-06-22')).toBe(12);
    expect(await threshold('2025-12-21')).toBe(12);
    expect(await threshold('2025-12-22')).toBe(6);
    expect(await threshold('2026-03-21')).toBe(6);
    expect(await threshold('2026-03-22')).toBe(3);
    expect(await threshold('2026-05-21')).toBe(3);
    expect(await threshold('2026-05-22')).toBe(1);
    on('2026-06-23');
    expect(await warnings(id)).toContain('complete late');
  });

  test('commencée et certifiée à temps : les deux dates sont tenues et le dossier demande l’envoi du justificatif', async () => {
    const id = await nurse('2024-06-21');
    await openTraining(doctor, id, { route: 'FAE', startedOn: '2025-09-12' });
    on('2026-11-17');
    expect(await state(id, 'start')).toBe('kept');
    await changeTraining(doctor, id, { certifiedOn: '2026-11-16' });
    expect(await state(id, 'complete')).toBe('kept');
    const { answers } = await trainingOf(doctor, id);
    expect(answers.route.route).toBe('CERTIFIED');
    expect(answers.steps.steps.map(({ code }) => code)).toEqual(['keep_proof', 'send_proof']);
    await changeTraining(doctor, id, { proofSentOn: '2026-11-17' });
    expect((await trainingOf(doctor, id)).answers.steps.steps.map(({ code }) => code)).toEqual(['keep_proof']);
  });
});

describe('dates d’un courrier', () => {
  test('une date notifiée l’emporte, la date de la règle reste à côté', async () => {
    const id = await hire({ client: doctor, name: ['Nadia', 'Ferrand'], profile: 'AS', startDay: '2024-03-04' });
    await openTraining(doctor, id, {
      route: 'FAE',
      given: { start: null, complete: { value: '2027-09-30', origin: 'notified', on: '2026-10-02' } },
    });
    const { complete } = (await trainingOf(doctor, id)).answers.deadlines;
    expect(complete).toMatchObject({
      value: '2027-09-30',
      ruleValue: '2027-03-04',
      origin: 'notified',
      givenOn: '2026-10-02',
    });
  });

  test('une date avant l’embauche, un courrier daté du futur, un début après la fin : refusés', async () => {
    const id = await hire({ client: doctor, name: ['Nadia', 'Ferrand'], profile: 'AS', startDay: '2024-03-04' });
    const given = (start: string, complete: string, letter: string) =>
      openTraining(doctor, id, {
        route: 'FAE',
        given: {
          start: { value: start, origin: 'notified', on: letter },
          complete: { value: complete, origin: 'notified', on: letter },
        },
      });
    expect(await messagesOf(given('2024-03-03', '2027-03-04', '2026-11-17'))).toEqual([
      'given.start : Échéance avant l’embauche du 04/03/2024. Relire le courrier.',
    ]);
    expect(await messagesOf(given('2026-03-04', '2027-03-04', '2026-11-18'))).toHaveLength(2);
    expect(await messagesOf(given('2027-03-05', '2027-03-04', '2026-11-17'))).toEqual([
      'given.start : Commencer après la date pour obtenir\u00a0: impossible. Relire le courrier.',
    ]);
  });
});

describe('parcours', () => {
  let id: string;
  beforeEach(async () => {
    id = await hire({ client: doctor, name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2025-09-02' });
  });

  test('ce qui est impossible est refusé en une phrase, rien n’est écrit', async () => {
    const open = (facts: Parameters<typeof openTraining>[2]) => messagesOf(openTraining(doctor, id, facts));
    expect(await open({ route: 'CQP', startedOn: '2026-09-01', plannedEnd: '2026-08-31' })).toEqual([
      'plannedEnd : Fin prévue avant le début du 01/09/2026. Corriger l’une des deux dates.',
    ]);
    expect(await open({ route: 'CQP', startedOn: '2026-09-01', examOn: '2026-08-31' })).toEqual([
      'examOn : Épreuve avant le début du 01/09/2026. Corriger l’une des deux dates.',
    ]);
    expect(await open({ route: 'CQP', examOn: '2026-08-31' })).toHaveLength(1);
    expect(await open({ route: 'CQP', registeredOn: '2026-09-02', startedOn: '2026-09-01' })).toHaveLength(1);
    expect(await open({ route: 'CQP', certifiedOn: '2026-11-18' })).toEqual([
      'certifiedOn : Certificat à une date future\u00a0: saisir le jour venu.',
    ]);
    expect(await open({ route: 'CQP', certifiedOn: '2026-10-01', abandonedOn: '2026-10-02' })).toHaveLength(1);
    expect(await open({ route: 'FAE' })).toEqual([
      'route : La FAE demande un diplôme de soins. Choisir le CQP, ou corriger le profil de l’assistant.',
    ]);
    expect((await trainingOf(doctor, id)).training).toBeNull();
  });

  test('un seul parcours à la fois ; abandonné, un autre s’ouvre et le premier reste dans l’histoire', async () => {
    await openTraining(doctor, id, { route: 'CQP', body: 'Institut des Marronniers', registeredOn: '2026-01-12' });
    expect(await messagesOf(openTraining(doctor, id, { route: 'VAE' }))).toEqual([
      'route : Une formation est déjà en cours. La terminer ou l’abandonner d’abord.',
    ]);
    await changeTraining(doctor, id, { abandonedOn: '2026-06-30' });
    await openTraining(doctor, id, { route: 'VAE', vaeHours: 1700 });
    const view = await trainingOf(doctor, id);
    expect(view.training?.facts).toMatchObject({ route: 'VAE', body: null });
    expect(view.past.map(({ facts }) => facts)).toMatchObject([{ route: 'CQP', abandonedOn: '2026-06-30' }]);
    expect(view.answers.route.route).toBe('VAE');
    expect(view.answers.vae.verdict.outcome).toBe('met');
  });

  test('heures de VAE : 1 606 ne suffisent pas, 1 607 suffisent, une seconde demande dans l’année non plus', async () => {
    await openTraining(doctor, id, { route: 'VAE', vaeHours: 1606 });
    expect((await trainingOf(doctor, id)).answers.vae.verdict.outcome).toBe('not_met');
    await changeTraining(doctor, id, { vaeHours: 1607 });
    expect((await trainingOf(doctor, id)).answers.vae.verdict.outcome).toBe('met');
    await changeTraining(doctor, id, {
      vaeApplications: [{ certification: 'CQP assistant médical', filedOn: '2026-02-03' }],
    });
    expect((await trainingOf(doctor, id)).answers.vae.verdict).toMatchObject({
      outcome: 'not_met',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'already_asked_this_year' })]) as unknown,
    });
  });
});

describe('modules', () => {
  test('le CQP vient avec ses quatre modules ; les heures de l’organisme l’emportent sur celles de la règle', async () => {
    const id = await hire({ client: doctor, name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2025-09-02' });
    await openTraining(doctor, id, { route: 'CQP', startedOn: '2026-09-07' });
    const view = await trainingOf(doctor, id);
    expect(view.training?.modules.map(({ module }) => module)).toEqual(['1', '2', '3', '4']);
    expect(view.answers.progress?.lines.map((line) => line.required.value)).toEqual([77, 98, 35, 56]);
    const [first, second] = view.training?.modules ?? [];
    if (first === undefined || second === undefined) throw new Error('no module');
    const save = (one: typeof first, facts: Partial<typeof first.facts>) =>
      doctor.training.saveModule({ ...key(), id: one.id, base: one.facts, value: { ...one.facts, ...facts } });
    await save(first, { plannedMinutes: 70 * 60, doneMinutes: 73 * 60, state: 'done' });
    const after = await trainingOf(doctor, id);
    expect(after.answers.progress?.lines[0]?.required).toMatchObject({ value: 70, ruleValue: 77, origin: 'typed' });
    expect(after.training?.modules[0]?.remarks).toEqual(['3\u00a0h au-delà du plan.']);

    expect(await messagesOf(save(second, { state: 'validated' }))).toEqual([
      'validatedOn : Jour de la validation à saisir\u00a0: il est sur l’attestation.',
    ]);
    expect(await messagesOf(save(second, { state: 'exempted' }))).toEqual([
      'exemptMinutes : Dispense sans positionnement\u00a0: saisir d’abord sa date dans la formation.',
    ]);
    expect(await messagesOf(save(second, { label: 'Autre intitulé' }))).toHaveLength(1);
    await changeTraining(doctor, id, { positioningOn: '2026-08-30' });
    await save(second, { state: 'exempted' });
    expect((await trainingOf(doctor, id)).answers.progress?.lines[1]).toMatchObject({ exempt: 98, state: 'done' });
    expect(await messagesOf(doctor.training.removeModule({ ...key(), id: second.id }))).toHaveLength(1);
  });

  test('la FAE a les modules que l’on veut, comptés sur 112 heures', async () => {
    const id = await hire({ client: doctor, name: ['Nadia', 'Ferrand'], profile: 'AS', startDay: '2024-03-04' });
    const trainingId = await openTraining(doctor, id, { route: 'FAE', startedOn: '2025-09-12' });
    const { id: moduleId } = await doctor.training.addModule({
      ...key(),
      trainingId,
      label: 'Accueil et prise en charge administrative',
      plannedMinutes: 35 * 60,
    });
    const [module] = (await trainingOf(doctor, id)).training?.modules ?? [];
    if (module === undefined) throw new Error('no module');
    const value = { ...module.facts, doneMinutes: 35 * 60, state: 'validated' as const, validatedOn: '2026-07-18' };
    await doctor.training.saveModule({ ...key(), id: moduleId, base: module.facts, value });
    expect((await trainingOf(doctor, id)).answers.progress?.remaining.value).toBe(77);
    expect(await messagesOf(doctor.training.removeModule({ ...key(), id: moduleId }))).toEqual([
      'module : Des heures y sont notées\u00a0: les remettre à zéro d’abord.',
    ]);
  });
});
