import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentLimits } from '#shared/domain/documents.ts';
import { hire, inventedPdf, sendFile } from '../support/employer.ts';
import { foundTestPractice, key, type Client, type TestPractice } from '../support/practice.ts';
import { refusalData, undoLast } from '../support/visits.ts';

let practice: TestPractice;
let doctor: Client;
let about: { aboutKind: 'employment'; aboutId: string };
beforeEach(async () => {
  practice = await foundTestPractice();
  ({ doctor } = practice);
  about = { aboutKind: 'employment', aboutId: (await hire(practice)).employmentId };
});
afterEach(() => practice.close());

const add = (uploadId: string, name = 'contrat.pdf', client = doctor) =>
  client.documents.add({ ...key(), uploadId, name, kind: 'EMPLOYMENT_CONTRACT', ...about, onDay: '2024-03-01' });
const listed = async () =>
  (await doctor.documents.list({ about: { kind: 'employment', id: about.aboutId } })).documents;
const keptFiles = () =>
  readdirSync(practice.dataDir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const inFolder = () => keptFiles().filter((file) => file.includes(`${join('documents', '')}`));
const sentence = async (call: Promise<unknown>) => {
  const { code, data } = await refusalData(call);
  expect(code).toBe('INVALID');
  return (data as { problems: { message: string }[] }).problems.map(({ message }) => message);
};

test('un PDF est gardé, relu à l’octet près, avec son empreinte et qui l’a joint', async () => {
  const content = inventedPdf();
  const { id, fingerprint } = await add(await sendFile(practice, content), 'C:\\Scans\\contrat.pdf');
  expect(fingerprint).toBe(await sha256(content));
  expect(await listed()).toMatchObject([
    {
      id,
      name: 'contrat.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      fingerprint,
      kind: 'EMPLOYMENT_CONTRACT',
      onDay: '2024-03-01',
      by: 'Claire Lemoine',
    },
  ]);
  const read = await doctor.documents.read({ id });
  expect(Buffer.from(read.bytes, 'base64').equals(content)).toBe(true);
});

test('une image est acceptée, un texte renommé en .pdf est refusé, et rien n’en reste', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('image')]);
  await add(await sendFile(practice, png), 'attestation.png');
  expect(await listed()).toMatchObject([{ mediaType: 'image/png' }]);
  const before = inFolder();
  const renamed = add(await sendFile(practice, Buffer.from('Ceci est un texte')), 'contrat.pdf');
  expect(await sentence(renamed)).toEqual([
    'Ce fichier n’est ni un PDF ni une image (PNG, JPEG). L’enregistrer en PDF, puis recommencer.',
  ]);
  expect(inFolder()).toEqual(before);
  expect(await listed()).toHaveLength(1);
});

test('un fichier vide est refusé', async () => {
  expect(await sentence(add(await sendFile(practice, Buffer.alloc(0))))).toEqual(['Ce fichier est vide.']);
});

test('un fichier arrive en plusieurs parts ; au-delà de la limite, il est refusé et oublié', async () => {
  const uploadId = randomUUID();
  const part = Buffer.alloc(documentLimits.chunk, 'a');
  part.set(Buffer.from('%PDF-'));
  let offset = 0;
  for (; offset < documentLimits.bytes; offset += part.length) {
    const { received } = await doctor.documents.send({ uploadId, offset, bytes: part.toString('base64') });
    expect(received).toBe(offset + part.length);
  }
  const more = doctor.documents.send({ uploadId, offset, bytes: Buffer.from('b').toString('base64') });
  expect(await sentence(more)).toEqual([
    'Fichier trop lourd\u00A0: 10\u00A0Mo au plus. Le numériser en noir et blanc, ou en plusieurs pièces.',
  ]);
  expect(inFolder()).toEqual([]);
  expect(await sentence(add(uploadId))).toEqual(['Le fichier n’est plus en mémoire. Le choisir à nouveau.']);
});

test('une part manquante, ou le fichier d’une autre personne : refusé', async () => {
  const uploadId = randomUUID();
  const send = (offset: number, client = doctor) =>
    client.documents.send({ uploadId, offset, bytes: inventedPdf().toString('base64') });
  await send(0);
  expect(await sentence(send(500_000))).toEqual(['Le fichier n’est plus en mémoire. Le choisir à nouveau.']);
  const { client: benali } = await practice.join('medecin', ['Karim', 'Benali']);
  expect(await sentence(add(uploadId, 'contrat.pdf', benali))).toEqual([
    'Le fichier n’est plus en mémoire. Le choisir à nouveau.',
  ]);
});

test('la même pièce deux fois sur le même dossier : refusée avec le nom de la première', async () => {
  const content = inventedPdf();
  await add(await sendFile(practice, content), 'contrat.pdf');
  expect(await sentence(add(await sendFile(practice, content), 'copie.pdf'))).toEqual([
    'Cette pièce est déjà jointe, sous le nom contrat.pdf.',
  ]);
  expect(await listed()).toHaveLength(1);
});

test('retirée puis remise par l’annulation, elle s’ouvre encore', async () => {
  const content = inventedPdf();
  const { id } = await add(await sendFile(practice, content));
  await doctor.documents.remove({ ...key(), id });
  expect(await listed()).toEqual([]);
  expect(await refusalData(doctor.documents.read({ id }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await undoLast(doctor)).toBe('Retrait d’une pièce');
  expect(Buffer.from((await doctor.documents.read({ id })).bytes, 'base64').equals(content)).toBe(true);
});

test('un fichier changé sur le disque n’est jamais montré : la phrase dit quoi faire', async () => {
  const { id } = await add(await sendFile(practice, inventedPdf()));
  const [file = ''] = inFolder();
  const bytes = readFileSync(file);
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(await refusalData(doctor.documents.read({ id }))).toMatchObject({
    code: 'DOCUMENT_UNREADABLE',
    message: 'Cette pièce n’a pas pu être relue\u00A0: le fichier gardé manque ou a changé. La joindre à nouveau.',
  });
});

test('rejointe après dommage, la pièce est de nouveau lisible', async () => {
  const content = inventedPdf();
  const { id } = await add(await sendFile(practice, content));
  const [file = ''] = inFolder();
  writeFileSync(file, 'abîmé');
  await doctor.documents.remove({ ...key(), id });
  const again = await add(await sendFile(practice, content));
  expect(Buffer.from((await doctor.documents.read({ id: again.id })).bytes, 'base64').equals(content)).toBe(true);
});

test('ni le contenu, ni le nom, ni l’empreinte d’une pièce n’est lisible dans le dossier des données', async () => {
  const words = 'QUENOTTEAUCANARI';
  const content = inventedPdf(words);
  const { fingerprint } = await add(await sendFile(practice, content), `${words}.pdf`);
  expect(content.includes(words)).toBe(true);
  for (const file of keptFiles()) {
    const kept = readFileSync(file);
    for (const clear of [words, '%PDF-', fingerprint]) expect(kept.includes(clear), `${file} ${clear}`).toBe(false);
    expect(file).not.toContain(fingerprint);
  }
  expect(inFolder()).toHaveLength(1);
});

test('joindre à rien est refusé, et un assistant ne joint ni ne lit les pièces de l’employeur', async () => {
  const uploadId = await sendFile(practice, inventedPdf());
  const nowhere = doctor.documents.add({
    ...key(),
    uploadId,
    name: 'contrat.pdf',
    kind: 'OTHER',
    aboutKind: 'aid_contract',
    aboutId: randomUUID(),
    onDay: null,
  });
  expect(await refusalData(nowhere)).toMatchObject({ code: 'NOT_FOUND' });
  const { client: nadia } = await practice.join('assistant');
  expect(await refusalData(nadia.documents.list({ about: null }))).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await refusalData(add(uploadId, 'contrat.pdf', nadia))).toMatchObject({ code: 'NOT_ALLOWED' });
});

async function sha256(content: Buffer): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(content))).toString('hex');
}
