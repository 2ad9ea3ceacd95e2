import type { Citation, Citations } from '../kernel/index.ts';

/** Day the figures of this rule set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the training rules; the keys are those of the table in README.md. */
export const TRAINING_SOURCES = {
  S02: {
    title: 'Dépliant « L’assistant médical »',
    publisher: 'CPTS de Briey',
    date: 'après mai 2023',
    address: 'https://www.cpts-briey.fr/fr/l-assistant-medical.html',
  },
  S03: {
    title: 'Arrêté du 7 novembre 2019 relatif à l’exercice de l’activité d’assistant médical',
    publisher: 'Journal officiel du 13 novembre 2019',
    date: '2019-11-07',
    address: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039364029',
  },
  S05: {
    title: 'Convention du 25 août 2016 modifiée, sous-titre I bis',
    article: 'articles 9-1 et suivants',
    publisher: 'Juriblio',
    address:
      'https://juriblio.fr/arretes/arrete-du-20-octobre-2016/167503336/annexe/convention-nationale-organisant-les-rapports-entre-les-medecins-liberaux-et-l-assurance-maladie-signee-le-25-aout-2016/titre-1/sous-titre-i-bis',
  },
  S17: {
    title: 'Règlement arbitral : les mesures en vigueur dès le mois de mai 2023',
    publisher: 'ameli',
    date: '2023',
    address:
      'https://www.ameli.fr/medecin/actualites/reglement-arbitral-les-mesures-en-vigueur-des-le-mois-de-mai-2023',
  },
  S19: {
    title: 'Assistants médicaux : le texte du règlement arbitral de 2023',
    publisher: 'Acoorde',
    address: 'https://www.acoorde.fr/documents/lecture-du-texte-de-lavenant-n7/',
  },
  S20: {
    title: 'L’assistant médical du médecin généraliste',
    publisher: 'RecoMédicales',
    date: '2025-01-26',
    address: 'https://recomedicales.fr/cabinet/assistant-medical/',
  },
  S23: {
    title: 'Aide à l’emploi d’un assistant médical : ce qui change dès juin 2024',
    publisher: 'ameli',
    date: '2024-06-27',
    address: 'https://www.ameli.fr/medecin/actualites/aide-l-emploi-d-un-assistant-medical-ce-qui-change-des-juin-2024',
  },
  S29: {
    title: 'Le b.a.-ba de l’emploi d’un assistant médical',
    publisher: 'Le Quotidien du médecin',
    date: '2024 ou 2025',
    address:
      'https://pediatrie.lequotidiendumedecin.fr/jeunes-medecins/installation/le-ba-ba-de-lemploi-dun-assistant-medical',
  },
  S32: {
    title: 'Foire aux questions des employeurs',
    publisher: 'assistants-medicaux.org (URPS et CPAM)',
    date: '2024-2025',
    address: 'https://assistants-medicaux.org/category/faq/mon-role-en-tant-quemployeur',
  },
  S35: {
    title: 'L’aide à l’emploi d’assistants médicaux',
    publisher: 'CPTS d’Issy',
    address: 'https://www.cpts-issy.fr/fr/actualites/laide-a-lemploi-dassistants-medicaux-dans-les-cabinets-liberaux',
  },
  S36: {
    title: 'Aide collective assistant médical',
    publisher: 'Mesdocs, groupement d’employeurs',
    date: '2026',
    address: 'https://assistants-medicaux.com/aide-collective-assistant-medical',
  },
  S37: {
    title: 'Dispositif assistant médical CPAM ; Devenir assistant médical',
    publisher: 'Mesdocs',
    date: '2026',
    address: 'https://assistants-medicaux.com/devenir-assistant-medical',
  },
  S38: {
    title: 'Assistants médicaux (RNCP 36358)',
    publisher: 'CCN des cabinets médicaux',
    address: 'https://ccn-cabinets-medicaux.fr/assistants-medicaux',
  },
  S39: {
    title: 'CQP assistant médical, RNCP 40913',
    publisher: 'CCN des cabinets médicaux',
    date: '2025',
    address: 'https://ccn-cabinets-medicaux.fr/cqp-assistant-medical-rncp-40913',
  },
  S40: {
    title: 'Comment préparer votre VAE',
    publisher: 'CCN des cabinets médicaux',
    address: 'https://ccn-cabinets-medicaux.fr/comment-preparer-votre-vae',
  },
  S41: {
    title: 'RNCP 40913',
    publisher: 'France compétences',
    date: '2025',
    address: 'https://www.francecompetences.fr/recherche/rncp/40913',
  },
  S42: {
    title: 'Compte rendu de la mission « flash » de l’IGAS',
    publisher: 'Medscape France',
    date: '2023',
    address: 'https://francais.medscape.com/voirarticle/3610367',
  },
  S43: { title: 'CQP assistant médical', publisher: 'IFSEC OI', address: 'https://ifsecoi.org/cqp-assistant-medical' },
  S44: {
    title: 'Toutes les questions que vous vous posez sur les assistants médicaux',
    publisher: 'Ophtalink, entretien avec YSchools',
    address: 'https://ophtalink.com/toutes-les-questions-que-vous-vous-posez-sur-les-assistants-medicaux.html',
  },
  S45: {
    title: 'Assistants médicaux, MSP, CPTS, médicobus : où en est-on ?',
    publisher: 'What’s up Doc',
    date: '2024',
    address: 'https://www.whatsupdoc-lemag.fr/article/assistants-medicaux-msp-cpts-medicobus-en-est-ou?page=6',
  },
  S49: {
    title: 'Des assistants médicaux pour retrouver du temps médical',
    publisher: 'CPTS du Val',
    address: 'https://www.cptsduval.fr/des-assistants-medicaux-pour-retrouver-du-temps-medical/',
  },
  S52: {
    title: 'Reportage dans un centre de formation des assistants médicaux',
    publisher: 'Egora',
    date: '2024',
    address:
      'https://www.egora.fr/actus-pro/acces-aux-soins/cest-assez-intense-reportage-dans-un-centre-de-formation-des-assistants',
  },
  S60b: {
    title: 'Formation et certification des assistants médicaux',
    article: 'cite l’article 9-2',
    publisher: 'Acoorde',
    address: 'https://www.acoorde.fr/documents/formation-et-certification-des-assistants-medicaux/',
  },
  S64: { title: 'Présentation du CQP', publisher: 'Tech Academy', address: 'http://techacademy.fr' },
  CLARIFICATIONS: { title: 'Choix du logiciel pour lire deux textes divergents', date: '2026-11-22' },
  PROJECT: { title: 'Choix du logiciel, modifiable par le cabinet' },
} as const satisfies Record<string, Citation>;

export type TrainingSource = keyof typeof TRAINING_SOURCES;

/** The citations of these keys, in that order. */
export function cite(first: TrainingSource, ...others: TrainingSource[]): Citations {
  return [TRAINING_SOURCES[first], ...others.map((id) => TRAINING_SOURCES[id])];
}
