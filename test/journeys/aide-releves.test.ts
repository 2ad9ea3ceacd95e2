import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signed, objective } from '../support/aid.ts';
import { expectAccessible, once } from '../support/journey.ts';
import { answer, contractAction, fill, openAidStage, panel, save, words, year, type AidStage } from './aide-stage.ts';

let aid: AidStage;
let contractId: string;
beforeAll(async () => {
  aid = await openAidStage();
  const { id } = await aid.calls.aid.register({
    ...once(),
    ...signed({
      doctorId: aid.doctors[0]?.id ?? '',
      number: '2024-54-0112',
      tier: 'STANDARD',
      signedOn: '2024-09-02',
      startsOn: '2024-09-02',
      policy: 'PRORATA_OF_GAIN_PER_METRIC_MIN',
      cumulative: true,
      objectives: [objective('PMT_ADULT_AND_CHILD', 1040, 1300), objective('FILE_ACTIVE', 1500, 1700)],
    }),
  });
  contractId = id;
  await aid.page.keyboard.press('g');
  await aid.page.keyboard.press('c');
  await aid.page.getByRole('heading', { name: /2024-54-0112/u }).waitFor();
});
afterAll(() => aid.close());

const region = (name: string) => aid.page.getByRole('region', { name, exact: true });

describe('relevés, objectifs notifiés et saisies à deux', () => {
  test('un relevé d’adultes seuls n’est pas comparé à un objectif d’adultes et d’enfants : dit, puis corrigé', async () => {
    const { page } = aid;
    await region('Compteurs').getByRole('button', { name: 'Saisir un relevé' }).first().press('Enter');
    await fill(page, 'Date du relevé', '30/09/2026');
    await fill(page, 'Nombre de patients', '1236');
    await answer(page, 'Patients comptés', 'Adultes, 16\u00A0ans et plus');
    await expectAccessible(page);
    await save(page);
    await expect.poll(async () => words(region('Compteurs'))).toMatch(/1 236[\s\S]*16 ans et plus[\s\S]*non comparés/u);
    await expect.poll(async () => words(region('Patientèle'))).toMatch(/non comparé à l’objectif[\s\S]*Indéterminé/u);
    await expect.poll(async () => words(region('Ce qui manque'))).toMatch(/non comparés/u);
    await expectAccessible(page);

    // The line opens that very statement.
    await region('Ce qui manque')
      .getByRole('listitem')
      .filter({ hasText: 'non comparés' })
      .getByRole('button', { name: 'Saisir le relevé' })
      .press('Enter');
    await expect.poll(() => panel(page).getByLabel('Nombre de patients').inputValue()).toBe('1236');
    await answer(page, 'Patients comptés', 'Adultes et enfants');
    await save(page);
    await expect.poll(async () => words(region('Patientèle'))).toMatch(/64 patients/u);
    expect(await words(region('Compteurs'))).not.toMatch(/non comparés/u);
  });

  test('l’année en cours dit qu’elle repose sur un relevé, faute de projection', async () => {
    const { page } = aid;
    await year(page, '3e').press('Enter');
    const table = page.getByRole('table', { name: 'Compteurs de l’année' });
    const line = table.getByRole('row', { name: /adultes et enfants/u });
    await line.getByText('Pourquoi').press('Enter');
    expect(await words(line)).toMatch(/relevé du 30\/09\/2026[\s\S]*faute de projection/u);
    await expectAccessible(page);
    await year(page, '3e').press('Enter');
  });

  test('un courrier de la CPAM donne l’objectif et le seuil de ce médecin : retenus, les autres à côté', async () => {
    const { page } = aid;
    await region('Objectifs')
      .getByRole('button', { name: /^Modifier.*médecin traitant/u })
      .press('Enter');
    await fill(page, 'Objectif notifié', '1 260');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => panel(page).getByLabel('Objectif, courrier du').getAttribute('aria-invalid')).toBe('true');
    await fill(page, 'Objectif, courrier du', '20/01/2025');
    await fill(page, 'Seuil d’entrée notifié', '700');
    await fill(page, 'Seuil, courrier du', '20/01/2025');
    await panel(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'courrier.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await expectAccessible(page);
    await save(page);
    await expect
      .poll(async () => words(region('Objectifs')))
      .toMatch(
        /Objectif du courrier de la CPAM du 20\/01\/2025 · dans le contrat 1 300[\s\S]*Seuil d’entrée : 700[\s\S]*objectif notifié 1 260/u,
      );
    await expect.poll(async () => words(region('Patientèle'))).toMatch(/courrier du 20\/01\/2025, contrat 1 300/u);
    expect(await words(region('Patientèle'))).toMatch(/24 patients/u);
    const why = region('Objectifs').getByText('Pourquoi').first();
    await why.press('Enter');
    expect(await words(region('Objectifs'))).toMatch(/notifiée par la caisse, le 20\/01\/2025/u);
    await expectAccessible(page);
    await why.press('Enter');
  });

  test('le même champ changé sur deux postes : chaque valeur se voit, et l’on choisit champ par champ', async () => {
    const { page, calls } = aid;
    await contractAction(page, 'Modifier le contrat');
    await fill(page, /Numéro du contrat/u, '2024-54-0113');
    await fill(page, /Dernier jour écrit/u, '31/08/2029');
    await calls.aid.update({
      ...once(),
      id: contractId,
      base: { number: '2024-54-0112', endsOn: null, cpam: 'CPAM de Meurthe-et-Moselle' },
      change: { number: '2024-54-0999', endsOn: '2029-06-30', cpam: 'CPAM de Moselle' },
    });
    // A field nobody touches here follows; a touched one keeps what is typed.
    await expect.poll(() => panel(page).getByLabel(/^CPAM/u).inputValue()).toBe('CPAM de Moselle');
    await page.keyboard.press('Control+Enter');
    const choices = panel(page).getByRole('alert').filter({ hasText: 'Saisi sur deux postes' });
    await expect.poll(() => choices.count()).toBe(2);
    expect(await words(choices.first())).toMatch(/Votre saisie : 2024-54-0113[\s\S]*2024-54-0999/u);
    expect(await words(choices.nth(1))).toMatch(/31\/08\/2029[\s\S]*30\/06\/2029/u);
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await panel(page).getByText('Choisir la valeur à garder.').first().waitFor();
    await choices.first().getByRole('button', { name: 'Garder 2024-54-0113' }).press('Enter');
    await choices.first().getByRole('button', { name: 'Garder 30/06/2029' }).press('Enter');
    await expect.poll(() => choices.count()).toBe(0);
    await save(page);
    await page.getByRole('heading', { name: /2024-54-0113/u }).waitFor();
    const { fields } = await calls.aid.contract({ id: contractId });
    expect(fields).toMatchObject({ number: '2024-54-0113', endsOn: '2029-06-30', cpam: 'CPAM de Moselle' });
  });
});
