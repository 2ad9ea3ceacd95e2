import { expect, test } from 'vitest';
import type { BoardVisit } from '#shared/contract/visits.ts';
import { defaultSettings, type PracticeView } from '#shared/contract/practice.ts';
import { columnOf, doctorDelay, meanWait } from '../../renderer/features/board/board-order.ts';
import { cardModel, titleCase } from '../../renderer/features/board/card-model.ts';

const doctorId = '019a0000-0000-7000-8000-000000000001';
const practice: PracticeView = {
  practice: {
    id: doctorId,
    name: 'Cabinet des Tilleuls',
    address: null,
    postcode: null,
    city: null,
    phone: null,
    finess: null,
  },
  doctors: [
    {
      id: doctorId,
      archivedAt: null,
      position: 0,
      civility: 'Dr',
      givenName: 'Claire',
      familyName: 'Lemoine',
      monogram: 'CL',
      rpps: null,
      hue: 0,
      displayName: 'Dr Claire Lemoine',
    },
  ],
  rooms: [],
  reasons: [],
  settings: defaultSettings,
};

/** MARTIN Jeanne, 67 ans, attendue à 10 h. */
function visit(part: Partial<BoardVisit> = {}): BoardVisit {
  return {
    id: '019a0000-0000-7000-8000-0000000000aa',
    stage: 'expected',
    patient: {
      id: '019a0000-0000-7000-8000-0000000000bb',
      civility: null,
      birthName: 'DUBOIS',
      firstGivenName: 'JEANNE',
      usedName: 'Martin',
      usedGivenName: null,
      sex: 'F',
      birthDay: '1959-04-12',
      birthPrecision: 'day',
      identityStatus: 'VALI',
      homonym: false,
      doubtful: false,
      fictitious: false,
      homonymSignalled: false,
      interpreter: null,
      reducedMobility: null,
    },
    doctorId,
    reasonId: null,
    startMinute: 600,
    endMinute: 615,
    walkIn: false,
    confirmed: false,
    urgent: false,
    roomId: null,
    settled: false,
    note: null,
    outcomeReason: null,
    arrivedAt: null,
    preparationAt: null,
    readyAt: null,
    consultationAt: null,
    finaliseAt: null,
    leftAt: null,
    stageAt: '2026-11-17T08:00:00.000Z',
    arrivedMinute: null,
    preparedBy: null,
    progress: { done: 0, expected: 8 },
    alerts: [],
    measures: [],
    message: 'none',
    ald: false,
    newPatient: false,
    provisionalIdentity: false,
    finaliseItems: [],
    version: 1,
    ...part,
  };
}
const at = (nowMinute: number, discreet = false) => ({ practice, today: '2026-11-17', nowMinute, discreet });
const arrived = (minute: number): Partial<BoardVisit> => ({
  stage: 'waiting',
  arrivedMinute: minute,
  arrivedAt: '2026-11-17T08:51:00.000Z',
});

test('le nom en usage est écrit en capitales, le prénom comme on l’appelle', () => {
  expect(cardModel(visit(), at(590))).toMatchObject({
    lastName: 'MARTIN',
    firstName: 'Jeanne',
    time: '10:00',
    sexAge: 'F\u00a067\u00a0ans',
  });
  expect(titleCase('JEAN-PIERRE')).toBe('Jean-Pierre');
  expect(titleCase('Aïssata')).toBe('Aïssata');
});

test('un retard n’est dit qu’au-delà du seuil : rien à 5 minutes, dit à 6', () => {
  expect(cardModel(visit(), at(605)).timing).toBeUndefined();
  expect(cardModel(visit(), at(606)).timing).toMatchObject({ text: '+6\u00a0min', tone: 'warn' });
});

test('en avance, la carte dit l’attente depuis l’arrivée mais ne se colore qu’après l’heure du rendez-vous', () => {
  const early = visit(arrived(560));
  expect(cardModel(early, at(605)).timing).toMatchObject({ text: '45\u00a0min', tone: 'neutral' });
  expect(cardModel(early, at(609)).timing).toMatchObject({ tone: 'neutral' });
  expect(cardModel(early, at(610)).timing).toMatchObject({ tone: 'warn' });
  expect(cardModel(early, at(619)).timing).toMatchObject({ tone: 'warn' });
  expect(cardModel(early, at(620)).timing).toMatchObject({ tone: 'bad' });
});

test('en mode discret, la carte ne porte que des initiales, ni âge, ni motif, ni alerte', () => {
  const text = JSON.stringify(
    cardModel(
      visit({
        ...arrived(590),
        alerts: [{ id: doctorId, kind: 'allergy', label: 'Pénicilline', noneKnown: false, confirmed: true }],
      }),
      at(605, true),
    ),
  );
  expect(text).not.toMatch(/MARTIN|Jeanne|67|Pénicilline/u);
});

test('« aucune connue » n’est pas une alerte ; une allergie déclarée en est une', () => {
  const alert: BoardVisit['alerts'][number] = {
    id: doctorId,
    kind: 'allergy',
    label: 'Aucune allergie connue',
    noneKnown: true,
    confirmed: false,
  };
  expect(cardModel(visit({ ...arrived(590), alerts: [alert] }), at(605)).alerts).toEqual([]);
  expect(
    cardModel(visit({ ...arrived(590), alerts: [{ ...alert, label: 'Pénicilline', noneKnown: false }] }), at(605))
      .alerts,
  ).toEqual(['Allergie\u00a0: Pénicilline']);
});

test('la salle d’attente suit le plus tardif du rendez-vous et de l’arrivée, l’urgence d’abord', () => {
  const first = visit({ ...arrived(560), id: 'a', startMinute: 610 });
  const second = visit({ ...arrived(595), id: 'b', startMinute: 590 });
  const urgent = visit({ ...arrived(604), id: 'c', startMinute: null, urgent: true });
  expect(columnOf([first, second, urgent], 'waiting').map((one) => one.id)).toEqual(['c', 'b', 'a']);
});

test('le retard d’un médecin est la plus longue attente de ceux qui sont là, l’attente moyenne celle de la salle', () => {
  const visits = [
    visit({ ...arrived(590), id: 'a', startMinute: 590 }),
    visit({ ...arrived(600), id: 'b', startMinute: 600 }),
  ];
  expect(doctorDelay(visits, doctorId, 610)).toBe(20);
  expect(meanWait(visits, 610)).toBe(15);
  expect(meanWait([], 610)).toBeNull();
});

test('une mesure au-dessus du seuil ne cache jamais une allergie', () => {
  const alerts: BoardVisit['alerts'] = [
    { id: doctorId, kind: 'allergy', label: 'Iode', noneKnown: false, confirmed: true },
  ];
  const measures: BoardVisit['measures'] = [{ code: 'PA', level: 'notify', words: 'TA 152/91 (moyenne 2-3)' }];
  expect(cardModel(visit({ ...arrived(590), alerts, measures }), at(605)).alerts).toEqual([
    'Allergie\u00a0: Iode',
    'TA 152/91 (moyenne 2\u20113)',
  ]);
  expect(cardModel(visit({ alerts }), at(590)).flags).toMatchObject([{ id: 'alert', label: 'Allergie\u00a0: Iode' }]);
});
