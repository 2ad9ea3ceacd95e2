import type { Citation, Citations } from '../kernel/index.ts';

/** Day the rules of this set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the scope of acts; the keys are those of the table in README.md. */
export const ACT_SOURCES = {
  S01: {
    title: 'Assistant médical : découvrez ce nouveau métier',
    publisher: 'V. Vertus, article de presse',
    date: '2019',
  },
  S02: {
    title: 'Dépliant « L’assistant médical »',
    publisher: 'CPTS de Briey',
    date: 'après mai 2023',
    address: 'https://www.cpts-briey.fr/fr/l-assistant-medical.html',
  },
  S05: {
    title: 'Convention du 25 août 2016 modifiée, sous-titre I bis',
    article: 'articles 9-1 et suivants',
    publisher: 'Juriblio',
    address:
      'https://juriblio.fr/arretes/arrete-du-20-octobre-2016/167503336/annexe/convention-nationale-organisant-les-rapports-entre-les-medecins-liberaux-et-l-assurance-maladie-signee-le-25-aout-2016/titre-1/sous-titre-i-bis',
  },
  S19: {
    title: 'Assistants médicaux : le texte du règlement arbitral de 2023',
    publisher: 'Acoorde',
    address: 'https://www.acoorde.fr/documents/lecture-du-texte-de-lavenant-n7/',
  },
  S32: {
    title: 'Foire aux questions sur le métier d’assistant médical',
    publisher: 'assistants-medicaux.org (URPS et CPAM)',
    date: '2024-2025',
    address: 'https://assistants-medicaux.org/category/faq/le-metier-dassistant-medical',
  },
  S33: {
    title: 'L’aide à l’emploi d’assistants médicaux dans les cabinets libéraux',
    publisher: 'ameli',
    date: 'vers 2023',
    address:
      'https://www.ameli.fr/exercice-coordonne/exercice-professionnel/organisation-d-exercice-coordonne/aide-embauche-assistants-medicaux',
  },
  S34: {
    title: 'Les assistants médicaux',
    publisher: 'CPTS Val d’Allier Sud',
    address: 'http://cptsvaldalliersud.fr/les-assistants-medicaux/',
  },
  S47: {
    title: 'Assistants médicaux : les modalités de recrutement (centres de santé)',
    publisher: 'FNCS',
    address: 'https://www.fncs.org/assistants-medicaux-les-modalites-de-recrutement',
  },
  S49: {
    title: 'Des assistants médicaux pour retrouver du temps médical',
    publisher: 'CPTS du Val',
    address: 'https://www.cptsduval.fr/des-assistants-medicaux-pour-retrouver-du-temps-medical/',
  },
  S57: {
    title: 'À Brest, l’école de formation prend ses marques',
    publisher: 'Le Quotidien du médecin',
    date: '2021-11-19',
  },
  S60: {
    title: 'Assistants médicaux en MSP',
    publisher: 'Acoorde',
    address: 'https://www.acoorde.fr/documents/assistants-medicaux-en-msp/',
  },
  C2: {
    title: 'Rôle et missions de l’assistant médical',
    publisher: 'Assurance Maladie',
    address: 'https://www.ameli.fr',
  },
  C5: {
    title: 'Les 11 commandements de la mesure de la tension artérielle, d’après la SFHTA',
    publisher: 'Spengler',
    address: 'https://spengler.fr',
  },
  C18: { title: 'Mon bilan prévention', publisher: 'Pourquoi Docteur ; MGC Prévention ; AFP', date: '2024-09' },
  USAGE: { title: 'Connaissance générale du métier, non vérifiée' },
  PROJECT: { title: 'Choix du logiciel' },
} as const satisfies Record<string, Citation>;

export type ActSource = keyof typeof ACT_SOURCES;

/** The citations of these keys, in that order. */
export function cite(first: ActSource, ...others: ActSource[]): Citations {
  return [ACT_SOURCES[first], ...others.map((id) => ACT_SOURCES[id])];
}
