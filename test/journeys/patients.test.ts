import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible } from '../support/journey.ts';
import { band, goTo, openFile, openPatientStage, place, searchAnywhere, type PatientStage } from './patients-stage.ts';

let practice: PatientStage;
beforeAll(async () => {
  practice = await openPatientStage();
});
afterAll(async () => {
  await practice.close();
});

const known = {
  jeanne: {
    birthName: 'DUBOIS',
    firstGivenName: 'JEANNE',
    givenNames: 'MARIE',
    usedName: 'MARTIN',
    sex: 'F',
    birthDay: '12/04/1959',
    birthPlaceCode: place,
    phoneMobile: '0600001234',
  },
  homonym: { birthName: 'MARTIN', firstGivenName: 'JEANNE', sex: 'F', birthDay: '03/09/1984', birthPlaceCode: place },
  aubry: {
    birthName: 'AUBRY',
    firstGivenName: 'CAMILLE',
    sex: 'F',
    birthDay: '14/06/1999',
    birthPlaceCode: place,
    phoneMobile: '0600003188',
    city: 'LONGWY',
  },
  irene: { birthName: 'KOWALSKI', firstGivenName: 'IRENE', sex: 'F', birthDay: '02/02/1945', birthPlaceCode: place },
} as const;

describe('trouver un patient', () => {
  let jeanne = '';
  beforeAll(async () => {
    jeanne = await practice.create(known.jeanne);
    await practice.create(known.homonym);
    await practice.create(known.irene);
  });

  test('Ctrl K, six lettres au plus et Entrée ouvrent le dossier connu', async () => {
    const { page } = practice.doctor;
    await searchAnywhere(page, 'kowals');
    await page.getByRole('option', { name: /KOWALSKI Irene/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'KOWALSKI Irene' }).waitFor();
    expect(page.url()).toMatch(/\/patients\/[0-9a-f-]{36}$/u);
    expect(await page.title()).not.toMatch(/KOWALSKI/iu);
  });

  test('les homonymes sont signalés, avec date de naissance, âge et sexe', async () => {
    const { page } = practice.doctor;
    await searchAnywhere(page, 'martin');
    const lines = page.getByRole('option', { name: /MARTIN Jeanne/u });
    await expect.poll(() => lines.count()).toBe(2);
    for (const line of await lines.all())
      expect(await line.innerText()).toMatch(/née le \d\d\/\d\d\/\d{4}\s·\s\d\d\sans\s·\sF[\s\S]*Homonyme/u);
    await page.keyboard.press('Escape');
    await openFile(page, jeanne);
    await band(page).getByRole('button', { name: '1 homonyme' }).click();
    await page
      .getByRole('dialog', { name: /Même nom/u })
      .getByText('née le 03/09/1984')
      .waitFor();
    await page.keyboard.press('Escape');
  });

  test('sans résultat exact, le plus proche est nommé et la création proposée', async () => {
    const { page } = practice.doctor;
    await searchAnywhere(page, 'kovalsqui');
    await page.getByText(/Aucun patient «\skovalsqui\s». Proche\s:/u).waitFor();
    await page.getByRole('option', { name: /KOWALSKI/u }).waitFor();
    await page.getByRole('option', { name: /Créer le patient/u }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('la page Patients se parcourt aux flèches et s’ouvre avec Entrée', async () => {
    const { page } = practice.doctor;
    await goTo(page, '/patients');
    await page.getByLabel('Chercher un patient').focus();
    await page.keyboard.type('12041959');
    await page.getByRole('row', { name: /MARTIN Jeanne/u }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'MARTIN Jeanne' }).waitFor();
  });
});

describe('créer un patient', () => {
  test('au clavier seul, avec une pièce : le dossier est validé', async () => {
    const { page } = practice.doctor;
    const { keyboard } = page;
    await searchAnywhere(page, 'petit hugo');
    await page.getByRole('option', { name: /Créer le patient/u }).waitFor();
    await keyboard.press('Shift+Enter');
    await page.getByLabel('Date de naissance').waitFor();
    await keyboard.type('05062014');
    await page.getByText('Aucun dossier ne correspond').waitFor();
    await keyboard.press('Control+Enter');
    // What was typed is carried over.
    await expect.poll(() => page.getByLabel('Nom de naissance').inputValue()).toBe('PETIT');
    expect(await page.getByLabel('Premier prénom').inputValue()).toBe('HUGO');

    await keyboard.press('Control+Enter');
    await page.getByText('Il manque : sexe, lieu de naissance.').waitFor();
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'M', exact: true }).press('Space');
    await page.getByLabel('Lieu de naissance').focus();
    await keyboard.type('longwy');
    await page.getByRole('option', { name: /^Longwy \(54\)/u }).waitFor();
    await keyboard.press('Tab');
    await page.getByText('Code 54323').waitFor();
    await page.getByRole('combobox', { name: 'Pièce présentée' }).press('Enter');
    await keyboard.type('passeport');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await page.getByText('Pièce admise pour vérifier l’identité.').waitFor();
    // A wrong optional field never prevents the creation.
    await page.getByLabel('Adresse électronique').focus();
    await keyboard.type('hugo@exemple');
    await keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'PETIT Hugo' }).waitFor();
    await band(page).getByText('Identité validée').waitFor();
    await page.getByRole('tab', { name: /Administratif/u }).press('Enter');
    await page.getByText(/À corriger, gardé tel que saisi/u).waitFor();
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('hugo@exemple');
  });

  test('la clé attendue n’est jamais montrée ; les quatre marques le sont', async () => {
    const { page } = practice.doctor;
    await goTo(page, `/patients/nouveau?brouillon=${crypto.randomUUID()}`);
    await page.getByLabel('Date de naissance').fill('14/06/1999');
    await page.getByRole('radio', { name: 'F', exact: true }).press('Space');
    await page.getByLabel('Numéro de sécurité sociale').fill('2 99 06 54 999 999 12');
    const marks = page.getByRole('list').filter({ hasText: 'Clé incorrecte' });
    await marks.waitFor();
    expect(await marks.getByRole('listitem').count()).toBe(4);
    // 97 − (2990654999999 mod 97)
    const expected = String(97n - (2990654999999n % 97n)).padStart(2, '0');
    expect(await marks.innerText()).not.toContain(expected);
  });

  test('un doublon très probable bloque tant qu’il n’a pas reçu de réponse ; le brouillon se reprend', async () => {
    await practice.create(known.aubry);
    const { page } = practice.doctor;
    const { keyboard } = page;
    const draftId = crypto.randomUUID();
    await goTo(page, `/patients/nouveau?brouillon=${draftId}`);
    await page.getByLabel('Nom de naissance').fill('AUBRY');
    await page.getByLabel('Premier prénom').fill('CAMILLE');
    await page.getByLabel('Date de naissance').fill('14/06/1999');
    await page.getByRole('radio', { name: 'F', exact: true }).press('Space');
    await page.getByLabel('Lieu de naissance').fill('54323');
    await page.getByRole('option', { name: /54323/u }).waitFor();
    await keyboard.press('Tab');
    const panel = page.getByRole('complementary', { name: 'Dossiers ressemblants' });
    await panel.getByText('Très probable', { exact: true }).waitFor();
    await expectAccessible(page);
    await keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/Un dossier très ressemblant existe/u)
      .waitFor();
    await page.getByText(/Brouillon enregistré/u).waitFor();

    // Left in the middle, found again on the page Patients.
    await goTo(page, '/patients');
    await page.getByText(/Nouveau patient \(AUBRY CAMILLE, 14\/06\/1999\)/u).waitFor();
    await goTo(page, `/patients/nouveau?brouillon=${draftId}`);
    await expect.poll(() => page.getByLabel('Nom de naissance').inputValue()).toBe('AUBRY');
    await panel.getByRole('button', { name: /Ce n’est pas elle/u }).click();
    await page.getByLabel('Motif').fill('Homonyme vérifiée sur la pièce');
    await page.getByRole('button', { name: 'Ce n’est pas la même personne' }).click();
    await panel.getByText('Homonyme vérifiée sur la pièce').waitFor();
    await keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'AUBRY Camille' }).waitFor();
    await band(page).getByText('1 homonyme').waitFor();
    expect((await practice.calls.session.drafts({})).filter((draft) => draft.subjectId === draftId)).toEqual([]);
  });
});
