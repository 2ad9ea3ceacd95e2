import { WebSocket } from 'ws';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import type { Contract } from '#shared/contract/contract.ts';
import { launchBrowser, openPost, removeFolder, startHost, type Host } from './browser.ts';

/** Invented people and phrases of the journeys. */
export const phrases = {
  lemoine: 'Tilleul-42 sous la pluie',
  ferrand: 'Sept merles boivent pendant que la lune chauffe doucement',
} as const;

export type Calls = ContractRouterClient<Contract>;
export const once = (): { idempotencyKey: string } => ({ idempotencyKey: randomUUID() });

/** A host, a browser, and what must be put away at the end of a file of journeys. */
export interface Stage {
  host: Host;
  browser: Browser;
  /** A post: one browser profile with one page. */
  post(size?: { width: number; height: number }): Promise<{ context: BrowserContext; page: Page }>;
  close(): Promise<void>;
}

/** Starts the real host on an empty data folder, and a browser. */
export async function openStage(options: Parameters<typeof startHost>[0] = {}): Promise<Stage> {
  const host = await startHost(options);
  const browser = await launchBrowser();
  return {
    host,
    browser,
    post: (size) => openPost(browser, host.url, size),
    close: async () => {
      await browser.close();
      await host.stop();
      removeFolder(host.dataDir);
    },
  };
}

/**
 * The contract's calls on behalf of this browser's post, over the same guarded socket: to prepare a journey
 * quickly, or to check what the core holds. The session is the one of the page.
 */
export async function callsOf(context: BrowserContext, url: string): Promise<{ calls: Calls; close(): void }> {
  const cookies = await context.cookies(url);
  const origin = new URL(url).origin;
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/appels`, {
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
    origin,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const calls: Calls = createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
  return { calls, close: () => socket.close() };
}

interface Founded {
  /** As printed: eight groups of four signs. */
  recoveryKey: string[];
  phrase: string;
}

/** The first run, by the keyboard alone: Cabinet des Tilleuls, Dr Claire Lemoine (responsable) and Dr Karim Benali. */
export async function firstRun(page: Page, options: { phrase?: string } = {}): Promise<Founded> {
  const phrase = options.phrase ?? phrases.lemoine;
  const { keyboard } = page;
  const type = async (label: string, text: string) => {
    await page.getByLabel(label, { exact: true }).focus();
    await keyboard.type(text);
  };
  await page.getByRole('heading', { name: 'Créer le cabinet' }).waitFor();
  await type('Nom du cabinet', 'Cabinet des Tilleuls');
  await keyboard.press('Enter');
  await page.getByLabel('Prénom du médecin 1').waitFor();
  await type('Prénom du médecin 1', 'Claire');
  await type('Nom du médecin 1', 'Lemoine');
  await page.getByRole('button', { name: 'Ajouter un médecin' }).press('Enter');
  await type('Prénom du médecin 2', 'Karim');
  await type('Nom du médecin 2', 'Benali');
  await keyboard.press('Enter');
  await page.getByRole('radio', { name: 'Médecin' }).press('Space');
  await page.getByRole('combobox', { name: 'Lequel des médecins' }).press('Enter');
  await page.getByRole('option', { name: 'Dr Claire Lemoine' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await type('Phrase de passe', phrase);
  await type('La même phrase', phrase);
  await keyboard.press('Enter');
  const recoveryKey = await readRecoveryKey(page);
  await typeGroupsBack(page, recoveryKey);
  await page.getByRole('checkbox', { name: /La clé est rangée/u }).press('Space');
  await keyboard.press('Enter');
  await signedIn(page);
  return { recoveryKey, phrase };
}

/** The eight groups shown on the screen of the recovery key. */
export async function readRecoveryKey(page: Page): Promise<string[]> {
  const groups = page.getByRole('list', { name: /Clé de secours/u }).getByRole('listitem');
  await groups.nth(7).waitFor();
  return (await groups.allInnerTexts()).map((text) => text.replace(/^\s*\d\s*/u, '').trim());
}

/** Types back the two groups asked. */
export async function typeGroupsBack(page: Page, groups: readonly string[]): Promise<void> {
  for (const field of await page.getByLabel(/Recopier le groupe \d/u).all()) {
    const number = /groupe (\d)/u.exec(
      (await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent)) ?? '',
    )?.[1];
    await field.fill(groups[Number(number) - 1] ?? '');
  }
}

/** Waits until a session is active: the navigation is there. */
export async function signedIn(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
}

/** Waits for the unlock card, where nothing of a patient may be. */
export async function lockedOut(page: Page): Promise<void> {
  await page.getByRole('radiogroup', { name: 'Qui êtes-vous' }).waitFor();
}

/** Chooses a person and types the phrase (or the code of the day, when the field asks for it). */
export async function signIn(page: Page, name: string, secret: string): Promise<void> {
  await lockedOut(page);
  await page.getByRole('radio', { name: new RegExp(name, 'u') }).click();
  const field = page.getByLabel(new RegExp(`(Phrase de passe|Code du jour) de .*${name}`, 'u'));
  await field.fill(secret);
  await field.press('Enter');
  await signedIn(page);
}

/** Locks by the keyboard. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+L');
  await lockedOut(page);
}

type Invited = Pick<Parameters<Calls['accounts']['create']>[0], 'givenName' | 'familyName' | 'role'> & {
  validFrom?: string;
  validTo?: string;
};

/** A responsable's post invites a person. Returns the one-time code the person will type on their own post. */
export async function invite(
  responsable: { context: BrowserContext },
  url: string,
  person: Invited,
): Promise<{ accountId: string; code: string }> {
  const { calls, close } = await callsOf(responsable.context, url);
  const { id, oneTimeCode } = await calls.accounts.create({
    ...once(),
    civility: null,
    responsable: false,
    doctorId: null,
    validFrom: null,
    validTo: null,
    ...person,
  });
  close();
  return { accountId: id, code: oneTimeCode };
}

/** On the invited person's own post: one-time code, new phrase, session. */
export async function redeem(page: Page, name: string, code: string, phrase: string): Promise<void> {
  await page.reload();
  await lockedOut(page);
  await page.getByRole('radio', { name: new RegExp(name, 'u') }).click();
  await page.getByLabel('Code à usage unique').fill(code);
  await page.getByLabel('Nouvelle phrase de passe').fill(phrase);
  await page.getByLabel('La même phrase').fill(phrase);
  await page.getByLabel('La même phrase').press('Enter');
  await signedIn(page);
}

export { expectAccessible } from './accessibility.ts';
