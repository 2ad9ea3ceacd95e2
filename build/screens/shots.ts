// The list of pictures: grows with the screens. Each one says how to get there and what proves that one is there.
import type { Page } from 'playwright-core';
import type { PhotoHost } from './stage.ts';

export interface Shot {
  name: string;
  /** Goes to the screen and waits until it is whole. */
  open(page: Page): Promise<unknown>;
}

/** Opaque ids of the demonstration that the addresses need. */
export async function idsOf({ core }: PhotoHost) {
  const { reader } = core.practice.requireOpen();
  const today = core.clock.today();
  const visitAt = (stage: string) =>
    reader
      .selectFrom('visit')
      .select(['id', 'patient_id'])
      .where('day', '=', today)
      .where('stage', '=', stage)
      .orderBy('start_minute')
      .executeTakeFirstOrThrow();
  const doctor = await reader
    .selectFrom('account')
    .select(['id', 'doctor_id'])
    .where('family_name', '=', 'Lemoine')
    .executeTakeFirstOrThrow();
  const ready = await reader
    .selectFrom('visit')
    .select(['id', 'patient_id'])
    .where('day', '=', today)
    .where('stage', '=', 'ready')
    .where('doctor_id', '=', doctor.doctor_id ?? '')
    .executeTakeFirstOrThrow();
  const followed = await reader
    .selectFrom('visit')
    .innerJoin('patient', 'patient.id', 'visit.patient_id')
    .select('visit.patient_id')
    .where('patient.ald', '=', 'oui')
    .groupBy('visit.patient_id')
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('visit.patient_id')
    .executeTakeFirstOrThrow();
  const [one, two] = await reader
    .selectFrom('patient')
    .select(['id', 'birth_name', 'first_given_name', 'birth_day', 'sex'])
    .where('birth_name', '=', 'MARTIN')
    .orderBy('number')
    .limit(2)
    .execute();
  if (one === undefined || two === undefined) throw new Error('two files to merge are missing');
  return {
    waiting: await visitAt('waiting'),
    preparing: await visitAt('preparation'),
    ready,
    patientId: followed.patient_id,
    one,
    two,
  };
}

const sections = [
  'cabinet',
  'medecins',
  'salles',
  'motifs',
  'utilisateurs',
  'preparation',
  'verrouillage',
  'affichage',
  'raccourcis',
  'a-propos',
];
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).first().waitFor();

/** Screens of the assistant, from the board on. */
export function assistantShots(url: string, ids: Awaited<ReturnType<typeof idsOf>>, csv: string): Shot[] {
  const go = (path: string) => (page: Page) => page.goto(`${url}${path}`);
  const file = `/patients/${ids.patientId}`;
  return [
    {
      name: 'aujourdhui',
      open: async (page) => {
        await go('/aujourdhui')(page);
        await page.locator('[data-visit]').nth(10).waitFor();
      },
    },
    {
      name: 'aujourdhui-visite',
      open: async (page) => {
        await go(`/aujourdhui?visite=${ids.waiting.id}`)(page);
        await page.locator('[data-visit]').nth(10).waitFor();
      },
    },
    {
      name: 'palette',
      open: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: 'Patient, action' }).waitFor();
        await page.keyboard.type('mar');
        await page
          .getByRole('option', { name: /MARTIN/u })
          .first()
          .waitFor();
      },
    },
    {
      name: 'raccourcis',
      open: async (page) => {
        await page.keyboard.press('Escape');
        await go('/aujourdhui')(page);
        await page.locator('[data-visit]').nth(10).waitFor();
        await page.keyboard.press('F1');
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'patients',
      open: async (page) => {
        await go('/patients')(page);
        await page.getByLabel('Chercher un patient').fill('martin');
        await page
          .getByRole('row', { name: /MARTIN/u })
          .first()
          .waitFor();
      },
    },
    ...['synthese', 'visites', 'constantes', 'administratif'].map((tab): Shot => ({
      name: `dossier-${tab}`,
      open: async (page) => {
        await go(`${file}?onglet=${tab}`)(page);
        await page.getByRole('tablist', { name: 'Rubriques du dossier' }).waitFor();
      },
    })),
    {
      name: 'nouveau',
      open: async (page) => {
        await go('/patients/nouveau')(page);
        await page.getByLabel('Date de naissance').waitFor();
      },
    },
    {
      name: 'nouveau-doublons',
      open: async (page) => {
        const [year, month, day] = ids.one.birth_day.split('-');
        await page.getByLabel('Date de naissance').fill(`${day}/${month}/${year}`);
        await page.getByRole('button', { name: 'Créer un dossier' }).click();
        await page.getByLabel('Nom de naissance').fill(ids.one.birth_name);
        await page.getByLabel('Premier prénom').fill(ids.one.first_given_name);
        await page.getByRole('radio', { name: ids.one.sex, exact: true }).press('Space');
        await page
          .getByRole('complementary', { name: 'Dossiers ressemblants' })
          .getByText(/MARTIN/u)
          .first()
          .waitFor();
      },
    },
    {
      name: 'fusion',
      open: async (page) => {
        await go(`/patients/${ids.one.id}/fusion/${ids.two.id}`)(page);
        await page.locator('main table, main dl').first().waitFor();
      },
    },
    {
      name: 'preparation',
      open: async (page) => {
        await go(`/preparation/${ids.preparing.id}?patient=${ids.preparing.patient_id}`)(page);
        await page
          .getByText(/Tension/u)
          .first()
          .waitFor();
      },
    },
    {
      name: 'import-fichier',
      open: async (page) => {
        await go('/import')(page);
        await page.getByRole('button', { name: 'Choisir un fichier' }).waitFor();
      },
    },
    {
      name: 'import-colonnes',
      open: async (page) => {
        await page.getByLabel('Fichier de la liste').setInputFiles(csv);
        await page.getByRole('columnheader', { name: 'Devient' }).waitFor();
      },
    },
    {
      name: 'import-verification',
      open: async (page) => {
        await page.keyboard.press('Control+Enter');
        await page.getByRole('button', { name: /^Importer \d+/u }).waitFor();
      },
    },
    {
      name: 'import-fin',
      open: async (page) => {
        await page.keyboard.press('Control+Enter');
        await page.getByRole('button', { name: 'Voir les patients' }).waitFor();
      },
    },
    {
      name: 'saisies',
      open: async (page) => {
        await go('/saisies')(page);
        await heading(page, /./u);
      },
    },
  ];
}

/** Screens of the doctor who answers for the practice. */
export function doctorShots(url: string, ids: Awaited<ReturnType<typeof idsOf>>): Shot[] {
  return [
    {
      name: 'mes-patients',
      open: async (page) => {
        await page.goto(`${url}/mes-patients`);
        await page
          .locator('main')
          .getByText(/\d{2}:\d{2}/u)
          .first()
          .waitFor();
      },
    },
    {
      name: 'mes-patients-preparation',
      open: async (page) => {
        await page.goto(`${url}/mes-patients?visite=${ids.ready.id}`);
        await page
          .getByText(/Tension|Température/u)
          .first()
          .waitFor();
      },
    },
    ...sections.map((section): Shot => ({
      name: `reglages-${section}`,
      open: async (page) => {
        await page.goto(`${url}/reglages/${section}`);
        await heading(page, /./u);
      },
    })),
  ];
}
