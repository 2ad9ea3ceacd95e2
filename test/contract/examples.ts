import type { Contract } from '#shared/contract/contract.ts';
import { key, type Client, type TestPractice } from '../support/practice.ts';

/** Input of a procedure less its idempotency key. */
type InputOf<A extends keyof Contract, P extends keyof Contract[A]> = P extends keyof Client[A]
  ? Client[A][P] extends (input: infer I, ...rest: never[]) => unknown
    ? Omit<I, 'idempotencyKey'>
    : never
  : never;

/** Prepares what the command needs and gives an input that changes something, sent by Dr Lemoine. */
type Example<I> = (practice: TestPractice) => I | Promise<I>;

/**
 * One example a command. Not exhaustive for the compiler, so that an area can be written before its
 * examples; the walk of the contract fails on a command without one.
 */
export type Examples = { [A in keyof Contract]?: { [P in keyof Contract[A]]?: Example<InputOf<A, P>> } };

const assistant = { givenName: 'Inès', familyName: 'Caron', civility: null, role: 'assistant', responsable: false, doctorId: null, validFrom: null, validTo: null } as const;
const reason = { label: 'Pansement', shortLabel: 'Pansement', code: 'PANS', durationMinutes: 15, preparationMinutes: 5 };
const doctor = { civility: 'Dr', givenName: 'Hugo', familyName: 'Marchal', monogram: 'HM', rpps: null };

const someone = async ({ doctor: client }: TestPractice) => (await client.accounts.create({ ...key(), ...assistant })).id;
const drawn = async ({ doctor: client }: TestPractice) => {
  const { ticket, groups, ask } = await client.accounts.drawRecoveryKey({});
  return { ticket, typedGroups: ask.map((number) => groups[number - 1] ?? '') };
};
const draft = { subject: 'visit', subjectId: 'essai', patientId: null, fields: { note: 'à rappeler' } };

/** Examples by area; add those of a new area here. */
export const examples: Examples = {
  accounts: {
    create: () => assistant,
    update: async (practice) => ({ id: await someone(practice), ...assistant, familyName: 'Caron-Petit' }),
    close: async (practice) => ({ id: await someone(practice) }),
    reopen: async (practice) => {
      const id = await someone(practice);
      await practice.doctor.accounts.close({ ...key(), id });
      return { id };
    },
    issueCode: async (practice) => ({ id: await someone(practice) }),
    replaceRecoveryKey: drawn,
  },
  practice: {
    update: () => ({ name: 'Cabinet des Érables', address: '2 rue du Lavoir', postcode: '54150', city: 'Briey', phone: null, finess: null }),
    addDoctor: () => doctor,
    updateDoctor: ({ doctorIds }) => ({ id: doctorIds[1] ?? '', ...doctor }),
    addRoom: () => ({ label: 'Salle 4' }),
    updateRoom: async ({ doctor: client }) => ({ ...(await client.practice.addRoom({ ...key(), label: 'Salle 5' })), label: 'Salle verte' }),
    addReason: () => reason,
    updateReason: async ({ doctor: client }) => ({ ...(await client.practice.addReason({ ...key(), ...reason })), ...reason, label: 'Pansement complexe' }),
    archive: async ({ doctor: client }) => ({ kind: 'room', archived: true, ...(await client.practice.addRoom({ ...key(), label: 'Salle 6' })) }),
    updateSettings: () => ({ patch: { waitWarnMinutes: 12 } }),
    updateThresholds: () => ({ thresholds: { PAS: { notify: 135 } } }),
  },
  session: {
    undo: async ({ doctor: client }) => {
      await client.practice.addRoom({ ...key(), label: 'Salle 7' });
      return { seq: (await client.session.undoable({}))?.seq ?? 0 };
    },
    saveDraft: () => draft,
    discardDraft: async ({ doctor: client }) => {
      await client.session.saveDraft({ ...key(), ...draft });
      return { subject: draft.subject, subjectId: draft.subjectId };
    },
  },
};

/** The example of a path such as `practice.addRoom`, or undefined when none was written. */
export function exampleOf(path: string): Example<Record<string, unknown>> | undefined {
  const [area = '', name = ''] = path.split('.');
  return (examples as Record<string, Record<string, Example<Record<string, unknown>>> | undefined>)[area]?.[name];
}
