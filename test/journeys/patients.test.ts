import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callsOf, expectAccessible, firstRun, invite, lock, once, openStage, phrases, redeem, signIn, type Calls, type Stage } from '../support/journey.ts';

let stage: Stage;
let doctor: { context: BrowserContext; page: Page };
let assistant: { context: BrowserContext; page: Page };
let calls: Calls;
let endCalls: () => void;

const place = '54099';
const known = {
  jeanne: { birthName: 'DUBOIS', firstGivenName: 'JEANNE', givenNames: 'MARIE', usedName: 'MARTIN', sex: 'F', birthDay: '12/04/1959', birthPlaceCode: place, phoneMobile: '0600001234' },
  homonym: { birthName: 'MARTIN', firstGivenName: 'JEANNE', sex: 'F', birthDay: '03/09/1984', birthPlaceCode: place },
  aubry: { birthName: 'AUBRY', firstGivenName: 'CAMILLE', sex: 'F', birthDay: '14/06/1999', birthPlaceCode: place, phoneMobile: '0600003188', city: 'LONGWY' },
  irene: { birthName: 'KOWALSKI', firstGivenName: 'IRENE', sex: 'F', birthDay: '02/02/1945', birthPlaceCode: place },
} as const;

async function create(fields: Record<string, string>, notSame: { patientId: string; reason: string }[] = []): Promise<string> {
  const { id } = await calls.patients.create({ ...once(), fields, document: null, notSame, draftId: null });
  return id;
}

/** Follows an address inside the page: a reload would lock the post. */
async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState({}, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function openFile(page: Page, id: string, tab?: string): Promise<void> {
  await goTo(page, `/patients/${id}${tab === undefined ? '' : `?onglet=${tab}`}`);
  await page.getByRole('tablist', { name: 'Rubriques du dossier' }).waitFor();
}

/** Ctrl K, then the text once the field has the focus. */
async function searchAnywhere(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Patient, action' });
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type(text);
}

const band = (page: Page) => page.getByRole('region', { name: 'Identité', exact: true });

beforeAll(async () => {
  stage = await openStage();
  doctor = await stage.post();
  await firstRun(doctor.page);
  const opened = await callsOf(doctor.context, stage.host.url);
  calls = opened.calls;
  endCalls = opened.close;
  const { code } = await invite(doctor, stage.host.url, { givenName: 'Nadia', familyName: 'Ferrand', role: 'assistant' });
  assistant = await stage.post();
  await redeem(assistant.page, 'Nadia', code, phrases.ferrand);
});
afterAll(async () => {
  endCalls();
  await stage.close();
});

describe('trouver un patient', () => {
  let jeanne = '';
  beforeAll(async () => {
    jeanne = await create(known.jeanne);
    await create(known.homonym);
    await create(known.irene);
  });

  test('Ctrl K, six lettres au plus et Entrée ouvrent le dossier connu', async () => {
    const { page } = doctor;
    await searchAnywhere(page, 'kowals');
    await page.getByRole('option', { name: /KOWALSKI Irene/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'KOWALSKI Irene' }).waitFor();
    expect(page.url()).toMatch(/\/patients\/[0-9a-f-]{36}$/u);
    expect(await page.title()).not.toMatch(/KOWALSKI/iu);
  });

  test('les homonymes sont signalés, avec date de naissance, âge et sexe', async () => {
    const { page } = doctor;
    await searchAnywhere(page, 'martin');
    const lines = page.getByRole('option', { name: /MARTIN Jeanne/u });
    await expect.poll(() => lines.count()).toBe(2);
    for (const line of await lines.all()) expect(await line.innerText()).toMatch(/née le \d\d\/\d\d\/\d{4}\s·\s\d\d\sans\s·\sF[\s\S]*Homonyme/u);
    await page.keyboard.press('Escape');
    await openFile(page, jeanne);
    await band(page).getByRole('button', { name: '1 homonyme' }).click();
    await page.getByRole('dialog', { name: /Même nom/u }).getByText('née le 03/09/1984').waitFor();
    await page.keyboard.press('Escape');
  });

  test('sans résultat exact, le plus proche est nommé et la création proposée', async () => {
    const { page } = doctor;
    await searchAnywhere(page, 'kovalsqui');
    await page.getByText(/Aucun patient «\skovalsqui\s». Proche\s:/u).waitFor();
    await page.getByRole('option', { name: /KOWALSKI/u }).waitFor();
    await page.getByRole('option', { name: /Créer le patient/u }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('la page Patients se parcourt aux flèches et s’ouvre avec Entrée', async () => {
    const { page } = doctor;
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
    const { page } = doctor;
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
    await page.getByText('Pièce admise pour vérifier l’identité.'.replace('’', '\'')).waitFor();
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
    const { page } = doctor;
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
    await create(known.aubry);
    const { page } = doctor;
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
    await page.getByRole('alert').getByText(/Un dossier très ressemblant existe/u).waitFor();
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
    expect((await calls.session.drafts({})).filter((draft) => draft.subjectId === draftId)).toEqual([]);
  });
});

describe('une fiche sur deux postes', () => {
  let id = '';
  beforeAll(async () => {
    id = await create({ birthName: 'LEROY', firstGivenName: 'PAULE', sex: 'F', birthDay: '21/01/1951', birthPlaceCode: place, city: 'BRIEY' });
  });

  test('deux champs différents se rejoignent sans un mot', async () => {
    const [one, two] = [doctor.page, assistant.page];
    await openFile(one, id, 'administratif');
    await openFile(two, id, 'administratif');
    await one.getByLabel('Téléphone mobile').fill('0600004455');
    await two.getByRole('textbox', { name: /^Adresse facultatif/u }).fill('2 place du Marché');
    await Promise.all([one.keyboard.press('Tab'), two.keyboard.press('Tab')]);
    await expect.poll(() => one.getByRole('textbox', { name: /^Adresse facultatif/u }).inputValue()).toBe('2 place du Marché');
    await expect.poll(() => two.getByLabel('Téléphone mobile').inputValue()).toBe('06 00 00 44 55');
    expect(await one.getByText('Saisi sur deux postes').count()).toBe(0);
  });

  test('le même champ montre les deux valeurs, qui et quand ; rien n’est perdu', async () => {
    const [one, two] = [doctor.page, assistant.page];
    const city = (page: Page) => page.getByRole('textbox', { name: /^Commune facultatif/u });
    await city(one).fill('LONGWY');
    await city(two).fill('METZ');
    await two.keyboard.press('Tab');
    await expect.poll(async () => (await calls.patients.get({ patientId: id })).fields.city).toBe('METZ');
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
    const { page } = doctor;
    await page.getByLabel('Notes administratives').focus();
    await page.keyboard.type('Sonner deux fois');
    await expect.poll(async () => (await calls.session.drafts({})).map((draft) => draft.raw)).toContain('Sonner deux fois');
    // The window is lost: nothing tells the field that it is left.
    await page.reload();
    const locked = page.getByRole('radiogroup', { name: 'Qui êtes-vous' });
    await locked.or(page.getByRole('navigation', { name: 'Navigation principale' })).first().waitFor();
    if (await locked.isVisible()) await signIn(page, 'Lemoine', phrases.lemoine);
    await openFile(page, id, 'administratif');
    await page.getByText(/Saisie reprise, pas encore enregistrée\s: Notes administratives/u).waitFor();
    expect((await calls.patients.get({ patientId: id })).fields.notes ?? null).toBeNull();
    await page.getByLabel('Notes administratives').focus();
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await calls.patients.get({ patientId: id })).fields.notes).toBe('Sonner deux fois');
    expect((await calls.session.drafts({})).filter((draft) => draft.subjectId === id)).toEqual([]);

    await page.getByLabel('Notes administratives').focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', puis attendre');
    await lock(page);
    await signIn(page, 'Lemoine', phrases.lemoine);
    expect((await calls.patients.get({ patientId: id })).fields.notes).toBe('Sonner deux fois, puis attendre');
    await openFile(page, id, 'administratif');
  });

  test('ligne d’alerte : l’assistante déclare, le médecin confirme ; « non renseigné » n’est pas « aucune connue »', async () => {
    const [one, two] = [doctor.page, assistant.page];
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
    const first = await create({ birthName: 'SIMON', firstGivenName: 'JULIE', sex: 'F', birthDay: '09/03/1991', birthPlaceCode: place });
    const second = await create(
      { birthName: 'SIMON', firstGivenName: 'JULIE', sex: 'F', birthDay: '09/03/1991', birthPlaceCode: place, phoneMobile: '0600007788' },
      [{ patientId: first, reason: 'créée deux fois par erreur' }],
    );
    const { page } = doctor;
    const { keyboard } = page;
    await openFile(page, first);
    await page.getByRole('button', { name: 'Autres actions du dossier' }).press('Enter');
    await page.getByRole('menuitem', { name: /Fusionner avec/u }).press('Enter');
    await page.getByRole('dialog', { name: /Fusionner/u }).getByRole('button', { name: 'Comparer' }).first().click();
    await page.getByRole('heading', { name: 'Fusion de dossiers' }).waitFor();
    await page.getByRole('row', { name: /Téléphone mobile/u }).getByRole('radio', { name: /dossier fusionné/u }).waitFor();
    expect(page.url()).toContain(`/patients/${first}/fusion/${second}`);
    await expectAccessible(page);
    await page.getByLabel('Motif de la fusion').fill('même personne');
    await keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: /Fusionner ces deux dossiers/u });
    // The safe button has the focus: Entrée alone merges nothing.
    await expect.poll(() => dialog.getByRole('button', { name: 'Ne pas fusionner' }).evaluate((button) => button === document.activeElement)).toBe(true);
    await dialog.getByRole('button', { name: 'Fusionner', exact: true }).click();
    await band(page).getByText('06 00 00 77 88').waitFor();

    // The address of the merged file leads to the kept one.
    await goTo(page, `/patients/${second}`);
    await expect.poll(() => page.url()).toContain(first);

    await page.getByRole('button', { name: 'Autres actions du dossier' }).click();
    await page.getByRole('menuitem', { name: /Séparer/u }).click();
    await page.getByLabel('Motif').fill('fusion faite à tort');
    await page.getByRole('button', { name: 'Séparer', exact: true }).click();
    await expect.poll(async () => (await calls.patients.get({ patientId: second })).fields.phoneMobile ?? null).not.toBeNull();
    await band(page).getByText('1 homonyme').waitFor();
  });
});

describe('identité', () => {
  test('pièce vue, puis statut constaté après une seconde lecture : le matricule n’apparaît que qualifié', async () => {
    const id = await create({ birthName: 'DURAND', firstGivenName: 'ODILE', sex: 'F', birthDay: '12/04/1959', birthPlaceCode: place });
    const { page } = doctor;
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
    await dialog.getByText(/La seconde lecture diffère du dossier\s: nom de naissance/u).first().waitFor();
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
    const id = await create({ birthName: 'FAURE', firstGivenName: 'FANNY', sex: 'F', birthDay: '30/11/1970', birthPlaceCode: place });
    const { code } = await invite(doctor, stage.host.url, { givenName: 'Sonia', familyName: 'Klein', role: 'secretaire' });
    const { page } = await stage.post();
    await redeem(page, 'Sonia', code, 'Cinq tasses bleues sèchent dehors pendant que Paul relit ses notes');
    await openFile(page, id);
    await page.getByRole('heading', { name: 'FAURE Fanny' }).waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Synthèse', 'Visites', 'Administratif']);
    expect(await band(page).getByRole('button', { name: 'Modifier' }).count()).toBe(0);
    await expectAccessible(page);
  });
});
