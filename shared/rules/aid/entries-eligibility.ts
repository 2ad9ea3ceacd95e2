import { ruleEntry } from '../kernel/index.ts';
import { absence } from './absence.ts';
import { etpCap } from './collective-cap.ts';
import { collectiveEligibility } from './collective-eligibility.ts';
import { collectiveContinuation, collectiveDocuments, memberChange } from './collective-life.ts';
import { waitingEnds } from './collective-waiting.ts';
import { departure, doctorChange, moveToCollective, noticeEnd, renewal } from './contract-events.ts';
import { eligibility } from './eligibility.ts';
import { employment } from './employment.ts';
import { openOptions } from './options.ts';
import { percentilePosition } from './position.ts';
import { governingRuleSet } from './rule-sets.ts';
import { secondAssistant } from './second-assistant.ts';
import {
  absenceSituation,
  collectiveFileSituation,
  collectiveSituation,
  continuationSituation,
  departureSituation,
  doctorChangeSituation,
  eligibilitySituation,
  employmentSituation,
  etpCapSituation,
  memberChangeSituation,
  moveToCollectiveSituation,
  noticeSituation,
  optionsSituation,
  positionSituation,
  renewalSituation,
  ruleSetSituation,
  secondAssistantSituation,
  tierSituation,
  waitingSituation,
  workingTimeSituation,
} from './situation-eligibility.ts';
import { tier } from './tier.ts';
import { workingTime } from './working-time.ts';

/** Who may sign, and for what. */
export const ELIGIBILITY_ENTRIES = [
  ruleEntry({
    id: 'aid.rule_set',
    title: 'Texte qui régit un contrat',
    situation: ruleSetSituation,
    run: governingRuleSet,
  }),
  ruleEntry({
    id: 'aid.eligibility',
    title: 'Conditions pour signer un contrat individuel',
    situation: eligibilitySituation,
    run: eligibility,
  }),
  ruleEntry({
    id: 'aid.options',
    title: 'Options ouvertes à un nouveau contrat',
    situation: optionsSituation,
    run: openOptions,
  }),
  ruleEntry({
    id: 'aid.second_assistant',
    title: 'Conditions d’un second assistant',
    situation: secondAssistantSituation,
    run: secondAssistant,
  }),
  ruleEntry({
    id: 'aid.tier',
    title: 'Tranche de la patientèle de départ',
    situation: tierSituation,
    run: tier,
  }),
  ruleEntry({
    id: 'aid.position',
    title: 'Place d’une patientèle parmi les centiles',
    situation: positionSituation,
    run: percentilePosition,
  }),
  ruleEntry({
    id: 'aid.working_time',
    title: 'Temps de travail de l’assistant pour une option',
    situation: workingTimeSituation,
    run: workingTime,
  }),
  ruleEntry({
    id: 'aid.employment',
    title: 'Contrat de travail de l’assistant',
    situation: employmentSituation,
    run: employment,
  }),
] as const;

/** The collective contract. */
export const COLLECTIVE_ENTRIES = [
  ruleEntry({
    id: 'aid.collective_eligibility',
    title: 'Conditions pour signer un contrat collectif',
    situation: collectiveSituation,
    run: collectiveEligibility,
  }),
  ruleEntry({
    id: 'aid.etp_cap',
    title: 'Plafond d’ETP d’un contrat collectif',
    situation: etpCapSituation,
    run: etpCap,
  }),
  ruleEntry({
    id: 'aid.collective_documents',
    title: 'Pièces d’un contrat collectif',
    situation: collectiveFileSituation,
    run: collectiveDocuments,
  }),
  ruleEntry({
    id: 'aid.collective_continuation',
    title: 'Patientèle du groupe en cours de contrat collectif',
    situation: continuationSituation,
    run: collectiveContinuation,
  }),
  ruleEntry({
    id: 'aid.collective_member_change',
    title: 'Entrée ou sortie d’un médecin du contrat collectif',
    situation: memberChangeSituation,
    run: memberChange,
  }),
  ruleEntry({
    id: 'aid.collective_waiting',
    title: 'Délai de carence après un contrat collectif',
    situation: waitingSituation,
    run: waitingEnds,
  }),
  ruleEntry({
    id: 'aid.individual_to_collective',
    title: 'Passage du contrat individuel au contrat collectif',
    situation: moveToCollectiveSituation,
    run: moveToCollective,
  }),
] as const;

/** What happens while a contract runs. */
export const LIFE_ENTRIES = [
  ruleEntry({ id: 'aid.absence', title: 'Absence de l’assistant', situation: absenceSituation, run: absence }),
  ruleEntry({ id: 'aid.departure', title: 'Départ de l’assistant', situation: departureSituation, run: departure }),
  ruleEntry({ id: 'aid.notice', title: 'Fin du contrat par le médecin', situation: noticeSituation, run: noticeEnd }),
  ruleEntry({
    id: 'aid.doctor_change',
    title: 'Déménagement ou changement de spécialité du médecin',
    situation: doctorChangeSituation,
    run: doctorChange,
  }),
  ruleEntry({
    id: 'aid.renewal',
    title: 'Renouvellement d’un contrat',
    situation: renewalSituation,
    run: renewal,
  }),
] as const;
