import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { ParameterUse, Reason, Verdict } from '../kernel/index.ts';
import type { CollectiveMember } from './collective-situation.ts';
import { waitingEnds } from './collective-waiting.ts';
import { reason, type ParameterReader } from './conditions.ts';
import { collectiveSectors } from './parameters-collective.ts';
import { SECTORS, SPECIALITIES } from './parameters-eligibility.ts';

interface Finding {
  readonly outcome: 'not_met' | 'undetermined';
  readonly reason: Reason;
  readonly missing?: string;
}

/** One doctor of the company, all findings. `index` is the place in the list, from 0; messages count from 1. */
export function memberVerdict(member: CollectiveMember, index: number, day: Day, reader: ParameterReader): Verdict {
  const name = `Médecin ${index + 1}`;
  const parameters: ParameterUse[] = [];
  const sectors = reader.read(collectiveSectors) ?? [];
  const findings = [
    ...whoFindings(member),
    ...sectorFindings(member, sectors),
    ...adhesionFindings(member),
    ...contractFindings(member, day, parameters),
  ];
  const failing = findings.filter(({ outcome }) => outcome === 'not_met');
  const open = findings.filter(({ outcome }) => outcome === 'undetermined');
  const ordered = [...failing, ...open].map((one) => ({ ...one.reason, words: `${name}${NBSP}: ${one.reason.words}` }));
  return {
    outcome: failing.length > 0 ? 'not_met' : open.length > 0 ? 'undetermined' : 'met',
    reasons: ordered.length > 0 ? ordered : [reason('member_met', `${name}${NBSP}: conditions réunies.`)],
    parameters: [...reader.uses, ...parameters],
    missing: findings.flatMap(({ missing }) => (missing === undefined ? [] : [`members.${index}.${missing}`])),
  };
}

const absent = (missing: keyof CollectiveMember, words: string): Finding => ({
  outcome: 'undetermined',
  reason: reason(`${missing}_missing`, `${words}, à renseigner.`),
  missing,
});
const refused = (code: string, words: string): Finding => ({ outcome: 'not_met', reason: reason(code, words) });

function whoFindings({ speciality, particularPractice }: CollectiveMember): Finding[] {
  const findings: Finding[] = [];
  if (speciality === undefined) findings.push(absent('speciality', 'spécialité'));
  else if (speciality !== 'MEDECINE_GENERALE') {
    findings.push(refused('general_practice_only', `réservé à la médecine générale (${SPECIALITIES[speciality]}).`));
  }
  if (particularPractice === undefined) findings.push(absent('particularPractice', 'exercice particulier'));
  else if (particularPractice)
    findings.push(refused('particular_practice', 'exercice particulier, contrat non ouvert.'));
  return findings;
}

function sectorFindings({ sector }: CollectiveMember, open: readonly string[]): Finding[] {
  if (sector === undefined) return [absent('sector', 'secteur conventionnel')];
  if (open.includes(sector)) return [];
  // The source names OPTAM alone: nothing is concluded for OPTAM-CO.
  if (sector === 'SECTEUR_2_OPTAM_CO') {
    const words = 'secteur 2 avec OPTAM-CO non cité par le texte lu, vérifier auprès de la CPAM.';
    return [{ outcome: 'undetermined', reason: reason('optam_co_not_named', words) }];
  }
  return [refused('sector_closed', `${SECTORS[sector]}, n’ouvre pas droit au contrat collectif.`)];
}

function adhesionFindings({ sharesInOwnName, adhesionSigned }: CollectiveMember): Finding[] {
  const findings: Finding[] = [];
  if (sharesInOwnName === undefined) findings.push(absent('sharesInOwnName', 'parts détenues en nom propre'));
  else if (!sharesInOwnName)
    findings.push(refused('shares_required', 'parts de la société non détenues en nom propre.'));
  if (adhesionSigned === undefined) findings.push(absent('adhesionSigned', 'bulletin d’adhésion'));
  else if (!adhesionSigned) findings.push(refused('adhesion_required', 'bulletin d’adhésion individuel non signé.'));
  return findings;
}

function contractFindings(member: CollectiveMember, day: Day, parameters: ParameterUse[]): Finding[] {
  const { individualContractEndsOn: ends, collectiveEndedOn: former } = member;
  const findings: Finding[] = [];
  if (ends === undefined) findings.push(absent('individualContractEndsOn', 'contrat individuel en cours'));
  else if (ends !== null && ends >= day) {
    const words = `contrat individuel jusqu’au ${formatDay(ends)}, à terminer avant le contrat collectif.`;
    findings.push(refused('individual_contract_running', words));
  }
  if (former === undefined) findings.push(absent('collectiveEndedOn', 'ancien contrat collectif'));
  else if (former !== null) {
    const waiting = waitingEnds({ endDay: former });
    parameters.push(...waiting.parameters);
    if (waiting.value !== null && day < waiting.value) {
      const words = `ancien contrat collectif terminé le ${formatDay(former)}, nouveau contrat à partir du ${formatDay(waiting.value)}, sauf cas exceptionnel.`;
      findings.push(refused('waiting_period', words));
    }
  }
  return findings;
}
