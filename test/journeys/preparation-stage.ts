import type { BrowserContext, Page } from 'playwright-core';
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

export type Post = { context: BrowserContext; page: Page };

/** What the journeys of one file share: a host, the doctor's desk and the assistant's post, both signed in. */
export const on = { url: '', doctorId: '', reasonId: null as string | null } as {
  stage: Stage;
  url: string;
  desk: Post;
  assistant: Post;
  doctorId: string;
  reasonId: string | null;
};

export const field = (page: Page, name: string) => page.getByRole('textbox', { name });
export const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
export const says = (page: Page, name: string, words: string | RegExp) =>
  row(page, name).getByText(words).first().waitFor();

export async function withCalls<T>(post: Post, work: (calls: Calls) => Promise<T>): Promise<T> {
  const { calls, close } = await callsOf(post.context, on.url);
  try {
    return await work(calls);
  } finally {
    close();
  }
}

/** Somebody of 67 in preparation, on the assistant's screen. */
export async function inPreparation(
  birthName: string,
  firstGivenName: string,
): Promise<{ visitId: string; patientId: string; address: string }> {
  return withCalls(on.assistant, async (calls) => {
    const { id: patientId } = await calls.patients.create({
      ...once(),
      fields: { birthName, firstGivenName, sex: 'F', birthDay: '12/04/1959', birthPlaceCode: '54099' },
      document: null,
      notSame: [],
      draftId: null,
    });
    const { id: visitId } = await calls.visits.walkIn({
      ...once(),
      patientId,
      doctorId: on.doctorId,
      reasonId: on.reasonId,
    });
    await calls.visits.move({ ...once(), visitId, from: 'waiting', to: 'preparation' });
    return { visitId, patientId, address: `/preparation/${visitId}?patient=${patientId}` };
  });
}
export const open = async ({ page }: Post, address: string) => {
  await page.goto(new URL(address, on.url).href);
  await page.getByRole('heading', { name: 'Constantes' }).waitFor();
};
export const lineOf = (post: Post, visit: { visitId: string; patientId: string }, code: string) =>
  withCalls(post, async (calls) =>
    (await calls.preparation.get({ visitId: visit.visitId, patientId: visit.patientId })).lines.find(
      (line) => line.code === code,
    ),
  );

/** First run, Nadia Ferrand invited as assistant, a room. */
export async function openPreparationStage(): Promise<void> {
  on.stage = await openStage();
  on.url = on.stage.host.url;
  on.desk = await on.stage.post();
  await firstRun(on.desk.page);
  const { code } = await invite(on.desk, on.url, { givenName: 'Nadia', familyName: 'Ferrand', role: 'assistant' });
  on.assistant = await on.stage.post();
  await redeem(on.assistant.page, 'Nadia Ferrand', code, phrases.ferrand);
  await withCalls(on.desk, async (calls) => {
    const practice = await calls.practice.get({});
    on.doctorId = practice.doctors[0]?.id ?? '';
    on.reasonId = practice.reasons[0]?.id ?? null;
    await calls.practice.addRoom({ ...once(), label: 'Salle 2' });
  });
}
