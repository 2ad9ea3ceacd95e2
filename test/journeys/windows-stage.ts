import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { demoPhrase } from '#electron/features/demo/index.ts';
import { callsOf, once, openStage, signIn, type Calls, type Stage } from '../support/journey.ts';
import { goTo, openFile } from './patients-stage.ts';

type Post = { context: BrowserContext; page: Page };
export const folder = mkdtempSync(join(tmpdir(), 'prelude-fenetres-'));
export let stage: Stage;
export let desk: Post;
export let office: Post;
export let calls: Calls;
let closeCalls: () => void;
/** Two files of one person, merged into the first; and two homonyms still apart. */
export let merged = '';
export let one = '';
export let two = '';

export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
export const board = async () => {
  await goTo(desk.page, '/aujourdhui');
  await desk.page.locator('[data-visit]').nth(5).waitFor();
  return desk.page;
};
export const visitAt = async (name: string) => {
  const page = await board();
  const card = page.getByRole('region', { name, exact: true }).locator('[data-visit]').first();
  await card.focus();
  return page;
};
export const settings = async (section: string, button: string) => {
  const { page } = office;
  await goTo(page, `/reglages/${section}`);
  await page.getByRole('button', { name: button, exact: true }).first().waitFor();
  return page;
};
export const fileMenu = async (entry: string) => {
  await openFile(office.page, one);
  await office.page.getByRole('button', { name: 'Autres actions du dossier' }).click();
  await office.page.getByRole('menuitem', { name: entry }).click();
  return office.page;
};

/** The demonstration, an assistant at the desk and a doctor in the office. */
export async function openWindowStage(): Promise<void> {
  const people = Array.from(
    { length: 12 },
    (_, line) => `VANNIER${'ABCDEFGHIJKL'[line] ?? ''};Rose;0${(line % 9) + 1}/04/1961;F`,
  );
  writeFileSync(
    join(folder, 'liste.csv'),
    ['Nom;Prénom;Naissance;Sexe', ...people, 'SANSDATE;Paul;31/02/1970;M'].join('\n'),
  );
  stage = await openStage({ demo: true, env: { PRELUDE_NOW: '2026-11-17T09:24:00Z' } });
  desk = await stage.post();
  office = await stage.post();
  await signIn(desk.page, 'Nadia Ferrand', demoPhrase);
  await signIn(office.page, 'Claire Lemoine', demoPhrase);
  ({ calls, close: closeCalls } = await callsOf(office.context, stage.host.url));
  const create = async (birthDay: string, notSame: string[]) =>
    (
      await calls.patients.create({
        ...once(),
        fields: { birthName: 'ZWINGEL', firstGivenName: 'Odile', sex: 'F', birthDay, birthPlaceCode: '54099' },
        document: null,
        notSame: notSame.map((patientId) => ({ patientId, reason: 'autre personne, vue ensemble' })),
        draftId: null,
      })
    ).id;
  one = await create('02/02/1953', []);
  two = await create('02/02/1953', [one]);
  merged = await create('02/02/1954', [one, two]);
  const other = await create('02/02/1954', [one, two, merged]);
  await calls.patients.merge({ ...once(), patientId: merged, mergedId: other, take: [], reason: 'créé deux fois' });
  await calls.session.saveDraft({
    ...once(),
    subject: 'new_patient',
    subjectId: crypto.randomUUID(),
    patientId: null,
    fields: { birthName: 'Vauquelin' },
  });
}

export async function closeWindowStage(): Promise<void> {
  closeCalls();
  await stage.close();
  rmSync(folder, { recursive: true });
}
