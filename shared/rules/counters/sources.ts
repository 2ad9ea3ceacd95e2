import type { Citation, Citations } from '../kernel/index.ts';

/** Day the rules of this chapter were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the counters; the keys are those of the table in README.md. */
const COUNTER_SOURCES = {
  S22: {
    title: 'Les effets paradoxaux des objectifs des contrats assistants médicaux',
    publisher: 'FMF',
    address: 'https://www.fmfpro.org/les-effets-paradoxaux-des-objectifs-des-contrats-assistants-medicaux/',
  },
  S08: {
    title: 'Assistant médical - Les contreparties pour le médecin',
    publisher: 'CSMF',
    date: '2019',
    address: 'http://www.csmf.org/assistant-medical-les-contreparties-pour-le-medecin',
  },
  S18: {
    title: 'Aide à l’emploi d’assistants médicaux',
    publisher: 'JHP',
    date: '7 août 2023',
    address: 'https://www.jhp.fr/mag-expert/aide-a-lemploi-dassistants-medicaux-dans-les-cabinets-liberaux',
  },
  S20: {
    title: 'L’assistant médical du médecin généraliste',
    publisher: 'RecoMédicales',
    date: '26 janvier 2025',
    address: 'https://recomedicales.fr/cabinet/assistant-medical/',
  },
  PROJECT: { title: 'Choix de Prélude' },
} as const satisfies Record<string, Citation>;

type Key = keyof typeof COUNTER_SOURCES;

/** The citations of these keys, in that order. */
export function cite(first: Key, ...others: Key[]): Citations {
  return [COUNTER_SOURCES[first], ...others.map((key) => COUNTER_SOURCES[key])];
}
