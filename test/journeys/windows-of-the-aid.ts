import type { Page } from 'playwright-core';
import { once } from '../support/journey.ts';
import { goTo } from './patients-stage.ts';
import { calls, dialog, office } from './windows-stage.ts';

/** A contract of aid to look at: the one of the demonstration, else one of Dr Lemoine. */
export async function contract(): Promise<string> {
  const { contracts } = await calls.aid.contracts({});
  const known = contracts.find(({ state }) => state !== 'ended');
  if (known !== undefined) return known.id;
  const { doctors } = await calls.practice.get({});
  const { id } = await calls.aid.register({
    ...once(),
    kind: 'INDIVIDUAL',
    doctorId: doctors[0]?.id ?? '',
    number: null,
    cpam: null,
    ruleSet: 'CONV-2024',
    option: 'ETP_1',
    tier: 'STANDARD',
    fundedEtp: null,
    signedOn: '2024-09-02',
    startsOn: '2024-09-02',
    endsOn: null,
    renewsId: null,
    policy: null,
    cumulative: null,
    newlyInstalled: null,
    asWritten: false,
    companyName: null,
    companyForm: null,
    trainingSite: null,
    objectives: [],
    assistants: [],
    members: [],
    payments: [],
  });
  return id;
}

const aid = async (search = '') => {
  const { page } = office;
  await goTo(page, `/aide?contrat=${await contract()}${search}`);
  await page.getByRole('region', { name: 'Années du contrat' }).waitFor();
  return page;
};
const form = async (search: string) => {
  const page = await aid(search);
  await page.getByRole('complementary', { name: 'Saisie' }).getByRole('button', { name: 'Fermer la saisie' }).waitFor();
  return page;
};

/** Publishes one past visit, so that an import can be taken back. */
async function importPastVisit(): Promise<void> {
  const { runs } = await calls.counters.pastRuns({});
  if (runs.some(({ state }) => state === 'published')) return;
  const bytes = Buffer.from(
    'Date;Nom;Prénom;Naissance;Médecin\n03/03/2026;VANNIERZ;Rose;15/04/1961;Dr Claire Lemoine\n',
  );
  const { id } = await calls.counters.pastBegin({ fileName: 'passages.csv', size: bytes.length });
  await calls.counters.pastChunk({ id, index: 0, base64: bytes.toString('base64') });
  const { columns } = await calls.counters.pastAnalyse({ id });
  const { doctors } = await calls.practice.get({});
  await calls.counters.pastCheck({
    id,
    mapping: columns.flatMap(({ index, field }) =>
      field === null || field === 'doctor'
        ? []
        : [{ column: index, field, ...(field === 'day' || field === 'birthDay' ? { dateOrder: 'dmy' as const } : {}) }],
    ),
    doctorId: doctors[0]?.id ?? null,
    doctors: [],
    unknownPatients: 'keep',
  });
  const until = async (phase: string) => {
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await calls.counters.pastStatus({}))?.phase === phase) return;
      await new Promise((resume) => setTimeout(resume, 100));
    }
    throw new Error(`The import never became ${phase}`);
  };
  await until('checked');
  await calls.counters.pastStart({ id });
  await until('published');
}

/** How each one is opened, by the file it is written in: the aid. */
export const windowsOfTheAid: Readonly<Record<string, Readonly<Record<string, () => Promise<Page>>>>> = {
  'features/aid/aid-page.tsx': {
    'un contrat à enregistrer': () => form('&saisie=contrat'),
    'un objectif': () => form('&saisie=objectif'),
    'un avenant': () => form('&saisie=avenant'),
    'une suspension': () => form('&saisie=suspension'),
    'la fin du contrat': () => form('&saisie=fin'),
    'un versement': () => form('&saisie=versement&cible=NOTIFIED.1'),
    'une année': () => form('&saisie=annee&cible=1'),
    'un relevé': () => form('&saisie=releve&cible=PMT'),
    'les relevés': () => form('&saisie=releves&cible=FA'),
    'un assistant': () => form('&saisie=assistant'),
    'un médecin': () => form('&saisie=medecin'),
    'les pièces': () => form('&saisie=pieces'),
    'la formule': () => form('&saisie=reglement'),
  },
  'features/aid/contract-head.tsx': {
    'le menu du contrat': async () => {
      const page = await aid();
      await page.getByRole('button', { name: 'Autres actions du contrat' }).click();
      await page.getByRole('menu').waitFor();
      return page;
    },
  },
  'features/aid/contract-body.tsx': {
    'retirer un contrat': async () => {
      const page = await aid();
      await page.getByRole('button', { name: 'Autres actions du contrat' }).click();
      await page.getByRole('menuitem', { name: /^Retirer/u }).click();
      await dialog(page, /Retirer ce contrat/u).waitFor();
      return page;
    },
  },
  'features/aid/simulator/simulator.tsx': {
    'le simulateur': async () => {
      const page = await aid();
      await page.getByRole('button', { name: 'Simuler' }).click();
      await dialog(page, /Simuler/u)
        .getByRole('button', { name: 'Comparer deux scénarios' })
        .click();
      await dialog(page, /Simuler/u)
        .getByRole('table', { name: 'Comparaison' })
        .waitFor();
      return page;
    },
  },
};

/** Over the past imports of passages. */
export const windowsOfThePassages = {
  'annuler une reprise de passages': async () => {
    await importPastVisit();
    const { page } = office;
    await goTo(page, '/aide/passages');
    await page.getByRole('button', { name: 'Annuler cette reprise' }).first().click();
    await dialog(page, /Annuler cette reprise/u).waitFor();
    return page;
  },
};
