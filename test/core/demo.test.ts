import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { checkNir, checkRpps, MATRICULE_OIDS } from '#shared/rules/identity/index.ts';
import { checkPassphrase } from '#shared/domain/passphrase.ts';
import { createCore, type Core } from '#electron/core/create-core.ts';
import { prepareDemo, refuseMixedFolder } from '#electron/features/demo/index.ts';
import { fixedClock } from '#electron/platform/clock.ts';
import { createLog } from '#electron/platform/log.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { clientOf, foundTestPractice, tempDir, testScrypt } from '../support/practice.ts';

const phrase = 'Cerisier-7 en fleurs';
const small = { patients: 150, historyDays: 40 };
const folders: string[] = [];
const cores: Core[] = [];

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
];

afterEach(async () => {
  for (const core of cores.splice(0)) await core.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface DemoOptions {
  seed?: string;
  size?: { patients: number; historyDays: number };
  dataDir?: string;
}

/** A demonstration made at this instant, opened as Odile Perrin, secretary. */
async function openDemo(at: string, options: DemoOptions = {}) {
  const dataDir = options.dataDir ?? tempDir();
  folders.push(dataDir);
  const clock = fixedClock(at);
  await prepareDemo({ size: small, scrypt: testScrypt, ...options, dataDir, clock });
  const core = createCore({ dataDir, version: 'essai', demo: true, clock, log: createLog({ silent: true }) });
  cores.push(core);
  const client = clientOf(core);
  const { tiles } = await client.vault.state({});
  await client.vault.signIn({ accountId: tiles.find((tile) => tile.role === 'secretaire')?.accountId ?? '', phrase });
  const rows = async (table: keyof Schema) =>
    (
      await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by 1, 2`.execute(
        core.practice.requireOpen().reader,
      )
    ).rows;
  return { core, client, tiles, clock, dataDir, rows };
}

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
