// Pictures of the employer's side: the book of rules, the training, the aid and its renewal, the deadlines.
import type { Page } from 'playwright-core';
import type { Shot } from './shots.ts';
import type { PhotoHost } from './stage.ts';

/** Opaque ids of the demonstration that these addresses need. */
export async function employerIdsOf({ core }: PhotoHost) {
  const { reader } = core.practice.requireOpen();
  const of = async (family: string) => {
    const row = await reader
      .selectFrom('aid_contract')
      .innerJoin('doctor', 'doctor.id', 'aid_contract.doctor_id')
      .select(['aid_contract.id', 'doctor.id as doctorId'])
      .where('doctor.family_name', '=', family)
      .executeTakeFirstOrThrow();
    return row;
  };
  return { lemoine: await of('Lemoine'), benali: await of('Benali') };
}

/** Screens of the doctor who answers for the practice, in the order of the day of a responsable. */
export function employerShots(url: string, ids: Awaited<ReturnType<typeof employerIdsOf>>): Shot[] {
  /** Goes there, waits for this text and for everything still being read. */
  const at = (path: string, text: string | RegExp) => async (page: Page) => {
    await page.goto(`${url}${path}`);
    await page.locator('main').getByText(text).first().waitFor();
    await whole(page);
  };
  return [
    {
      name: 'livre-des-regles',
      open: async (page) => {
        await at('/regles/aid?regle=aid.amount.signed', /Montant/u)(page);
        await page.getByRole('complementary').first().waitFor();
      },
    },
    { name: 'echeances', open: at('/echeances', 'Dr Claire Lemoine') },
    { name: 'formation', open: at('/formation', 'Julien Thévenin') },
    { name: 'employeur', open: at('/employeur', 'Nadia Ferrand') },
    {
      name: 'employeur-medecin',
      open: at(`/employeur?medecin=${ids.benali.doctorId}`, /Benali/u),
    },
    { name: 'aide', open: at('/aide', /2024-54-0112/u) },
    {
      name: 'aide-pourquoi',
      open: async (page) => {
        // The counters' own, beside the next payment that opens by itself; then the conditions below.
        for (const why of (await page.locator('main details:not([open]) > summary').all()).slice(0, 2))
          await why.click();
        await whole(page);
      },
    },
    {
      name: 'aide-file-active',
      open: async (page) => {
        await at('/aide', /2024-54-0112/u)(page);
        await page.getByRole('radio', { name: 'File active', exact: true }).press('Space');
        await whole(page);
      },
    },
    { name: 'aide-regle-inconnue', open: at(`/aide?medecin=${ids.benali.doctorId}`, /2023-54-0087/u) },
    {
      name: 'simulateur',
      open: async (page) => {
        await at('/aide', /2024-54-0112/u)(page);
        await page.getByRole('button', { name: 'Simuler', exact: true }).click();
        await page.getByRole('dialog').waitFor();
        await whole(page);
      },
    },
    {
      name: 'simulateur-comparaison',
      open: async (page) => {
        const dialog = page.getByRole('dialog');
        await dialog.getByRole('button', { name: 'Comparer deux scénarios' }).click();
        const second = dialog.getByRole('region', { name: 'Scénario B' });
        await second.getByRole('radio', { name: /1\/3/u }).press('Space');
        await dialog.getByText('Contrat impossible').waitFor();
      },
    },
    {
      name: 'renouvellement',
      open: at(`/aide/renouvellement/${ids.lemoine.id}`, /Contrat/u),
    },
    {
      name: 'renouvellement-pieces',
      open: at(`/aide/renouvellement/${ids.lemoine.id}?etape=proofs`, /Contrat d’aide signé/u),
    },
    { name: 'temps-rendu', open: at('/temps-rendu', 'Semaine par semaine') },
  ];
}

/** Nothing is being read any more. */
const whole = (page: Page): Promise<void> =>
  page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
