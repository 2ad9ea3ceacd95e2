import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/journey.ts';
import {
  answer,
  collectiveForm,
  doctor,
  fill,
  openAidStage,
  panel,
  save,
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

describe('contrat collectif', () => {
  test('(d) contrat collectif de 2026 : ses médecins, ses ETP, et ce qui manque encore', async () => {
    const { page } = aid;
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.getByRole('heading', { level: 1, name: 'Aide conventionnelle' }).waitFor();
    await doctor(page, 'Dr Benali');
    await page.getByText('Aucun contrat d’aide pour Dr Karim Benali').waitFor();
    await page.keyboard.press('Control+Enter');
    await collectiveForm(page);
    await fill(page, /ETP financés/u, '1,25');
    await panel(page).getByRole('checkbox', { name: 'Dr Karim Benali' }).press('Space');
    await page.keyboard.press('Control+Enter');
    await panel(page)
      .getByText(/Par demi-ETP/u)
      .waitFor();
    await fill(page, /ETP financés/u, '1');
    await fill(page, /Nom de la société/u, 'SCM des Tilleuls');
    await save(page);
    await year(page, '1re').waitFor();
    expect(await words(year(page, '1re'))).toContain('38 000 €');
    await region('Médecins du contrat').getByText('Dr Karim Benali').first().waitFor();
    // The line that asks for the shares opens this doctor's own, not a doctor more.
    await region('Ce qui manque')
      .getByRole('listitem')
      .filter({ hasText: /parts détenues/u })
      .getByRole('button', { name: 'Compléter' })
      .press('Enter');
    await answer(page, 'Détient des parts en son nom facultatif', 'Oui');
    await save(page);
    expect(await words(region('Conditions'))).toMatch(/indéterminé|non rempli/u);
    await expectAccessible(page);
  });
});
