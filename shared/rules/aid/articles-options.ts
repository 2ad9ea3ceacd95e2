import type { Article } from '../kernel/index.ts';
import { TEXT_DAYS } from './dated-figure.ts';
import { EMPLOYMENT_PARAMETERS } from './parameters-employment.ts';
import {
  fullTimeHours,
  halfTimeHours,
  OPTION_OPENINGS,
  secondAssistantOption,
  secondAssistantYear,
  secondAssistantZone,
  zonedOptions,
} from './parameters-eligibility.ts';
import { p90Rank, p95Rank, tierOperator } from './parameters-life.ts';
import { secondAssistantRuleSet } from './rule-sets.ts';
import { cite } from './sources.ts';

const { AV7, RA, CONV } = TEXT_DAYS;

/** What may be signed for, and the tier of the amounts. */
export const OPTION_ARTICLES: readonly Article[] = [
  {
    id: 'aid.options',
    title: 'Les options de temps d’assistant',
    parameters: [...Object.values(OPTION_OPENINGS), zonedOptions],
    versions: [
      {
        from: AV7,
        to: null,
        text: 'Au moins 1/3 d’ETP (un assistant pour trois médecins), au moins 1/2 ETP (pour deux), ou 1 ETP en zone sous-dense. Chaque médecin qui partage un assistant signe son propre contrat.',
        changed: null,
        effect: 'Hors ZIP et ZAC, un temps plein n’est pas aidé pour un seul médecin.',
        sources: cite('S08', 'S10', 'S15', 'S17'),
        confidence: 'multiple_secondary',
      },
      {
        from: RA,
        to: null,
        text: '1/2 ETP et 1 ETP, partout. L’option à 1/3 d’ETP est fermée aux nouveaux contrats\u00A0; ceux en cours continuent.',
        changed: '1/3 d’ETP fermé, 1 ETP ouvert partout.',
        effect: 'Un temps plein peut être demandé quelle que soit la zone.',
        sources: cite('S17', 'S20', 'S21', 'S23'),
        confidence: 'multiple_secondary',
      },
      {
        from: CONV,
        to: null,
        text: '1/2 ETP et 1 ETP partout\u00A0; 1,5 et 2 ETP sous les conditions du second assistant.',
        changed: 'Options à 1,5 et 2 ETP.',
        effect: 'Un généraliste en ZIP peut demander un second assistant.',
        sources: cite('S20', 'S23', 'S26', 'S30'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'aid.second_assistant',
    title: 'Le second assistant (1,5 et 2 ETP)',
    parameters: [secondAssistantRuleSet, secondAssistantYear, secondAssistantZone, secondAssistantOption],
    versions: [
      {
        from: CONV,
        to: null,
        text: 'Généraliste, hors exercice particulier, avec un contrat en cours à 1 ETP depuis la troisième année au moins, objectifs déjà atteints, en ZIP. La demande se fait auprès de la CPAM. Montants et objectifs n’ont pas été trouvés.',
        changed: null,
        effect: 'Saisir le montant et les objectifs écrits dans le contrat.',
        sources: cite('S20', 'S26', 'S30'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'aid.tier',
    title: 'La tranche de la patientèle de départ',
    parameters: [p90Rank, p95Rank, tierOperator],
    versions: [
      {
        from: AV7,
        to: null,
        text: 'Le montant dépend de la position du médecin au début du contrat\u00A0: sous le 90e centile, du 90e au 95e non compris, au 95e et au-delà. Un médecin nouvellement installé est sous le 90e (déduit). Une réévaluation en cours de contrat n’est pas connue.',
        changed: null,
        effect: 'Quand les centiles manquent, saisir la tranche écrite dans le contrat.',
        sources: cite('S11', 'S20', 'S23', 'S35'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'aid.working_time',
    title: 'Le temps de travail de l’assistant',
    parameters: [fullTimeHours, halfTimeHours],
    versions: [
      {
        from: null,
        to: null,
        text: '1 ETP fait 35 heures par semaine, 1/2 ETP 17,5 heures. Le contrat de travail couvre au moins la part de l’option.',
        changed: null,
        effect: 'Le temps prévu au contrat de travail se compare à l’option signée.',
        sources: cite('S20', 'S32'),
        confidence: 'multiple_secondary',
      },
    ],
  },
  {
    id: 'aid.new_post',
    title: 'Un poste nouveau, l’employeur et le contrat de travail',
    parameters: EMPLOYMENT_PARAMETERS,
    versions: [
      {
        from: null,
        to: null,
        text: 'Le poste est nouveau\u00A0: une secrétaire qui devient assistante est remplacée dans son poste. L’employeur est le médecin, une société, un groupe de médecins ou un groupement d’employeurs\u00A0; le médecin reste seul signataire avec la CPAM. Convention collective du personnel des cabinets médicaux. CDI, ou CDD pour un motif légal\u00A0: deux renouvellements et 18 mois au plus, indemnité de fin de 10\u00A0%.',
        changed: null,
        effect: 'Le délai pour remplacer la secrétaire n’est pas connu pour les médecins libéraux.',
        sources: cite('S18', 'S28', 'S32', 'S36', 'S47', 'S49', 'S59', 'S60'),
        confidence: 'multiple_secondary',
      },
    ],
  },
];
