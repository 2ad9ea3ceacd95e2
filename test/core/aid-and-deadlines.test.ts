import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AidContractView } from '#shared/contract/aid-views.ts';
import type { DeadlineView } from '#shared/contract/deadlines.ts';
import { addDays, daysBetween } from '#shared/kernel/day.ts';
import { contractOf, employed, event, generalist, payment, register } from '../support/aid.ts';
import { writeRows } from '../support/employer-rows.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';

// One contract, two screens: every date the aid shows is the date the deadlines show, late on the same day.
let practice: TestPractice;
let id: string;
beforeEach(async () => {
  practice = await foundTestPractice();
  await generalist(practice);
  const assistantId = await employed(practice, '2024-03-04');
  id = await register(practice, {
    signedOn: '2024-07-01',
    startsOn: '2024-07-15',
    tier: 'STANDARD',
    assistants: [{ assistantId, fromDay: '2024-07-15', toDay: null }],
    payments: [payment('EXPECTED', 3, null, '2026-09-10', 1), payment('EXPECTED', 3, null, '2027-03-10', 2)],
  });
});
afterEach(() => practice.close());

interface Both {
  contract: AidContractView;
  dues: readonly DeadlineView[];
}
async function bothOn(day: string): Promise<Both> {
  practice.clock.set(`${day}T08:00:00Z`);
  const contract = await contractOf(practice, id);
  const { deadlines } = await practice.doctor.deadlines.list({});
  return { contract, dues: deadlines.filter(({ recordId }) => recordId === id) };
}

/** Whatever one screen says of a date, the other says too. */
function expectAgreed({ contract, dues }: Both, today: string): void {
  const of = (kind: DeadlineView['kind']) => dues.filter((one) => one.kind === kind);
  const { review, term, years, ended } = contract;
  if (ended !== null && ended.on < today) {
    // Over: nothing more is asked, and no yearly file either.
    expect([dues.filter(({ kind }) => kind !== 'WORK_TIME'), review]).toEqual([[], null]);
    return;
  }
  expect(of('AID_REVIEW').map(({ day }) => day)).toEqual(review === null || review.sent ? [] : [review.due.value]);
  for (const { day } of of('AID_END')) expect(day).toBe(term.value);
  if (ended === null && contract.renewedBy === null) expect(of('AID_END')).toHaveLength(1);
  const ends = years.map(({ end }) => end.value);
  for (const { day } of of('OFFICIAL_COUNT')) expect(ends).toContain(day);
  const awaited = years.flatMap(({ payments }) => payments).filter(({ received }) => received === null);
  const shown = of('AID_PAYMENT').filter(({ day }) => day !== null);
  for (const { day, state } of shown) {
    const line = awaited.find(({ due }) => due.value === day);
    expect(line, `payment of ${day}`).toBeDefined();
    expect(state === 'late', `late on ${today}: ${day}`).toBe(line?.state === 'late');
  }
  const late = awaited.filter(({ state }) => state === 'late').map(({ due }) => due.value);
  expect(
    shown
      .filter(({ state }) => state === 'late')
      .map(({ day }) => day)
      .toSorted(),
  ).toEqual(late.toSorted());
  for (const { day, daysLeft } of dues) if (day !== null) expect(daysLeft).toBe(daysBetween(today, day));
}

/** The eve, the day and the morrow of every date the contract shows. */
function daysAround({ review, term, nextAnniversary, years }: AidContractView): string[] {
  const dates = [
    review?.due.value,
    term.value,
    nextAnniversary.value,
    ...years.flatMap(({ end, payments }) => [end.value, ...payments.map(({ due }) => due.value)]),
  ];
  const known = [...new Set(dates)].filter((day) => day !== null && day !== undefined);
  return [...new Set(known.flatMap((day) => [-1, 0, 1].map((days) => addDays(day, days))))].toSorted();
}

async function expectAgreedAlways(): Promise<void> {
  const { contract } = await bothOn('2026-11-17');
  const days = daysAround(contract);
  expect(days.length).toBeGreaterThan(15);
  for (const day of days) expectAgreed(await bothOn(day), day);
}

test('le bilan annuel : la veille, le jour et le lendemain, une seule date sur les deux écrans', async () => {
  const seen = async (day: string) => {
    const both = await bothOn(day);
    const due = both.dues.find(({ kind }) => kind === 'AID_REVIEW');
    return [both.contract.review?.due.value, due?.day, both.contract.review?.contractYear, due?.state];
  };
  expect(await seen('2027-07-13')).toEqual(['2027-07-14', '2027-07-14', 3, 'due']);
  expect(await seen('2027-07-14')).toEqual(['2027-07-14', '2027-07-14', 3, 'due']);
  expect((await seen('2027-07-15')).slice(0, 3)).toEqual(['2028-07-14', '2028-07-14', 4]);
  // In the last year the file is that of the renewal: neither screen asks for a yearly one.
  const last = await bothOn('2028-08-01');
  expect(last.contract.review).toBeNull();
  expect(last.dues.some(({ kind }) => kind === 'AID_REVIEW')).toBe(false);
});

describe('toutes les dates, la veille, le jour et le lendemain', () => {
  test('d’un contrat qui court', expectAgreedAlways);

  test('d’un contrat suspendu, dates de l’avenant saisies', async () => {
    await practice.doctor.aid.saveEvent({
      ...key(),
      ...event({ contractId: id, kind: 'SUSPENSION', onDay: '2026-09-01', toDay: '2026-10-31' }),
    });
    const year = { contractId: id, amountCents: null, costCents: null };
    await practice.doctor.aid.saveYear({ ...key(), ...year, contractYear: 4, startsOn: '2027-09-14' });
    await practice.doctor.aid.saveYear({ ...key(), ...year, contractYear: 5, startsOn: '2028-09-14' });
    // The payment awaited during the suspension is late on neither screen.
    const both = await bothOn('2026-11-17');
    expect(both.dues.filter(({ day }) => day === '2026-09-10')).toEqual([]);
    await expectAgreedAlways();
  });

  test('d’un contrat terminé avant son terme', async () => {
    await practice.doctor.aid.end({ ...key(), id, endedOn: '2027-05-31', reason: 'DOCTOR' });
    await expectAgreedAlways();
  });

  test('d’un contrat qui n’a pas commencé : aucun bilan avant le premier jour', async () => {
    const later = await bothOn('2024-07-14');
    expect(later.contract.review).toBeNull();
    expect((await bothOn('2024-07-15')).contract.review?.due.value).toBe('2025-07-14');
  });
});

test('un versement tombé dans une suspension : rien tant qu’elle court, puis sa date est à demander', async () => {
  const suspension = { contractId: id, kind: 'SUSPENSION', onDay: '2026-09-01', toDay: '2026-10-31' } as const;
  await practice.doctor.aid.saveEvent({ ...key(), ...event(suspension) });
  const first = async (day: string) =>
    (await bothOn(day)).dues
      .filter(({ kind, title }) => kind === 'AID_PAYMENT' && title.endsWith('3e année, 1er sur 2'))
      .map(({ day: on, state, why }) => [on, state, why.outcome]);
  const dated = [['2026-09-10', 'due', 'computed']];
  const toAsk = [[null, 'open', 'undetermined']];
  expect(await first('2026-09-10')).toEqual(dated);
  expect(await first('2026-09-11')).toEqual([]);
  expect(await first('2026-10-31')).toEqual([]);
  expect(await first('2026-11-01')).toEqual(toAsk);
  expect(await first('2027-02-01')).toEqual(toAsk);
  const { dues } = await bothOn('2026-11-17');
  expect(dues.flatMap(({ why }) => why.reasons.map(({ words }) => words))).toContain(
    'Attendu le 10/09/2026, pendant une suspension du contrat\u00a0: demander la nouvelle date à la CPAM et la saisir.',
  );
  // The CPAM answers: a day again, and late after it. Received, it is no longer asked for.
  const line = (await contractOf(practice, id)).payments.find(({ onDay }) => onDay === '2026-09-10');
  const typed = { contractId: id, ...payment('EXPECTED', 3, null, '2026-11-20', 1) };
  await practice.doctor.aid.savePayment({ ...key(), id: line?.id ?? null, ...typed });
  expect(await first('2026-11-21')).toEqual([['2026-11-20', 'late', 'computed']]);
  const came = { contractId: id, ...payment('RECEIVED', 3, 1_000_000, '2026-11-20', 1) };
  await practice.doctor.aid.savePayment({ ...key(), id: null, ...came });
  expect(await first('2026-11-23')).toEqual([]);
});

test('le bilan envoyé n’est plus demandé, et l’écran de l’aide le dit envoyé', async () => {
  const renewalId = randomUUID();
  await writeRows(practice, 'renewal', [
    {
      id: renewalId,
      contract_id: id,
      contract_year: 3,
      snapshot: '{}',
      snapshot_hash: '0',
      complete: 1,
      frozen_at: '2026-11-10T08:00:00Z',
      frozen_by: practice.doctorAccountId,
      version: 1,
    },
  ]);
  const sending = { renewal_id: renewalId, channel: 'POST', answered_on: null, answer: null, version: 1 };
  await writeRows(practice, 'renewal_sending', [{ id: randomUUID(), on_day: '2026-11-12', ...sending }]);
  const { contract, dues } = await bothOn('2026-11-17');
  expect(contract.review).toMatchObject({ contractYear: 3, sent: true });
  expect(dues.some(({ kind }) => kind === 'AID_REVIEW')).toBe(false);
});
