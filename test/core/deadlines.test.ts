import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeadlineKind } from '#shared/domain/deadlines.ts';
import { aidContract, hired, writeRows } from '../support/employer-rows.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';

let practice: TestPractice;
beforeEach(async () => {
  practice = await foundTestPractice();
});
afterEach(() => practice.close());

/** What is due at 9 in the morning of a day. */
async function dueOn(day: string, ...kinds: DeadlineKind[]) {
  practice.clock.set(`${day}T08:00:00Z`);
  const { deadlines } = await practice.doctor.deadlines.list({});
  return deadlines.filter(({ kind }) => kinds.includes(kind));
}
const told = (list: Awaited<ReturnType<typeof dueOn>>) => list.map(({ day, state, when }) => [day, state, when]);

describe('formation', () => {
  test('l’échéance de 24 mois : à plus de trois mois, la veille, le jour, le lendemain', async () => {
    await hired(practice, '2025-03-03');
    expect(told(await dueOn('2026-11-17', 'TRAINING_COMPLETE'))).toEqual([
      ['2027-03-03', 'ahead', 'dans 106\u00a0jours'],
    ]);
    expect(told(await dueOn('2027-03-02', 'TRAINING_COMPLETE'))).toEqual([['2027-03-03', 'due', 'dans 1\u00a0jour']]);
    expect(told(await dueOn('2027-03-03', 'TRAINING_COMPLETE'))).toEqual([['2027-03-03', 'due', 'aujourd’hui']]);
    expect(told(await dueOn('2027-03-04', 'TRAINING_COMPLETE'))).toEqual([
      ['2027-03-03', 'late', 'en retard de 1\u00a0jour'],
    ]);
  });

  test('au loin jusqu’à trois mois, proche ensuite : un an avant n’a rien de pressant', async () => {
    await hired(practice, '2025-03-03');
    expect(told(await dueOn('2026-03-04', 'TRAINING_COMPLETE'))[0]?.[1]).toBe('ahead');
    expect(told(await dueOn('2026-12-02', 'TRAINING_COMPLETE'))[0]?.[1]).toBe('ahead');
    expect(told(await dueOn('2026-12-03', 'TRAINING_COMPLETE'))[0]?.[1]).toBe('due');
    expect(told(await dueOn('2026-12-04', 'TRAINING_COMPLETE'))[0]?.[1]).toBe('due');
  });

  test('une fois certifié, l’échéance disparaît et la pièce manquante la remplace', async () => {
    const assistantId = await hired(practice, '2025-03-03');
    await practice.doctor.training.save({
      ...key(),
      assistantId,
      trainingId: null,
      base: null,
      value: {
        route: 'FAE',
        body: null,
        certification: null,
        registeredOn: '2025-09-01',
        startedOn: '2025-09-15',
        plannedEnd: null,
        examOn: null,
        certifiedOn: '2026-06-30',
        abandonedOn: null,
        sessionMonths: null,
        positioningOn: null,
        otherMinutes: null,
        proofSentOn: '2026-07-02',
        levelFour: null,
        experienceYears: null,
        vaeHours: null,
        vaeApplications: [],
        given: { start: null, complete: null },
      },
    });
    expect(await dueOn('2026-11-17', 'TRAINING_COMPLETE', 'TRAINING_START', 'TRAINING_ENROL')).toEqual([]);
    const proofs = await dueOn('2026-11-17', 'PROOF');
    expect(proofs.map(({ title }) => title)).toContain('Certificat (CQP ou FAE), pièce à joindre');
    expect(proofs.every(({ state, day }) => state === 'open' && day === null)).toBe(true);
  });
});

describe('contrat d’aide', () => {
  const doctorId = () => practice.doctorIds[0] ?? '';
  const signed = async (fields: Parameters<typeof aidContract>[0]) => {
    const row = aidContract({ doctor_id: doctorId(), ...fields });
    await writeRows(practice, 'aid_contract', [row]);
    return row.id;
  };

  test('le bilan annuel est dû la veille de l’anniversaire, puis celui de l’année suivante', async () => {
    await signed({ starts_on: '2024-03-04' });
    const review = async (day: string) => (await dueOn(day, 'AID_REVIEW')).map((one) => [one.title, one.day]);
    expect(await review('2027-03-02')).toEqual([['Bilan annuel à déposer, 3e année', '2027-03-03']]);
    expect(await review('2027-03-03')).toEqual([['Bilan annuel à déposer, 3e année', '2027-03-03']]);
    expect(await review('2027-03-04')).toEqual([['Bilan annuel à déposer, 4e année', '2028-03-03']]);
  });

  test('le terme : la veille, le jour, puis une suite à noter', async () => {
    await signed({ starts_on: '2024-03-04' });
    expect(told(await dueOn('2029-03-02', 'AID_END'))).toEqual([['2029-03-03', 'due', 'dans 1\u00a0jour']]);
    expect(told(await dueOn('2029-03-03', 'AID_END'))).toEqual([['2029-03-03', 'due', 'aujourd’hui']]);
    const [after] = await dueOn('2029-03-04', 'AID_END');
    expect([after?.state, after?.title]).toEqual(['late', 'Contrat d’aide arrivé à son terme, suite à noter']);
  });

  test('un contrat repris par un autre ne réclame plus sa suite', async () => {
    const id = await signed({ starts_on: '2021-03-04', rule_set: 'AV7-2019' });
    await signed({ starts_on: '2026-03-04', rule_set: 'CONV-2024', renews_id: id });
    expect((await dueOn('2026-11-17', 'AID_END')).map(({ day }) => day)).toEqual(['2031-03-03']);
  });

  test('un versement attendu s’efface quand il est reçu, pas quand il est notifié', async () => {
    const id = await signed({ starts_on: '2026-10-05', rule_set: 'CONV-2024' });
    const first = async () =>
      (await dueOn('2026-11-17', 'AID_PAYMENT'))
        .filter(({ title }) => title.includes('1re'))
        .map(({ day, state }) => [day, state]);
    expect(await first()).toEqual([['2026-11-05', 'late']]);
    const payment = { contract_id: id, contract_year: 1, rank: null, words: null, version: 1 };
    await writeRows(practice, 'aid_payment', [
      { ...payment, id: randomUUID(), kind: 'NOTIFIED', amount_cents: 3_800_000, on_day: '2026-10-20' },
    ]);
    expect(await first()).toEqual([['2026-11-05', 'late']]);
    await writeRows(practice, 'aid_payment', [
      { ...payment, id: randomUUID(), kind: 'RECEIVED', amount_cents: 3_800_000, on_day: '2026-11-02' },
    ]);
    expect(await first()).toEqual([]);
  });

  test('35 h pour un mi-temps suffisent, 17 h non', async () => {
    const contractId = await signed({ starts_on: '2026-03-04', rule_set: 'CONV-2024', option: 'ETP_1_2' });
    const assistantId = await hired(practice, '2026-03-04', { hours: 17 });
    await writeRows(practice, 'aid_contract_assistant', [
      {
        id: randomUUID(),
        contract_id: contractId,
        assistant_id: assistantId,
        from_day: '2026-03-04',
        to_day: null,
        version: 1,
      },
    ]);
    const [short] = await dueOn('2026-11-17', 'WORK_TIME');
    expect(short?.why.reasons[0]?.words).toMatch(/il en faut 17,5\sh/u);
    const { assistants } = await practice.doctor.employer.assistants({ day: '2026-11-17' });
    await practice.doctor.employer.addWorkTime({
      ...key(),
      employmentId: assistants[0]?.employments[0]?.id ?? '',
      fromDay: '2026-11-18',
      weeklyMinutes: 35 * 60,
    });
    expect(await dueOn('2026-11-17', 'WORK_TIME')).toHaveLength(1);
    expect(await dueOn('2026-11-18', 'WORK_TIME')).toEqual([]);
  });

  test('un relevé par compteur et par année de contrat ; celui d’il y a un an ne suffit plus', async () => {
    await signed({ starts_on: '2024-03-04' });
    const counts = async (day: string) => (await dueOn(day, 'OFFICIAL_COUNT')).map((one) => [one.title, one.day]);
    const pmt = 'Relevé officiel de patientèle médecin traitant à saisir';
    const fa = 'Relevé officiel de file active à saisir';
    // Rien de saisi : l’année close le 03/03/2026 est demandée d’abord.
    expect(await counts('2026-11-17')).toEqual([
      [fa, '2026-03-03'],
      [pmt, '2026-03-03'],
    ]);
    const count = { doctor_id: doctorId(), value: 1_236, population: null, version: 1 };
    await writeRows(practice, 'official_count', [{ ...count, id: randomUUID(), metric: 'PMT', on_day: '2025-12-31' }]);
    expect(await counts('2026-11-17')).toEqual([
      [fa, '2026-03-03'],
      [pmt, '2027-03-03'],
    ]);
    await writeRows(practice, 'official_count', [{ ...count, id: randomUUID(), metric: 'PMT', on_day: '2026-12-31' }]);
    expect(await counts('2027-01-10')).toEqual([[fa, '2026-03-03']]);
  });

  test('un contrat contradictoire demande à être vérifié, il ne se cache pas', async () => {
    const id = await signed({ starts_on: '2024-03-04' });
    const event = { contract_id: id, kind: 'SUSPENSION', assistant_id: null, words: null, version: 1 };
    const changes = { rule_set: null, option: null, tier: null, funded_etp: null };
    await writeRows(practice, 'aid_event', [
      { ...event, ...changes, id: randomUUID(), on_day: '2025-01-01', to_day: '2025-03-31' },
      { ...event, ...changes, id: randomUUID(), on_day: '2025-03-01', to_day: '2025-04-30' },
    ]);
    const [odd] = await dueOn('2026-11-17', 'AID_CONTRADICTION');
    expect(odd?.why.reasons[0]?.words).toMatch(/se chevauchent/u);
    // Ses autres dates restent indéterminées, jamais inventées.
    expect((await dueOn('2026-11-17', 'AID_REVIEW', 'AID_END')).map(({ day }) => day)).toEqual([null, null]);
  });
});

describe('absence', () => {
  test('60 jours : rien de dû au soixantième, la CPAM à prévenir ensuite, la suspension après trois mois', async () => {
    const assistantId = await hired(practice, '2025-03-03');
    await practice.doctor.employer.addAbsence({
      ...key(),
      assistantId,
      kind: 'ILLNESS',
      fromDay: '2026-09-01',
      toDay: null,
      replaced: false,
      note: null,
    });
    // Du 01/09 au 30/10 inclus : 60 jours. Le 31/10 est le premier jour au-delà ; le 01/12 ouvre la suspension.
    expect(told(await dueOn('2026-10-30', 'ABSENCE_TELL'))).toEqual([['2026-10-31', 'due', 'dans 1\u00a0jour']]);
    expect(told(await dueOn('2026-10-31', 'ABSENCE_TELL'))).toEqual([['2026-10-31', 'due', 'aujourd’hui']]);
    expect(told(await dueOn('2026-11-01', 'ABSENCE_TELL'))).toEqual([
      ['2026-10-31', 'late', 'en retard de 1\u00a0jour'],
    ]);
    expect((await dueOn('2026-11-30', 'ABSENCE_LONG')).map(({ day }) => day)).toEqual(['2026-12-01']);
  });

  test('une absence courte, ou des congés, ne demandent rien', async () => {
    const assistantId = await hired(practice, '2025-03-03');
    const absence = { assistantId, replaced: false, note: null } as const;
    await practice.doctor.employer.addAbsence({
      ...key(),
      ...absence,
      kind: 'ILLNESS',
      fromDay: '2026-09-01',
      toDay: '2026-10-30',
    });
    expect(await dueOn('2026-11-17', 'ABSENCE_TELL', 'ABSENCE_LONG')).toEqual([]);
  });
});

describe('liste et fichier d’agenda', () => {
  test('un CDD finit : la veille et le jour, puis plus rien', async () => {
    await hired(practice, '2026-01-05', { endDay: '2026-12-31' });
    expect((await dueOn('2026-12-30', 'EMPLOYMENT_END')).map(({ when }) => when)).toEqual(['dans 1\u00a0jour']);
    expect((await dueOn('2026-12-31', 'EMPLOYMENT_END')).map(({ when }) => when)).toEqual(['aujourd’hui']);
    expect(await dueOn('2027-01-01', 'EMPLOYMENT_END')).toEqual([]);
  });

  test('en retard d’abord, puis par date, puis sans date ; chaque ligne dit pourquoi', async () => {
    await writeRows(practice, 'aid_contract', [
      aidContract({ doctor_id: practice.doctorIds[0] ?? '', starts_on: '2024-03-04' }),
    ]);
    await hired(practice, '2024-03-04');
    const { deadlines } = await practice.doctor.deadlines.list({});
    const order = ['late', 'due', 'ahead', 'open'];
    const dated = deadlines.filter(({ day }) => day !== null).map(({ day }) => day ?? '');
    expect(deadlines.length).toBeGreaterThan(5);
    expect(deadlines.findIndex(({ state }) => state === 'open')).toBe(dated.length);
    expect(order.indexOf(deadlines[0]?.state ?? 'open')).toBe(0);
    expect(dated.toSorted()).toEqual(dated);
    for (const { why } of deadlines) {
      const steps = 'steps' in why ? why.steps.length : 0;
      expect(steps + why.reasons.length + why.parameters.length).toBeGreaterThan(0);
    }
    expect(new Set(deadlines.map(({ id }) => id)).size).toBe(deadlines.length);
  });

  test('le fichier .ics : CRLF, 75 octets, identifiants stables, rappels, ni nom d’employé ni motif d’absence', async () => {
    const assistantId = await hired(practice, '2025-03-03');
    await practice.doctor.employer.addAbsence({
      ...key(),
      assistantId,
      kind: 'ILLNESS',
      fromDay: '2026-09-01',
      toDay: null,
      replaced: null,
      note: 'arrêt',
    });
    const { fileName, text } = await practice.doctor.deadlines.calendar({});
    expect(fileName).toBe('echeances-2026-11-17.ics');
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll('\r\n ', '');
    const uids = [...unfolded.matchAll(/^UID:(.*)\r$/gmu)].map(([, uid]) => uid);
    expect(uids.length).toBeGreaterThan(2);
    expect(unfolded).toContain('DTSTAMP:20261117T070000Z');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20270303');
    expect(unfolded).toContain('TRIGGER:-P29DT16H');
    expect(unfolded).not.toMatch(/Ferrand|Nadia|absence|maladie|arrêt/iu);
    expect(unfolded).toContain('N. F.');
    practice.clock.advance(24 * 3_600_000);
    const next = await practice.doctor.deadlines.calendar({});
    expect([...next.text.replaceAll('\r\n ', '').matchAll(/^UID:(.*)\r$/gmu)].map(([, uid]) => uid)).toEqual(uids);
  });

  test('le gestionnaire et le médecin la lisent ; l’assistant et la secrétaire non', async () => {
    const manager = await practice.join('gestionnaire', ['Hélène', 'Vautrin']);
    const assistant = await practice.join('assistant');
    const desk = await practice.join('secretaire', ['Paul', 'Morel']);
    expect((await manager.client.deadlines.list({})).day).toBe('2026-11-17');
    expect(await refusalOf(assistant.client.deadlines.list({}))).toBe('NOT_ALLOWED');
    expect(await refusalOf(desk.client.deadlines.calendar({}))).toBe('NOT_ALLOWED');
  });
});
