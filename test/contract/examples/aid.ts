import { AidObjectiveFigures } from '#shared/contract/aid-fields.ts';
import { employed, event, objective, payment, signed } from '../../support/aid.ts';
import { key, type TestPractice } from '../../support/practice.ts';
import type { AreaExamples } from '../example.ts';

let turn = 0;
/** A doctor of their own: two contracts of one doctor never run at once. */
async function freshDoctor({ doctor }: TestPractice) {
  const person = {
    civility: 'Dr',
    givenName: `Hugo ${(turn += 1)}`,
    familyName: 'Marchal',
    monogram: 'HM',
    rpps: null,
  };
  return (await doctor.practice.addDoctor({ ...key(), ...person })).id;
}
const individual = async (practice: TestPractice) => ({
  ...signed({ doctorId: await freshDoctor(practice) }),
  objectives: [objective('FILE_ACTIVE', 1500, 1700)],
  payments: [payment('RECEIVED', 1, 3_800_000, '2024-10-28')],
});
async function someContract(practice: TestPractice) {
  return (await practice.doctor.aid.register({ ...key(), ...(await individual(practice)) })).id;
}
async function someGroup(practice: TestPractice) {
  const group = signed({
    kind: 'COLLECTIVE',
    ruleSet: 'COLL-2026',
    option: 'PER_ETP',
    signedOn: '2026-03-16',
    startsOn: '2026-04-01',
  });
  return (await practice.doctor.aid.register({ ...key(), ...group })).id;
}
const suspension = (contractId: string) =>
  event({ contractId, kind: 'SUSPENSION', onDay: '2026-03-02', toDay: '2026-06-01' });
const expected = payment('EXPECTED', 3, 1_100_000, '2027-03-01', 1);
const member = async (practice: TestPractice) => ({
  id: null,
  contractId: await someGroup(practice),
  doctorId: await freshDoctor(practice),
  joinedOn: '2026-04-01',
  leftOn: null,
  pamsu: false,
  ownShares: null,
  adhesion: null,
});
const paidFor = async (practice: TestPractice) => ({
  id: null,
  contractId: await someContract(practice),
  assistantId: await employed(practice, '2024-10-01'),
  fromDay: '2024-10-01',
  toDay: null,
});

/** The figures as the form saw them. */
const seenFigures = AidObjectiveFigures.strip().parse(objective('PMT_ADULT_AND_CHILD', 1040, 1271));

export const aid: AreaExamples<'aid'> = {
  register: individual,
  update: async (practice) => ({
    id: await someContract(practice),
    base: { number: null },
    change: { number: '2024-54-0112' },
  }),
  remove: async (practice) => ({ id: await someContract(practice) }),
  end: async (practice) => ({ id: await someContract(practice), endedOn: '2026-09-30', reason: 'DOCTOR' }),
  saveObjective: async (practice) => ({
    contractId: await someContract(practice),
    ...objective('PMT_ADULT_AND_CHILD', 1040, 1300),
    base: seenFigures,
  }),
  removeObjective: async (practice) => {
    const { objectives } = await practice.doctor.aid.contract({ id: await someContract(practice) });
    return { id: objectives.find(({ metric }) => metric === 'FILE_ACTIVE')?.id ?? '' };
  },
  saveEvent: async (practice) => suspension(await someContract(practice)),
  removeEvent: async (practice) =>
    practice.doctor.aid.saveEvent({ ...key(), ...suspension(await someContract(practice)) }),
  savePayment: async (practice) => ({ id: null, contractId: await someContract(practice), ...expected }),
  removePayment: async (practice) => {
    const contractId = await someContract(practice);
    return practice.doctor.aid.savePayment({ ...key(), id: null, contractId, ...expected });
  },
  saveYear: async (practice) => ({
    contractId: await someContract(practice),
    contractYear: 2,
    amountCents: null,
    startsOn: null,
    costCents: 4_100_000,
  }),
  saveMember: member,
  removeMember: async (practice) => practice.doctor.aid.saveMember({ ...key(), ...(await member(practice)) }),
  saveAssistant: paidFor,
  removeAssistant: async (practice) => practice.doctor.aid.saveAssistant({ ...key(), ...(await paidFor(practice)) }),
};
