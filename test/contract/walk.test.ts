import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { topics } from '#shared/contract/procedure.ts';
import { can, permissions, roles, type Role } from '#shared/permissions/roles.ts';
import { clientOf, foundTestPractice, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { callOf, procedures } from './procedures.ts';

// Refusals, for every procedure of the contract. What a command does is in commands.test.ts.
const english = /\b(?:invalid|expected|received|required|must|unrecognized|too (?:small|big)|failed|error)\b/i;

let practice: TestPractice;
let stranger: Client;
let locked: Client;
const byRole = new Map<Role, Client>();

beforeAll(async () => {
  practice = await foundTestPractice();
  stranger = clientOf(practice.core);
  locked = (await practice.join('medecin', ['Karim', 'Benali'])).client;
  for (const role of roles) byRole.set(role, (await practice.join(role)).client);
  await locked.vault.lock({});
});
afterAll(() => practice.close());

/** A refusal's code, message and problems; null when the call passed. */
async function refused(
  call: Promise<unknown>,
): Promise<{ code: string; message: string; data: { problems?: { message: string }[] } } | null> {
  try {
    await call;
    return null;
  } catch (error) {
    return error as { code: string; message: string; data: { problems?: { message: string }[] } };
  }
}

test('le contrat se parcourt : il a des procédures de chaque sorte', () => {
  expect(new Set(procedures.map(({ meta }) => meta.kind))).toEqual(new Set(['gate', 'query', 'command', 'stream']));
});

describe.each(procedures)('$path', ({ path, meta, fields }) => {
  const bad = () => Object.fromEntries(fields.map((field) => [field, 1n]));

  test('déclare sa sorte, sa permission et ce qui en découle', () => {
    if (meta.kind === 'gate') return expect(path).toMatch(/^vault\./);
    expect(permissions).toContain(meta.permission);
    if (meta.kind === 'query' && meta.opens !== undefined) expect(fields).toContain('patientId');
    if (meta.kind !== 'command') return;
    expect(meta.label).toMatch(/^\p{Lu}.{2,}/u);
    expect(meta.undo === 'inverse' || meta.undo.none.length > 10).toBe(true);
    for (const topic of meta.topics) expect(topics).toContain(topic);
    expect(fields).toContain('idempotencyKey');
  });

  test('refuse une entrée fausse ou un champ de trop, en français', async () => {
    const allowed = (['medecin', ...roles] as const).find(
      (role) => meta.kind !== 'gate' && can({ role, responsable: true }, meta.permission),
    );
    const sender =
      meta.kind === 'gate' ? stranger : allowed === 'medecin' ? practice.doctor : byRole.get(allowed ?? 'medecin');
    if (sender === undefined) throw new Error(`nobody may call ${path}`);
    for (const input of [{ ...bad(), surplus: 1 }, { surplus: 1 }]) {
      const refusal = await refused(callOf(sender, path, input));
      expect(refusal?.code).toBe('INVALID');
      const said = [refusal?.message ?? '', ...(refusal?.data.problems ?? []).map((problem) => problem.message)];
      // Codes of the contract, quoted as they are, stay out of the reading.
      for (const sentence of said) expect(sentence.replace(/"[^"]*"/g, '')).not.toMatch(english);
    }
  });

  if (meta.kind === 'gate') return;

  test('refuse sans session et refuse une session verrouillée, avant de lire l’entrée', async () => {
    expect(await refusalOf(callOf(stranger, path, { surplus: 1 }))).toBe('NOT_SIGNED_IN');
    expect(await refusalOf(callOf(locked, path, { surplus: 1 }))).toBe('SESSION_LOCKED');
  });

  test('refuse chaque rôle qui n’a pas la permission, avant de lire l’entrée', async () => {
    for (const role of roles) {
      const code = await refusalOf(callOf(byRole.get(role) as Client, path, { surplus: 1 }));
      const allowed = can({ role, responsable: false }, meta.permission);
      expect(code, role).toBe(allowed ? 'INVALID' : 'NOT_ALLOWED');
    }
  });

  if (meta.kind !== 'command') return;

  test('exige une clé d’envoi bien formée', async () => {
    const refusal = await refused(callOf(practice.doctor, path, { idempotencyKey: 'x'.repeat(36) }));
    expect(refusal?.code).toBe('INVALID');
    expect(JSON.stringify(refusal?.data.problems)).toContain('idempotencyKey');
  });
});

test('un poste inconnu, même avec un identifiant plausible, n’a aucune session', async () => {
  const forged = clientOf(practice.core, randomUUID());
  expect((await forged.vault.state({})).session).toBe('none');
  expect(await refusalOf(forged.practice.get({}))).toBe('NOT_SIGNED_IN');
});
