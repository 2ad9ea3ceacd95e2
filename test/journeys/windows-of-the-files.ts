import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { once } from '../support/journey.ts';
import { band, goTo, openFile } from './patients-stage.ts';
import { calls, desk, dialog, fileMenu, folder, merged, office, one, settings, two } from './windows-stage.ts';
import { windowsOfThePassages } from './windows-of-the-aid.ts';

/** How each one is opened, by the file it is written in: files, settings, rules, imports. */
export const windowsOfTheFiles: Readonly<Record<string, Readonly<Record<string, () => Promise<Page>>>>> = {
  'features/patients/file/file-band.tsx': {
    'le menu du dossier': async () => {
      await openFile(office.page, one);
      await office.page.getByRole('button', { name: 'Autres actions du dossier' }).click();
      await office.page.getByRole('menu').waitFor();
      return office.page;
    },
  },
  'features/patients/file/alerts-dialog.tsx': {
    'la ligne d’alerte, un ajout ouvert': async () => {
      await openFile(office.page, one);
      await band(office.page).getByRole('button', { name: 'Modifier' }).click();
      await office.page.getByRole('button', { name: /^Ajouter.*Allergie/u }).click();
      await office.page
        .getByLabel(/^Allergie/u)
        .last()
        .fill('pénicilline');
      return office.page;
    },
    'la ligne d’alerte, une ligne corrigée': async () => {
      const { page } = office;
      await calls.patients.addAlert({
        ...once(),
        patientId: one,
        kind: 'allergy',
        label: 'latex',
        noneKnown: false,
        source: 'declare',
        statedOn: '2026-11-17',
      });
      await openFile(page, one);
      await band(page).getByRole('button', { name: 'Modifier' }).click();
      await page.getByRole('button', { name: /^Modifier.*latex/u }).click();
      await page.getByLabel('Nouveau libellé').waitFor();
      return page;
    },
  },
  'features/patients/file/homonyms-dialog.tsx': {
    'les homonymes': async () => {
      await openFile(office.page, one);
      await band(office.page)
        .getByRole('button', { name: /homonym/iu })
        .click();
      await dialog(office.page, /Même nom/u).waitFor();
      return office.page;
    },
  },
  'features/patients/file/identity-dialog.tsx': {
    identité: async () => {
      const page = await fileMenu('Identité…');
      await dialog(page, 'Identité').waitFor();
      return page;
    },
  },
  'features/patients/file/merge-picker.tsx': {
    'chercher l’autre dossier': async () => {
      const page = await fileMenu('Fusionner avec…');
      await dialog(page, /Fusionner avec/u)
        .getByRole('searchbox')
        .fill('zwingel');
      await page.getByRole('button', { name: 'Comparer' }).first().waitFor();
      return page;
    },
  },
  'features/patients/file/split-dialog.tsx': {
    'séparer deux dossiers': async () => {
      const { page } = office;
      await openFile(page, merged);
      await page.getByRole('button', { name: 'Autres actions du dossier' }).click();
      await page.getByRole('menuitem', { name: 'Séparer…' }).click();
      await dialog(page, /Séparer/u).waitFor();
      return page;
    },
  },
  'features/patients/merge/merge-page.tsx': {
    'confirmer une fusion': async () => {
      const { page } = office;
      await goTo(page, `/patients/${one}/fusion/${two}`);
      await page.getByLabel('Motif de la fusion').fill('même personne');
      await page.keyboard.press('Control+Enter');
      await dialog(page, /Fusionner ces deux dossiers/u).waitFor();
      return page;
    },
  },
  'features/patients/form/new-patient-form.tsx': {
    'un nouveau dossier, les ressemblants à côté': async () => {
      const { page } = desk;
      await goTo(page, '/patients/nouveau');
      await page.getByLabel('Date de naissance').fill('02/02/1953');
      await page.getByRole('button', { name: 'Créer un dossier' }).click();
      await page.getByLabel('Nom de naissance').fill('ZWINGEL');
      await page.getByLabel('Premier prénom').fill('Odile');
      await page.getByRole('radio', { name: 'F', exact: true }).press('Space');
      await page
        .getByRole('complementary', { name: 'Dossiers ressemblants' })
        .getByText(/ZWINGEL/u)
        .first()
        .waitFor();
      return page;
    },
    'abandonner un nouveau dossier': async () => {
      const { page } = desk;
      await page.getByRole('button', { name: 'Abandonner' }).first().click();
      await dialog(page, /Abandonner cette saisie/u).waitFor();
      return page;
    },
  },
  'features/patients/form/duplicates-panel.tsx': {
    'ce n’est pas la même personne': async () => {
      const { page } = desk;
      await page
        .getByRole('button', { name: /^Ce n’est pas/u })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  'features/rules/book-page.tsx': {
    'une règle ouverte à côté du livre': async () => {
      const { page } = office;
      await goTo(page, '/regles/aid');
      await page.locator('tbody tr[tabindex]').first().press('Enter');
      await page.getByRole('complementary', { name: 'Règle' }).getByRole('heading').first().waitFor();
      return page;
    },
  },
  'features/settings/item-list.tsx': {
    'le menu d’une salle': async () => {
      const page = await settings('salles', 'Ajouter une salle');
      await page
        .getByRole('button', { name: /^Autres actions, / })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
  'features/settings/users-section.tsx': {
    'le menu d’une personne': async () => {
      const page = await settings('utilisateurs', 'Ajouter un utilisateur');
      await page.getByRole('button', { name: 'Autres actions, Odile Perrin' }).click();
      await page.getByRole('menu').waitFor();
      return page;
    },
    'fermer un accès': async () => {
      const page = await settings('utilisateurs', 'Ajouter un utilisateur');
      await page.getByRole('button', { name: 'Autres actions, Odile Perrin' }).click();
      await page.getByRole('menuitem', { name: 'Fermer l’accès…' }).click();
      await dialog(page, /Fermer l’accès/u).waitFor();
      return page;
    },
  },
  'features/settings/settings-page.tsx': Object.fromEntries(
    [
      ['medecins', 'Ajouter un médecin'],
      ['salles', 'Ajouter une salle'],
      ['motifs', 'Ajouter un motif'],
      ['utilisateurs', 'Ajouter un utilisateur'],
    ].map(([section = '', button = '']) => [
      `le panneau : ${button}`,
      async () => {
        const page = await settings(section, button);
        await page.getByRole('button', { name: button, exact: true }).click();
        await page.getByRole('button', { name: 'Fermer le détail' }).waitFor();
        await page.keyboard.press('Control+Enter');
        await page.locator('[aria-invalid=true]').first().waitFor();
        return page;
      },
    ]),
  ),
  'app/import-course/run-list.tsx': {
    ...windowsOfThePassages,
    'les colonnes d’un import': async () => {
      const { page } = office;
      await goTo(page, '/import');
      await page.getByLabel('Fichier de la liste').setInputFiles(join(folder, 'liste.csv'));
      await page.getByRole('columnheader', { name: 'Devient' }).waitFor();
      return page;
    },
    'la vérification d’un import': async () => {
      const { page } = office;
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: /^Importer \d+/u }).waitFor();
      return page;
    },
    'retirer un import': async () => {
      const { page } = office;
      await page.keyboard.press('Control+Enter');
      await page.getByRole('button', { name: 'Voir les patients' }).waitFor();
      await page.getByRole('button', { name: 'Annuler cet import' }).first().click();
      await dialog(page, /Retirer les dossiers/u).waitFor();
      return page;
    },
  },
};
