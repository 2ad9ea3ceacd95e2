import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedPdf, sendFile } from '../support/employer.ts';
import {
  callsOf,
  expectAccessible,
  firstRun,
  invite,
  once,
  openStage,
  phrases,
  redeem,
  type Stage,
} from '../support/journey.ts';
import { ferrandTraining, hired } from './formation-stage.ts';

let stage: Stage;
let ferrandCode: string;

beforeAll(async () => {
  stage = await openStage({ env: { PRELUDE_NOW: '2026-11-17T09:00:00Z' } });
  const doctor = await stage.post();
  await firstRun(doctor.page);
  const person = { givenName: 'Nadia', familyName: 'Ferrand', role: 'assistant' } as const;
  const { accountId, code } = await invite(doctor, stage.host.url, person);
  ferrandCode = code;
  const { calls, close } = await callsOf(doctor.context, stage.host.url);
  const nadia = await hired(calls, { name: ['Nadia', 'Ferrand'], profile: 'AS', startDay: '2024-03-04', accountId });
  const aboutId = await ferrandTraining(calls, nadia);
  const uploadId = await sendFile({ doctor: calls }, inventedPdf());
  const proof = { name: 'convention.pdf', kind: 'REGISTRATION', aboutKind: 'training', aboutId, onDay: null } as const;
  await calls.documents.add({ ...once(), uploadId, ...proof });
  await hired(calls, { name: ['Julien', 'Thiry'], profile: 'SECRETAIRE', startDay: '2025-09-02' });
  close();
});
afterAll(() => stage.close());

const pane = (page: Page, name: string) => page.getByRole('region', { name });

test('l’assistante voit son dossier, et lui seul, sans geste pour le changer ; elle ouvre ses pièces', async () => {
  const { page } = await stage.post();
  await redeem(page, 'Nadia Ferrand', ferrandCode, phrases.ferrand);
  await page.goto(`${stage.host.url}formation`);
  await pane(page, 'Nadia Ferrand').waitFor();
  expect(await page.getByText('Julien Thiry').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Bloquer des journées' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Ajouter une attestation' }).count()).toBe(0);
  const proof = page.getByRole('button', { name: 'convention.pdf' });
  const [download] = await Promise.all([page.waitForEvent('download'), proof.press('Enter')]);
  expect(download.suggestedFilename()).toBe('convention.pdf');
  expect(await page.getByRole('button', { name: 'Voir le contrat de travail' }).count()).toBe(0);
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'Mon contrat et mes pièces' }).press('Enter');
  const contract = pane(page, 'Mon contrat de travail');
  await contract.getByRole('heading', { name: 'CDI depuis le 04/03/2024' }).waitFor();
  expect(await contract.innerText()).toContain('35\u00a0h par semaine, à partir du 04/03/2024');
  await pane(page, 'Mes absences').getByText('Aucune absence notée.').waitFor();
  const [again] = await Promise.all([
    page.waitForEvent('download'),
    pane(page, 'Mes pièces').getByRole('button', { name: 'convention.pdf' }).press('Enter'),
  ]);
  expect(again.suggestedFilename()).toBe('convention.pdf');
  expect(await page.getByRole('button', { name: /^Retirer|^Joindre|^Corriger/u }).count()).toBe(0);
  await expectAccessible(page);
  await page.reload();
  await contract.waitFor();
  await page.goto(`${stage.host.url}employeur`);
  await page
    .getByText(/Réservé aux médecins et au gestionnaire/u)
    .first()
    .waitFor();
  expect(await page.getByText('Julien Thiry').count()).toBe(0);
});
