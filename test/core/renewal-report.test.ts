import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportBlock } from '#shared/domain/renewal-report.ts';
import { readPdf } from '../support/pdf.ts';
import { foundTestPractice, key, type TestPractice } from '../support/practice.ts';
import {
  cabinetOf,
  contractToRenew,
  frozen,
  joinProofs,
  output,
  packed,
  year3,
  type Contract,
} from '../support/renewal.ts';

let practice: TestPractice;
let contract: Contract;
let complete: Awaited<ReturnType<typeof readPdf>>;
let provisional: typeof complete;
let blocks: ReportBlock[];
let fingerprint: string;

beforeAll(async () => {
  practice = await foundTestPractice();
  const { doctor } = practice;
  contract = await contractToRenew({ doctor, doctorId: practice.doctorIds[0] ?? '' });
  const first = await frozen(doctor, contract.contractId);
  provisional = await readPdf((await output(doctor, first, 'REPORT')).bytes);
  await joinProofs(practice, contract);
  const prepared = await doctor.renewal.prepare(year3(contract.contractId));
  ({ fingerprint } = prepared);
  blocks = prepared.snapshot.sections.flatMap((section) => section.blocks);
  const { id } = await doctor.renewal.freeze({ ...key(), ...year3(contract.contractId), fingerprint });
  complete = await readPdf((await output(doctor, id, 'REPORT')).bytes);
});
afterAll(() => practice.close());

describe('le dossier en PDF', () => {
  test('est un PDF/A-2a balisé, titré, en français, avec les seules polices livrées', () => {
    expect(complete).toMatchObject({
      title: 'Bilan annuel de l’aide à l’emploi d’un assistant médical',
      language: 'fr',
      marked: true,
    });
    expect(complete.xmp).toMatchObject({ part: '2', conformance: 'A', created: '2026-11-17T07:00:00+00:00' });
    expect(complete.roles).toEqual(
      expect.arrayContaining(['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'Caption', 'TH', 'TD', 'Figure']),
    );
    expect(complete.roles.filter((role) => role === 'H2')).toHaveLength(10);
    expect(complete.fonts.every((font) => font.startsWith('Inter-'))).toBe(true);
  });

  test('porte tout ce que montre l’aperçu, dans le même ordre', () => {
    const text = packed(complete.text);
    let at = 0;
    for (const block of blocks) {
      const shown =
        block.kind === 'note'
          ? [block.words]
          : block.kind === 'chart'
            ? [block.caption]
            : block.kind === 'facts'
              ? block.rows.flatMap(({ label, cell }) => [label, cell.text])
              : [block.caption, ...block.rows.flat().map((cell) => cell.text)];
      for (const words of shown) expect(text).toContain(packed(words));
      const next = text.indexOf(packed(shown[0] ?? ''), at);
      expect(next).toBeGreaterThanOrEqual(at);
      at = next;
    }
  });

  test('porte son empreinte au pied de chaque page', () => {
    expect(packed(complete.text).split(fingerprint)).toHaveLength(complete.pages + 1);
  });

  test('porte INCOMPLET sur chaque page tant que quelque chose de bloquant manque, et plus ensuite', () => {
    expect(provisional.text.match(/INCOMPLET/gu)).toHaveLength(provisional.pages);
    expect(provisional.text).toContain('Dossier incomplet.');
    expect(complete.text).not.toContain('INCOMPLET');
  });

  test('dit ce qui est une estimation', () => {
    const text = packed(complete.text);
    expect(text).toContain(packed('14 000 € (estimation)'));
    expect(text).toContain(packed('Estimation. Un montant notifié par la caisse la remplace.'));
  });
});

test('une lettre reprend les chiffres du dossier et attend la signature du médecin', async () => {
  const { doctor } = practice;
  const { files } = await doctor.renewal.list({ contractId: contract.contractId });
  const { bytes, name } = await output(doctor, files[0]?.id ?? '', 'CALCULATION');
  expect(name).toBe('demande-de-calcul-2026-11-17.pdf');
  const letter = await readPdf(bytes);
  expect(letter).toMatchObject({ title: 'Demande du détail du calcul', language: 'fr', marked: true });
  for (const words of [
    'CPAM de Meurthe-et-Moselle',
    'Briey, le 17/11/2026',
    '1 187 au 31/10/2026',
    'Dr Claire Lemoine',
  ]) {
    expect(packed(letter.text)).toContain(packed(words));
  }
});

test('un signe que la police ne dessine pas n’arrête pas le dossier', async () => {
  const { doctor } = practice;
  const fields = await cabinetOf(doctor);
  await doctor.practice.update({ ...key(), ...fields, name: 'Cabinet 漢' });
  const { bytes } = await output(doctor, await frozen(doctor, contract.contractId), 'REPORT');
  expect((await readPdf(bytes)).text).toContain('Cabinet ?');
});
