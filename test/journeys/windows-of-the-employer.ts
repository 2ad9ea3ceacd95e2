import type { Page } from 'playwright-core';
import { sendFile } from '../support/employer.ts';
import { once } from '../support/journey.ts';
import { goTo } from './patients-stage.ts';
import { calls, dialog, office } from './windows-stage.ts';
import { contract } from './windows-of-the-aid.ts';

const today = '2026-11-17';

/** An assistant of the demonstration who is employed now. */
async function assistant(): Promise<string> {
  const { assistants } = await calls.employer.assistants({ day: today });
  return assistants.find(({ employments }) => employments.some(({ endDay }) => endDay === null))?.id ?? '';
}

const employer = async (search = '') => {
  const { page } = office;
  await goTo(page, `/employeur?assistant=${await assistant()}${search}`);
  await page.getByRole('region', { name: 'Contrat de travail' }).waitFor();
  return page;
};
const form = async (search: string) => {
  const page = await employer(search);
  await page.locator('[data-region="panel"] button').first().waitFor();
  return page;
};
const training = async (gesture = '') => {
  const { page } = office;
  await goTo(page, `/formation${gesture === '' ? '' : `?geste=${gesture}&assistant=${await assistant()}`}`);
  await page
    .getByRole('group', { name: /^Gestes pour/u })
    .first()
    .waitFor();
  return page;
};
const trainingForm = async (gesture: string) => {
  const page = await training(gesture);
  await page.getByRole('complementary', { name: 'Saisie de la formation' }).locator('button').first().waitFor();
  return page;
};
const renewal = async () => {
  const { page } = office;
  await goTo(page, `/aide/renouvellement/${await contract()}?etape=review`);
  await page.getByRole('article', { name: 'Aperçu du dossier' }).waitFor();
  return page;
};
const pressed = async (name: RegExp) => {
  const page = await renewal();
  await page.getByRole('button', { name }).first().click();
  await page.getByRole('dialog').waitFor();
  return page;
};
/** A file already produced, to send and to answer. */
async function produced(): Promise<Page> {
  const page = await renewal();
  const files = page.getByRole('region', { name: 'Dossiers produits' });
  if ((await files.count()) === 0 || (await files.getByRole('button', { name: 'Noter un envoi' }).count()) === 0) {
    const coming = page.waitForEvent('download');
    await page
      .getByRole('button', { name: /^Produire/u })
      .first()
      .click();
    await coming;
  }
  await files.getByRole('button', { name: 'Noter un envoi' }).first().waitFor();
  return page;
}

/** A picture of one point, joined to the record of the assistant. */
async function picture(): Promise<Page> {
  const point = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
    'base64',
  );
  const uploadId = await sendFile({ doctor: calls }, point);
  const aboutId = await assistant();
  await calls.documents.add({
    ...once(),
    uploadId,
    name: 'diplome.png',
    kind: 'DIPLOMA',
    aboutKind: 'assistant',
    aboutId,
    onDay: null,
  });
  const page = await employer();
  await page.getByRole('button', { name: 'diplome.png', exact: true }).first().click();
  await dialog(page, 'diplome.png').waitFor();
  return page;
}

/** How each one is opened, by the file it is written in: the employer, training, deadlines, the renewal. */
export const windowsOfTheEmployer: Readonly<Record<string, Readonly<Record<string, () => Promise<Page>>>>> = {
  'features/employer/employer-page.tsx': {
    'un assistant': () => form('&saisie=assistant'),
    'un contrat de travail': async () => form(`&saisie=contrat&dans=${await assistant()}`),
    'une absence': async () => form(`&saisie=absence&dans=${await assistant()}`),
  },
  'features/employer/contracts-pane.tsx': {
    'le menu d’un contrat de travail': async () => {
      const page = await employer();
      await page
        .getByRole('button', { name: /^Autres actions, contrat/u })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
  'features/documents/proof-picture.tsx': { 'une pièce en image': picture },
  'features/training/training-page.tsx': {
    'le parcours': () => trainingForm('inscription'),
    'un courrier': () => trainingForm('courrier'),
  },
  'features/training/pane-actions.tsx': {
    'le menu d’une formation': async () => {
      const page = await training();
      await page
        .getByRole('button', { name: /^Autres gestes/u })
        .first()
        .click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
  'features/deadlines/deadlines-page.tsx': {
    'une échéance': async () => {
      const { page } = office;
      await goTo(page, '/echeances');
      // By its name: the page before has a table too, and stays until this one is loaded.
      await page.getByRole('table', { name: 'Échéances' }).locator('tr[data-row]').first().press('Enter');
      await page.getByRole('complementary', { name: 'Échéance' }).waitFor();
      return page;
    },
  },
  'features/renewal/attach-dialog.tsx': { 'joindre une pièce': () => pressed(/^Joindre/u) },
  'features/renewal/aside-dialog.tsx': { 'une ligne sans objet': () => pressed(/^Sans objet/u) },
  'features/renewal/pieces-dialog.tsx': {
    'la liste des pièces': async () => {
      const { page } = office;
      await goTo(page, `/aide/renouvellement/${await contract()}?etape=proofs`);
      await page
        .getByRole('button', { name: /^Modifier la liste/u })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  'features/renewal/sending-dialog.tsx': {
    'un envoi': async () => {
      const page = await produced();
      await page.getByRole('button', { name: 'Noter un envoi' }).first().click();
      await page.getByRole('dialog').waitFor();
      return page;
    },
  },
  'features/renewal/files-pane.tsx': {
    'les lettres': async () => {
      const page = await produced();
      await page.getByRole('button', { name: 'Lettres' }).first().click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
};
