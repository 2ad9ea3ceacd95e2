import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { overridesOn } from '#shared/rules/choices.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { booked, newPatient, refusalData, undoLast } from '../support/visits.ts';

const TODAY = '2026-11-17';
let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

describe('seuils des constantes', () => {
  const chosen = (value: number | null) => (value === null ? null : { value });
  const set = (code: string, name: string, value: number | null, base: number | null = null, client: Client = doctor) =>
    client.rules.choose({
      ...key(),
      parameterId: `vital.${code}.${name}`,
      base: chosen(base),
      choice: chosen(value),
      from: TODAY,
      reason: null,
    });
  const stored = async () => overridesOn((await doctor.rules.choices({})).choices, TODAY).practice;
  const sentence = async (change: Promise<unknown>) => {
    const { code, data } = await refusalData(change);
    expect(code).toBe('INVALID');
    return (data['problems'] as { message: string }[]).map(({ message }) => message).join();
  };

  test('deux postes règlent deux seuils : les deux restent ; le même seuil : les deux valeurs reviennent', async () => {
    const { client: benali } = await practice.join('medecin', ['Karim', 'Benali']);
    await set('PAS', 'notify_high', 135);
    await set('PAD', 'notify_high', 85, null, benali);
    expect(await stored()).toEqual({ 'vital.PAS.notify_high': 135, 'vital.PAD.notify_high': 85 });
    expect(await refusalData(set('PAD', 'notify_high', 88))).toMatchObject({
      code: 'EDIT_CONFLICT',
      data: { conflicts: [{ field: 'vital.PAD.notify_high', mine: '88', theirs: '85', by: 'Karim Benali' }] },
    });
    await set('PAD', 'notify_high', 88, 85);
    await set('PAS', 'notify_high', null, 135);
    expect(await stored()).toEqual({ 'vital.PAD.notify_high': 88 });
  });

  test('un seuil hors de l’ordre des niveaux est refusé en une phrase, sans rien écrire', async () => {
    expect(await sentence(set('PAS', 'notify_high', 115))).toBe(
      '«\u00a0À signaler\u00a0» doit être au moins égal à «\u00a0Pour information\u00a0» (120\u00a0mmHg).',
    );
    expect(await sentence(set('PAS', 'notify_high', 170))).toContain('au plus égal à «\u00a0À signaler en tête');
    expect(await sentence(set('PAS', 'urgent_low', 101))).toContain('au plus égal à «\u00a0À signaler');
    expect(await sentence(set('SPO2', 'info_low', 92))).toContain('au moins égal à «\u00a0À signaler');
    expect(await sentence(set('FC', 'notify_low', 95))).toContain('au-dessous du seuil supérieur');
    expect(await sentence(set('TOUR_TAILLE', 'men_info_high', 103))).toContain('(102\u00a0cm)');
    expect(await sentence(set('DEP', 'percent_urgent', 85))).toContain('(80\u00a0%)');
    expect(await stored()).toEqual({});
    await set('TOUR_TAILLE', 'women_info_high', 85);
    await set('PAS', 'notify_high', 160);
  });

  test('un seuil a les décimales du signe et reste dans les valeurs acceptées à la saisie', async () => {
    expect(await sentence(set('PAS', 'notify_high', 80.45))).toBe('Un nombre entier, sans décimale.');
    expect(await sentence(set('TEMP', 'notify_high', 38.25))).toBe('Une décimale au plus.');
    expect(await sentence(set('PAS', 'urgent_high', 301))).toContain('(50 à 300)');
    expect(await sentence(set('POIDS', 'loss_percent_1_month', 0))).toContain('jusqu’à 100');
    expect(await sentence(set('PAS', 'hard_max', 250))).toContain('ne se change pas ici');
    await set('TEMP', 'notify_high', 38.2);
    await set('POIDS', 'gain_kg_7_days', 2.5);
  });

  test('le retour au défaut est vérifié lui aussi, et s’annule', async () => {
    await set('PAS', 'info_high', 110);
    await set('PAS', 'notify_high', 115);
    expect(await sentence(set('PAS', 'info_high', null, 110))).toContain('(115\u00a0mmHg)');
    await set('PAS', 'notify_high', null, 115);
    expect(await undoLast(doctor)).toBe('Changement d’une règle');
    expect(await stored()).toEqual({ 'vital.PAS.info_high': 110, 'vital.PAS.notify_high': 115 });
  });
});

describe('retrait des listes', () => {
  const archive = (kind: 'doctor' | 'room', id: string) =>
    doctor.practice.archive({ ...key(), kind, id, archived: true });

  test('un médecin qui a des visites aujourd’hui ou plus tard reste ; une fois finies, il se retire', async () => {
    const [lemoine = '', benali = ''] = practice.doctorIds;
    const patientId = await newPatient(doctor, 'MARTIN', 'Jeanne');
    const visitId = await booked(practice, patientId);
    const slot = { patientId, doctorId: lemoine, reasonId: null, startMinute: 600 };
    const { id: later } = await doctor.visits.book({ ...key(), ...slot, day: '2027-01-12' });
    expect(await refusalData(archive('doctor', lemoine))).toMatchObject({
      code: 'IN_USE',
      data: { what: '2 rendez-vous à venir' },
      message: 'Retrait impossible pour l’instant\u00a0: 2 rendez-vous à venir. Réessayer quand il n’en restera plus.',
    });
    await doctor.visits.cancel({ ...key(), visitId: later, by: 'practice' });
    await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'waiting' });
    expect(await refusalData(archive('doctor', lemoine))).toMatchObject({
      data: { what: '1 visite en cours ou à venir' },
    });
    await archive('doctor', benali);
    await doctor.visits.move({ ...key(), visitId, from: 'waiting', to: 'left' });
    await archive('doctor', lemoine);
  });

  test('une salle occupée aujourd’hui reste ; libérée, elle se retire', async () => {
    const { id } = await doctor.practice.addRoom({ ...key(), label: 'Salle verte' });
    const visitId = await booked(practice, await newPatient(doctor, 'MARTIN', 'Jeanne'));
    await doctor.visits.move({ ...key(), visitId, from: 'expected', to: 'preparation' });
    await doctor.visits.setRoom({ ...key(), visitId, base: null, roomId: id });
    expect(await refusalData(archive('room', id))).toMatchObject({
      code: 'IN_USE',
      data: { what: '1 visite du jour dans cette salle' },
    });
    await doctor.visits.setRoom({ ...key(), visitId, base: id, roomId: null });
    await archive('room', id);
  });
});
