import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { checkNir, checkRpps, MATRICULE_OIDS } from '#shared/rules/identity/index.ts';
import { checkPassphrase } from '#shared/domain/passphrase.ts';
import { prepareDemo, refuseMixedFolder } from '#electron/features/demo/index.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import { closeDemos, folders, openDemo, phrase, small } from '../support/demo.ts';
import { foundTestPractice } from '../support/practice.ts';

/** Business tables, in their order; journal, keys and openings differ from one run to the next. */
const tables = [
  ...([
    'practice',
    'doctor',
    'room',
    'reason',
    'account',
    'patient',
    'patient_token',
    'patient_block',
    'patient_word',
  ] as const),
  ...(['alert_item', 'visit', 'stage_passage', 'observation', 'preparation', 'finalise_item'] as const),
  ...(['doctor_profile', 'assistant', 'employment', 'work_time', 'employment_share', 'absence', 'document'] as const),
  ...(['training', 'training_module', 'training_day', 'aid_contract', 'aid_contract_assistant'] as const),
  ...(['aid_objective', 'aid_event', 'aid_year', 'aid_payment', 'official_count', 'setting'] as const),
];

afterEach(closeDemos);

type Demo = Awaited<ReturnType<typeof openDemo>>;

async function digestOf({ rows }: Demo): Promise<string> {
  const digest = createHash('sha256');
  for (const table of tables) {
    const skip = table === 'account' ? ['last_sign_in_at', 'last_post_id'] : [];
    const lines = (await rows(table)).map((row) =>
      JSON.stringify(Object.entries(row).filter(([column]) => !skip.includes(column))),
    );
    digest.update(lines.sort().join('\n'));
  }
  return digest.digest('hex');
}

describe('le cabinet de démonstration', () => {
  test('même jour, même heure, même graine : les mêmes lignes ; une autre graine : d’autres', async () => {
    const first = await digestOf(await openDemo('2026-11-17T09:20:00Z'));
    expect(await digestOf(await openDemo('2026-11-17T09:20:00Z'))).toBe(first);
    expect(await digestOf(await openDemo('2026-11-17T09:20:00Z', { seed: 'autre' }))).not.toBe(first);
  });

  test('les dossiers et le passé ne dépendent pas de l’heure', async () => {
    const morning = await openDemo('2026-11-17T07:20:00Z');
    const evening = await openDemo('2026-11-17T19:40:00Z');
    expect(await evening.rows('patient')).toEqual(await morning.rows('patient'));
    const past = async (demo: Demo) => (await demo.rows('visit')).filter((row) => String(row['day']) < '2026-11-17');
    expect(await past(evening)).toEqual(await past(morning));
    expect((await past(morning)).length).toBeGreaterThan(500);
  });

  test('3 médecins, 2 assistants, 1 secrétaire, 1 gestionnaire, 1 remplaçant parti, 1 200 patients', async () => {
    const demo = await openDemo('2026-11-17T09:20:00Z', { size: { patients: 1200, historyDays: 5 } });
    const roles = Map.groupBy(
      await demo.rows('account'),
      (row) => `${String(row['role'])}${row['closed_at'] === null ? '' : ' parti'}`,
    );
    expect(Object.fromEntries([...roles].map(([role, rows]) => [role, rows.length]))).toEqual({
      medecin: 3,
      assistant: 2,
      secretaire: 1,
      gestionnaire: 1,
      'remplacant parti': 1,
    });
    expect(demo.tiles.every((tile) => tile.hasPhrase)).toBe(true);
    expect(demo.tiles).toHaveLength(7);
    expect(
      checkPassphrase(
        phrase,
        demo.tiles.flatMap((tile) => tile.displayName.split(' ')),
      ),
    ).toEqual({ ok: true });
    const patients = await demo.rows('patient');
    expect(patients).toHaveLength(1200);
    const count = (name: string) => patients.filter((row) => row['birth_name'] === name).length;
    for (const name of ['MARTIN', 'BERNARD', 'PETIT']) expect(count(name), name).toBeGreaterThan(5);
    expect(patients.filter((row) => row['homonym'] === 1).length).toBeGreaterThanOrEqual(2);
    for (const doctor of await demo.rows('doctor')) expect(checkRpps(String(doctor['rpps'])).state).toBe('ok');
  });

  test('identités qualifiées sous l’OID de démonstration, numéros à la clé juste et de personne', async () => {
    const patients = await (
      await openDemo('2026-11-17T09:20:00Z', { size: { patients: 600, historyDays: 5 } })
    ).rows('patient');
    const qualified = patients.filter((row) => row['identity_status'] === 'QUAL');
    expect(qualified.length).toBeGreaterThan(200);
    expect(new Set(qualified.map((row) => row['matricule_oid']))).toEqual(new Set([MATRICULE_OIDS.DEMO]));
    expect(patients.filter((row) => row['matricule'] !== null && row['matricule_oid'] !== MATRICULE_OIDS.DEMO)).toEqual(
      [],
    );
    expect(new Set(qualified.map((row) => row['matricule'])).size).toBe(qualified.length);
    for (const row of qualified) {
      const check = checkNir(String(row['matricule']), {
        sex: row['sex'] as 'F',
        birthDate: String(row['birth_day']),
        birthPlace: String(row['birth_place_code']),
      });
      expect(check.state).toBe('accepted');
      expect(
        check.marks.map((mark) => mark.state),
        String(row['matricule']),
      ).toEqual(['ok', 'ok', 'ok', 'ok']);
    }
    // No department of mainland France has a commune numbered 990 or more.
    for (const row of patients)
      for (const nir of [row['matricule'], row['insured_nir']])
        if (nir !== null) expect(String(nir).slice(7, 9)).toBe('99');
  });

  test('téléphones des plages réservées à la fiction, adresses électroniques d’exemple, cabinet inventé', async () => {
    const demo = await openDemo('2026-11-17T09:20:00Z', { size: { patients: 600, historyDays: 5 } });
    const patients = await demo.rows('patient');
    const phones = patients
      .flatMap((row) => [row['phone_mobile'], row['phone_other']])
      .filter((phone) => phone !== null);
    expect(phones.length).toBeGreaterThan(500);
    for (const phone of phones) expect(String(phone)).toMatch(/^(019900|026191|035301|046571|053649|063998)\d{4}$/);
    for (const row of patients) if (row['email'] !== null) expect(String(row['email'])).toMatch(/@example\.org$/);
    const [practice] = await demo.rows('practice');
    expect(practice).toMatchObject({ finess: null, phone: expect.stringMatching(/^035301/) as string });
    for (const doctor of await demo.rows('doctor')) expect(String(doctor['rpps'])).toMatch(/^99/);
  });

  test.each([
    ['un dimanche matin', '2026-11-22T09:20:00Z', '2026-11-22'],
    ['le 1er janvier', '2027-01-01T14:00:00Z', '2027-01-01'],
    ['tard le soir', '2026-11-17T22:50:00Z', '2026-11-17'],
    ['juste après minuit', '2026-11-16T23:06:00Z', '2026-11-17'],
  ])('la journée tourne autour de l’heure : %s', async (_name, at, day) => {
    const demo = await openDemo(at);
    const visits = (await demo.rows('visit')).filter((row) => row['day'] === day);
    const now = demo.clock.now();
    for (const stage of ['left', 'finalise', 'consultation', 'ready', 'preparation', 'waiting', 'expected']) {
      expect(visits.filter((row) => row['stage'] === stage).length, stage).toBeGreaterThanOrEqual(1);
    }
    const instants = visits.flatMap((row) =>
      ['arrived_at', 'preparation_at', 'ready_at', 'consultation_at', 'finalise_at', 'left_at', 'stage_at'].map(
        (column) => row[column],
      ),
    );
    expect(instants.filter((instant) => instant !== null && String(instant) > now)).toEqual([]);
    for (const row of visits.filter((one) => one['stage'] === 'waiting')) {
      const waited = demo.clock.millis() - Temporal.Instant.from(String(row['arrived_at'])).epochMilliseconds;
      expect(waited).toBeLessThan(45 * 60_000);
    }
  });

  test('gardée dans l’heure, refaite le lendemain', async () => {
    const demo = await openDemo('2026-11-17T09:20:00Z');
    await demo.core.close();
    const before = readFileSync(join(demo.dataDir, 'coffre.json'), 'utf8');
    await prepareDemo({ dataDir: demo.dataDir, clock: fixedClock('2026-11-17T10:20:00Z'), size: small });
    expect(readFileSync(join(demo.dataDir, 'coffre.json'), 'utf8')).toBe(before);
    const next = await openDemo('2026-11-18T09:20:00Z', { dataDir: demo.dataDir });
    expect(
      (await next.rows('visit')).some((row) => row['day'] === '2026-11-18' && row['stage'] === 'consultation'),
    ).toBe(true);
  });
});

describe('l’employeur de démonstration', () => {
  test.each([
    ['le premier du mois', '2026-11-01T09:20:00Z'],
    ['un mardi', '2026-11-17T09:24:00Z'],
    ['le 31 décembre', '2026-12-31T16:00:00Z'],
    ['un 29 février', '2028-02-29T09:00:00Z'],
    ['dans cinq ans', '2031-07-14T09:00:00Z'],
  ])('un contrat en 3e année, sans fait contradictoire, %s', async (_name, at) => {
    const { client, clock } = await openDemo(at, {}, 'medecin');
    const { contracts } = await client.aid.contracts({});
    const views = await Promise.all(contracts.map(({ id }) => client.aid.contract({ id })));
    expect(views.flatMap(({ contradictions }) => contradictions.map(({ words }) => words))).toEqual([]);
    expect(views.flatMap(({ years }) => years.flatMap(({ differences }) => differences))).toEqual([]);
    const lemoine = views.find(({ doctors }) => doctors.some(({ name }) => name.endsWith('Lemoine')));
    const today = clock.today();
    const running = lemoine?.years.find(({ start, end }) => (start.value ?? '') <= today && today <= (end.value ?? ''));
    expect(running?.contractYear).toBe(3);
    const { assistants } = await client.employer.assistants({ day: today });
    expect(assistants.map(({ familyName }) => familyName).sort()).toEqual(['Ferrand', 'Masson', 'Thévenin']);
    expect(assistants.flatMap(({ contradictions }) => contradictions)).toEqual([]);
    const trainings = (await client.training.list({})).assistants;
    expect(trainings.flatMap(({ contradictions }) => contradictions)).toEqual([]);
    expect(trainings.map(({ assistant, training }) => [assistant.familyName, training?.facts.route])).toEqual([
      ['Ferrand', 'FAE'],
      ['Thévenin', 'CQP'],
    ]);
  });

  test('les règles y trouvent de quoi répondre, et ce qui manque', async () => {
    const { client, rows, clock } = await openDemo('2026-11-17T09:24:00Z', {}, 'medecin');
    const [lemoine] = (await rows('aid_contract')).filter((row) => row['number'] === '2024-54-0112');
    const view = await client.aid.contract({ id: String(lemoine?.['id']) });
    expect(view.conditions.map(({ verdict }) => verdict.outcome)).not.toContain('not_met');
    expect(view.years.map(({ due }) => due.value)).toEqual([36_000_00, 28_000_00, 16_500_00, 16_500_00, null]);
    expect(view.years.slice(0, 3).every(({ state }) => state === 'paid')).toBe(true);
    expect(view.missing.length).toBeGreaterThan(0);
    const { deadlines } = await client.deadlines.list({});
    expect(deadlines.some(({ kind, day }) => kind === 'TRAINING_ENROL' && (day ?? '') > clock.today())).toBe(true);
  });

  test('ses pièces se rouvrent telles qu’elles sont notées', async () => {
    const { client } = await openDemo('2026-11-17T09:24:00Z', {}, 'medecin');
    const { documents } = await client.documents.list({ about: null });
    expect(documents.length).toBeGreaterThan(20);
    for (const { id, fingerprint, size } of documents) {
      const content = Buffer.from((await client.documents.read({ id })).bytes, 'base64');
      expect(content.byteLength).toBe(size);
      expect(createHash('sha256').update(content).digest('hex')).toBe(fingerprint);
      expect(content.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
  });

  test('l’année glissante de la file active est couverte', async () => {
    const demo = await openDemo('2026-11-17T09:24:00Z', { size: { patients: 150, historyDays: 400 } }, 'medecin');
    for (const doctor of await demo.rows('doctor')) {
      const view = await demo.client.counters.view({ doctorId: String(doctor['id']), metric: 'FA', day: null });
      expect(view.coverage?.state).toBe('covered');
      expect(view.own.value).toBeGreaterThan(50);
    }
  });

  test('une démonstration refaite ne garde pas les pièces de l’ancienne', async () => {
    const files = (dataDir: string) => readdirSync(join(dataDir, 'documents'), { recursive: true }).map(String).sort();
    const demo = await openDemo('2026-11-17T09:24:00Z', {}, 'medecin');
    await demo.core.close();
    const before = files(demo.dataDir);
    const next = await openDemo('2026-11-18T09:24:00Z', { dataDir: demo.dataDir }, 'medecin');
    expect(files(demo.dataDir).filter((name) => name.endsWith('.prd') && before.includes(name))).toEqual([]);
    expect((await next.client.documents.list({ about: null })).documents.length).toBeGreaterThan(20);
  });
});

describe('la démonstration et un vrai cabinet', () => {
  test('un dossier qui contient un cabinet est refusé et reste intact', async () => {
    const practice = await foundTestPractice();
    folders.push(practice.dataDir);
    await practice.core.close();
    const content = () =>
      readdirSync(practice.dataDir).map((name) => [
        name,
        readFileSync(join(practice.dataDir, name)).toString('base64'),
      ]);
    const before = content();
    await expect(prepareDemo({ dataDir: practice.dataDir, clock: practice.clock, size: small })).rejects.toThrow(
      'Ce dossier contient les données d’un cabinet',
    );
    expect(content()).toEqual(before);
  });

  test('une base sans son coffre est refusée aussi', async () => {
    const practice = await foundTestPractice();
    folders.push(practice.dataDir);
    await practice.core.close();
    rmSync(join(practice.dataDir, 'coffre.json'));
    await expect(prepareDemo({ dataDir: practice.dataDir, clock: practice.clock, size: small })).rejects.toThrow(
      'coffre.json',
    );
    expect(existsSync(join(practice.dataDir, 'cabinet.db'))).toBe(true);
  });

  test('un vrai cabinet ne s’ouvre pas dans le dossier de la démonstration', async () => {
    const demo = await openDemo('2026-11-17T09:20:00Z');
    expect(() => refuseMixedFolder(demo.dataDir, false)).toThrow('Ajouter --demo');
    expect(() => refuseMixedFolder(demo.dataDir, true)).not.toThrow();
  });
});
