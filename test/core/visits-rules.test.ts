import { describe, expect, test } from 'vitest';
import { expectedLines, shownValue, storedValue } from '#shared/domain/observation.ts';
import {
  arrivalStage,
  moveKind,
  movesFrom,
  nextStage,
  STAGE_LABELS,
  stages,
  type Stage,
} from '#shared/domain/stage.ts';
import {
  compareWaiting,
  excessWait,
  lateMinutes,
  nextToPrepare,
  waitLevel,
  type WaitingVisit,
} from '#shared/domain/visit-order.ts';
import { freeStarts } from '#shared/domain/visit-slots.ts';
import { mergeTexts } from '#electron/features/visits/free-text.ts';

describe('étapes', () => {
  test.each<[Stage, Stage, string | null]>([
    ['expected', 'waiting', 'forward'],
    ['expected', 'ready', 'forward'],
    ['waiting', 'consultation', 'forward'],
    ['ready', 'waiting', 'correction'],
    ['left', 'consultation', 'correction'],
    ['expected', 'excused', 'exit'],
    ['expected', 'unexcused', 'exit'],
    ['expected', 'cancelled', 'exit'],
    ['waiting', 'excused', null],
    ['preparation', 'cancelled', null],
    ['expected', 'left_unseen', null],
    ['ready', 'left_unseen', 'exit'],
    ['consultation', 'left_unseen', null],
    ['unexcused', 'waiting', 'correction'],
    ['unexcused', 'ready', null],
    ['cancelled', 'waiting', null],
    ['waiting', 'waiting', null],
  ])('de %s à %s : %s', (from, to, kind) => {
    expect(moveKind(from, to)).toBe(kind);
  });

  test('chaque étape a son mot, et aucune n’est sans issue', () => {
    for (const stage of stages) {
      expect(STAGE_LABELS[stage]).not.toBe('');
      expect(movesFrom(stage).length).toBeGreaterThan(0);
    }
    expect([nextStage('waiting'), nextStage('left'), nextStage('excused')]).toEqual(['preparation', null, null]);
  });

  test('à finaliser seulement s’il reste quelque chose à faire', () => {
    expect([arrivalStage('finalise', 1), arrivalStage('finalise', 0), arrivalStage('left', 2)]).toEqual([
      'finalise',
      'left',
      'left',
    ]);
  });
});

describe('salle d’attente', () => {
  const visit = (
    id: string,
    startMinute: number | null,
    arrivedMinute: number | null,
    more: Partial<WaitingVisit> = {},
  ): WaitingVisit => ({
    id,
    stage: 'waiting',
    doctorId: 'lemoine',
    urgent: false,
    startMinute,
    arrivedMinute,
    ...more,
  });

  test('l’attente compte du plus tard de l’heure et de l’arrivée : en avance, on n’attend pas encore', () => {
    expect([
      excessWait(visit('a', 600, 580), 590),
      excessWait(visit('a', 600, 580), 625),
      excessWait(visit('a', 600, 612), 625),
    ]).toEqual([0, 25, 13]);
    const settings = { waitWarnMinutes: 10, waitBadMinutes: 20 };
    expect([9, 10, 19, 20].map((minutes) => waitLevel(minutes, settings))).toEqual(['none', 'warn', 'warn', 'bad']);
  });

  test('l’urgence passe devant, puis le plus tard de l’heure et de l’arrivée', () => {
    const order = [
      visit('retard', 600, 640),
      visit('avance', 630, 590),
      visit('sans', null, 610),
      visit('urgent', null, 639, { urgent: true }),
    ];
    expect(order.toSorted(compareWaiting).map(({ id }) => id)).toEqual(['urgent', 'sans', 'avance', 'retard']);
  });

  test('retard seulement au-delà du seuil, et seulement pour qui est attendu', () => {
    const late = visit('a', 600, null, { stage: 'expected' });
    expect([lateMinutes(late, 605, 5), lateMinutes(late, 609, 5), lateMinutes(visit('a', 600, 600), 620, 5)]).toEqual([
      null,
      9,
      null,
    ]);
  });

  test('prochaine préparation : la plus longue attente, puis le médecin qui a le moins de patients prêts', () => {
    const day = [
      visit('a', 600, 600, { doctorId: 'lemoine' }),
      visit('b', 600, 590, { doctorId: 'benali' }),
      visit('c', 590, 608, { doctorId: 'benali' }),
      visit('d', 580, 580, { doctorId: 'lemoine', stage: 'ready' }),
    ];
    expect(nextToPrepare(day, 633)).toEqual({ visitId: 'b', excessMinutes: 33 });
    expect(nextToPrepare([...day, visit('e', null, 630, { urgent: true })], 633)).toEqual({
      visitId: 'e',
      excessMinutes: 3,
    });
    expect(nextToPrepare(day.slice(3), 633)).toBeNull();
  });
});

test('créneaux libres : serrés contre ce qui est pris, dans la journée, par pas de cinq minutes', () => {
  expect(freeStarts([], 300)).toEqual([480, 780]);
  expect(
    freeStarts(
      [
        { start: 485, end: 500 },
        { start: 490, end: 497 },
      ],
      320,
    ),
  ).toEqual([500, 820]);
  expect(freeStarts([{ start: 470, end: 483 }], 600)).toEqual([485]);
  expect(freeStarts([{ start: 480, end: 1140 }], 5)).toEqual([]);
});

test('textes à deux : des mots disjoints se joignent, les mêmes mots se contredisent, rien ne se perd', () => {
  expect(mergeTexts('a b c', 'a B c', 'a b c d')).toBe('a B c d');
  expect(mergeTexts('a b c', 'a X c', 'a Y c')).toBeNull();
  expect(mergeTexts('', 'fille présente', 'fille présente')).toBe('fille présente');
  expect(mergeTexts('a  b', 'a  b\n\nfin', 'début a  b')).toBe('début a  b\n\nfin');
});

test('les valeurs se gardent en entiers exacts', () => {
  for (const [value, decimals] of [
    [80.4, 1],
    [0.1, 1],
    [1.005, 3],
    [37.3, 1],
    [3.45, 2],
    [172, 0],
  ] as const) {
    expect(shownValue(storedValue(value, decimals), decimals)).toBe(value);
  }
  expect([expectedLines(3).includes('PC'), expectedLines(12).includes('PA'), expectedLines(70).includes('PA')]).toEqual(
    [true, false, true],
  );
});
