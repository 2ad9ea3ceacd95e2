import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hire, type EmploymentInput } from '../support/employer.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { today } from '../support/visits.ts';

// What the rules say of an employment, as the screens receive it: the law itself is tried in test/rules.
let practice: TestPractice;
let doctor: Client;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
});
afterEach(() => practice.close());

const told = async (assistantId: string, day = today) => {
  const found = (await doctor.employer.assistants({ day })).assistants.find(({ id }) => id === assistantId);
  if (found === undefined) throw new Error('no such assistant');
  return found.told;
};
const limit = async (assistantId: string, id: string) =>
  (await told(assistantId)).post?.limits.find((one) => one.id === id)?.verdict.outcome;
const absenceTold = async (facts: { fromDay: string; toDay: string | null; replaced: boolean | null }) => {
  const { assistantId } = await hire(practice);
  await doctor.employer.addAbsence({ ...key(), assistantId, kind: 'MATERNITY', note: null, ...facts });
  return (await told(assistantId)).absences[0];
};

/** A contract of aid of Dr Lemoine, linked to these assistants. */
function funded(option: string, assistantIds: readonly string[], doctorId: string | null): string {
  const { raw } = practice.core.practice.requireOpen().writing;
  const id = randomUUID();
  raw
    .prepare(
      `insert into aid_contract (id, kind, doctor_id, rule_set, option, signed_on, starts_on, as_written, version)
       values (?, 'INDIVIDUAL', ?, 'CONV-2024', ?, '2024-07-01', '2024-07-01', 0, 1)`,
    )
    .run(id, doctorId, option);
  for (const assistantId of assistantIds) {
    raw
      .prepare(
        `insert into aid_contract_assistant (id, contract_id, assistant_id, from_day, version)
         values (?, ?, ?, '2024-07-01', 1)`,
      )
      .run(randomUUID(), id, assistantId);
  }
  return id;
}

test('rien n’est dit du poste : chaque limite demande, aucune ne passe', async () => {
  const { assistantId } = await hire(practice);
  for (const id of ['not_fully_remote', 'not_home_only', 'no_mileage', 'replaces_no_profession', 'new_post'])
    expect(await limit(assistantId, id), id).toBe('undetermined');
});

test.each<[string, string, Partial<EmploymentInput>]>([
  ['entièrement à distance', 'not_fully_remote', { remoteShare: 100 }],
  ['au seul domicile des patients', 'not_home_only', { homeOnly: true }],
  ['avec des indemnités kilométriques', 'no_mileage', { mileage: true }],
  ['à la place d’une autre profession', 'replaces_no_profession', { replacesOther: true }],
  ['sur un poste qui existait', 'new_post', { newPost: false }],
])('un poste %s est dit exclu', async (_words, id, contract) => {
  const { assistantId } = await hire(practice, {}, contract);
  expect(await limit(assistantId, id)).toBe('not_met');
  expect((await told(assistantId)).post?.outcome).toBe('not_met');
});

test('une secrétaire devenue assistante et pas remplacée : dit, sans inventer de délai', async () => {
  const { assistantId } = await hire(practice, { profile: 'SECRETAIRE', formerSecretary: true });
  expect(await limit(assistantId, 'secretary_replaced')).toBe('not_met');
  expect((await told(assistantId)).post?.replacementDue).toMatchObject({ outcome: 'undetermined', value: null });
  await doctor.employer.correctAssistant({
    ...key(),
    id: assistantId,
    base: { secretaryReplacedOn: null },
    change: { secretaryReplacedOn: '2024-09-02' },
  });
  expect(await limit(assistantId, 'secretary_replaced')).toBe('met');
});

test('un CDD de 19 mois dépasse la durée lue, un CDD de 18 mois juste l’atteint', async () => {
  const months = async (endDay: string) => {
    const { assistantId } = await hire(
      practice,
      {},
      { contractKind: 'CDD', cddGround: 'INCREASE', renewals: 1, startDay: '2024-01-01', endDay },
    );
    const { contract } = await told(assistantId);
    return contract?.conditions.find(({ id }) => id === 'months')?.verdict.outcome;
  };
  expect(await months('2025-06-30')).toBe('met');
  expect(await months('2025-07-01')).toBe('not_met');
});

test('une absence courte ne demande rien, une longue sans remplaçant ouvre la suspension', async () => {
  expect(await absenceTold({ fromDay: '2026-06-01', toDay: '2026-06-30', replaced: null })).toMatchObject({
    action: { value: 'NONE' },
    length: { value: 30 },
  });
  expect(await absenceTold({ fromDay: '2026-03-01', toDay: '2026-06-30', replaced: false })).toMatchObject({
    action: { value: 'SUSPENSION' },
  });
  expect(await absenceTold({ fromDay: '2026-03-01', toDay: '2026-06-30', replaced: true })).toMatchObject({
    action: { value: 'SEND_CONTRACT' },
  });
});

test('une absence longue dont personne n’a dit si elle est remplacée : la question est posée', async () => {
  expect(await absenceTold({ fromDay: '2026-03-01', toDay: null, replaced: null })).toMatchObject({
    action: { outcome: 'undetermined', missing: ['replaced'] },
  });
});

test('un départ : remplacé aussitôt, le contrat d’aide continue ; poste vacant, la CPAM est à prévenir', async () => {
  const leaving = (nextHire: string | null) => ({ endDay: '2026-10-31', endReason: 'RESIGNATION' as const, nextHire });
  const action = async (nextHire: string | null) =>
    (await told((await hire(practice, {}, leaving(nextHire))).assistantId)).departures[0]?.action;
  expect(await action('2026-11-01')).toMatchObject({ value: 'SEND_CONTRACT' });
  expect(await action('NONE')).toMatchObject({ value: 'TELL_CPAM' });
  expect(await action(null)).toMatchObject({ outcome: 'undetermined', missing: ['nextHireDay'] });
});

test('sous les heures de l’option : dit aujourd’hui et à chaque changement à venir', async () => {
  const [lemoine = ''] = practice.doctorIds;
  const { assistantId, employmentId } = await hire(practice);
  funded('ETP_1', [assistantId], lemoine);
  await doctor.employer.addWorkTime({ ...key(), employmentId, fromDay: '2027-01-04', weeklyMinutes: 28 * 60 });
  expect((await told(assistantId)).workTimes).toMatchObject([
    { fromDay: today, weeklyMinutes: 2100, verdict: { outcome: 'met' } },
    { fromDay: '2027-01-04', weeklyMinutes: 1680, verdict: { outcome: 'not_met' } },
  ]);
});

test('partagé entre deux médecins : chacun compte sa part, au tiers près', async () => {
  const [lemoine = '', benali = ''] = practice.doctorIds;
  const { assistantId, employmentId } = await hire(practice);
  funded('ETP_1_3', [assistantId], lemoine);
  funded('ETP_1', [assistantId], benali);
  const parts = [
    { doctorId: lemoine, share: 3333 },
    { doctorId: benali, share: 6667 },
  ];
  await doctor.employer.setShares({ ...key(), employmentId, fromDay: '2024-03-04', base: null, parts });
  const lines = (await told(assistantId)).workTimes;
  expect(lines.find(({ doctorId }) => doctorId === lemoine)).toMatchObject({
    weeklyMinutes: 700,
    verdict: { outcome: 'met' },
  });
  expect(lines.find(({ doctorId }) => doctorId === benali)).toMatchObject({ verdict: { outcome: 'not_met' } });
});

test('deux assistants d’un même contrat : leurs heures s’ajoutent', async () => {
  const [lemoine = ''] = practice.doctorIds;
  const first = await hire(practice, {}, { weeklyMinutes: 20 * 60 });
  const second = await hire(practice, { givenName: 'Nadia', familyName: 'Ferrand' }, { weeklyMinutes: 15 * 60 });
  funded('ETP_1', [first.assistantId, second.assistantId], lemoine);
  for (const { assistantId } of [first, second])
    expect((await told(assistantId)).workTimes).toMatchObject([{ weeklyMinutes: 2100, verdict: { outcome: 'met' } }]);
});

test('partie, ou plus payée par le contrat d’aide : les heures de qui a repris le poste ne sont pas les siennes', async () => {
  const [lemoine = ''] = practice.doctorIds;
  const gone = await hire(practice, {}, { endDay: '2026-08-31', endReason: 'RESIGNATION', nextHire: '2026-09-01' });
  const next = await hire(practice, { givenName: 'Nadia', familyName: 'Ferrand' }, { startDay: '2026-09-01' });
  const moved = await hire(practice, { givenName: 'Julien', familyName: 'Thiry' });
  const contract = funded('ETP_1', [gone.assistantId, next.assistantId, moved.assistantId], lemoine);
  const { raw } = practice.core.practice.requireOpen().writing;
  raw
    .prepare('update aid_contract_assistant set to_day = ? where contract_id = ? and assistant_id = ?')
    .run('2026-10-31', contract, moved.assistantId);
  expect((await told(gone.assistantId)).workTimes).toEqual([]);
  expect((await told(moved.assistantId)).workTimes).toEqual([]);
  expect((await told(next.assistantId)).workTimes).toMatchObject([{ weeklyMinutes: 2100 }]);
  expect((await told(gone.assistantId, '2026-08-31')).workTimes).toMatchObject([{ contractId: contract }, {}]);
});
