import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { booked, newPatient, undoLast } from '../support/visits.ts';
import { foundTestPractice, key, refusalOf, type TestPractice } from '../support/practice.ts';
import { problemsOf } from '../support/aid.ts';
import {
  cabinetOf,
  contractToRenew,
  frozen,
  join,
  joinProofs,
  output,
  year3,
  type Contract,
} from '../support/renewal.ts';
import { unzip } from '../support/unzip.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const outputs = ['REPORT', 'FIGURES', 'BUNDLE', 'CALCULATION', 'CLAIM', 'AVENANT'] as const;

let practice: TestPractice;
let contract: Contract;
/** One practice for the tests of a group, in their order. */
const withPractice = (proofs: boolean): void => {
  beforeAll(async () => {
    practice = await foundTestPractice();
    contract = await contractToRenew({ doctor: practice.doctor, doctorId: practice.doctorIds[0] ?? '' });
    if (proofs) await joinProofs(practice, contract);
  });
  afterAll(() => practice.close());
};

const prepared = (contractYear: number | null = 3) =>
  practice.doctor.renewal.prepare({ contractId: contract.contractId, contractYear });
const read = async (id: string) => {
  const { checklist, snapshot } = await prepared();
  return { complete: snapshot.complete, line: checklist.find((one) => one.id === id) };
};
const digests = async (id: string) =>
  Object.fromEntries(
    await Promise.all(outputs.map(async (what) => [what, sha256((await output(practice.doctor, id, what)).bytes)])),
  ) as Record<(typeof outputs)[number], string>;

describe('un dossier produit', () => {
  withPractice(true);

  test('est celui qui a été relu : un aperçu inconnu ou d’un autre dossier est refusé', async () => {
    const { doctor } = practice;
    const { fingerprint } = await prepared();
    const freeze = (sent: Parameters<typeof doctor.renewal.freeze>[0]) => doctor.renewal.freeze(sent);
    const wrong = 'a'.repeat(64);
    expect(await refusalOf(freeze({ ...key(), ...year3(contract.contractId), fingerprint: wrong }))).toBe('INVALID');
    const other = { contractId: contract.contractId, contractYear: 2 };
    expect(await refusalOf(freeze({ ...key(), ...other, fingerprint }))).toBe('INVALID');
    practice.clock.advance(3_600_000);
    expect(await problemsOf(freeze({ ...key(), ...year3(contract.contractId), fingerprint }))).toEqual([
      { field: 'fingerprint', message: 'Ce dossier n’est plus à jour. Le relire, puis le produire.' },
    ]);
  });

  test('ne s’annule pas : il a pu être remis', async () => {
    await frozen(practice.doctor, contract.contractId);
    expect(await practice.doctor.session.undoable({})).not.toMatchObject({ label: 'Production d’un dossier' });
  });

  test('contient ses pièces, sous leur empreinte, sans celles des absences', async () => {
    const { doctor } = practice;
    const { documents } = await doctor.documents.list({ about: null });
    const { assistants } = await doctor.employer.assistants({ day: '2026-11-17' });
    const absence = assistants[0]?.absences[0]?.id ?? '';
    const hidden = await join(practice, 'arret.pdf', { kind: 'OTHER', aboutKind: 'absence', aboutId: absence });
    const id = await frozen(doctor, contract.contractId);
    const entries = unzip((await output(doctor, id, 'BUNDLE')).bytes);
    const inside = entries.filter(({ name }) => name.startsWith('pieces/')).map(({ bytes }) => sha256(bytes));
    expect(inside.toSorted()).toEqual(documents.map(({ fingerprint }) => fingerprint).toSorted());
    expect(inside).not.toContain(hidden.fingerprint);
    expect(entries.map(({ name }) => name).filter((name) => !name.startsWith('pieces/'))).toEqual([
      'dossier.pdf',
      'chiffres.csv',
      'lettres/demande-de-calcul.pdf',
      'lettres/reponse-a-la-caisse.pdf',
      'lettres/demande-d-avenant.pdf',
    ]);
    const csv = entries.find(({ name }) => name === 'chiffres.csv')?.bytes.toString() ?? '';
    for (const { fingerprint } of documents) expect(csv).toContain(fingerprint);
  });

  test('redonne les mêmes octets, même refait plus tard, même quand tout a changé depuis', async () => {
    const { doctor, clock } = practice;
    const id = await frozen(doctor, contract.contractId);
    const first = await digests(id);
    await doctor.aid.savePayment({
      ...key(),
      id: null,
      contractId: contract.contractId,
      contractYear: 3,
      kind: 'NOTIFIED',
      rank: null,
      amountCents: 1_512_300,
      onDay: '2026-11-10',
      words: null,
    });
    const fields = await cabinetOf(doctor);
    await doctor.practice.update({ ...key(), ...fields, name: 'Cabinet des Érables' });
    clock.set('2027-02-01T09:00:00Z');
    expect(await digests(id)).toEqual(first);
    const later = await frozen(doctor, contract.contractId);
    const { bytes } = await output(doctor, later, 'FIGURES');
    expect(bytes.toString()).toContain('15123;€');
    expect(sha256(bytes)).not.toBe(first.FIGURES);
  });

  test('dit quelle pièce ne se relit plus, et ne donne pas un dossier tronqué', async () => {
    const { doctor, dataDir } = practice;
    const id = await frozen(doctor, contract.contractId);
    const { readdirSync, rmSync } = await import('node:fs');
    for (const name of readdirSync(`${dataDir}/documents`)) rmSync(`${dataDir}/documents/${name}`, { recursive: true });
    const [problem] = await problemsOf(output(doctor, id, 'BUNDLE'));
    expect(problem?.message).toMatch(/contrat-2024-54-0112\.pdf n’a pas pu être relue.*joindre à nouveau/u);
    expect((await output(doctor, id, 'REPORT')).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('les chiffres en CSV', () => {
  withPractice(false);

  test('s’ouvrent dans un tableur français, sans formule', async () => {
    const { doctor } = practice;
    await join(practice, '=HYPERLINK("http:exemple").pdf', {
      kind: 'OTHER',
      aboutKind: 'aid_contract',
      aboutId: contract.contractId,
    });
    const { bytes } = await output(doctor, await frozen(doctor, contract.contractId), 'FIGURES');
    const text = bytes.toString();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text).toContain('Montants;Aide par année de contrat;1;Montant entier;38000;€;');
    expect(text).toContain(';Écart;-84;patients;');
    expect(text).toContain(`"'=HYPERLINK(""http:exemple"").pdf"`);
    expect(text).not.toMatch(/(?:^|;)"?[=@+]/mu);
  });

  test('portent chaque chiffre de l’aperçu', async () => {
    const { snapshot, fingerprint } = await prepared();
    const { id } = await practice.doctor.renewal.freeze({ ...key(), ...year3(contract.contractId), fingerprint });
    const text = (await output(practice.doctor, id, 'FIGURES')).bytes.toString();
    const cells = snapshot.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'facts' ? block.rows.map(({ cell }) => cell) : block.kind === 'table' ? block.rows.flat() : [],
      );
    const figures = cells.flatMap(({ figure }) => (figure === null ? [] : [figure]));
    expect(figures.length).toBeGreaterThan(30);
    for (const { value, unit } of figures) {
      const shown = String(unit === 'EUR_CENTS' ? value / 100 : value).replace('.', ',');
      expect(text).toContain(`;${shown};${unit === 'EUR_CENTS' ? '€' : unit};`);
    }
  });
});

describe('ce qui manque', () => {
  withPractice(false);

  test('bloque, puis se lève : pièces, relevé, ligne sans objet', async () => {
    const { doctor } = practice;
    const piece = 'piece:contrat-aide';
    const bare = await read(piece);
    expect(bare.complete).toBe(false);
    expect(bare.line).toMatchObject({ state: 'missing', blocking: true, origin: 'practice' });
    await joinProofs(practice, contract);
    const joined = await read(piece);
    expect(joined.complete).toBe(true);
    expect(joined.line).toMatchObject({ state: 'done', detail: 'contrat-2024-54-0112.pdf' });

    await doctor.counters.removeOfficial({ ...key(), id: contract.officialIds[4] ?? '' });
    const statement = `statement:FA:${practice.doctorIds[0] ?? ''}`;
    const without = await read(statement);
    expect(without.complete).toBe(false);
    expect(without.line).toMatchObject({
      state: 'later',
      blocking: true,
      gesture: { place: 'count', target: `FA.${practice.doctorIds[0] ?? ''}` },
    });
    const aside = { ...year3(contract.contractId), lineId: statement };
    await doctor.renewal.setAside({ ...key(), ...aside, reason: 'La caisse ne suit que la patientèle' });
    const set = await read(statement);
    expect(set.complete).toBe(true);
    expect(set.line).toMatchObject({ state: 'set_aside', detail: expect.stringContaining('ne suit que') });
    await undoLast(doctor);
    expect((await read(statement)).complete).toBe(false);
  });

  test('un relevé venu peu après la fin de l’année la clôt ; le suivant n’est pas le sien', async () => {
    const { checklist } = await prepared(2);
    const doctorId = practice.doctorIds[0] ?? '';
    expect(checklist.find(({ id }) => id === `statement:PMT:${doctorId}`)?.detail).toBe(
      '1\u00a0187 patients au 31/10/2026',
    );
    expect(checklist.find(({ id }) => id === `statement:FA:${doctorId}`)?.state).toBe('missing');
  });

  test('suit la liste du cabinet, que Prélude rend quand on la lui demande', async () => {
    const { doctor } = practice;
    const { pieces } = await prepared();
    const list = [
      ...pieces,
      { id: 'rib', label: 'RIB du cabinet', kind: 'OTHER', count: 1, for: 'renewal', required: true } as const,
    ];
    await doctor.renewal.savePieces({ ...key(), pieces: list });
    expect((await prepared(null)).checklist.map(({ id }) => id)).toContain('piece:rib');
    expect((await prepared(3)).checklist.map(({ id }) => id)).not.toContain('piece:rib');
    const [problem] = await problemsOf(doctor.renewal.savePieces({ ...key(), pieces: [...list, ...list.slice(-1)] }));
    expect(problem?.message).toBe('RIB du cabinet est deux fois dans la liste.');
    await doctor.renewal.savePieces({ ...key(), pieces: null });
    expect(await prepared()).toMatchObject({ pieces, piecesChanged: false });
  });

  test('les données qui se contredisent restent visibles dans le dossier', async () => {
    const { id } = await practice.doctor.aid.register({
      ...key(),
      ...(await practice.doctor.aid.contract({ id: contract.contractId })).fields,
      doctorId: practice.doctorIds[1] ?? '',
      signedOn: '2024-12-02',
      startsOn: '2024-11-01',
      asWritten: true,
      objectives: [],
      assistants: [],
      members: [],
      payments: [],
    });
    const { snapshot } = await practice.doctor.renewal.prepare({ contractId: id, contractYear: 1 });
    const notes = snapshot.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((one) => (one.kind === 'note' ? [one.words] : []));
    expect(notes.join(' ')).toMatch(/se contredisent/u);
    expect(notes.join(' ')).toMatch(/Aucun assistant rattaché/u);
  });
});

describe('ce qui est rassemblé', () => {
  withPractice(false);

  test('le travail des assistants, ensemble, pour les patients des médecins du contrat', async () => {
    const { client: nadia } = await practice.join('assistant');
    const patientId = await newPatient(practice.doctor, 'WEISSE', 'Odile');
    const id = await booked(practice, patientId, '09:00', nadia);
    const path = ['expected', 'waiting', 'preparation', 'ready'] as const;
    for (const [index, to] of path.slice(1).entries()) {
      await nadia.visits.move({ ...key(), visitId: id, from: path[index] ?? 'expected', to });
      practice.clock.advance(8 * 60_000);
    }
    const { snapshot } = await prepared();
    const missions = snapshot.sections.find((one) => one.id === 'missions')?.blocks[0];
    if (missions?.kind !== 'table') throw new Error('no table');
    const counted = Object.fromEntries(missions.rows.map(([name, value]) => [name?.text, value?.figure?.value]));
    expect(counted['Arrivées accueillies par l’assistant']).toBe(1);
    expect(counted['Consultations préparées par l’assistant']).toBe(1);
    const median = snapshot.sections.find((one) => one.id === 'missions')?.blocks[1];
    expect(median).toMatchObject({ rows: [{ cell: { figure: { value: 8, unit: 'min' } } }] });
  });

  test('le renouvellement au terme couvre le contrat entier ; une année hors contrat n’existe pas', async () => {
    const { snapshot } = await prepared(null);
    expect(snapshot.title).toBe('Dossier de renouvellement de l’aide à l’emploi d’un assistant médical');
    expect(snapshot.subtitle).toBe('Contrat entier, du 01/10/2024 au 30/09/2029');
    expect(await refusalOf(prepared(9))).toBe('NOT_FOUND');
  });
});

describe('les envois', () => {
  withPractice(false);

  test('sont notés après la production, les réponses après l’envoi ; chacun s’annule', async () => {
    const { doctor, clock } = practice;
    const renewalId = await frozen(doctor, contract.contractId);
    const send = (onDay: string) => doctor.renewal.recordSending({ ...key(), renewalId, onDay, channel: 'PORTAL' });
    expect((await problemsOf(send('2026-11-16')))[0]?.message).toMatch(
      /avant la production du dossier, le 17\/11\/2026/u,
    );
    expect((await problemsOf(send('2026-12-24')))[0]?.message).toMatch(/à venir/u);
    const { id: sendingId } = await send('2026-11-17');
    clock.set('2026-12-10T09:00:00Z');
    const answer = (answeredOn: string) =>
      doctor.renewal.recordAnswer({ ...key(), sendingId, answeredOn, answer: 'Dossier reçu, calcul en janvier.' });
    expect((await problemsOf(answer('2026-11-16')))[0]?.message).toMatch(/avant l’envoi, le 17\/11\/2026/u);
    await answer('2026-12-08');
    const listed = async () => (await doctor.renewal.list({ contractId: contract.contractId })).files[0]?.sendings;
    expect(await listed()).toMatchObject([{ onDay: '2026-11-17', channel: 'PORTAL', answeredOn: '2026-12-08' }]);
    await undoLast(doctor);
    expect(await listed()).toMatchObject([{ answeredOn: null, answer: null }]);
  });
});
