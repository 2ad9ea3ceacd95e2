import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, once } from '../support/journey.ts';
import {
  answer,
  choose,
  contractAction,
  doctor,
  fill,
  openAidStage,
  panel,
  save,
  twentyPassages,
  words,
  year,
  type AidStage,
} from './aide-stage.ts';

let aid: AidStage;
beforeAll(async () => {
  aid = await openAidStage();
});
afterAll(() => aid.close());

const region = (name: string) => aid.page.getByRole('region', { name, exact: true });
const open = async () => {
  await aid.page.keyboard.press('g');
  await aid.page.keyboard.press('c');
  await aid.page.getByRole('heading', { level: 1, name: 'Aide conventionnelle' }).waitFor();
};

describe('aide conventionnelle', () => {
  test('sans contrat : ce qu’il faut, une seule action, et rien d’inventé', async () => {
    const { page } = aid;
    await open();
    await page.getByText('Aucun contrat d’aide pour Dr Claire Lemoine').waitFor();
    expect(await page.getByRole('button', { name: 'Préparer le renouvellement' }).count()).toBe(0);
    await expectAccessible(page);
  });

  test('une saisie impossible est refusée sous son champ, avec la façon d’en sortir', async () => {
    const { page } = aid;
    await page.keyboard.press('Control+Enter');
    await panel(page).waitFor();
    await fill(page, 'Signé le', '31/02/2021');
    await fill(page, 'Commence le', '21/06/2021');
    await page.keyboard.press('Control+Enter');
    await panel(page).getByText('Cette date n’existe pas').waitFor();
    expect(await panel(page).getByLabel('Signé le').getAttribute('aria-invalid')).toBe('true');
    await fill(page, 'Signé le', '21/06/2021');
    await panel(page).getByText('Proposé d’après le jour de signature. Une autre lecture').waitFor();
    await answer(page, 'Option', '1/2 ETP');
    await fill(page, /Dernier jour écrit/u, '01/01/2021');
    await page.keyboard.press('Control+Enter');
    const end = panel(page).getByLabel(/Dernier jour écrit/u);
    await expect.poll(() => end.getAttribute('aria-invalid')).toBe('true');
    await fill(page, /Dernier jour écrit/u, '');
    await expectAccessible(page);
  });

  test('(a) mi-temps de 2021, avenant 7 : années déjà versées, montant relevé après le 22/06/2024, terme, suite', async () => {
    const { page } = aid;
    const text = panel(page).getByRole('combobox', { name: 'Texte applicable' });
    expect(await text.inputValue()).toBe('Avenant 7 à la convention de 2016');
    await fill(page, /Numéro du contrat/u, '2021-54-0007');
    await choose(page, 'Tranche de patientèle', /sous le 90e/u);
    await panel(page).getByRole('checkbox', { name: 'Nadia Ferrand' }).press('Space');
    await fill(page, /^1re.année, reçu/u, '18 000');
    await fill(page, /^1re.année, le/u, '30/07/2021');
    await save(page);
    await page.getByRole('heading', { name: /2021-54-0007/u }).waitFor();
    expect(await words(year(page, '1re'))).toMatch(/18 000 €[\s\S]*21\/06\/2021 – 20\/06\/2022[\s\S]*30\/07\/2021/u);
    expect(await words(year(page, '1re'))).toContain('Versé');
    // The fourth year starts the day before the raise, the fifth after it.
    expect(await words(year(page, '4e'))).toContain('10 500 €');
    expect(await words(year(page, '5e'))).toContain('11 000 €');
    await page.getByText('Terme passé').first().waitFor();

    await year(page, '5e').press('Enter');
    const detail = region('5e année, détail'.replace('e a', 'e\u00A0a'));
    await detail.getByText('Pourquoi').first().press('Enter');
    expect(await words(detail)).toMatch(/ameli/u);
    await expectAccessible(page);
    await year(page, '5e').press('Enter');

    await contractAction(page, 'Enregistrer le contrat qui suit');
    expect(await panel(page).getByLabel('Commence le').inputValue()).toBe('21/06/2026');
    await fill(page, 'Signé le', '15/06/2026');
    await expect
      .poll(() => panel(page).getByRole('combobox', { name: 'Texte applicable' }).inputValue())
      .toBe('Convention médicale de 2024');
    await fill(page, /Numéro du contrat/u, '2026-54-0031');
    await choose(page, 'Tranche de patientèle', /sous le 90e/u);
    await save(page);
    await page.getByRole('heading', { name: /2026-54-0031/u }).waitFor();
    await page.getByText(/suite de .*2021-54-0007/u).waitFor();
    expect(await words(year(page, '1re'))).toContain('21/06/2026 – 20/06/2027');
  });

  test('deux contrats du même médecin ne se chevauchent pas : refus en mots', async () => {
    const { page } = aid;
    await contractAction(page, 'Enregistrer un autre contrat');
    await fill(page, 'Signé le', '01/09/2026');
    await fill(page, 'Commence le', '01/09/2026');
    await answer(page, 'Option', '1 ETP');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => panel(page).getByLabel('Commence le').getAttribute('aria-invalid')).toBe('true');
    expect(await words(panel(page))).toMatch(/déjà un contrat depuis le 21\/06\/2026/u);
    await panel(page).getByRole('button', { name: 'Abandonner la saisie' }).press('Enter');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
  });

  test('(b) temps plein de 2023 : une suspension de maternité déplace les dates, l’avenant les donne', async () => {
    const { page } = aid;
    await doctor(page, 'Dr Benali');
    await page.getByText('Aucun contrat d’aide pour Dr Karim Benali').waitFor();
    await page.keyboard.press('Control+Enter');
    await fill(page, 'Signé le', '02/10/2023');
    await fill(page, 'Commence le', '02/10/2023');
    await answer(page, 'Option', '1 ETP');
    await choose(page, 'Tranche de patientèle', /sous le 90e/u);
    await panel(page).getByRole('checkbox', { name: 'Nadia Ferrand' }).press('Space');
    await save(page);
    await year(page, '1re').waitFor();
    expect(await words(year(page, '2e'))).toContain('02/10/2024 – 01/10/2025');

    await contractAction(page, 'Noter une suspension');
    await fill(page, 'Suspendu à partir du', '01/03/2025');
    await fill(page, /Jusqu’au/u, '01/02/2025');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() =>
        panel(page)
          .getByLabel(/Jusqu’au/u)
          .getAttribute('aria-invalid'),
      )
      .toBe('true');
    await fill(page, /Jusqu’au/u, '20/06/2025');
    await choose(page, 'Assistant absent', 'Nadia Ferrand');
    await fill(page, /Motif/u, 'Congé de maternité');
    await save(page);
    await region('Vie du contrat').getByText('Congé de maternité').waitFor();
    // Nobody published what a suspension does to the dates: the year waits for the avenant.
    await expect.poll(async () => words(year(page, '3e'))).toContain('date inconnue');
    await year(page, '3e').press('Enter');
    await page.getByRole('button', { name: 'Montant écrit, début, coût du poste' }).press('Enter');
    await fill(page, /Premier jour de l’année/u, '22/01/2026');
    await save(page);
    await expect.poll(async () => words(year(page, '3e'))).toContain('22/01/2026');
  });

  test('un montant notifié remplace l’estimation, et l’écart avec le calcul est montré', async () => {
    const { page } = aid;
    await year(page, '2e').press('Enter');
    await page.getByRole('button', { name: 'Saisir un montant notifié' }).first().press('Enter');
    await fill(page, 'Montant', '26 500,50');
    await fill(page, 'Date du courrier', '15/11/2024');
    await save(page);
    await expect.poll(async () => words(year(page, '2e'))).toContain('26 500,50 €');
    expect(await words(year(page, '2e'))).toMatch(/calcul|écarts/u);
    await year(page, '2e').press('Enter');
  });
});

describe('compteurs et objectifs', () => {
  test('(c) objectif inconnu : Prélude le demande, et n’invente ni versement ni reste à faire', async () => {
    const { page, calls, doctors } = aid;
    const { contracts } = await calls.aid.contracts({});
    for (const { id, renewsId } of contracts.toSorted(
      (a, b) => Number(b.renewsId !== null) - Number(a.renewsId !== null),
    ))
      await calls.aid.remove({ ...once(), id }).catch((error: unknown) => expect(error, renewsId ?? '').toBeNull());
    await doctor(page, 'Dr Lemoine');
    await page.getByText('Aucun contrat d’aide pour Dr Claire Lemoine').waitFor();
    await page.keyboard.press('Control+Enter');
    await fill(page, 'Signé le', '02/09/2024');
    await fill(page, 'Commence le', '02/09/2024');
    await answer(page, 'Option', '1 ETP');
    await choose(page, 'Tranche de patientèle', /sous le 90e/u);
    await save(page);
    await year(page, '3e').waitFor();
    expect(await words(region('Ce qui manque'))).toMatch(/Bloquant[\s\S]*objectif/iu);
    expect(await words(region('Prochain versement'))).not.toMatch(/Il manque 0|0 patient/u);
    expect(await words(region('Patientèle'))).toMatch(/Indéterminé/u);

    await region('Compteurs').getByRole('button', { name: 'Saisir un relevé' }).first().press('Enter');
    await fill(page, 'Date du relevé', '30/09/2030');
    await fill(page, 'Nombre de patients', '1236');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => panel(page).getByLabel('Date du relevé').getAttribute('aria-invalid')).toBe('true');
    await fill(page, 'Date du relevé', '30/09/2026');
    await panel(page)
      .getByLabel('Relevé en pièce', { exact: true })
      .locator('input[type=file]')
      .or(panel(page).locator('input[type=file]'))
      .first()
      .setInputFiles({ name: 'releve.pdf', mimeType: 'application/pdf', buffer: Buffer.from('pas un PDF') });
    await page.keyboard.press('Control+Enter');
    await panel(page)
      .getByText(/la pièce n’est pas jointe/u)
      .waitFor();
    await panel(page)
      .locator('input[type=file]')
      .setInputFiles({ name: 'releve.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') });
    await save(page);
    await expect.poll(async () => words(region('Compteurs'))).toMatch(/1 236[\s\S]*avec pièce/u);

    await region('Objectifs')
      .getByRole('button', { name: /^Saisir/u })
      .first()
      .press('Enter');
    await fill(page, /Compteur de départ/u, '1 240');
    await fill(page, /Objectif à atteindre/u, '1 100');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() =>
        panel(page)
          .getByLabel(/Objectif à atteindre/u)
          .getAttribute('aria-invalid'),
      )
      .toBe('true');
    await fill(page, /Compteur de départ/u, '1 040');
    await fill(page, /Objectif à atteindre/u, '1 300');
    await fill(page, /À atteindre le/u, '01/09/2027');
    await save(page);
    await expect.poll(async () => words(region('Patientèle'))).toMatch(/64 patients/u);
    expect(doctors).toHaveLength(2);
  });

  test('le tableau dit les mêmes chiffres que la courbe', async () => {
    const { page } = aid;
    const chart = region('Patientèle').getByRole('img', { name: /Patientèle médecin traitant/u });
    expect((await chart.getAttribute('aria-label'))?.replaceAll('\u00A0', ' ')).toMatch(/1 236 le 30\/09\/2026/u);
    await region('Patientèle').getByRole('button', { name: 'Tableau' }).press('Enter');
    await region('Patientèle')
      .getByRole('row', { name: /30\/09\/2026.*1.236/u })
      .waitFor();
    await expectAccessible(page);
    await region('Patientèle').getByRole('button', { name: 'Tableau' }).press('Enter');
  });

  test('le simulateur compare, dit pourquoi non, et n’enregistre rien', async () => {
    const { page, calls } = aid;
    const before = (await calls.aid.contracts({})).contracts.length;
    await page.getByRole('button', { name: 'Simuler' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Simuler un contrat d’aide' });
    await dialog.getByText('Scénario, non enregistré').waitFor();
    await dialog.getByRole('button', { name: 'Comparer deux scénarios' }).press('Enter');
    const second = dialog.getByRole('region', { name: 'Scénario B' });
    await second.getByRole('radio', { name: /1\/3/u }).press('Space');
    const signature = dialog.getByRole('row', { name: /^Signature.*Option 1\/3 ETP.*fermée/u });
    await signature.getByText('Contrat impossible').waitFor();
    await dialog.getByRole('row', { name: /^1re.année.*Aucune somme/u }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect((await calls.aid.contracts({})).contracts).toHaveLength(before);
  });

  test('des passages repris d’un fichier sont essayés à blanc, comptés, puis retirés', async () => {
    const { page } = aid;
    await region('Compteurs').getByRole('button', { name: 'Reprendre des passages' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Reprendre des passages' }).waitFor();
    await page
      .getByLabel('Fichier des passages')
      .setInputFiles({ name: 'passages.csv', mimeType: 'text/csv', buffer: Buffer.from(twentyPassages) });
    await page.getByRole('button', { name: 'Essayer à blanc' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: /Reprendre 20 passages/u }).waitFor();
    await page.getByRole('cell', { name: 'Illisible' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('button', { name: 'Voir les compteurs' }).waitFor();
    await page.getByRole('button', { name: 'Annuler cette reprise' }).press('Enter');
    await page.getByRole('button', { name: 'Ne plus compter ces passages' }).press('Enter');
    await page.getByText(/20 passages ne sont plus comptés/u).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: 'Aide conventionnelle' }).waitFor();
  });
});
