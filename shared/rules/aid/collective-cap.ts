import type { Day } from '#shared/kernel/day.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type Overrides, type Step } from '../kernel/index.ts';
import { ParameterReader, reason } from './conditions.ts';
import { hostingDoctorBonus, trainingSiteBonus } from './parameters-collective.ts';
import { CONTRACT_KINDS, ruleSetUse } from './rule-sets.ts';

export interface EtpCapSituation {
  readonly doctors: number;
  /** Adhering doctors who are approved training supervisors and host a docteur junior. */
  readonly hostingDoctors: number;
  /** The structure itself is approved as ambulatory training site: every doctor counts. */
  readonly trainingSite: boolean;
  readonly overrides?: Overrides;
}

/**
 * Most assistants, in ETP, a collective contract may fund on that day: one per adhering doctor, and from November 2026
 * half of one per doctor who hosts a docteur junior, or per doctor of an approved structure.
 */
export function etpCap(situation: EtpCapSituation, day: Day): Computed {
  const { doctors, hostingDoctors, trainingSite, overrides } = situation;
  const use = ruleSetUse(day, 'COLLECTIVE');
  if (use === null) {
    const words = `${CONTRACT_KINDS.COLLECTIVE}${NBSP}: aucun texte n’existe encore au ${formatDay(day)}.`;
    return notComputed('ETP', [], { reasons: [reason('no_rule_set', words)] });
  }
  const reader = new ParameterReader(day, overrides);
  const definition = trainingSite ? trainingSiteBonus : hostingDoctorBonus;
  const perDoctor = reader.read(definition);
  const counted = trainingSite ? doctors : hostingDoctors;
  const bonus = (perDoctor ?? 0) * counted;
  const steps: Step[] = [
    { label: 'Médecins adhérents', words: `1${NBSP}ETP × ${doctors}`, value: doctors, unit: 'ETP' },
  ];
  const asked = counted > 0;
  if (asked && perDoctor !== null) {
    const words = `${formatNumber(perDoctor)}${NBSP}ETP × ${counted}`;
    steps.push({ label: 'Accueil de docteurs juniors', words, value: bonus, unit: 'ETP' });
  }
  const reasons =
    asked && perDoctor === null
      ? [reason('no_bonus_yet', `Accueil de docteurs juniors${NBSP}: aucun ETP en plus à cette date.`)]
      : [];
  return computed(doctors + bonus, 'ETP', { steps, reasons, parameters: [use, ...reader.uses] });
}
