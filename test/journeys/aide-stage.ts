import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { callsOf, firstRun, once, openStage, type Calls, type Stage } from '../support/journey.ts';

export const NOW = '2026-11-17T09:24:00Z';

export interface AidStage {
  stage: Stage;
  page: Page;
  calls: Calls;
  /** Dr Claire Lemoine and Dr Karim Benali. */
  doctors: readonly { id: string; displayName: string }[];
  close(): Promise<void>;
}

/** A practice just founded, with Nadia Ferrand as assistant, two general practitioners in sector 1, and no contract. */
export async function openAidStage(): Promise<AidStage> {
  const stage = await openStage({ env: { PRELUDE_NOW: NOW } });
  const { page, context } = await stage.post();
  await firstRun(page);
  page.setDefaultTimeout(8000);
  const { calls, close } = await callsOf(context, stage.host.url);
  await calls.employer.addAssistant({
    ...once(),
    givenName: 'Nadia',
    familyName: 'Ferrand',
    profile: 'SECRETAIRE',
    accountId: null,
    formerSecretary: null,
    secretaryReplacedOn: null,
  });
  const { doctors } = await calls.practice.get({});
  for (const { id } of doctors) {
    await calls.employer.addProfile({
      ...once(),
      doctorId: id,
      fromDay: '2019-01-01',
      sector: 'SECTEUR_1',
      speciality: 'MEDECINE_GENERALE',
      mep: false,
      zone: null,
      installedOn: '2005-09-01',
      newlyInstalled: false,
      specialityListed: null,
      adaptedSituation: null,
      doctorsInPractice: 2,
      coordinatedPractice: null,
      joinBy: null,
      childrenShare: null,
      technicalShare: null,
    });
  }
  return {
    stage,
    page,
    calls,
    doctors,
    close: async () => {
      close();
      await stage.close();
    },
  };
}

export const panel = (page: Page) => page.getByRole('complementary', { name: 'Saisie' });

/** Types in a field of the panel, and leaves it. */
export async function fill(page: Page, label: string | RegExp, text: string, within = panel(page)): Promise<void> {
  const field = within.getByLabel(label).first();
  await field.focus();
  await field.fill(text);
  await page.keyboard.press('Tab');
}

/** Answers a segmented control by the keyboard. */
export async function answer(page: Page, group: string, option: string): Promise<void> {
  await panel(page)
    .getByRole('radiogroup', { name: group })
    .getByRole('radio', { name: option, exact: true })
    .press('Space');
}

/** Chooses in a list by the keyboard. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await panel(page).getByRole('combobox', { name: label }).press('Enter');
  await page.getByRole('option', { name: option }).click();
}

/** Saves the form, and waits for the panel to close. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await panel(page).waitFor({ state: 'detached' });
}

/** Chooses an action of the contract's menu. */
export async function contractAction(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Autres actions du contrat' }).press('Enter');
  await page.getByRole('menuitem', { name: label }).press('Enter');
  await panel(page).waitFor();
}

export const doctor = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'Médecin', exact: true }).getByRole('radio', { name }).press('Space');

/** The words of the card of a year. */
export const year = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Années du contrat' }).getByRole('button', { name: new RegExp(`^${name}`, 'u') });

/** The text of an element, its non-breaking spaces made plain. */
export const words = async (element: { innerText(): Promise<string> }): Promise<string> =>
  (await element.innerText()).replaceAll('\u00A0', ' ');

/** Twenty passages of twenty people, and a line whose day does not exist. */
export const twentyPassages = [
  'Date;Nom;Prénom;Naissance;Médecin',
  ...Array.from(
    'ABCDEFGHIJKLMNOPQRST',
    (letter, line) => `${String(line + 1).padStart(2, '0')}/03/2026;VANNIER${letter};Rose;15/04/1961;Dr Lemoine`,
  ),
  '31/02/2026;PERDU;Paul;15/04/1961;Dr Lemoine',
].join('\n');

/** A collective contract begun, its text proposed from the day of signature. */
export async function collectiveForm(page: Page): Promise<void> {
  await choose(page, 'Sorte de contrat', 'Contrat collectif');
  await fill(page, 'Signé le', '02/03/2026');
  await fill(page, 'Commence le', '02/03/2026');
  await expect
    .poll(() => panel(page).getByRole('combobox', { name: 'Texte applicable' }).inputValue())
    .toBe('Contrat collectif de 2026');
}
