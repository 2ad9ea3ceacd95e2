import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  callsOf,
  firstRun,
  invite,
  once,
  openStage,
  phrases,
  redeem,
  type Calls,
  type Stage,
} from '../support/journey.ts';

type Post = { context: BrowserContext; page: Page };

/** A practice with a doctor and an assistant signed in, each on a post. */
export interface PatientStage {
  stage: Stage;
  doctor: Post;
  assistant: Post;
  /** On behalf of the doctor's post. */
  calls: Calls;
  create(fields: Record<string, string>, notSame?: { patientId: string; reason: string }[]): Promise<string>;
  close(): Promise<void>;
}

/** Val de Briey. */
export const place = '54099';

export async function openPatientStage(): Promise<PatientStage> {
  const stage = await openStage();
  const doctor = await stage.post();
  await firstRun(doctor.page);
  const { calls, close } = await callsOf(doctor.context, stage.host.url);
  const { code } = await invite(doctor, stage.host.url, {
    givenName: 'Nadia',
    familyName: 'Ferrand',
    role: 'assistant',
  });
  const assistant = await stage.post();
  await redeem(assistant.page, 'Nadia', code, phrases.ferrand);
  return {
    stage,
    doctor,
    assistant,
    calls,
    create: async (fields, notSame = []) =>
      (await calls.patients.create({ ...once(), fields, document: null, notSame, draftId: null })).id,
    close: async () => {
      close();
      await stage.close();
    },
  };
}

/** Follows an address inside the page: a reload would lock the post. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState({}, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

export async function openFile(page: Page, id: string, tab?: string): Promise<void> {
  await goTo(page, `/patients/${id}${tab === undefined ? '' : `?onglet=${tab}`}`);
  await page.getByRole('tablist', { name: 'Rubriques du dossier' }).waitFor();
}

/** Ctrl K, then the text once the field has the focus. */
export async function searchAnywhere(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Patient, action' });
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.type(text);
}

/** The identity band of the file. */
export const band = (page: Page) => page.getByRole('region', { name: 'Identité', exact: true });
