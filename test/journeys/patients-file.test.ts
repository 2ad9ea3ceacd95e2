import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, invite, lock, phrases, redeem, signIn } from '../support/journey.ts';
import { band, goTo, openFile, openPatientStage, place, type PatientStage } from './patients-stage.ts';

let practice: PatientStage;
beforeAll(async () => {
  practice = await openPatientStage();
});
afterAll(async () => {
  await practice.close();
});

describe('une fiche sur deux postes', () => {
  let id = '';
  beforeAll(async () => {
    id = await practice.create({
      birthName: 'LEROY',
      firstGivenName: 'PAULE',
      sex: 'F',
      birthDay: '21/01/1951',
      birthPlaceCode: place,
      city: 'BRIEY',
    });
  });

  test('deux champs différents se rejoignent sans un mot', async () => {
    const [one, two] = [practice.doctor.page, practice.assistant.page];
    await openFile(one, id, 'administratif');
    await openFile(two, id, 'administratif');
    await one.getByLabel('Téléphone mobile').fill('0600004455');
    await two.getByRole('textbox', { name: /^Adresse facultatif/u }).fill('2 place du Marché');
    await Promise.all([one.keyboard.press('Tab'), two.keyboard.press('Tab')]);
    await expect
      .poll(() => one.getByRole('textbox', { name: /^Adresse facultatif/u }).inputValue())
      .toBe('2 place du Marché');
    await expect.poll(() => two.getByLabel('Téléphone mobile').inputValue()).toBe('06 00 00 44 55');
    expect(await one.getByText('Saisi sur deux postes').count()).toBe(0);
  });

  test('le même champ montre les deux valeurs, qui et quand ; rien n’est perdu', async () => {
    const [one, two] = [practice.doctor.page, practice.assistant.page];
    const city = (page: Page) => page.getByRole('textbox', { name: /^Commune facultatif/u });
    await city(one).fill('LONGWY');
    await city(two).fill('METZ');
    await two.keyboard.press('Tab');
    await expect.poll(async () => (await practice.calls.patients.get({ patientId: id })).fields.city).toBe('METZ');
    expect(await city(one).inputValue()).toBe('LONGWY');
    await one.keyboard.press('Tab');
    const conflict = one.getByRole('alert').filter({ hasText: 'Saisi sur deux postes' });
    await conflict.getByText('LONGWY').first().waitFor();
    expect(await conflict.innerText()).toMatch(/Nadia Ferrand, \d\d:\d\d/u);
    expect(await conflict.innerText()).toContain('METZ');
    expect(await city(one).inputValue()).toBe('LONGWY');
    await expectAccessible(one);
    await conflict.getByRole('button', { name: 'Garder LONGWY' }).click();
    await expect.poll(() => city(two).inputValue()).toBe('LONGWY');
    expect(await one.getByText('Saisi sur deux postes').count()).toBe(0);
  });

  test('verrouiller enregistre le champ en cours ; une page perdue au milieu d’un champ se reprend', async () => {
    const { page } = practice.doctor;
    await page.getByLabel('Notes administratives').focus();
    await page.keyboard.type('Sonner deux fois');
    await expect
      .poll(async () => (await practice.calls.session.drafts({})).map((draft) => draft.raw))
      .toContain('Sonner deux fois');
    // The window is lost: nothing tells the field that it is left.
    await page.reload();
    const locked = page.getByRole('radiogroup', { name: 'Qui êtes-vous' });
    await locked
      .or(page.getByRole('navigation', { name: 'Navigation principale' }))
      .first()
      .waitFor();
    if (await locked.isVisible()) await signIn(page, 'Lemoine', phrases.lemoine);
    await openFile(page, id, 'administratif');
    await page.getByText(/Saisie reprise, pas encore enregistrée\s: Notes administratives/u).waitFor();
    expect((await practice.calls.patients.get({ patientId: id })).fields.notes ?? null).toBeNull();
    await page.getByLabel('Notes administratives').focus();
    await page.keyboard.press('Tab');
    await expect
      .poll(async () => (await practice.calls.patients.get({ patientId: id })).fields.notes)
      .toBe('Sonner deux fois');
    expect((await practice.calls.session.drafts({})).filter((draft) => draft.subjectId === id)).toEqual([]);

    await page.getByLabel('Notes administratives').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', puis attendre');
    await lock(page);
    await signIn(page, 'Lemoine', phrases.lemoine);
    expect((await practice.calls.patients.get({ patientId: id })).fields.notes).toBe('Sonner deux fois, puis attendre');
    await openFile(page, id, 'administratif');
  });

  test('ligne d’alerte : l’assistante déclare, le médecin confirme ; « non renseigné » n’est pas « aucune connue »', async () => {
    const [one, two] = [practice.doctor.page, practice.assistant.page];
    await band(two).getByText('Allergies : non renseigné').waitFor();
    await band(two).getByRole('button', { name: 'Modifier' }).click();
    const dialog = two.getByRole('dialog', { name: 'Ligne d’alerte' });
    const allergies = dialog.getByRole('region', { name: 'Allergie' });
    await allergies.getByRole('button', { name: 'Ajouter : Allergie' }).click();
    await expectAccessible(two);
    await allergies.getByRole('textbox', { name: 'Allergie' }).fill('pénicilline');
    await two.keyboard.press('Enter');
    await allergies.getByText(/déclaré le .*, Nadia Ferrand/u).waitFor();
    expect(await allergies.getByRole('button', { name: 'Confirmer' }).count()).toBe(0);
    await two.keyboard.press('Escape');

    await band(one).getByText('Allergie : pénicilline').waitFor();
    expect(await band(one).getByText('non renseigné').count()).toBe(0);
    await band(one).getByRole('button', { name: 'Modifier' }).click();
    await one.getByRole('dialog', { name: 'Ligne d’alerte' }).getByRole('button', { name: 'Confirmer' }).click();
    await one.getByText(/confirmé par Dr Claire Lemoine/u).waitFor();
    await one.keyboard.press('Escape');
  });
});

describe('fusionner et séparer', () => {
  test('trait par trait, confirmation, puis séparation', async () => {
    const first = await practice.create({
      birthName: 'SIMON',
      firstGivenName: 'JULIE',
      sex: 'F',
      birthDay: '09/03/1991',
      birthPlaceCode: place,
    });
    const second = await practice.create(
      {
        birthName: 'SIMON',
        firstGivenName: 'JULIE',
        sex: 'F',
        birthDay: '09/03/1991',
        birthPlaceCode: place,
        phoneMobile: '0600007788',
      },
      [{ patientId: first, reason: 'créée deux fois par erreur' }],
    );
    const { page } = practice.doctor;
    const { keyboard } = page;
    await openFile(page, first);
    await page.getByRole('button', { name: 'Autres actions du dossier' }).press('Enter');
    await page.getByRole('menuitem', { name: /Fusionner avec/u }).press('Enter');
    await page
      .getByRole('dialog', { name: /Fusionner/u })
      .getByRole('button', { name: 'Comparer' })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Fusion de dossiers' }).waitFor();
    await page
      .getByRole('row', { name: /Téléphone mobile/u })
      .getByRole('radio', { name: /dossier fusionné/u })
      .waitFor();
    expect(page.url()).toContain(`/patients/${first}/fusion/${second}`);
    await expectAccessible(page);
    await page.getByLabel('Motif de la fusion').fill('même personne');
    await keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: /Fusionner ces deux dossiers/u });
    // The safe button has the focus: Entrée alone merges nothing.
    await expect
      .poll(() =>
        dialog
          .getByRole('button', { name: 'Ne pas fusionner' })
          .evaluate((button) => button === document.activeElement),
      )
      .toBe(true);
    await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click();
    await band(page).getByText('06 00 00 77 88').waitFor();

    // The address of the merged file leads to the kept one.
    await goTo(page, `/patients/${second}`);
    await expect.poll(() => page.url()).toContain(first);

    await page.getByRole('button', { name: 'Autres actions du dossier' }).click();
    await page.getByRole('menuitem', { name: /Séparer/u }).click();
    await page.getByLabel('Motif').fill('fusion faite à tort');
    await page.getByRole('button', { name: 'Séparer', exact: true }).click();
    await expect
      .poll(async () => (await practice.calls.patients.get({ patientId: second })).fields.phoneMobile ?? null)
      .not.toBeNull();
    await band(page).getByText('1 homonyme').waitFor();
  });
});

describe('identité', () => {
  test('pièce vue, puis statut constaté après une seconde lecture : le matricule n’apparaît que qualifié', async () => {
    const id = await practice.create({
      birthName: 'DURAND',
      firstGivenName: 'ODILE',
      sex: 'F',
      birthDay: '12/04/1959',
      birthPlaceCode: place,
    });
    const { page } = practice.doctor;
    await openFile(page, id);
    await band(page).getByText('Identité provisoire').waitFor();
    await page.getByRole('button', { name: 'Autres actions du dossier' }).click();
    await page.getByRole('menuitem', { name: /Identité/u }).click();
    const dialog = page.getByRole('dialog', { name: 'Identité' });
    await dialog.getByRole('combobox', { name: 'Pièce présentée' }).click();
    await page.getByRole('option', { name: 'Passeport' }).click();
    await dialog.getByRole('button', { name: 'Enregistrer la pièce' }).click();
    await dialog.getByText('Pièce vue : identité validée.').waitFor();
    await expectAccessible(page);

    await dialog.getByRole('button', { name: /Recopier le statut/u }).click();
    const body = '2590454999999';
    const matricule = body + String(97n - (BigInt(body) % 97n)).padStart(2, '0');
    await dialog.getByRole('radio', { name: 'Qualifiée' }).press('Space');
    await dialog.getByLabel('Logiciel').fill('Logiciel du médecin');
    await dialog.getByRole('combobox', { name: 'Origine des traits' }).click();
    await page.getByRole('option', { name: /INSi par les traits/u }).click();
    await dialog.getByLabel('Matricule INS').fill(matricule);
    await dialog.getByRole('combobox', { name: 'Nature du matricule' }).click();
    await page.getByRole('option', { name: 'NIR', exact: true }).click();
    await dialog.getByLabel('Nom de naissance').fill('DURANT');
    await dialog.getByLabel('Premier prénom').fill('ODILE');
    await dialog.getByLabel('Date de naissance').fill('12/04/1959');
    await dialog.getByRole('radio', { name: 'F', exact: true }).press('Space');
    await dialog.getByLabel('Lieu de naissance').fill(place);
    await page.getByRole('option', { name: new RegExp(place, 'u') }).waitFor();
    await dialog.getByLabel('Matricule, seconde lecture').fill(matricule);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Attester le statut' }).click();
    // The second reading is a real one: a letter that differs is refused.
    await dialog
      .getByText(/La seconde lecture diffère du dossier\s: nom de naissance/u)
      .first()
      .waitFor();
    await dialog.getByLabel('Nom de naissance').fill('DURAND');
    await dialog.getByRole('button', { name: 'Attester le statut' }).click();
    await dialog.getByText(/Identité qualifiée, constatée/u).waitFor();
    await page.keyboard.press('Escape');
    await band(page).getByText('Identité qualifiée').waitFor();
    await band(page).getByText('2 59 04 54 999 999').waitFor();
  });
});

describe('rôles', () => {
  test('une secrétaire ne voit ni constantes ni actions cliniques', async () => {
    const id = await practice.create({
      birthName: 'FAURE',
      firstGivenName: 'FANNY',
      sex: 'F',
      birthDay: '30/11/1970',
      birthPlaceCode: place,
    });
    const { code } = await invite(practice.doctor, practice.stage.host.url, {
      givenName: 'Sonia',
      familyName: 'Klein',
      role: 'secretaire',
    });
    const { page } = await practice.stage.post();
    await redeem(page, 'Sonia', code, 'Cinq tasses bleues sèchent dehors pendant que Paul relit ses notes');
    await openFile(page, id);
    await page.getByRole('heading', { name: 'FAURE Fanny' }).waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Synthèse', 'Visites', 'Administratif']);
    expect(await band(page).getByRole('button', { name: 'Modifier' }).count()).toBe(0);
    await expectAccessible(page);
  });
});
