import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundTestPractice, refusalOf, type TestPractice } from '../support/practice.ts';
import { contractToRenew, frozen, year3, type Contract } from '../support/renewal.ts';

let practice: TestPractice;
let contract: Contract;
beforeAll(async () => {
  practice = await foundTestPractice();
  contract = await contractToRenew({ doctor: practice.doctor, doctorId: practice.doctorIds[0] ?? '' });
});
afterAll(() => practice.close());

describe('les droits', () => {
  test('seuls les employeurs lisent et produisent', async () => {
    const id = await frozen(practice.doctor, contract.contractId);
    for (const role of ['secretaire', 'assistant', 'remplacant'] as const) {
      const { client } = await practice.join(role, ['Camille', role]);
      expect(await refusalOf(client.renewal.prepare(year3(contract.contractId)))).toBe('NOT_ALLOWED');
      expect(await refusalOf(client.renewal.file({ id, what: 'BUNDLE', offset: 0 }))).toBe('NOT_ALLOWED');
    }
    const { client: manager } = await practice.join('gestionnaire', ['Hélène', 'Vidal']);
    expect((await manager.renewal.list({ contractId: null })).files).toHaveLength(1);
  });
});
