import type { Day } from '#shared/kernel/day.ts';
import { pmtMetricOn, textDay } from '#shared/rules/aid/index.ts';
import type { Signature } from './conditions.ts';
import type { StoredContract, StoredObjective } from './stored.ts';

/** Starting counters in the patients the text of the day counts: others are never held to its threshold. */
export function startsAsked(objectives: readonly StoredObjective[], day: Day): Signature['starts'] {
  return {
    pmt: objectives.find(({ metric }) => metric === pmtMetricOn(day))?.start ?? null,
    fileActive: objectives.find(({ metric }) => metric === 'FILE_ACTIVE')?.start ?? null,
  };
}

/** The signature of a registered contract, as the conditions are asked about it. */
export function signatureOf(contract: StoredContract): Signature {
  const { fields, members, objectives } = contract;
  const day = textDay(fields.signedOn, fields.ruleSet);
  const thresholdOf = (wanted: string) => objectives.find(({ metric }) => metric === wanted)?.threshold ?? null;
  return {
    contractId: contract.id,
    doctorId: fields.doctorId,
    day,
    option: fields.option,
    newlyInstalled: fields.newlyInstalled,
    starts: startsAsked(objectives, day),
    thresholds: { pmt: thresholdOf(pmtMetricOn(day)), fileActive: thresholdOf('FILE_ACTIVE') },
    companyForm: fields.companyForm,
    members: members.filter(({ joinedOn }) => joinedOn <= fields.startsOn),
  };
}
