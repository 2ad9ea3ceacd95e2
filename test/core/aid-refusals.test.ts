import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  contractOf,
  doctorOf,
  employed,
  event,
  generalist,
  objective,
  payment,
  problemsOf,
  register,
  signed,
  statement,
  yearOf,
} from '../support/aid.ts';
import { inventedPdf, sendFile } from '../support/employer.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
beforeAll(async () => {
  practice = await foundTestPractice();
});
afterAll(() => practice.close());

let turn = 0;
async function freshDoctor() {
  const person = {
    civility: 'Dr',
    givenName: 'Hugo',
    familyName: `Marchal ${(turn += 1)}`,
    monogram: 'HM',
    rpps: null,
  };
  return (await practice.doctor.practice.addDoctor({ ...key(), ...person })).id;
}
const attempt = async (fields: Parameters<typeof signed>[0]) =>
  problemsOf(practice.doctor.aid.register({ ...key(), ...signed({ doctorId: await freshDoctor(), ...fields }) }));

test.each([
  [{ endsOn: '2024-09-30' }, 'endsOn', /avant le début/],
  [{ startsOn: '2024-08-01' }, 'startsOn', /avant la signature/],
  [{ option: 'ETP_2' }, 'option', /n’est pas celle d’un contrat individuel/],
  [{ option: 'PER_ETP' }, 'option', /n’est pas celle/],
  [{ option: 'ETP_1_3' }, 'option', /fermée aux nouveaux contrats/],
  [{ fundedEtp: 2 }, 'fundedEtp', /contrat collectif/],
  [{ objectives: [objective('FILE_ACTIVE', 1500, 1400)] }, 'objectives.FILE_ACTIVE.target', /sous le départ/],
  [{ objectives: [objective('FILE_ACTIVE', 1, 2), objective('FILE_ACTIVE', 1, 3)] }, 'objectives', /deux fois/],
  [{ payments: [payment('RECEIVED', 1, null, '2024-10-20')] }, 'payments.0.amountCents', /Montant à saisir/],
  [{ payments: [payment('NOTIFIED', 1, 100, '2027-10-20')] }, 'payments.0.onDay', /pas encore passé/],
  [{ payments: [payment('EXPECTED', 6, 100, '2030-10-20')] }, 'payments.0.contractYear', /renouvelle/],
  [{ signedOn: '1999-01-01' }, 'signedOn', /vérifier l’année/],
] as const)('saisie impossible %j : refusée avec la raison', async (fields, field, message) => {
  const problems = await attempt(fields as Parameters<typeof signed>[0]);
  expect(problems).toContainEqual({ field, message: expect.stringMatching(message) });
});

test('deux contrats d’un même médecin ne courent pas en même temps, un second assistant si', async () => {
  const doctorId = await freshDoctor();
  await register(practice, { doctorId });
  const again = signed({ doctorId, signedOn: '2026-09-01', startsOn: '2026-09-01' });
  expect((await problemsOf(practice.doctor.aid.register({ ...key(), ...again })))[0]?.message).toMatch(
    /a déjà un contrat depuis le 01\/10\/2024 jusqu’au 30\/09\/2029/,
  );
  const second = { ...again, kind: 'SECOND_ASSISTANT', ruleSet: 'CONV-2024-SECOND-AM', option: 'ETP_1_5' } as const;
  const { id } = await practice.doctor.aid.register({ ...key(), ...second });
  const contract = await contractOf(practice, id);
  expect(contract.conditions.find((one) => one.id === 'running')?.verdict.outcome).toBe('met');
  expect(contract.conditions.find((one) => one.id === 'year')?.verdict.outcome).toBe('not_met');
  // Nobody could read the amounts of this option: each year asks for the one of the contract.
  expect(yearOf(contract, 1).full).toMatchObject({ value: null, missing: ['typed'] });
  const amount = { contractId: id, contractYear: 1, amountCents: 5_000_000, startsOn: null, costCents: null };
  await practice.doctor.aid.saveYear({ ...key(), ...amount });
  expect(yearOf(await contractOf(practice, id), 1).full).toMatchObject({ value: 5_000_000, origin: 'typed' });
});

test('le second assistant attend les objectifs du contrat en cours, relevés à l’appui', async () => {
  const doctorId = await freshDoctor();
  await generalist(practice, doctorId);
  await register(practice, {
    doctorId,
    tier: 'STANDARD',
    objectives: [objective('PMT_ADULT_AND_CHILD', 1040, 1300), objective('FILE_ACTIVE', 1500, 1700)],
  });
  const fields = { doctorId, kind: 'SECOND_ASSISTANT', ruleSet: 'CONV-2024-SECOND-AM', option: 'ETP_2' } as const;
  const id = await register(practice, { ...fields, signedOn: '2026-11-02', startsOn: '2026-11-02' });
  const objectives = async () =>
    (await contractOf(practice, id)).conditions.find((one) => one.id === 'objectives')?.verdict.outcome;
  expect(await objectives()).toBe('undetermined');
  await statement(practice, doctorId, 'PMT', '2026-09-30', 1310);
  await statement(practice, doctorId, 'FA', '2026-09-30', 1690);
  expect(await objectives()).toBe('not_met');
  await statement(practice, doctorId, 'FA', '2026-10-31', 1700);
  expect(await objectives()).toBe('met');
});

test('un assistant sans heures ce jour-là : son emploi est à compléter', async () => {
  const id = await register(practice, { doctorId: await freshDoctor() });
  const assistantId = await employed(practice, '2024-10-01', {}, { endDay: '2025-12-31' });
  const line = { id: null, contractId: id, assistantId, fromDay: '2024-10-01', toDay: null };
  await practice.doctor.aid.saveAssistant({ ...key(), ...line });
  const { conditions, missing } = await contractOf(practice, id);
  expect(conditions.find((one) => one.id === 'hours')?.verdict.outcome).toBe('undetermined');
  expect(missing).toContainEqual(expect.objectContaining({ gesture: 'employment', targetId: assistantId }));
});

test('un vieux papier garde ses contradictions, montrées', async () => {
  const id = await register(practice, {
    doctorId: await freshDoctor(),
    asWritten: true,
    signedOn: '2024-09-02',
    startsOn: '2024-08-26',
    endsOn: '2029-08-31',
    ruleSet: 'RA-2023',
    objectives: [{ ...objective('FILE_ACTIVE', 1500, 1400), asWritten: true }],
  });
  const { contradictions, objectives, term } = await contractOf(practice, id);
  expect(contradictions.map(({ code }) => code).toSorted()).toEqual([
    'objective_below_start',
    'start_before_signature',
    'term_not_of_rule',
    'text_corrected',
  ]);
  expect(objectives.find(({ metric }) => metric === 'FILE_ACTIVE')?.target.value).toBe(1400);
  expect(term).toMatchObject({ value: '2029-08-31', origin: 'typed', ruleValue: '2029-08-25' });
});

test('le texte corrigé à la main décide des montants, et le dit', async () => {
  const id = await register(practice, {
    doctorId: await freshDoctor(),
    ruleSet: 'RA-2023',
    tier: 'STANDARD',
    signedOn: '2024-06-24',
    startsOn: '2024-07-01',
  });
  const contract = await contractOf(practice, id);
  expect(yearOf(contract, 1).full.value).toBe(3_600_000);
  expect(yearOf(contract, 1).payments[0]).toMatchObject({ state: 'day_unknown' });
  expect(contract.contradictions[0]?.words).toMatch(/Règlement arbitral de 2023.*Convention médicale de 2024/);
});

test('un avenant change l’option des années qui le suivent', async () => {
  const id = await register(practice, { doctorId: await freshDoctor(), option: 'ETP_1_2', tier: 'STANDARD' });
  await practice.doctor.aid.saveEvent({
    ...key(),
    ...event({ contractId: id, kind: 'AVENANT', onDay: '2026-07-01', option: 'ETP_1' }),
  });
  const { years } = await contractOf(practice, id);
  expect(years.map(({ full }) => full.value)).toEqual([1_900_000, 1_400_000, 2_200_000, 2_200_000, 2_200_000]);
  expect(years.map(({ option }) => option)).toEqual(['ETP_1_2', 'ETP_1_2', 'ETP_1', 'ETP_1', 'ETP_1']);
  const letter = event({ contractId: id, kind: 'LETTER_SENT', onDay: '2026-07-01', option: 'ETP_1' });
  expect((await problemsOf(practice.doctor.aid.saveEvent({ ...key(), ...letter })))[0]?.message).toMatch(
    /Seul un avenant/,
  );
});

test('deux personnes sur le même champ : les deux valeurs sont montrées', async () => {
  const id = await register(practice, { doctorId: await freshDoctor() });
  const { client } = await practice.join('gestionnaire', ['Odile', 'Perrin']);
  await client.aid.update({ ...key(), id, base: { number: null }, change: { number: '2024-1' } });
  await practice.doctor.aid.update({
    ...key(),
    id,
    base: { cpam: 'CPAM de Meurthe-et-Moselle' },
    change: { cpam: 'CPAM de Moselle' },
  });
  const late = practice.doctor.aid.update({ ...key(), id, base: { number: null }, change: { number: '2024-2' } });
  // The author of that field, whoever wrote another field of the contract since.
  await expect(late).rejects.toMatchObject({
    code: 'EDIT_CONFLICT',
    data: { conflicts: [{ field: 'number', mine: '2024-2', theirs: '2024-1', by: 'Odile Perrin' }] },
  });
  expect((await contractOf(practice, id)).fields).toMatchObject({ number: '2024-1', cpam: 'CPAM de Moselle' });
});

test('le retrait d’un contrat s’annule avec tout ce qui en dépend, pièces comprises', async () => {
  const id = await register(practice, {
    doctorId: await freshDoctor(),
    objectives: [objective('FILE_ACTIVE', 1500, 1700)],
    payments: [payment('RECEIVED', 1, 3_800_000, '2024-10-28')],
  });
  const [received] = (await contractOf(practice, id)).payments;
  const uploadId = await sendFile(practice, inventedPdf());
  const proof = { kind: 'PAYMENT_PROOF', aboutKind: 'aid_payment', aboutId: received?.id ?? '', onDay: null } as const;
  await practice.doctor.documents.add({ ...key(), uploadId, name: 'relevé.pdf', ...proof });
  const before = await contractOf(practice, id);
  expect(before.payments[0]?.proofs).toBe(1);
  await practice.doctor.aid.remove({ ...key(), id });
  expect(await refusalOf(contractOf(practice, id))).toBe('NOT_FOUND');
  const last = await practice.doctor.session.undoable({});
  await practice.doctor.session.undo({ ...key(), seq: last?.seq ?? 0 });
  expect(await contractOf(practice, id)).toEqual(before);
});

test('un contrat renouvelé ne se retire pas, et ne se renouvelle pas deux fois', async () => {
  const doctorId = await freshDoctor();
  const old = await register(practice, {
    doctorId,
    ruleSet: 'AV7-2019',
    signedOn: '2020-01-06',
    startsOn: '2020-01-06',
  });
  const next = { doctorId, signedOn: '2025-01-06', startsOn: '2025-01-06', renewsId: old };
  await register(practice, next);
  expect(await refusalOf(practice.doctor.aid.remove({ ...key(), id: old }))).toBe('IN_USE');
  const problems = await problemsOf(
    practice.doctor.aid.register({ ...key(), ...signed({ ...next, startsOn: '2031-01-06', signedOn: '2031-01-06' }) }),
  );
  expect(problems.some(({ message }) => /déjà renouvelé/.test(message))).toBe(true);
});

test('ce qui n’existe pas est refusé comme tel', async () => {
  const ghost = randomUUID();
  expect(await refusalOf(contractOf(practice, ghost))).toBe('NOT_FOUND');
  expect(await refusalOf(practice.doctor.aid.register({ ...key(), ...signed({ doctorId: ghost }) }))).toBe('NOT_FOUND');
  expect(await refusalOf(practice.doctor.aid.removePayment({ ...key(), id: ghost }))).toBe('NOT_FOUND');
  const id = await register(practice, { doctorId: await freshDoctor() });
  const stray = { id: ghost, contractId: id, ...payment('EXPECTED', 1, 100, null) };
  expect(await refusalOf(practice.doctor.aid.savePayment({ ...key(), ...stray }))).toBe('NOT_FOUND');
});

test.each([
  ['gestionnaire', 'accepté', 'accepté'],
  ['assistant', 'NOT_ALLOWED', 'NOT_ALLOWED'],
  ['secretaire', 'NOT_ALLOWED', 'NOT_ALLOWED'],
  ['remplacant', 'NOT_ALLOWED', 'NOT_ALLOWED'],
] as const)('%s : lire %s, enregistrer %s', async (role, reads, writes) => {
  const { client } = await practice.join(role, ['Camille', role]);
  const doctorId = await freshDoctor();
  expect(await refusalOf(client.aid.contracts({}))).toBe(reads);
  expect(await refusalOf(client.aid.register({ ...key(), ...signed({ doctorId }) }))).toBe(writes);
  expect(doctorOf(practice)).not.toBe(doctorId);
});

test('l’éligibilité cite la ligne du profil qui manque', async () => {
  const doctorId = await freshDoctor();
  const bare = await practice.doctor.aid.eligibility({
    doctorId,
    day: '2026-11-17',
    option: 'ETP_1',
    newlyInstalled: null,
  });
  expect(bare).toMatchObject({ profileFrom: null, verdict: { outcome: 'undetermined' } });
  expect(bare.missing.map(({ gesture, field }) => `${gesture} ${field}`)).toEqual(
    expect.arrayContaining(['profile sector', 'profile speciality']),
  );
  await generalist(practice, doctorId, { sector: 'SECTEUR_2' });
  const said = await practice.doctor.aid.eligibility({
    doctorId,
    day: '2026-11-17',
    option: 'ETP_1',
    newlyInstalled: null,
  });
  expect(said.conditions.find((one) => one.id === 'sector')?.verdict.outcome).toBe('not_met');
  expect(said.missing.map(({ gesture, field }) => `${gesture} ${field}`)).toContain('count PMT_ADULT_AND_CHILD');
});
