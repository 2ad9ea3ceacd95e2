import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DocumentKind, DocumentSubject } from '#shared/domain/documents.ts';
import { exampleOf } from '../contract/examples.ts';
import { callOf, procedures } from '../contract/procedures.ts';
import { hire, ines, inventedPdf, sendFile } from '../support/employer.ts';
import { foundTestPractice, key, refusalOf, type Client, type TestPractice } from '../support/practice.ts';
import { openTraining } from '../support/training.ts';

// What an assistant reads of herself, and that nothing of a colleague answers her (settled point 13: deny by default).
let practice: TestPractice;
let doctor: Client;
let nadia: Client;
let nadiaAccount: string;
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
  ({ client: nadia, accountId: nadiaAccount } = await practice.join('assistant', ['Nadia', 'Ferrand']));
});
afterEach(() => practice.close());

const join = async (aboutKind: DocumentSubject, aboutId: string, kind: DocumentKind = 'OTHER') => {
  const content = inventedPdf();
  const uploadId = await sendFile(practice, content);
  const about = { aboutKind, aboutId, kind, name: `${aboutKind}-${kind}.pdf`, onDay: null };
  const { id } = await doctor.documents.add({ ...key(), uploadId, ...about });
  return { id, content };
};

/** A person employed, absent once and in training, with a proof joined to each of these records. */
async function person(name: [string, string], accountId: string | null) {
  const [givenName, familyName] = name;
  const { assistantId, employmentId } = await hire(practice, { ...ines, givenName, familyName, accountId });
  const absence = { kind: 'ILLNESS', fromDay: '2026-09-01', toDay: '2026-09-04', replaced: false } as const;
  const { id: absenceId } = await doctor.employer.addAbsence({
    ...key(),
    assistantId,
    ...absence,
    note: 'Remplacée par Hugo',
  });
  const parts = practice.doctorIds.map((doctorId) => ({ doctorId, share: 5000 }));
  await doctor.employer.setShares({ ...key(), employmentId, fromDay: '2024-03-04', base: null, parts });
  const trainingId = await openTraining(doctor, assistantId, { route: 'FAE', startedOn: '2025-09-12' });
  const { id: moduleId } = await doctor.training.addModule({
    ...key(),
    trainingId,
    label: 'Accueil',
    plannedMinutes: 2100,
  });
  const proofs = [
    await join('assistant', assistantId, 'DIPLOMA'),
    await join('employment', employmentId, 'EMPLOYMENT_CONTRACT'),
    await join('absence', absenceId, 'OTHER'),
    await join('training', trainingId, 'REGISTRATION'),
    await join('training_module', moduleId, 'ATTESTATION'),
  ];
  return { assistantId, employmentId, absenceId, trainingId, moduleId, proofs };
}
const mine = () => person(['Nadia', 'Ferrand'], nadiaAccount);
const colleague = async () =>
  person(['Julien', 'Thiry'], (await practice.join('assistant', ['Julien', 'Thiry'])).accountId);

describe('ce que l’assistante lit d’elle-même', () => {
  test('son contrat, sa durée et ses absences, sans la répartition, les notes ni ce qui touche à l’aide', async () => {
    const own = await mine();
    await colleague();
    expect(await nadia.employer.own({})).toEqual({
      record: {
        profile: 'IDE',
        employments: [
          {
            id: own.employmentId,
            employerKind: 'DOCTOR',
            employerName: null,
            contractKind: 'CDI',
            startDay: '2024-03-04',
            endDay: null,
            endReason: null,
            remoteShare: null,
            workTimes: [{ fromDay: '2024-03-04', weeklyMinutes: 2100 }],
          },
        ],
        absences: [{ id: own.absenceId, kind: 'ILLNESS', fromDay: '2026-09-01', toDay: '2026-09-04' }],
      },
    });
  });

  test('ses pièces, qu’elle ouvre à l’octet près et ne retire pas', async () => {
    const own = await mine();
    await colleague();
    const { documents } = await nadia.documents.mine({});
    expect(documents.map(({ id }) => id).toSorted()).toEqual(own.proofs.map(({ id }) => id).toSorted());
    for (const { id, content } of own.proofs) {
      const { bytes } = await nadia.documents.readMine({ id });
      expect(Buffer.from(bytes, 'base64').equals(content)).toBe(true);
      expect(await refusalOf(nadia.documents.remove({ ...key(), id }))).toBe('NOT_ALLOWED');
      expect(await refusalOf(nadia.documents.read({ id }))).toBe('NOT_ALLOWED');
    }
    expect((await doctor.documents.list({ about: null })).documents).toHaveLength(10);
  });

  test('sa formation, sans le contrat d’aide ni le courrier de la caisse', async () => {
    const own = await mine();
    await colleague();
    const letter = await join('training', own.trainingId, 'CPAM_LETTER');
    const { assistants } = await nadia.training.mine({});
    expect(assistants.map(({ assistant, contract }) => [assistant.id, contract])).toEqual([[own.assistantId, null]]);
    const names = assistants[0]?.training?.documents.map(({ name }) => name) ?? [];
    expect(names.toSorted()).toEqual(['training-REGISTRATION.pdf', 'training_module-ATTESTATION.pdf']);
    expect(await refusalOf(nadia.documents.readMine({ id: letter.id }))).toBe('NOT_FOUND');
    expect((await nadia.documents.mine({})).documents.map(({ id }) => id)).not.toContain(letter.id);
  });

  test('rien tant qu’aucune fiche n’est liée à son compte, ni une fois la fiche archivée', async () => {
    const nothing = async () => {
      expect(await nadia.employer.own({})).toEqual({ record: null });
      expect(await nadia.documents.mine({})).toEqual({ documents: [] });
      expect((await nadia.training.mine({})).assistants).toEqual([]);
    };
    await nothing();
    const own = await mine();
    expect((await nadia.employer.own({})).record).not.toBeNull();
    const end = { endDay: '2026-11-16', endReason: 'RESIGNATION', nextHire: 'NONE' } as const;
    await doctor.employer.endEmployment({ ...key(), id: own.employmentId, ...end });
    await doctor.employer.archiveAssistant({ ...key(), id: own.assistantId, archived: true });
    await nothing();
    for (const { id } of own.proofs) expect(await refusalOf(nadia.documents.readMine({ id }))).toBe('NOT_FOUND');
  });
});

describe('rien d’une autre personne', () => {
  const areas = procedures.filter(({ path }) => /^(?:employer|documents|training)\./u.test(path));
  type Colleague = Awaited<ReturnType<typeof colleague>>;
  /** Readings, with the ids of a colleague. A reading without its line here fails the test. */
  const readings: Readonly<Record<string, (other: Colleague) => object>> = {
    'employer.assistants': () => ({ day: '2026-11-17' }),
    'employer.profiles': () => ({ day: '2026-11-17' }),
    'documents.list': ({ assistantId }) => ({ about: { kind: 'assistant', id: assistantId } }),
    'documents.send': () => ({ uploadId: crypto.randomUUID(), offset: 0, bytes: '' }),
    'documents.read': ({ proofs }) => ({ id: proofs[0]?.id }),
    'training.list': () => ({}),
    'training.daysToBlock': ({ trainingId }) => ({ trainingId, asked: { kind: 'list', days: ['2026-12-01'] } }),
  };
  /** What she may call: her own, and who is away today, which the whole desk reads. */
  const hers = ['employer.own', 'documents.mine', 'documents.readMine', 'training.mine', 'training.away'];

  test('chaque appel de ces trois domaines, avec les identifiants d’un collègue, lui est refusé', async () => {
    await mine();
    const other = await colleague();
    expect(areas.map(({ path }) => path).filter((path) => hers.includes(path))).toHaveLength(hers.length);
    for (const { path, meta } of areas.filter((one) => !hers.includes(one.path))) {
      const input =
        meta.kind === 'command'
          ? { ...key(), ...((await exampleOf(path)?.(practice)) ?? {}) }
          : readings[path]?.(other);
      expect(input, path).toBeDefined();
      expect(await refusalOf(callOf(nadia, path, input)), path).toBe('NOT_ALLOWED');
    }
  });

  test('la pièce d’un collègue, du cabinet ou inexistante : la même réponse, introuvable', async () => {
    await mine();
    const other = await colleague();
    const { readMine } = nadia.documents;
    for (const { id } of other.proofs) expect(await refusalOf(readMine({ id }))).toBe('NOT_FOUND');
    const count = await doctor.counters.addOfficial({
      ...key(),
      ...((await exampleOf('counters.addOfficial')?.(practice)) as Parameters<Client['counters']['addOfficial']>[0]),
    });
    const statement = await join('official_count', count.id, 'STATEMENT');
    expect(await refusalOf(readMine({ id: statement.id }))).toBe('NOT_FOUND');
    expect(await refusalOf(readMine({ id: crypto.randomUUID() }))).toBe('NOT_FOUND');
    const answers = JSON.stringify([
      await nadia.employer.own({}),
      await nadia.documents.mine({}),
      await nadia.training.mine({}),
    ]);
    for (const hidden of [
      other.assistantId,
      other.employmentId,
      other.trainingId,
      'Thiry',
      'Hugo',
      'share',
      'contractId',
    ])
      expect(answers).not.toContain(hidden);
  });

  test('un compte délié ne lit plus rien ; la personne liée à sa place lit la sienne', async () => {
    const own = await mine();
    const julien = await practice.join('assistant', ['Julien', 'Thiry']);
    await doctor.employer.correctAssistant({
      ...key(),
      id: own.assistantId,
      base: { accountId: nadiaAccount },
      change: { accountId: julien.accountId },
    });
    expect(await nadia.employer.own({})).toEqual({ record: null });
    for (const { id } of own.proofs) expect(await refusalOf(nadia.documents.readMine({ id }))).toBe('NOT_FOUND');
    expect((await julien.client.documents.mine({})).documents).toHaveLength(own.proofs.length);
  });

  test('un secrétaire, un remplaçant n’ont ni fiche ni pièces à ouvrir', async () => {
    for (const role of ['secretaire', 'remplacant'] as const) {
      const { client } = await practice.join(role, ['Léa', 'Roche']);
      expect(await refusalOf(client.employer.own({}))).toBe('NOT_ALLOWED');
      expect(await refusalOf(client.documents.mine({}))).toBe('NOT_ALLOWED');
    }
  });
});
