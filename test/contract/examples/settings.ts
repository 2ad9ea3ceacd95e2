import { choicesOn } from '#shared/rules/choices.ts';
import { key, type TestPractice } from '../../support/practice.ts';
import type { AreaExamples } from '../example.ts';

const assistant = {
  givenName: 'Inès',
  familyName: 'Caron',
  civility: null,
  role: 'assistant',
  responsable: false,
  doctorId: null,
  validFrom: null,
  validTo: null,
} as const;
const reason = {
  label: 'Pansement',
  shortLabel: 'Pansement',
  code: 'PANS',
  durationMinutes: 15,
  preparationMinutes: 5,
};
const doctor = { civility: 'Dr', givenName: 'Hugo', familyName: 'Marchal', monogram: 'HM', rpps: null };
const draft = { subject: 'visit', subjectId: 'essai', patientId: null };

const someone = async ({ doctor: client }: TestPractice) =>
  (await client.accounts.create({ ...key(), ...assistant })).id;
const drawn = async ({ doctor: client }: TestPractice) => {
  const { ticket, groups, ask } = await client.accounts.drawRecoveryKey({});
  return { ticket, typedGroups: ask.map((number) => groups[number - 1] ?? '') };
};
const TODAY = '2026-11-17';
let turn = 0;
/** A value never used before: the same example is taken several times on one practice. */
const fresh = (text: string) => `${text} ${(turn += 1)}`;

export const accounts: AreaExamples<'accounts'> = {
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
  saveRecoveryKey: async ({ doctor: client }) => ({
    ticket: (await client.accounts.drawRecoveryKey({})).ticket,
    diskId: (await client.accounts.recoveryDisks({}))[0]?.id ?? '',
  }),
};

export const practice: AreaExamples<'practice'> = {
  update: () => ({
    name: fresh('Cabinet des Érables'),
    address: '2 rue du Lavoir',
    postcode: '54150',
    city: 'Briey',
    phone: null,
    finess: null,
  }),
  addDoctor: () => doctor,
  updateDoctor: ({ doctorIds }) => ({ id: doctorIds[1] ?? '', ...doctor, givenName: fresh('Hugo') }),
  addRoom: () => ({ label: fresh('Salle') }),
  updateRoom: async ({ doctor: client }) => ({
    ...(await client.practice.addRoom({ ...key(), label: fresh('Salle') })),
    label: fresh('Salle verte'),
  }),
  addReason: () => reason,
  updateReason: async ({ doctor: client }) => ({
    ...(await client.practice.addReason({ ...key(), ...reason })),
    ...reason,
    label: 'Pansement complexe',
  }),
  archive: async ({ doctor: client }) => ({
    kind: 'room',
    archived: true,
    ...(await client.practice.addRoom({ ...key(), label: fresh('Salle') })),
  }),
  updateSettings: () => ({ patch: { lateMinutes: 6 + ((turn += 1) % 50) } }),
};

export const rules: AreaExamples<'rules'> = {
  choose: async ({ doctor: client }) => {
    const parameterId = 'vital.PAS.notify_high';
    const { choices } = await client.rules.choices({});
    const base = choicesOn(choices, TODAY).get(parameterId)?.choice ?? null;
    return { parameterId, base, choice: { value: 121 + ((turn += 1) % 30) }, from: TODAY, reason: null };
  },
};

export const session: AreaExamples<'session'> = {
  undo: async ({ doctor: client }) => {
    await client.practice.addRoom({ ...key(), label: fresh('Salle') });
    return { seq: (await client.session.undoable({}))?.seq ?? 0 };
  },
  saveDraft: () => ({ ...draft, fields: { note: fresh('à rappeler') } }),
  discardDraft: async ({ doctor: client }) => {
    await client.session.saveDraft({ ...key(), ...draft, fields: { note: fresh('à rappeler') } });
    return { subject: draft.subject, subjectId: draft.subjectId };
  },
};
