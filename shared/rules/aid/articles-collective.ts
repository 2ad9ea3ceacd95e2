import type { Article, Dispute, Unknown } from '../kernel/index.ts';
import { TEXT_DAYS } from './dated-figure.ts';
import {
  belowStartMayTerminate,
  belowThresholdTerminates,
  collectiveExcludedForms,
  collectiveForms,
  collectiveMeanPmt,
  collectiveOperator,
  collectiveSectors,
  collectiveWaitingYears,
  companyExtractMonths,
  hostingDoctorBonus,
  memberChanges,
  trainingSiteBonus,
} from './parameters-collective.ts';
import { collectiveRuleSet } from './rule-sets.ts';
import { cite } from './sources.ts';

const { COLL } = TEXT_DAYS;
const SOURCE = { sources: cite('S36'), confidence: 'single_source' } as const;

export const COLLECTIVE_ARTICLES: readonly Article[] = [
  {
    id: 'aid.collective.signatory',
    title: 'Qui signe un contrat collectif',
    parameters: [
      collectiveRuleSet,
      collectiveForms,
      collectiveExcludedForms,
      collectiveSectors,
      collectiveMeanPmt,
      collectiveOperator,
    ],
    versions: [
      {
        from: COLL,
        to: null,
        text: 'Une SCP, une SCM ou une SISA, pas une SEL, par son représentant légal, pour cinq ans renouvelables. Généralistes hors exercice particulier, associés en nom propre, secteur 1 ou secteur 2 OPTAM, chacun par un bulletin d’adhésion\u00A0; un associé peut rester en dehors. Patientèle médecin traitant moyenne du groupe d’au moins 775.',
        changed: null,
        effect: 'L’OPTAM-CO n’est pas citée par la source\u00A0: à vérifier auprès de la CPAM.',
        ...SOURCE,
      },
    ],
  },
  {
    id: 'aid.collective.cap',
    title: 'Le plafond d’ETP',
    parameters: [hostingDoctorBonus, trainingSiteBonus],
    versions: [
      {
        from: COLL,
        to: null,
        text: 'Le nombre d’ETP financés ne dépasse pas le nombre de médecins adhérents. La CPAM n’arbitre pas le partage du temps ni de l’argent entre associés.',
        changed: null,
        effect: 'Le groupe choisit son nombre d’ETP dans ce plafond.',
        ...SOURCE,
      },
      {
        from: '2026-11-01',
        to: null,
        text: 'S’ajoute 0,5 ETP par médecin adhérent maître de stage qui accueille un docteur junior, ou 0,5 ETP par médecin si la structure est agréée lieu de stage ambulatoire.',
        changed: 'Bonus lié aux docteurs juniors, à partir de novembre 2026 (jour non précisé).',
        effect: 'Joindre les agréments à la demande.',
        ...SOURCE,
      },
    ],
  },
  {
    id: 'aid.collective.file',
    title: 'Les pièces du contrat collectif',
    parameters: [companyExtractMonths],
    versions: [
      {
        from: COLL,
        to: null,
        text: 'Extrait du registre national des entreprises de moins de trois mois, statuts signés, acte qui nomme les gérants s’il n’est pas dans les statuts, RIB de la société en France, contrats de travail signés, bulletins d’adhésion, agréments de maître de stage si le bonus est demandé.',
        changed: null,
        effect: 'L’extrait se demande en dernier.',
        ...SOURCE,
      },
    ],
  },
  {
    id: 'aid.collective.life',
    title: 'La vie du contrat collectif',
    parameters: [memberChanges, belowStartMayTerminate, belowThresholdTerminates, collectiveWaitingYears],
    versions: [
      {
        from: COLL,
        to: null,
        text: 'Les médecins entrent et sortent à la date anniversaire, sans effet sur le nombre d’ETP. Sous la patientèle de départ, la CPAM peut mettre fin au contrat si aucune solution n’est trouvée\u00A0; passer sous le 30e centile n’y suffit pas. Après la fin, chaque médecin attend deux ans avant tout nouveau contrat, sauf cas exceptionnel.',
        changed: null,
        effect: 'Quitter un contrat collectif ferme l’aide pendant deux ans.',
        ...SOURCE,
      },
    ],
  },
  {
    id: 'aid.collective.move',
    title: 'Passer du contrat individuel au contrat collectif',
    parameters: [],
    versions: [
      {
        from: COLL,
        to: null,
        text: 'Le contrat individuel prend fin d’abord, sans chevauchement. Hors date anniversaire, un remboursement ou un paiement au prorata est dû. Le contrat de travail passe à la société ou à un groupement d’employeurs avec l’accord de l’assistant.',
        changed: null,
        effect: 'Choisir la date anniversaire évite le prorata.',
        ...SOURCE,
      },
    ],
  },
];

export const COLLECTIVE_UNKNOWNS: readonly Unknown[] = [
  {
    id: 'aid.optam_co',
    title: 'OPTAM-CO dans un contrat collectif',
    handling: 'Indéterminé\u00A0: vérifier auprès de la CPAM.',
  },
];
export const COLLECTIVE_DISPUTES: readonly Dispute[] = [];
