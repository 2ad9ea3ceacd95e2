import { afterAll, beforeAll, expect, test } from 'vitest';
import { field, inPreparation, lineOf, on, open, openPreparationStage, says } from './preparation-stage.ts';

beforeAll(openPreparationStage);
afterAll(() => on.stage.close());

const digitsOnly = /Chiffres seulement/u;

test('ce qui est tapé reste tel quel, et ce qui n’est pas un nombre est refusé avec une phrase', async () => {
  const visit = await inPreparation('LAMBERT', 'Colette');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  const cases = [
    ['Pouls', '1e3', 'FC'],
    ['Température', '-5', 'TEMP'],
    ['Poids', '80,4,5', 'POIDS'],
    ['Taille', '180 lb', 'TAILLE'],
  ] as const;
  for (const [name, text, code] of cases) {
    await field(page, name).fill(text);
    await page.keyboard.press('Tab');
    await says(page, name, digitsOnly);
    expect(await field(page, name).inputValue()).toBe(text);
    expect((await lineOf(on.assistant, visit, code))?.readings).toEqual([]);
  }
});

test('« 140/90 » mis dans la systolique remplit les deux champs', async () => {
  const visit = await inPreparation('NOEL', 'Simone');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  await field(page, 'Tension, systolique').fill('140/90');
  expect(await field(page, 'Tension, systolique').inputValue()).toBe('140');
  expect(await field(page, 'Tension, diastolique').first().inputValue()).toBe('90');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await lineOf(on.assistant, visit, 'PA'))?.readings[0])
    .toMatchObject({ value: 140, second: 90 });
});

test('date de naissance refusée : la phrase est sous le champ', async () => {
  const { page } = on.assistant;
  await page.goto(new URL('/patients/nouveau', on.url).href);
  const birth = page.getByRole('textbox', { name: 'Date de naissance' });
  for (const [text, words] of [
    ['29/02/2023', 'Cette date n’existe pas.'],
    ['01/01/2099', 'Cette date est dans le futur.'],
    ['abc', /Date à écrire en jour, mois, année/u],
  ] as const) {
    await birth.fill(text);
    await birth.press('Enter');
    await page.getByText(words).waitFor();
    expect(await birth.getAttribute('aria-invalid')).toBe('true');
  }
  await birth.fill('12/04/1959');
  await expect.poll(() => birth.getAttribute('aria-invalid')).toBeNull();
});

test('le poste principal ne répond pas : « prêt » le dit, et la réponse tardive est suivie', async () => {
  const visit = await inPreparation('OLIVIER', 'Yvette');
  await open(on.assistant, visit.address);
  const { page } = on.assistant;
  on.stage.host.process.kill('SIGSTOP');
  try {
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('alert')
      .getByText(/La liaison avec le poste principal est interrompue/u)
      .waitFor();
  } finally {
    on.stage.host.process.kill('SIGCONT');
  }
  await page.waitForURL(/aujourdhui/u);
});
