import type { Article } from '../kernel/index.ts';
import { TEXT_DAYS } from './dated-figure.ts';
import {
  longAbsenceMonths,
  noticeMonths,
  olderContractContinues,
  OLDER_RENEWALS,
  shortAbsenceDays,
  shortAbsenceMonths,
  switchOnRequest,
} from './parameters-life.ts';
import { cite } from './sources.ts';

/** What happens while a contract runs. */
export const LIFE_ARTICLES: readonly Article[] = [
  {
    id: 'aid.absence',
    title: 'L’assistant est absent',
    parameters: [shortAbsenceMonths, shortAbsenceDays, longAbsenceMonths],
    versions: [
      {
        from: null,
        to: null,
        text: 'Absence d’environ deux mois au plus (60 jours dans Prélude)\u00A0: rien à faire. Au-delà, sans remplacement, prévenir la CPAM. Au-delà de trois mois, le contrat peut être suspendu, du premier jour d’absence ou du jour où la CPAM est prévenue, avec l’accord écrit du médecin\u00A0; un avenant suspend, un autre reprend.',
        changed: null,
        effect: 'La suspension arrête l’aide et les objectifs ensemble.',
        sources: cite('S28', 'S32', 'CHOICE'),
        confidence: 'single_source',
      },
    ],
  },
  {
    id: 'aid.departure',
    title: 'L’assistant part',
    parameters: [],
    versions: [
      {
        from: null,
        to: null,
        text: 'Remplacé aussitôt, l’aide continue et le nouveau contrat de travail est envoyé à la CPAM. Sinon, prévenir la CPAM\u00A0: elle peut suspendre le contrat, aide et objectifs compris, et le reprendre à l’embauche suivante.',
        changed: null,
        effect: 'Chaque changement d’assistant se signale avec le contrat de travail.',
        sources: cite('S28', 'S32', 'S20'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'aid.termination',
    title: 'Le médecin met fin au contrat, déménage ou change de spécialité',
    parameters: [noticeMonths],
    versions: [
      {
        from: null,
        to: null,
        text: 'Le médecin met fin au contrat par lettre recommandée avec accusé de réception, préavis de deux mois. S’il part trop loin pour garder sa patientèle, ou change de spécialité, la CPAM met fin au contrat et un nouveau est signé comme pour un médecin nouvellement installé.',
        changed: null,
        effect: 'La récupération de sommes versées n’est pas connue\u00A0: la demander à la CPAM avant d’écrire.',
        sources: cite('S20', 'S32'),
        confidence: 'single_source',
      },
    ],
  },
  {
    id: 'aid.renewal',
    title: 'Le renouvellement des anciens contrats',
    parameters: [...Object.values(OLDER_RENEWALS), olderContractContinues, switchOnRequest],
    versions: [
      {
        from: TEXT_DAYS.AV7,
        to: null,
        text: 'Un contrat de l’avenant 7 dure cinq ans et peut être renouvelé.',
        changed: null,
        effect: 'Une source écrit «\u00A0renouvelable une fois\u00A0».',
        sources: cite('S11', 'S20', 'S54'),
        confidence: 'multiple_secondary',
      },
      {
        from: TEXT_DAYS.RA,
        to: null,
        text: 'Un contrat signé avant le 1er mai 2023 va jusqu’à son terme et n’est pas renouvelé tel quel, sauf à 1/3 d’ETP. Le médecin peut demander à passer au nouveau texte.',
        changed: 'Les contrats à 1/2 et 1 ETP ne sont plus renouvelés tels quels.',
        effect: 'Au terme, un nouveau contrat est demandé\u00A0; les objectifs repartent d’un niveau discuté.',
        sources: cite('S20', 'S21'),
        confidence: 'single_source',
      },
    ],
  },
  {
    id: 'aid.documents',
    title: 'Les pièces du contrat individuel',
    parameters: [],
    versions: [
      {
        from: null,
        to: null,
        text: 'Contrat de travail de l’assistant à la signature et à chaque changement d’assistant. Preuve de qualification dans le délai de formation et RIB à la signature (déduit). Les autres pièces demandées par la CPAM ne sont pas connues.',
        changed: null,
        effect: 'La liste des pièces se complète à la main.',
        sources: cite('S32', 'S36'),
        confidence: 'multiple_secondary',
      },
    ],
  },
];
