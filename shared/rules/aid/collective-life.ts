import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Verdict } from '../kernel/index.ts';
import { anniversaryOn } from './anniversaries.ts';
import { gather, ParameterReader, reason, toFill, type GatheredVerdict } from './conditions.ts';
import {
  belowStartMayTerminate,
  belowThresholdTerminates,
  collectiveMeanPmt,
  companyExtractMonths,
  memberChanges,
} from './parameters-collective.ts';
import { ruleSetUse } from './rule-sets.ts';

export const COLLECTIVE_DOCUMENTS = {
  companyExtract: 'Extrait du registre national des entreprises',
  statutes: 'Statuts signés',
  managers: 'Acte qui nomme les gérants',
  bankDetails: 'RIB de la société, compte en France',
  employmentContracts: 'Contrats de travail signés des assistants médicaux',
  adhesions: 'Bulletins d’adhésion individuels',
  approvals: 'Agréments de maître de stage',
} as const;
export type CollectiveDocument = keyof typeof COLLECTIVE_DOCUMENTS;

export interface CollectiveFile {
  readonly signatureDay: Day;
  /** Day of the extract; null when there is none. */
  readonly companyExtractOn?: Day | null;
  readonly statutes?: boolean;
  readonly managersInStatutes?: boolean;
  readonly managersAct?: boolean;
  readonly bankDetails?: boolean;
  readonly employmentContracts?: boolean;
  readonly adhesions?: boolean;
  readonly bonusAsked?: boolean;
  readonly approvals?: boolean;
}

/** The file to provide, one verdict per document; the act and the approvals only where they are asked for. */
export function collectiveDocuments(file: CollectiveFile): GatheredVerdict<CollectiveDocument> {
  const { managersInStatutes, bonusAsked } = file;
  return gather<CollectiveDocument>({
    companyExtract: extractVerdict(file),
    statutes: provided(file.statutes, 'statutes', COLLECTIVE_DOCUMENTS.statutes),
    managers:
      managersInStatutes === true
        ? met([reason('managers_in_statutes', 'Gérants nommés dans les statuts.')])
        : managersInStatutes === undefined && file.managersAct !== true
          ? undetermined(['managersInStatutes'], [toFill('managers', 'Gérants nommés dans les statuts')])
          : provided(file.managersAct, 'managersAct', COLLECTIVE_DOCUMENTS.managers),
    bankDetails: provided(file.bankDetails, 'bankDetails', COLLECTIVE_DOCUMENTS.bankDetails),
    employmentContracts: provided(
      file.employmentContracts,
      'employmentContracts',
      COLLECTIVE_DOCUMENTS.employmentContracts,
    ),
    adhesions: provided(file.adhesions, 'adhesions', COLLECTIVE_DOCUMENTS.adhesions),
    approvals:
      bonusAsked === false
        ? met([reason('approvals_not_asked', 'ETP en plus non demandés.')])
        : bonusAsked === undefined && file.approvals !== true
          ? undetermined(['bonusAsked'], [toFill('bonus', 'Demande d’ETP en plus')])
          : provided(file.approvals, 'approvals', COLLECTIVE_DOCUMENTS.approvals),
  });
}

function provided(given: boolean | undefined, field: string, label: string): Verdict {
  if (given === undefined) return undetermined([field], [toFill(field, label)]);
  return given
    ? met([reason(`${field}_provided`, `${label}${NBSP}: fourni.`)])
    : notMet([reason(`${field}_to_provide`, `${label}${NBSP}: à fournir.`)]);
}

function extractVerdict({ signatureDay, companyExtractOn }: CollectiveFile): Verdict {
  const reader = new ParameterReader(signatureDay);
  const months = reader.read(companyExtractMonths);
  const label = COLLECTIVE_DOCUMENTS.companyExtract;
  if (months === null) {
    const words = `Contrat collectif${NBSP}: aucun texte n’existe encore au ${formatDay(signatureDay)}.`;
    return notMet([reason('no_rule_set', words)]);
  }
  if (companyExtractOn === undefined) {
    return undetermined(['companyExtractOn'], [toFill('company_extract', `Date de l’extrait`)], reader.uses);
  }
  if (companyExtractOn === null) {
    return notMet([reason('company_extract_to_provide', `${label}${NBSP}: à fournir.`)], reader.uses);
  }
  const expired = signatureDay >= addMonths(companyExtractOn, months);
  const words = `${label} du ${formatDay(companyExtractOn)}, à dater de moins de ${months}${NBSP}mois.`;
  return expired
    ? notMet([reason('company_extract_too_old', words)], reader.uses)
    : met([reason('company_extract_provided', words)], reader.uses);
}

export interface CollectiveContinuation {
  /** Day the figures are read, for the text in force. */
  readonly startPmt: number;
  readonly currentPmt: number;
  readonly doctors: number;
}

/**
 * Whether the patientèle of the group leaves the contract open to an end by the CPAM. Met: no ground. Undetermined:
 * below the starting level, the CPAM may end it when no solution is found. Falling under P30 alone is never a ground.
 */
export function collectiveContinuation(situation: CollectiveContinuation, day: Day): Verdict {
  const { startPmt, currentPmt, doctors } = situation;
  const reader = new ParameterReader(day);
  const mayEnd = reader.read(belowStartMayTerminate);
  const threshold = reader.read(collectiveMeanPmt);
  const thresholdEnds = reader.read(belowThresholdTerminates);
  if (mayEnd === null || threshold === null) {
    const words = `Contrat collectif${NBSP}: aucun texte n’existe encore au ${formatDay(day)}.`;
    return notMet([reason('no_rule_set', words)]);
  }
  const under = currentPmt < threshold * doctors && thresholdEnds === false;
  const notes = under
    ? [
        reason(
          'below_threshold_not_ground',
          `Moyenne sous ${formatNumber(threshold)} patients${NBSP}: ne met pas fin au contrat par elle-même.`,
        ),
      ]
    : [];
  const figures = `${formatNumber(currentPmt)} patients, ${formatNumber(startPmt)} au départ`;
  if (currentPmt < startPmt && mayEnd) {
    const words = `${figures}${NBSP}: la CPAM peut mettre fin au contrat si aucune solution n’est trouvée.`;
    return undetermined(['decisionOfTheCpam'], [reason('below_start_level', words), ...notes], reader.uses);
  }
  return met([reason('start_level_kept', `${figures}${NBSP}: niveau de départ maintenu.`), ...notes], reader.uses);
}

export interface MemberChange {
  /** First day of the collective contract. */
  readonly contractStartDay: Day;
  /** Day the doctor would join, or first day without the doctor. */
  readonly changeDay: Day;
}

/** A doctor joins or leaves at an anniversary of the contract; the number of ETP does not move with it. */
export function memberChange({ contractStartDay, changeDay }: MemberChange): Verdict {
  const reader = new ParameterReader(changeDay);
  if (reader.read(memberChanges) === null || ruleSetUse(contractStartDay, 'COLLECTIVE') === null) {
    const words = `Contrat collectif${NBSP}: aucun texte n’existe encore au ${formatDay(contractStartDay)}.`;
    return notMet([reason('no_rule_set', words)], reader.uses);
  }
  const { is, uses } = anniversaryOn(contractStartDay, changeDay);
  const parameters = [...reader.uses, ...uses];
  return is
    ? met(
        [
          reason(
            'member_change_at_anniversary',
            'Date anniversaire\u00A0: entrée ou sortie possible, sans effet sur les ETP.',
          ),
        ],
        parameters,
      )
    : notMet(
        [reason('member_change_outside_anniversary', 'Entrée et sortie à la date anniversaire du contrat seulement.')],
        parameters,
      );
}
