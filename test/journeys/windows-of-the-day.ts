import type { Page } from 'playwright-core';
import { goTo } from './patients-stage.ts';
import { board, dialog, office, visitAt } from './windows-stage.ts';

/** How each one is opened, by the file it is written in: the frame, the day, the preparation. */
export const windowsOfTheDay: Readonly<Record<string, Readonly<Record<string, () => Promise<Page>>>>> = {
  'app/shell/shell.tsx': {
    'la palette, sur un nom': async () => {
      const page = await board();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Patient, action' }).fill('mar');
      await page
        .getByRole('option', { name: /MARTIN/u })
        .first()
        .waitFor();
      return page;
    },
    'la palette, sur rien': async () => {
      const page = await board();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Patient, action' }).fill('zzzzz');
      await page.getByText(/Aucun patient/u).waitFor();
      return page;
    },
  },
  'app/shell/user-menu.tsx': {
    'le menu de la personne': async () => {
      const page = await board();
      await page.getByRole('button', { name: /Nadia Ferrand/u }).click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
  'app/actions/key-help.tsx': {
    'les raccourcis': async () => {
      const page = await board();
      await page.keyboard.press('F1');
      await dialog(page, 'Raccourcis de cette page').waitFor();
      return page;
    },
  },
  'app/shell/drafts-page.tsx': {
    'abandonner une saisie': async () => {
      const { page } = office;
      await goTo(page, '/saisies');
      await page.getByRole('button', { name: 'Abandonner' }).first().click();
      await dialog(page, /Abandonner cette saisie/u).waitFor();
      return page;
    },
  },
  'features/board/board-page.tsx': {
    'le détail d’un rendez-vous, et sa liste de salles': async () => {
      const page = await visitAt('Salle d’attente');
      await page.keyboard.press('Space');
      await page.getByRole('complementary', { name: 'Détail du rendez-vous' }).waitFor();
      await page.getByRole('combobox', { name: /Salle/u }).click();
      await page.getByRole('option').first().waitFor();
      return page;
    },
  },
  'features/board/add-visit-dialog.tsx': {
    'ajouter à la journée, sans rendez-vous': async () => {
      const page = await board();
      await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
      await dialog(page, 'Ajouter à la journée').waitFor();
      return page;
    },
    'ajouter à la journée, une personne choisie': async () => {
      const page = await board();
      await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
      await page.getByLabel('Patient', { exact: true }).fill('zwingel');
      await page
        .getByRole('button', { name: /ZWINGEL/u })
        .first()
        .click();
      return page;
    },
  },
  'features/board/exit-dialogs.tsx': {
    absence: async () => {
      const page = await visitAt('Attendus');
      await page.keyboard.press('x');
      await dialog(page, 'Absence').waitFor();
      return page;
    },
    'parti sans être vu': async () => {
      const page = await visitAt('Salle d’attente');
      await page.keyboard.press('x');
      await dialog(page, 'Parti sans être vu').waitFor();
      return page;
    },
  },
  'features/board/gone-rail.tsx': {
    'les partis': async () => {
      const page = await board();
      await page.getByRole('button', { name: /Partis/u }).click();
      await dialog(page, 'Partis').waitFor();
      return page;
    },
    'les absents': async () => {
      const page = await board();
      await page.getByRole('button', { name: /Absents/u }).click();
      await dialog(page, 'Absents').waitFor();
      return page;
    },
  },
  'features/doctor/doctor-page.tsx': {
    'la préparation à lire': async () => {
      const { page } = office;
      await goTo(page, '/mes-patients');
      await page.getByRole('complementary', { name: 'Préparation' }).getByRole('heading').first().waitFor();
      return page;
    },
  },
  'features/preparation/preparation-page.tsx': {
    'le côté du médecin, et un motif « non fait »': async () => {
      const page = await visitAt('En préparation');
      await page.keyboard.press('p');
      await page.getByRole('complementary').first().waitFor();
      const field = page.getByRole('textbox', { name: /Pouls/u }).first();
      await field.press('-');
      return page;
    },
  },
};
